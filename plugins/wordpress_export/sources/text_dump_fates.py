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
    STANDFIRST = "standfirst"
    """What stands between title and byline, and sums the article up."""
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
    DAY = "day"
    """The day on which it was published."""
    LOCAL_TIME = "local time"
    """Day and time at which it was published, without the offset."""
    COMMENT_MOMENT = "moment of a comment"
    """When the comment was written."""
    COMMENTER = "commenter"
    """Who wrote the comment below."""
    COMMENT = "comment"
    """A line of a reader's comment."""

    ADDRESS = "address"
    """Where the article stood on the old site."""

    RELATED_LABEL = "related label"
    """The words before the title of a related story."""
    LABEL = "label"
    """A word that says what stands beside it: `Written by`, `Avatar`, `Tags:`."""
    AGAIN = "title again"
    """The title, where the dump shows it more than once."""
    EXCERPT = "excerpt"
    """The beginning of the text, cut off, which a theme shows above it."""
    ENTRY = "entry"
    """The sentence of classic themes with the article's terms, date and author, in words that nobody has taught us."""
    BESIDE = "beside the byline"
    """Words around title and byline that say nothing about themselves: a category, the text of the lead picture."""
    COUNTER = "counter"
    """How long the article takes to read, how many have read or shared it."""
    BREADCRUMB = "breadcrumb"
    """The path from the site's home to the article."""
    CONTENTS = "contents"
    """The list of the article's headings, which a plugin made of them."""
    PARTS = "parts"
    """The numbers of the article's parts."""
    PASSWORD = "password form"  # noqa: S105  # the name of a fate, no secret
    """The form that stands in place of an article with a password."""
    ADVERTISEMENT = "advertisement"
    """What stands above an advertisement."""
    COOKIES = "cookies"
    """A banner that asks about cookies."""
    REPEATED = "on other pages too"
    """A line outside the body that stands on many pages of the site."""
    REPEATED_WITHIN = "on other pages too, within"
    """A line between paragraphs that stands on many pages of the site."""
    TEASER = "teaser"
    """The title or the beginning of another article."""
    HEADER = "header"
    """A line that a program put above the article, and that has no meaning here."""
    SEPARATOR = "separator"
    """What parts the articles of one file."""
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
        Fate.AGAIN: ("title shown again, left out", False),
        Fate.EXCERPT: ("excerpt left out: the text's own beginning, cut off", False),
        Fate.ENTRY: ("sentence with terms, date or author left out", True),
        Fate.BESIDE: ("words beside the byline left out: perhaps a category, or the text of the lead picture", True),
        Fate.COUNTER: ("reading time or counter left out", False),
        Fate.BREADCRUMB: ("breadcrumb left out", False),
        Fate.CONTENTS: ("list of the article's own headings left out", False),
        Fate.PARTS: ("numbers of the article's parts left out: the other parts are not in this text", True),
        Fate.PASSWORD: ("the body stands behind a password and is not in the text", True),
        Fate.ADVERTISEMENT: ("label of an advertisement left out", False),
        Fate.COOKIES: ("cookie banner left out", False),
        Fate.REPEATED: ("line that stands on many pages of the site, left out", False),
        Fate.REPEATED_WITHIN: ("line among the paragraphs that stands on many pages of the site, left out", True),
        Fate.TEASER: ("title or beginning of another article left out", True),
        Fate.HEADER: ("header line left out", True),
        Fate.SEPARATOR: ("separator between articles left out", False),
        Fate.AUTHOR_BOX: ("author box of unknown meaning: no co-author and no text unless you say so", True),
        Fate.DATE: ("date shown without its time and time zone", True),
        Fate.DAY: ("time of day unknown", True),
        Fate.LOCAL_TIME: ("time zone unknown", True),
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
    indented: bool = False
    """Whether white space stands before it, as browsers put it before the items of a list."""
    heads: float = 0.0
    """On which share of the site's pages it stands above the text; 0 where too few pages are known to tell."""
    others: float = 0.0
    """The same of all places below the first sentence of the text."""
    is_headline: bool = False
    """Whether it stands alone above the text of another page, as a title does."""

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
            lines.append(Line(number, words, block, raw[:1].isspace()))
        blank = not words
    return tuple(lines)
