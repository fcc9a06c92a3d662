"""What a leaf holds before it is written, and what a container holds once its leaves are written.

A leaf is the run of text and inline markup between two block boundaries: a paragraph, a heading, a cell. It is written
only when it is whole, because what a character means in Markdown depends on its neighbours: `**` opens emphasis or not
by the letters around it, `1.` is a list only at the start of a line.
"""

from enum import Enum
from typing import NamedTuple

from selectolax.lexbor import LexborNode

from ..languages import Language


class Link(NamedTuple):
    """Where a link leads."""

    address: str
    """As the HTML gives it, entities decoded."""
    title: str
    """What a pointer shows; empty for none."""


class Text(NamedTuple):
    """Words, with the white space of the source."""

    text: str
    """As a reader sees them; nothing is escaped yet."""


class Open(NamedTuple):
    """Inline markup begins."""

    mark: str
    """`strong`, `em`, `del`, `a`, or the name of a tag that is kept as a tag."""
    tag: str = ""
    """The opening tag, for marks that Markdown has no form for."""
    link: Link | None = None
    """Where it leads, for the mark `a`."""
    language: Language | None = None
    """What is said about everything inside, for a `span`."""


class Close(NamedTuple):
    """Inline markup ends."""

    mark: str
    """The mark of its `Open`."""


class Atom(NamedTuple):
    """Markdown that no later rule may touch: a picture, a code span, a note mark, a tag."""

    markdown: str
    """As it will stand in the file."""
    code: str | None = None
    """The content of a code span, so that it can be written as a tag where backticks would meet."""
    picture: bool = False
    """Whether it is a picture; a picture alone in its paragraph is a figure."""


class Break(NamedTuple):
    """A line ends inside a leaf (`<br>`)."""


BREAK = Break()

Token = Text | Open | Close | Atom | Break


class Kind(Enum):
    """What a written block is, as far as its neighbours and its list item need to know."""

    TEXT = "text that stood in no paragraph of its own"
    PARAGRAPH = "text in a `<p>`"
    PICTURE = "a picture alone in a place, in no paragraph of its own"
    FIGURE = "a picture alone in its paragraph, perhaps with a caption line"
    GALLERY = "pictures in a row, one paragraph each"
    EMBED = "an address alone in its paragraph"
    HEADING = "a heading"
    RULE = "a thematic break"
    QUOTE = "a quote"
    CITE = "the attribution of a quote"
    BULLETS = "a list without numbers"
    NUMBERS = "a numbered list"
    CODE = "a fence"
    TABLE = "a table with pipes"
    HTML = "a block of HTML"
    FOOTNOTE = "the text of a footnote"


class Block(NamedTuple):
    """A block of finished Markdown."""

    kind: Kind
    """What it is."""
    text: str
    """Its lines, without a newline at the end."""


class Place(Enum):
    """The element whose content is being written."""

    BODY = "the document"
    QUOTE = "a quote"
    CITE = "the attribution of a quote"
    LIST = "a list, between its items"
    ITEM = "a list item"
    HEADING = "a heading"
    FIGURE = "a figure"
    EMBED = "a figure that is an embed"
    GALLERY = "a gallery"
    CAPTION = "a caption"
    TABLE = "a table, between its cells"
    CELL = "a cell of a table"
    FOOTNOTES = "the section of the footnotes"
    FOOTNOTE = "a footnote"
    OVERRIDE = "an element that a subclass writes"


ONE_LINE = (Place.HEADING, Place.CELL)
"""Places where a line cannot end: a break is written as `<br>`."""


class Frame:
    """A container whose content is being written."""

    __slots__ = ("blocks", "caption", "items", "node", "place", "rows", "suspended")

    def __init__(self, place: Place, node: LexborNode | None = None) -> None:
        self.place = place
        self.node = node
        self.blocks: list[Block] = []
        self.items: list[list[Block]] = []
        """The items of a list."""
        self.rows: list[tuple[LexborNode, list[tuple[LexborNode, str]]]] = []
        """The rows of a table, each with its cells and their text."""
        self.caption = ""
        """The caption of a figure or a table, in Markdown without its outer emphasis."""
        self.suspended: tuple[list[Token], list[Open]] | None = None
        """The leaf around an inline element that a subclass writes."""
