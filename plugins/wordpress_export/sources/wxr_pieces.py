"""An export that is not well-formed, cut into items: what is broken in one cannot spoil the next.

The cut knows CDATA sections and comments, so that an article about feeds is not taken for a feed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

CHUNK = 1 << 20
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


class Readable(Protocol):
    """What can be read in chunks."""

    def read(self, size: int = ...) -> bytes:
        """Give up to that many bytes; none at the end."""


class _Window:
    """The part of the file between the last cut and what has been read."""

    def __init__(self, stream: Readable) -> None:
        self._stream, self._text, self._at, self._line = stream, b"", 0, 1

    def seek(self, mark: re.Pattern[bytes]) -> re.Match[bytes] | None:
        """Go behind the next mark and give it; without one, go to the end."""
        while True:
            if match := mark.search(self._text, self._at):
                self._at = match.end()
                return match
            self._at = max(self._at, len(self._text) - OVERLAP)
            # Ever larger chunks, so that one endless section is not copied once for each megabyte of it.
            more = self._stream.read(max(CHUNK, len(self._text)))
            if not more:
                self._at = len(self._text)
                return None
            self._text += more

    def take(self, kind: Kind, back: int = 0) -> Piece:
        """Cut off what has been passed, but for some bytes at its end."""
        end = self._at - back
        piece = Piece(kind, self._text[:end], self._line)
        self._line += piece.text.count(b"\n")
        self._text, self._at = self._text[end:], back
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
