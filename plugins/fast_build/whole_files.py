"""Files of the build's own that are read whole and unspoilt, or not at all."""

import os
import pickle
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

_SIZE = 16
_FORM = b"3"
"""Changes whenever what is left would be read in another way."""


def read_whole(file: Path) -> Any:  # noqa: ANN401  # whatever was written
    """Give what was written; None where nothing is there, or it is cut, spoilt or of another form."""
    try:
        octets = file.read_bytes()
        if octets[:_SIZE] != _digest(octets[_SIZE:]):
            return None
        return pickle.loads(memoryview(octets)[_SIZE:])  # noqa: S301  # our own file, whole
    except (OSError, ValueError, TypeError, AttributeError, ImportError, EOFError, pickle.UnpicklingError):
        return None


def write_whole(file: Path, left: object) -> None:
    """Write something so that a power cut leaves the old or the new."""
    body = pickle.dumps(left, pickle.HIGHEST_PROTOCOL)
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        with part.open("wb") as stream:
            stream.write(_digest(body))
            stream.write(body)
        part.replace(file)
    finally:
        with suppress(OSError):
            part.unlink()


def _digest(body: bytes | memoryview) -> bytes:
    return blake2b(body, digest_size=_SIZE, key=_FORM).digest()
