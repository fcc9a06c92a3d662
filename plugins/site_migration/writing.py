"""Files written whole or not at all."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from pathlib import Path
from typing import BinaryIO


class Written(Enum):
    """What a write came to."""

    NEW = "new"
    """The file was not there before."""
    SAME = "same"
    """The file had these bytes already; it was not touched, so its time stays."""
    DIFFERS = "differs"
    """A file with other bytes is there; it was left alone."""


def write_new(path: Path, text: str) -> Written:
    """Write a text to a file that is not there yet; never change one that is.

    Raises OSError where the folder or the file cannot be written.
    """
    new = text.encode("utf-8")
    try:
        return Written.SAME if path.read_bytes() == new else Written.DIFFERS
    except FileNotFoundError:
        pass
    with whole_file(path) as file:
        file.write(new)
    return Written.NEW


def overwrite(path: Path, text: str) -> None:
    """Write a text to a file that is ours alone, such as a report, whatever stands there.

    Raises OSError where the folder or the file cannot be written.
    """
    with whole_file(path) as file:
        file.write(text.encode("utf-8"))


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Give a file to write to that takes its name when all is written, and is gone when that fails.

    The bytes go to a temporary file in the same folder, which then takes the name in one step, so that a killed run
    leaves either the whole file or none. Raises OSError where the folder or the file cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".writing-")
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
        # mkstemp makes files for their owner alone; editors and web servers read these.
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
