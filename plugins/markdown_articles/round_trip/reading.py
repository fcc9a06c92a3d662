"""A reader on the way through an article: words, gaps, and marks for what is not words."""

from urllib.parse import unquote

from selectolax.lexbor import LexborNode

from ..languages import UNSAID, Language, language_of

_LINE_ENDS = str.maketrans("", "", "\t\r\n")
_SPACES = str.maketrans("\t\r\n\f", "    ", "\ufeff")
_DASHES = "—–― "
NOTHING, LINE, PARAGRAPH = range(3)
"""What separates a word from the one before it."""

_SAYING_THEIR_NAME = (
    "abbr",
    "code",
    "del",
    "dfn",
    "em",
    "ins",
    "kbd",
    "mark",
    "q",
    "rt",
    "samp",
    "small",
    "strong",
    "sub",
    "sup",
    "u",
    "var",
)
EMPHASES = {
    **{tag: tag for tag in _SAYING_THEIR_NAME},
    "b": "strong",
    "caption": "em",
    "figcaption": "em",
    "i": "em",
    "s": "del",
    "strike": "del",
    "tt": "code",
}
"""What an element says about the words in it, by its tag. A caption is emphasised as it is, in all its words, since
Markdown has no other form for it; so emphasis inside it says nothing more."""


class Structure(str):
    """A mark of the article's structure: it separates what is around it."""

    __slots__ = ()


LINE_END, PARAGRAPH_END = Structure("⏎"), Structure("¶")


class Reading:
    """A reader on the way through an article."""

    def __init__(self, *, speaks: bool) -> None:
        self.speaks = speaks
        """Whether any element says something about its language or direction."""
        self.marks: list[str] = []
        self.words: list[str] = []
        """Text since the last mark."""
        self.said = ""
        """How the text since the last mark is said."""
        self.joined = False
        """Whether no space stands between the last word and what comes next."""
        self.in_attribution = False
        """Whether the next word is the first of the name below a quote."""
        self.gap = NOTHING
        """What separates the next word from the last."""
        self.gap_in_line = False
        """Whether the gap is inside an element in which a paragraph is no more than a line."""
        self.one_line = 0
        """How many elements are open in which a paragraph is no more than a line."""
        self.quotes = 0
        self.lists: list[int | None] = []
        """The open lists, each with its next number."""
        self.links: list[tuple[int, str]] = []
        """The open links, each with how many marks stood before it, and its own."""
        self.voices: list[tuple[Language, frozenset[str], str]] = [(UNSAID, frozenset(), "")]
        """What each open element says: the language, the emphasis, and both as a quote shows them; innermost last."""
        self.rows: list[int] = []
        self.captions: list[tuple[int, list[str]]] = []
        """For each open figure or table, how many marks stood before it, and its caption."""
        self.caption_starts: list[tuple[int, int]] = []
        """For each open caption, how many marks stood before it, and the gap."""

    @property
    def voice(self) -> str:
        """How what comes next is said: its language and its emphasis, as a quote shows them."""
        return self.voices[-1][2]

    @property
    def at_start(self) -> bool:
        """Whether nothing but structure came last, so that a gap would show nothing."""
        return not self.marks or type(self.marks[-1]) is Structure

    def read(self, text: str) -> None:
        """Take text; what is said in another way than the text before it is another word."""
        if self.voice != self.said and not text.isspace():
            self.end_words()
            self.said = self.voice
        self.words.append(text)

    def end_words(self) -> None:
        """Take the text so far as words."""
        if not self.words:
            return
        text = "".join(self.words).translate(_SPACES)
        self.words.clear()
        found = [word for word in text.split(" ") if word and not word.isspace()]
        if not found:
            self.joined = self.joined and not text
            return
        if self.joined and text[0] != " " and not self.gap:
            found[0] = f"‿{found[0]}"
        self.separate()
        self._leave_out_dash(found)
        self.marks.extend([word if _is_address(word) else word + self.said for word in found] if self.said else found)
        self.joined = text[-1] != " "

    def _leave_out_dash(self, found: list[str]) -> None:
        """The dash before the name of who said a quote is the dialect's, and no word."""
        if self.in_attribution:
            found[0] = found[0].lstrip(_DASHES)
        if (self.in_attribution and not found[0]) or (self.quotes and self.at_start and found[0] == "—"):
            del found[0]
        self.in_attribution = False

    def begin_voice(self, node: LexborNode, tag: str) -> None:
        """Begin an element, whose words may be in another language than those around it, or emphasised."""
        emphasis = EMPHASES.get(tag)
        if emphasis is None and not self.speaks:
            return
        language, emphases, voice = self.voices[-1]
        own = language_of(node) if self.speaks else UNSAID
        if tag == "bdo" and own.direction:
            # Here even the letters of a word run the other way.
            own = own._replace(direction=f"letters {own.direction}")
        spoken = own.within(language)
        if spoken != language or emphasis:
            emphases = emphases | {emphasis} if emphasis else emphases
            voice = " ".join([*filter(None, spoken), *sorted(emphases)])
            voice = f" [{voice}]" if voice else ""
        self.voices.append((spoken, emphases, voice))

    def end_voice(self, tag: str) -> None:
        """Go back to the voice around the element that ends."""
        if self.speaks or tag in EMPHASES:
            self.voices.pop()

    def separate(self) -> None:
        """Mark the gap before what comes next."""
        if self.gap and not self.at_start and not self.gap_in_line and self.gap == PARAGRAPH:
            self.part_links()
        if self.gap and not self.at_start:
            self.marks.append(LINE_END if self.gap == LINE or self.gap_in_line else PARAGRAPH_END)
        self.gap = NOTHING

    def part_links(self) -> None:
        """A link across paragraphs is one link in each."""
        for number, (start, link) in enumerate(self.links):
            if len(self.marks) > start:
                self.marks.append(link)
                self.links[number] = (len(self.marks), link)

    def mark(self, name: str) -> None:
        """Note structure; it separates by itself."""
        self.end_words()
        self.joined = False
        if not self.at_start:
            self.part_links()
        self.gap = NOTHING
        self.marks.append(Structure(name))

    def unless_empty(self, begun: str, ended: str = "") -> None:
        """End structure that was marked when it began; if nothing came since, it showed nothing."""
        self.end_words()
        if self.marks and self.marks[-1] == begun:
            self.marks.pop()
        elif ended:
            self.mark(ended)

    def show(self, name: str) -> None:
        """Note something that stands among the words."""
        self.end_words()
        self.joined = False
        self.separate()
        self.marks.append(name)

    def boundary(self) -> None:
        """End a block."""
        self.end_words()
        self.joined = False
        self.gap = PARAGRAPH
        self.gap_in_line = bool(self.one_line)


def classes_of(node: LexborNode) -> list[str]:
    """Give the class names of an element."""
    return (node.attributes.get("class") or "").split()


def _is_address(word: str) -> bool:
    """An address is in no language, and no emphasis shows on the card that stands for it."""
    return word.startswith(("http://", "https://"))


def address_of(address: str | None) -> str:
    """Give an address as it is meant: letters decoded, the scheme of the page filled in."""
    text = unquote(unquote((address or "").strip(" \t\r\n\f").translate(_LINE_ENDS)))
    return "https:" + text if text.startswith("//") else text
