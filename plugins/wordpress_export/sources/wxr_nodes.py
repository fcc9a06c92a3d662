"""The elements of an export's channel, one at a time: by the XML parser, or piece by piece where that gives up."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from lxml.etree import XMLSyntaxError, iterparse
from lxml.etree import _Element as Element

from ..model import Defect, Note
from .wxr_file import LARGEST, ExportFile, Opening, ParsableStream, TooLargeError
from .wxr_mend import Mended, mend
from .wxr_pieces import HEAD, Kind, Piece, pieces

STREAMED = ("item", "{*}author", "{*}category", "{*}tag", "{*}term")
"""What there may be many of; all else is read with the next of them."""
CHANNEL_END = re.compile(rb"</channel\s*>\s*</rss\s*>")
BLANKS = b" \t\r\n"
TITLE = re.compile(rb"<title>(?:\s*<!\[CDATA\[)?(.{0,4000}?)(?:\]\]>\s*)?</title>", re.DOTALL)
POST_ID = re.compile(rb"<wp:post_id>(?:<!\[CDATA\[)?\s*(\d+)")
SWALLOWED = re.compile(rb"(?<=</item>)(?=\s*<item>\s*<title>)")
"""Where an item begins that a CDATA section without an end has swallowed."""
EXPORT_AGAIN = "Export the site again (Tools, Export), and check that the file is whole: its last line is </rss>."
NO_END = "its end (</item>) is missing"
TOO_LARGE = f"it has more than {LARGEST >> 20} MB, which no article has and no memory should hold"
LOOK = "Look at it in WordPress: shorten it there, or move it by hand."
COMPARE = "Compare the article with the old site, and mend its Markdown by hand."

Report = Callable[[Defect], None]
"""Takes each loss as it is met."""


@dataclass(frozen=True, slots=True)
class Node:
    """One element of the channel. It is gone when the next one is asked for."""

    element: Element
    """An item, an author, a term, or a fact about the site."""
    line: int
    """Where it begins in the file, from 1."""
    notes: tuple[Note, ...] = ()
    """What was mended in it."""


def read_nodes(file: ExportFile, opening: Opening, report: Report) -> Iterator[Node]:
    """Give the channel's elements in order, with flat memory.

    Where the file is no well-formed XML, the channel's own elements may come twice; items come once.
    """
    items, skipped = 0, opening.skipped.count(b"\n")
    try:
        for element in _parsed(file, opening):
            items += element.tag == "item"
            yield Node(element, _line_of(element) + skipped)
    except (XMLSyntaxError, TooLargeError):
        yield from _Salvage(file, opening, report).nodes(after=items)


def _parsed(file: ExportFile, opening: Opening) -> Iterator[Element]:
    stream = ParsableStream(file, opening)
    measured = _Measured(stream)
    try:
        context = iterparse(
            measured,
            tag=STREAMED,
            # Otherwise the parser would look for itself, and might read markup where we saw none.
            encoding=opening.encoding,
            resolve_entities=False,
            load_dtd=False,
            no_network=True,
            huge_tree=True,
            strip_cdata=False,
        )
        for _, element in context:
            measured.size = 0
            channel = element.getparent()
            if channel is None or channel.tag == "item":
                continue
            yield from _emptied(channel, element)
        yield from channel_of(context.root)
    finally:
        stream.close()


class _Measured:
    """A stream that ends in an error where one element of it has more bytes than are held in memory."""

    def __init__(self, stream: ParsableStream) -> None:
        self._stream = stream
        self.size = 0

    def read(self, size: int = -1) -> bytes:
        """Give up to that many bytes; none at the end. Raises TooLargeError."""
        if self.size > LARGEST:
            raise TooLargeError
        chunk = self._stream.read(size)
        self.size += len(chunk)
        return chunk


def _line_of(element: Element) -> int:
    line: object = element.sourceline
    return line if isinstance(line, int) else 0


def _emptied(channel: Element, last: Element) -> Iterator[Element]:
    """Give the channel's children up to the one just read, and forget each: the tree never holds more than a few."""
    while True:
        child = channel[0]
        yield child
        # A text behind an element is forgotten with it; only blanks stand there.
        channel.remove(child)
        if child is last:
            return


def channel_of(root: Element) -> Element:
    """Give the element that has the facts and items as children, whatever it is called."""
    while (first := next(root.iterchildren("rss", "channel"), None)) is not None:
        root = first
    if root.tag == "rss" and len(root) == 1:
        return root[0]
    return root


class _Salvage:
    """Reads a file that is not well-formed, piece by piece, and reports each loss."""

    def __init__(self, file: ExportFile, opening: Opening, report: Report) -> None:
        self._file, self._opening, self._report = file, opening, report
        self._skipped = opening.skipped.count(b"\n")
        self._ended = False

    def nodes(self, after: int) -> Iterator[Node]:
        """Give the channel's elements, but for as many items as were read already."""
        stream, items = ParsableStream(self._file, self._opening), 0
        try:
            for piece in pieces(stream):
                items += piece.kind is not Kind.BETWEEN
                if piece.is_too_large and (piece.kind is Kind.BETWEEN or items > after):
                    self._leave_out(piece)
                elif piece.kind is Kind.BETWEEN:
                    yield from self._facts(piece)
                elif items > after:
                    yield from self._items(piece)
        finally:
            stream.close()
        if not self._ended:
            self._lose(
                0, "the file ends before its end (</rss> is missing); what came after is not in it", EXPORT_AGAIN
            )

    def _leave_out(self, piece: Piece) -> None:
        what = "what stands outside of the items" if piece.kind is Kind.BETWEEN else name_of(piece.text)
        self._lose(piece.line, f"{what} is lost: {TOO_LARGE}", LOOK)

    def _facts(self, piece: Piece) -> Iterator[Node]:
        end = _end_of_channel(piece.text)
        self._ended = self._ended or end is not None
        opens = b"<rss" in piece.text
        if opens and b"<channel" in piece.text and not self._ended:
            mended = mend(piece.text, self._opening.encoding, close="</channel></rss>")
        else:
            mended = mend(piece.text if opens else piece.text[:end], self._opening.encoding)
        if mended.lost or mended.guessed:
            lost = mended.lost or "its words could be read, but what belongs to what is a guess"
            self._lose(piece.line, f"outside of the items the XML is damaged ({mended.why}): {lost}", EXPORT_AGAIN)
        for element in channel_of(mended.root):
            yield Node(element, piece.line + self._skipped)

    def _items(self, piece: Piece) -> Iterator[Node]:
        if piece.kind is Kind.CUT:
            self._lose(piece.line, f"{name_of(piece.text)} is lost: the file ends within it", EXPORT_AGAIN)
            return
        mended = mend(piece.text, self._opening.encoding, close="</item>" if piece.kind is Kind.OPEN else "")
        parts = SWALLOWED.split(piece.text) if mended.why else [piece.text]
        if len(parts) == 1:
            yield from self._item(
                piece, replace(mended, why=mended.why or NO_END) if piece.kind is Kind.OPEN else mended
            )
            return
        line = piece.line
        for part in parts:
            yield from self._item(Piece(Kind.ITEM, part, line), mend(part, self._opening.encoding))
            line += part.count(b"\n")

    def _item(self, piece: Piece, mended: Mended) -> Iterator[Node]:
        item = mended.root.find("item")
        if item is None:
            self._lose(piece.line, f"{name_of(piece.text)} is lost: {mended.why}", EXPORT_AGAIN)
            return
        lost = mended.lost
        if mended.guessed and POST_ID.search(piece.text) and next(item.iterchildren("{*}post_id"), None) is None:
            lost = "; ".join(filter(None, (lost, "its fields cannot be told apart")))
        if lost:
            self._lose(piece.line, f"{name_of(piece.text)} is damaged ({mended.why}): {lost}", COMPARE)
        note = Note("damaged XML mended", f"{mended.why}. {lost}".strip(), review=bool(lost) or mended.guessed)
        yield Node(item, piece.line + self._skipped, (note,) if mended.why else ())

    def _lose(self, line: int, what: str, remedy: str) -> None:
        where = f"{self._file.name}, line {line + self._skipped}" if line else self._file.name
        self._report(Defect(where, what, remedy))


def _end_of_channel(text: bytes) -> int | None:
    """Give where the channel ends in the last part of a file; None where it does not, or more than comments follow."""
    end = _before_blanks(text, len(text))
    while text.endswith(b"-->", 0, end) and (start := text.rfind(b"<!--", 0, end)) >= 0:
        end = _before_blanks(text, start)
    start = text.rfind(b"</channel", 0, end)
    return start if start >= 0 and CHANNEL_END.fullmatch(text, start, end) else None


def _before_blanks(text: bytes, end: int) -> int:
    while end and text[end - 1] in BLANKS:
        end -= 1
    return end


def name_of(item: bytes) -> str:
    """Name an item by its title and id, as far as it has them."""
    # Looked for near the beginning alone: in an item full of titles without an end that could take hours.
    title, number = TITLE.search(item[:HEAD]), POST_ID.search(item)
    quoted = f' "{title[1].decode(errors="replace").strip()[:100]}"' if title else " without a title"
    return f"the item{quoted} (id {number[1].decode() if number else 'unknown'})"
