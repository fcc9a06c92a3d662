"""Files of the build's own that are read whole and unspoilt, or not at all."""

import os
import pickle
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any, BinaryIO

_SIZE = 16
_TOGETHER = 1 << 20
_FORM = b"3"
"""Changes whenever what is left would be read in another way."""


def read_whole(file: Path) -> Any:  # noqa: ANN401  # whatever was written
    """Give what was written; None where nothing is there, or it is cut, spoilt or of another form."""
    try:
        with file.open("rb") as stream:
            told, found = stream.read(_SIZE), _digest()
            while octets := stream.read(_TOGETHER):
                found.update(octets)
            if told != found.digest():
                return None
            stream.seek(_SIZE)
            return pickle.load(stream)  # noqa: S301  # our own file, whole
    except (OSError, ValueError, TypeError, AttributeError, ImportError, EOFError, pickle.UnpicklingError):
        return None


class _Digesting:
    """A file that is written, and the digest of what was."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream, self.digest = stream, _digest()

    def write(self, octets: bytes | memoryview) -> int:
        self.digest.update(octets)
        return self.stream.write(octets)


def write_whole(file: Path, left: object) -> None:
    """Write something so that a power cut leaves the old or the new."""
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        with part.open("wb") as stream:
            stream.seek(_SIZE)
            written = _Digesting(stream)
            pickle.Pickler(written, pickle.HIGHEST_PROTOCOL).dump(left)
            stream.seek(0)
            stream.write(written.digest.digest())
        part.replace(file)
    finally:
        with suppress(OSError):
            part.unlink()


def _digest() -> blake2b:
    return blake2b(digest_size=_SIZE, key=_FORM)
