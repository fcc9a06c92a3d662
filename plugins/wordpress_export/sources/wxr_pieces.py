"""An export that is not well-formed, cut into items: what is broken in one cannot spoil the next.

The cut knows CDATA sections and comments, so that an article about feeds is not taken for a feed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from .wxr_file import LARGEST

CHUNK = 1 << 20
MOST_AT_ONCE = 8 << 20
"""Bytes that are read at a time at most."""
HEAD = 1 << 16
"""Bytes that are kept of a piece that is too large: enough to name it."""
OVERLAP = 16
"""Longer than any mark that is looked for."""
MARK = re.compile(rb"<!\[CDATA\[|<!--|</?item(?=[\s>])")
ENDS = {b"<![CDATA[": re.compile(rb"\]\]>"), b"<!--": re.compile(rb"-->"), b"</item": re.compile(rb">")}


class Kind(StrEnum):
    """What a piece is."""

    BETWEEN = "between"
    """What stands before, between and after the items: the channel's own elements."""
    ITEM = "item"
    """From `<item>` to `</item>`."""
    OPEN = "open"
    """An item that has no end before the next one begins."""
    CUT = "cut"
    """An item that has no end before the file ends."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the file."""

    kind: Kind
    """What it is."""
    text: bytes
    """Its bytes."""
    line: int
    """The line that it begins in, from 1."""
    is_too_large: bool = False
    """Whether it had more bytes than are held in memory: the text is only how it begins."""


class Readable(Protocol):
    """What can be read in chunks."""

    def read(self, size: int = ...) -> bytes:
        """Give up to that many bytes; none at the end."""


class _Window:
    """The part of the file between the last cut and what has been read."""

    def __init__(self, stream: Readable) -> None:
        self._stream, self._text, self._at, self._line = stream, b"", 0, 1
        self._head, self._lines_gone = b"", 0

    def seek(self, mark: re.Pattern[bytes]) -> re.Match[bytes] | None:
        """Go behind the next mark and give it; without one, go to the end."""
        while True:
            if match := mark.search(self._text, self._at):
                self._at = match.end()
                return match
            self._at = max(self._at, len(self._text) - OVERLAP)
            self._forget()
            more = self._more()
            if not more:
                self._at = len(self._text)
                return None
            self._text += more

    def _more(self) -> bytes:
        """Read on: ever larger parts, so that one endless section is not copied once for each megabyte of it."""
        size, parts = min(max(CHUNK, len(self._text)), MOST_AT_ONCE), list[bytes]()
        # Packed files give a little at a time.
        while size > 0 and (more := self._stream.read(size)):
            parts.append(more)
            size -= len(more)
        return b"".join(parts)

    def _forget(self) -> None:
        """Let go of what has been passed, where that is more than memory should hold."""
        if self._at > LARGEST or (self._head and self._at):
            self._head = self._head or self._text[:HEAD]
            self._lines_gone += self._text.count(b"\n", 0, self._at)
            self._text, self._at = self._text[self._at :], 0

    def take(self, kind: Kind, back: int = 0) -> Piece:
        """Cut off what has been passed, but for some bytes at its end."""
        end = self._at - back
        piece = Piece(kind, self._head or self._text[:end], self._line, is_too_large=bool(self._head))
        self._line += self._lines_gone + self._text.count(b"\n", 0, max(end, 0))
        self._text, self._at = self._text[max(end, 0) :], back
        self._head, self._lines_gone = b"", 0
        return piece


def pieces(stream: Readable) -> Iterator[Piece]:
    """Give the parts of an export in order; together they are all of it."""
    window, inside = _Window(stream), False
    while match := window.seek(MARK):
        if match[0] == b"<item":
            yield window.take(Kind.OPEN if inside else Kind.BETWEEN, back=len(match[0]))
            inside = True
        elif not window.seek(ENDS[match[0]]):
            break
        elif match[0] == b"</item":
            yield window.take(Kind.ITEM if inside else Kind.BETWEEN)
            inside = False
    yield window.take(Kind.CUT if inside else Kind.BETWEEN)
