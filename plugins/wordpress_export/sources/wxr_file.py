"""An export file as a stream of bytes that an XML parser can take."""

import gzip
import re
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from io import BufferedIOBase
from pathlib import Path

from lxml.etree import XMLParser

from ..errors import ExportError

GZIP = b"\x1f\x8b"
BROKEN = (EOFError, gzip.BadGzipFile, zlib.error)
"""What a packed file that was cut or altered raises."""
CHUNK = 1024
OPENING = 65536
"""How much of a file is looked at to tell what it is."""
ROOT = re.compile(rb"<rss[\s>]")
START = re.compile(rb"<\?xml\s|<!--|<!DOCTYPE|<rss[\s>]")
PROLOG = re.compile(rb"(?:\s+|<\?.*?\?>|<!--.*?-->)*+", re.DOTALL)
"""What XML allows before a document type or the root."""
WXR = re.compile(rb"https?://wordpress\.org/export/1\.\d")
ENCODING = re.compile(rb"<\?xml\s[^>]*?\bencoding\s*=\s*[\"']([\w.-]+)")
MARKUP = bytes(range(0x20, 0x7F)) + b"+ADw-\\u003c~{"
"""Reads as itself in each encoding in which markup can be seen by its bytes: in none of UTF-7, UTF-16, HZ, EBCDIC."""
MOST_UNPACKED = 200
"""So many times its packed size a packed export may have: articles have ten times theirs, a bomb has a thousand."""
SMALL = 1 << 24
"""Bytes that any packed file may have."""
LARGEST = 64 << 20
"""Bytes that one item may have; the longest books have five million. It is held in memory, several times over."""

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


class TooLargeError(Exception):
    """One part of an export has more bytes than is held in memory."""


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
        return _PackedStream(path) if packed else path.open("rb")

    return ExportFile(called or path.name, opened)


class _PackedStream(gzip.GzipFile):
    """A packed export, read until it turns out to be a bomb."""

    def __init__(self, path: Path) -> None:
        self._packed, self._given = path.open("rb"), 0
        super().__init__(fileobj=self._packed)

    def read1(self, size: int = -1) -> bytes:
        """Give some bytes, at most that many; none at the end. Raises HostileExportError."""
        chunk = super().read1(size)
        self._given += len(chunk)
        # What came before the bomb counts for it, which only puts off the end.
        if self._given > SMALL and self._given > MOST_UNPACKED * self._packed.tell():
            raise HostileExportError(
                f"{self._packed.name}: the packed export unpacks to more than {MOST_UNPACKED} times its size, as no "
                "articles do: it is made to fill this machine. If you trust the file, unpack it first."
            )
        return chunk

    def close(self) -> None:
        """Close the file."""
        super().close()
        self._packed.close()


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
    first = START.search(start)
    skipped = start[: first.start()] if first else b""
    # A mark within a comment or an instruction is none: one could hide the declaration behind it.
    prolog = PROLOG.match(start, len(skipped))
    rest = start[prolog.end() :] if prolog else b""
    if rest.startswith(b"<!DOCTYPE"):
        raise HostileExportError(
            f"{file.name}: the export declares a document type (<!DOCTYPE …>), which WordPress never writes and which "
            "can make a reader fill its memory or read local files. If you trust the file, delete that declaration."
        )
    if len(start) >= OPENING and (not rest or rest.startswith((b"<!--", b"<?"))):
        raise HostileExportError(
            f"{file.name}: before its first element (<rss …>) stand more than {OPENING:,} bytes of comments or blanks, "
            "where anything can hide. If you trust the file, delete them."
        )
    return Opening(skipped, _encoding_of(start[len(skipped) :]))


def _encoding_of(document: bytes) -> str:
    """Give the declared encoding, where markup can be seen by its bytes; UTF-8 otherwise."""
    declared = ENCODING.match(document)
    encoding = declared[1].decode() if declared else "utf-8"
    try:
        XMLParser(encoding=encoding)
        return encoding if MARKUP.decode(encoding) == MARKUP.decode("ascii") else "utf-8"
    except (LookupError, UnicodeError):
        return "utf-8"


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
