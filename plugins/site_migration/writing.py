"""Files written whole or not at all, and nowhere but in the content folder."""

import filecmp
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

UNFINISHED = ".writing-"
"""With this begin the names of files that are being written."""


def sweep(content: Path) -> None:
    """Remove what killed runs left half-written; no other run may be at work in the folder."""
    for file in content.rglob(f"{UNFINISHED}*"):
        file.unlink(missing_ok=True)


class OutsideError(OSError):
    """A place that is not in the content folder."""


def inside(content: Path, place: str) -> Path:
    """Give the path of a place below the content folder.

    Raises OutsideError where it is none: by its dots, or by a link on the way that leads out of the folder. Both can
    come with a content folder from elsewhere.
    """
    path = content / place
    if path.name == ".." or not path.parent.resolve().is_relative_to(content.resolve()):
        raise OutsideError(f"{path} is not in the content folder: a link or a .. leads to {path.parent.resolve()}")
    return path


def overwrite(content: Path, place: str, text: str) -> None:
    """Write a text to a file of the content folder, whatever stands there.

    Raises OSError where the folder or the file cannot be written.
    """
    with whole_file(content, place) as file:
        file.write(text.encode("utf-8"))


@contextmanager
def whole_file(content: Path, place: str) -> Iterator[BinaryIO]:
    """Give a file of the content folder to write to, which takes its name when all is written, and is gone on failure.

    The bytes go to a temporary file in the same folder, which then takes the name in one step, so that a killed run
    leaves either the whole file or none. A file that has these bytes already keeps its time. Raises OSError where the
    folder or the file cannot be written.
    """
    path = inside(content, place)
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=UNFINISHED)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            # Without it a power cut could leave the name and take the bytes.
            os.fdatasync(file.fileno())
        # mkstemp makes files for their owner alone; editors and web servers read these.
        Path(temporary).chmod(0o644)
        if path.is_file() and filecmp.cmp(temporary, path, shallow=False):
            Path(temporary).unlink()
        else:
            Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
