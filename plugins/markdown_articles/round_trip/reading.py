"""A reader on the way through an article: words, gaps, and marks for what is not words."""

from urllib.parse import unquote

from selectolax.lexbor import LexborNode

from ..languages import UNSAID, Language, language_of

_LINE_ENDS = str.maketrans("", "", "\t\r\n")
_SPACES = str.maketrans("\t\r\n\f", "    ", "\ufeff")
NOTHING, LINE, PARAGRAPH = range(3)
"""What separates a word from the one before it."""


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
        self.languages: list[Language] = [UNSAID]
        """What is said about the language of each open element, innermost last."""
        self.rows: list[int] = []
        self.captions: list[tuple[int, list[str]]] = []
        """For each open figure or table, how many marks stood before it, and its caption."""
        self.caption_starts: list[tuple[int, int]] = []
        """For each open caption, how many marks stood before it, and the gap."""

    @property
    def at_start(self) -> bool:
        """Whether nothing but structure came last, so that a gap would show nothing."""
        return not self.marks or type(self.marks[-1]) is Structure

    def end_words(self) -> None:
        """Take the text so far as words."""
        if not self.words:
            return
        text = "".join(self.words)
        self.words.clear()
        found = [word for word in text.translate(_SPACES).split(" ") if word and not word.isspace()]
        if found:
            self.separate()
            if self.quotes and self.at_start and found[0] == "—":
                del found[0]
            self.marks.extend(map(self._spoken, found) if any(self.languages[-1]) else found)

    def _spoken(self, word: str) -> str:
        """Give a word with its language; an address is in none."""
        if word.startswith(("http://", "https://")):
            return word
        return f"{word} [{' '.join(filter(None, self.languages[-1]))}]"

    def begin_language(self, node: LexborNode, tag: str) -> None:
        """Begin an element, which may be in another language than what is around it."""
        if not self.speaks:
            return
        own = language_of(node)
        if tag == "bdo" and own.direction:
            # Here even the letters of a word run the other way.
            own = own._replace(direction=f"letters {own.direction}")
        spoken = own.within(self.languages[-1])
        if spoken != self.languages[-1]:
            self.end_words()
        self.languages.append(spoken)

    def end_language(self) -> None:
        """Go back to the language around the element that ends."""
        if not self.speaks:
            return
        if self.languages[-1] != self.languages[-2]:
            self.end_words()
        self.languages.pop()

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
        self.separate()
        self.marks.append(name)

    def boundary(self) -> None:
        """End a block."""
        self.end_words()
        self.gap = PARAGRAPH
        self.gap_in_line = bool(self.one_line)


def classes_of(node: LexborNode) -> list[str]:
    """Give the class names of an element."""
    return (node.attributes.get("class") or "").split()


def address_of(address: str | None) -> str:
    """Give an address as it is meant: letters decoded, the scheme of the page filled in."""
    text = unquote(unquote((address or "").strip(" \t\r\n\f").translate(_LINE_ENDS)))
    return "https:" + text if text.startswith("//") else text
