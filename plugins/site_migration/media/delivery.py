"""One file from its source to its place: checked by its bytes on the way, written whole or not at all."""

import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from ..writing import whole_file
from .checks import HEAD, TAIL, RefusedError, doubts, refuse
from .harmless_svg import LARGEST, harmless_svg, refuse_scripted_xml
from .places import ending_of
from .stores import Opener
from .wanted import Told

MADE_HARMLESS = "drawing (SVG) made harmless"
_CHUNK = 1 << 20
_SCRIPTED = frozenset({"svg", "xml", "kml", "gpx"})
"""Endings of files that are read whole, since a browser could run what is in them."""


@dataclass(frozen=True, slots=True)
class Delivered:
    """A file that stands at its place."""

    size: int
    """Its bytes there."""
    told: tuple[Told, ...] = ()
    """What is to be said of it."""


class SourceError(OSError):
    """A file is there and cannot be read."""


def deliver(opener: Opener, place: str, content: Path, largest: int) -> Delivered:
    """Copy a file to its place below the content folder.

    Raises RefusedError where it is not what its name says, must not be published, or is larger than `largest` bytes;
    SourceError where it cannot be read, and OSError where it cannot be written.
    """
    with _readable(opener) as old:
        head = old.read(HEAD)
        refuse(place, head)
        if ending_of(place) in _SCRIPTED:
            return _deliver_whole(head + old.read(LARGEST + 1 - len(head)), place, content)
        with whole_file(content, place) as new:
            size, tail = 0, b""
            for chunk in chain([head], iter(lambda: old.read(_CHUNK), b"")):
                size += len(chunk)
                if size > largest:
                    raise RefusedError(too_large(largest))
                tail = (tail + chunk)[-TAIL:]
                new.write(chunk)
    return Delivered(size, tuple(doubts(place, head, tail, size)))


def opened(path: Path) -> BinaryIO:
    """Open a file on this machine."""
    return path.open("rb")


def too_large(largest: int) -> str:
    """Say that a file is larger than the settings allow."""
    return f"larger than the {largest >> 20:,} MB that largest_file_mb in migration.toml allows"


def _deliver_whole(octets: bytes, place: str, content: Path) -> Delivered:
    told: tuple[Told, ...] = ()
    if ending_of(place) == "svg":
        octets, taken = harmless_svg(octets)
        told = (Told(MADE_HARMLESS, f"{place}: without {', '.join(taken)}", review=True),) if taken else ()
    else:
        refuse_scripted_xml(octets)
    with whole_file(content, place) as new:
        new.write(octets)
    return Delivered(len(octets), told)


class _Readable:
    """A file whose reading fails in one way alone."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def read(self, most: int) -> bytes:
        """Give as many bytes as there are, up to so many. Raises SourceError."""
        try:
            return self._file.read(most)
        except _UNREADABLE as error:
            raise SourceError(f"its bytes cannot be read ({error})") from error


@contextmanager
def _readable(opener: Opener) -> Iterator[_Readable]:
    try:
        opening = opener()
    except _UNREADABLE as error:
        raise SourceError(str(error)) from error
    with opening as file:
        yield _Readable(file)


_UNREADABLE = (
    OSError, EOFError, zipfile.BadZipFile, zlib.error, lzma.LZMAError, tarfile.TarError, NotImplementedError,
    RuntimeError, ValueError,
)  # fmt: skip
"""What the libraries raise for a damaged archive, or one packed in a way that they do not know."""
