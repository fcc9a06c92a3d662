"""An export file as a stream of bytes that an XML parser can take."""

import gzip
import re
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from io import BufferedIOBase
from pathlib import Path

from ..errors import ExportError

GZIP = b"\x1f\x8b"
BROKEN = (EOFError, gzip.BadGzipFile, zlib.error)
"""What a packed file that was cut or altered raises."""
CHUNK = 1024
OPENING = 65536
"""How much of a file is looked at to tell what it is."""
ROOT = re.compile(rb"<rss[\s>]")
START = re.compile(rb"<\?xml\s|<!--|<!DOCTYPE|<rss[\s>]")
WXR = re.compile(rb"https?://wordpress\.org/export/1\.\d")
COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
ENCODING = re.compile(rb"<\?xml[^>]*?encoding=[\"']([\w.-]+)")

REMOVED = "\x7f"
"""Stands where a character was that XML forbids: allowed in XML, never typed, and easy to find again."""
SURROGATE_START = b"\xed"
SURROGATE = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
"""Half a character of UTF-16 as UTF-8: old databases hold them, libxml2 lets them pass, and Python cannot."""
_FORBIDDEN = bytes(code for code in range(32) if code not in b"\t\n\f\r")
# A form feed is white space in HTML, and parts words.
_TABLE = bytes.maketrans(_FORBIDDEN + b"\f", REMOVED.encode() * len(_FORBIDDEN) + b" ")


class HostileExportError(ExportError):
    """An export that is refused as a whole: reading it could harm this machine."""


@dataclass(frozen=True, slots=True)
class ExportFile:
    """One export, which can be opened again and again."""

    name: str
    """For messages."""
    open: Callable[[], BufferedIOBase]
    """Gives its bytes from the start, unpacked."""


@dataclass(frozen=True, slots=True)
class Opening:
    """What stands before the root element."""

    skipped: bytes
    """What does not belong to the XML: blank lines, a byte order mark, a warning of PHP's."""
    encoding: str
    """As declared; UTF-8 where nothing is."""


def export_file(path: Path, called: str = "") -> ExportFile:
    """Give the export at a path, packed by gzip or not; `called` is its name for messages where it needs another."""

    def opened() -> BufferedIOBase:
        with path.open("rb") as stream:
            packed = stream.read(len(GZIP)) == GZIP
        return gzip.open(path) if packed else path.open("rb")

    return ExportFile(called or path.name, opened)


def looks_like_wxr(file: ExportFile) -> bool:
    """Tell by its first bytes whether a file is an export: an RSS feed in WordPress's export namespaces."""
    start = _read_start(file)
    return bool(ROOT.search(start) and WXR.search(start))


def read_opening(file: ExportFile) -> Opening:
    """Give what stands before the root.

    Raises HostileExportError when there is a document type: WordPress never writes one, its own importer refuses it
    (`WXR_Parser_SimpleXML`), and it is what entity bombs and readers of local files are made of.
    """
    start = _read_start(file)
    root = ROOT.search(start)
    before = start[: root.start()] if root else start
    if b"<!DOCTYPE" in COMMENT.sub(b"", before):
        raise HostileExportError(
            f"{file.name}: the export declares a document type (<!DOCTYPE …>), which WordPress never writes and which "
            "can make a reader fill its memory or read local files. If you trust the file, delete that declaration."
        )
    first, encoding = START.search(start), ENCODING.search(before)
    return Opening(
        start[: first.start()] if first else b"",
        encoding[1].decode() if encoding else "utf-8",
    )


def _read_start(file: ExportFile) -> bytes:
    """Give the first bytes, or as many of them as a broken packed file has."""
    start = b""
    with file.open() as stream, suppress(*BROKEN):
        while len(start) < OPENING and (more := stream.read1(CHUNK)):
            start += more
    return start


class ParsableStream:
    """The bytes of an export without what no XML parser takes: its false start, and forbidden control characters.

    A packed file that is cut or altered simply ends there; that the XML has no end then shows.
    """

    def __init__(self, file: ExportFile, opening: Opening) -> None:
        self._stream = file.open()
        self._stream.read(len(opening.skipped))

    def read(self, size: int = -1) -> bytes:
        """Give up to that many bytes; none at the end."""
        chunk = self._next(size)
        # A surrogate has three bytes, of which the first may end a chunk.
        while chunk and SURROGATE_START in chunk[-2:] and (more := self._next(size)):
            chunk += more
        return (
            SURROGATE.sub(REMOVED.encode(), chunk).translate(_TABLE)
            if SURROGATE_START in chunk
            else chunk.translate(_TABLE)
        )

    def _next(self, size: int) -> bytes:
        try:
            # `read` would lose what it has unpacked already when it then comes to the break.
            return self._stream.read1(size)
        except BROKEN:
            return b""

    def close(self) -> None:
        """Close the file."""
        self._stream.close()
