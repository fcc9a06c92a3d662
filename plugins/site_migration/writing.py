"""Files written whole or not at all."""

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


def overwrite(path: Path, text: str) -> None:
    """Write a text to a file, whatever stands there.

    Raises OSError where the folder or the file cannot be written.
    """
    with whole_file(path) as file:
        file.write(text.encode("utf-8"))


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Give a file to write to that takes its name when all is written, and is gone when that fails.

    The bytes go to a temporary file in the same folder, which then takes the name in one step, so that a killed run
    leaves either the whole file or none. A file that has these bytes already keeps its time. Raises OSError where the
    folder or the file cannot be written.
    """
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
