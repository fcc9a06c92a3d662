"""The ledger of a text dump: every piece of every line, each with exactly one fate."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Fate(StrEnum):
    """What became of a piece of the dump."""

    TITLE = "title"
    """The article's title."""
    BYLINE = "byline"
    """The name of an author."""
    CAPTION = "caption"
    """The caption of the lead picture."""
    DEK = "dek"
    """The first paragraph of the body, which is the summary too."""
    PARAGRAPH = "paragraph"
    """A paragraph of the body, or one line of it."""
    HEADING = "heading"
    """A heading of the body."""
    LIST = "list"
    """An item of a list of the body."""
    QUOTE = "quote"
    """A pull quote of the body, or one line of it."""
    ATTRIBUTION = "attribution"
    """Who said the quote above."""
    EMBED = "embed"
    """An address alone on its line, which WordPress shows as what lies there."""
    EMBED_CAPTION = "caption of an embed"
    """The line under such an address."""
    BULLET = "bullet"
    """The bullet or number of an item, which the list itself makes anew."""
    JOINT = "joint"
    """A sign that structure stands for: the dash before a name, the comma or the `and` between two."""
    RELATED_TITLE = "related title"
    """The title of a related story."""
    CATEGORY = "category"
    """The name of a category."""
    TAG = "tag"
    """The name of a tag."""
    MOMENT = "moment"
    """When it was published, to the second and with the offset."""
    COMMENTER = "commenter"
    """Who wrote the comment below."""
    COMMENT = "comment"
    """A line of a reader's comment."""

    RELATED_LABEL = "related label"
    """The words before the title of a related story."""
    LABEL = "label"
    """A word that says what stands beside it: `Written by`, `Avatar`, `Tags:`."""
    AUTHOR_BOX = "author box"
    """A name with an avatar below the body: perhaps an author, perhaps a reader."""
    DATE = "date"
    """A date that does not say the time and the offset."""
    COMMENT_DATE = "date of a comment"
    """When a comment was written, in words."""
    NAMELESS_COMMENT = "comment without a name"
    """Words among the comments that no avatar gives a name to, such as a pingback."""
    STRAY = "stray punctuation"
    """Punctuation alone on a line, left over from a list of links."""
    MASTHEAD = "masthead"
    """What stands above the title: the site's name and its menu."""
    NAVIGATION = "navigation"
    """Links to other pages: skip to the content, the next article, the previous one."""
    SHARING = "sharing buttons"
    """Words of the buttons that share or like the article."""
    COMMENT_FORM = "comment form"
    """Words of the comments section that no reader wrote."""
    WIDGET = "widget heading"
    """The heading of a widget."""
    WIDGET_LINE = "widget line"
    """A short line under the heading of a widget."""
    FOOTER = "footer"
    """Words of the footer that WordPress's themes print."""
    BELOW = "below the body"
    """A short line below the body that is no known part of a page."""


NOTES: Mapping[Fate, tuple[str, bool]] = MappingProxyType(
    {
        Fate.RELATED_LABEL: ("label of a related story left out", False),
        Fate.LABEL: ("label left out", False),
        Fate.AUTHOR_BOX: ("author box of unknown meaning: no co-author and no text unless you say so", True),
        Fate.DATE: ("date shown without its time and time zone", True),
        Fate.COMMENT_DATE: ("date of a comment left out", False),
        Fate.NAMELESS_COMMENT: ("words among the comments without a name, left out", True),
        Fate.STRAY: ("stray punctuation left out", False),
        Fate.MASTHEAD: ("masthead above the title left out", True),
        Fate.NAVIGATION: ("navigation left out", False),
        Fate.SHARING: ("sharing buttons left out", False),
        Fate.COMMENT_FORM: ("comment form left out", False),
        Fate.WIDGET: ("widget heading left out", False),
        Fate.WIDGET_LINE: ("line under a widget heading left out", True),
        Fate.FOOTER: ("footer left out", False),
        Fate.BELOW: ("line below the body left out", True),
    }
)
"""The fates that end in a note: its kind, and whether a person should look. The words themselves are its detail."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the dump that is not blank."""

    number: int
    """Counted from 1, blank lines included."""
    text: str
    """Without the white space around it."""
    block: int
    """Which run of lines between blank lines it belongs to, counted from 1."""

    def fated(self, *pieces: tuple[str, Fate]) -> tuple["FatedLine", ...]:
        """Give the pieces of the line with their fates, the empty ones left out."""
        return tuple(FatedLine(self.number, text.strip(), fate, self.block) for text, fate in pieces if text.strip())


@dataclass(frozen=True, slots=True)
class FatedLine:
    """A line, or a piece of a line, with its fate."""

    number: int
    """The line's number in the dump, counted from 1."""
    text: str
    """Exactly as the dump has it."""
    fate: Fate
    """The one thing that became of it."""
    block: int
    """Pieces of one block and one fate belong together."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Words whose fate a person should confirm."""

    kind: str
    """The doubt, as the note puts it."""
    text: str
    """The words."""


@dataclass(frozen=True, slots=True)
class Zone:
    """The reading of a part of the dump: its head, its body, its comments or its foot."""

    lines: tuple[FatedLine, ...] = ()
    """In the dump's order."""
    doubts: tuple[Doubt, ...] = ()
    """In the dump's order."""


@dataclass(frozen=True, slots=True)
class DumpReading:
    """A whole dump, read: the words of `lines` in order are the words of the dump."""

    lines: tuple[FatedLine, ...]
    """In the dump's order."""
    doubts: tuple[Doubt, ...] = ()
    """In the dump's order."""

    def texts(self, fate: Fate) -> tuple[str, ...]:
        """Give what has this fate, in order."""
        return tuple(line.text for line in self.lines if line.fate is fate)


def split_lines(text: str) -> tuple[Line, ...]:
    """Give the lines that are not blank, whatever the line ends."""
    lines: list[Line] = []
    block, blank = 0, True
    for number, raw in enumerate(text.splitlines(), start=1):
        words = raw.strip()
        if words:
            block += blank
            lines.append(Line(number, words, block))
        blank = not words
    return tuple(lines)
