"""The run of a leaf, written: white space as HTML shows it, markup without empty or doubled parts, words escaped."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from . import addresses
from .code import code_tag
from .emphasis import SIGNS, emphasis, emphasise
from .escaping import Leaf, escape, escape_heading, escape_line_starts, leaf_facts
from .tokens import BREAK, ONE_LINE, Atom, Break, Close, Link, Open, Place, Text, Token

WHITE_SPACE = re.compile(r"[ \t\r\n\f]+")
_UNTIDY = re.compile(r"[\t\r\n\f]|  ")
_EMPHASISED = (Place.CAPTION, Place.OVERRIDE)
_AS_IN_CAPTIONS = 2
_EM, _END_OF_EM = Open("em"), Close("em")
_EMPTY_LINK = Link("", "")


@dataclass(frozen=True, slots=True)
class Style:
    """What may differ from one conversion to another."""

    safe: bool = False
    """Whether emphasis is written as tags and every tilde escaped."""
    autolinks: bool = True
    """Whether a link whose text is its address is written `<https://…>`."""


class _Tidier:
    """Puts the tokens of a leaf in the order in which they can be written."""

    def __init__(self, *, keeps_first_break: bool) -> None:
        self.out: list[Token] = []
        self.waiting: list[Open] = []
        self.space = False
        self.fresh = True
        self.keeps_first_break = keeps_first_break
        self.depth: dict[str, int] = {}
        self.nested = False
        """Whether emphasis stands within emphasis."""

    def text(self, text: str) -> None:
        """Take words; white space is one space, and it stands outside of markup."""
        if _UNTIDY.search(text):
            text = WHITE_SPACE.sub(" ", text)
        if text[:1] == " ":
            self.space = not self.fresh
            text = text[1:]
        if not text:
            return
        self.before_content()
        if text[-1] == " ":
            self.space = True
            text = text[:-1]
        self.put(text)

    def before_content(self) -> None:
        """Write what waited for content to come: a space, then opening marks."""
        if self.space:
            self.space = False
            self.put(" ")
        self.fresh = False
        for token in self.waiting:
            if self.out and self.out[-1] == Close(token.mark) and token.mark in SIGNS:
                self.out.pop()
            else:
                self.out.append(token)
        self.waiting.clear()

    def put(self, text: str) -> None:
        """Add words to those before them."""
        if self.out and type(last := self.out[-1]) is Text:
            self.out[-1] = Text(last.text + text)
        else:
            self.out.append(Text(text))

    def open(self, token: Open) -> None:
        """Let a mark wait for content; the same emphasis inside itself says nothing new."""
        depth = self.depth[token.mark] = self.depth.get(token.mark, 0) + 1
        if self.says_something(token.mark, depth):
            self.waiting.append(token)

    def says_something(self, mark: str, depth: int) -> bool:
        """Say whether a mark is news at this depth; emphasis within emphasis may be, see `_without_doubled`."""
        if mark not in SIGNS or depth == 1:
            return True
        self.nested = self.nested or mark == "em"
        return mark == "em" and depth == _AS_IN_CAPTIONS

    def close(self, token: Close) -> None:
        """End a mark, in front of the breaks at its end; one without content vanishes."""
        depth = self.depth[token.mark]
        self.depth[token.mark] = depth - 1
        if not self.says_something(token.mark, depth):
            return
        if self.waiting:
            self.waiting.pop()
            return
        end = len(self.out)
        while self.out[end - 1] is BREAK:
            end -= 1
        self.out.insert(end, token)

    def line_break(self) -> None:
        """End a line, unless nothing stands on it yet."""
        self.space = False
        if not self.fresh or (self.keeps_first_break and self.out):
            self.out.append(BREAK)
            self.fresh = True

    def atom(self, token: Atom) -> None:
        """Take finished Markdown."""
        self.before_content()
        self.out.append(token)


def tidy(run: Sequence[Token], *, one_line: bool = False) -> list[Token]:
    """Give the tokens of a leaf without what a reader does not see."""
    if len(run) == 1 and type(run[0]) is Text:
        # Most paragraphs are this simple.
        text = WHITE_SPACE.sub(" ", run[0].text).strip(" ")
        return [Text(text)] if text.strip() else []
    tidier = _Tidier(keeps_first_break=one_line)
    for token in run:
        match token:
            case Text(text):
                tidier.text(text)
            case Open():
                tidier.open(token)
            case Close():
                tidier.close(token)
            case Break():
                tidier.line_break()
            case Atom():
                tidier.atom(token)
    out = tidier.out
    while out and out[-1] is BREAK:
        out.pop()
    if tidier.nested:
        out = _without_doubled(out)
    return [] if all(type(token) is Text and not token.text.strip() for token in out) else out


def in_one_span(tokens: list[Token]) -> list[Token]:
    """Give a leaf with one span in the place of several around the same words, saying what all of them said."""
    while _is_whole(tokens, "span") and _is_whole(tokens[1:-1], "span"):
        _, inner, *rest, _ = tokens
        if type(inner) is Open and inner.language is not None:
            inner = inner._replace(tag=f"<span{inner.language.attributes}>")
        tokens = [inner, *rest]
    return tokens


def _without_doubled(tokens: list[Token]) -> list[Token]:
    """Give the leaf without emphasis inside emphasis, unless the outer one is around all of it, as in captions."""
    whole = _is_whole(tokens, "em")
    if whole and _is_whole(tokens[1:-1], "em"):
        return tokens[1:-1]
    if whole:
        return tokens
    kept = _Tidier(keeps_first_break=True)
    depth = 0
    for token in tokens:
        opens, closes = token == _EM, token == _END_OF_EM
        depth += opens
        if type(token) is Text:
            kept.put(token.text)
        elif depth == 1 or not (opens or closes):
            kept.out.append(token)
        depth -= closes
    return kept.out


def is_picture(tokens: Sequence[Token]) -> bool:
    """Say whether a leaf is one picture and nothing else, linked or not."""
    if type(tokens[0]) is Open and tokens[0].mark == "a" and type(tokens[-1]) is Close:
        tokens = tokens[1:-1]
    return len(tokens) == 1 and type(tokens[0]) is Atom and tokens[0].picture


def write(tokens: Sequence[Token], place: Place, style: Style) -> str:
    """Give the Markdown of a tidied leaf."""
    if _is_whole(tokens, "em"):
        if place is Place.CAPTION:
            # A caption is emphasised as it is.
            return write(tokens[1:-1], place, style)
        inner = _join(tokens[1:-1], place if place in ONE_LINE else Place.CAPTION, style)
        return emphasise(escape_line_starts(inner, first=False), as_tags=style.safe)
    text = _join(tokens, place, style)
    if place is Place.HEADING:
        return escape_heading(text)
    if place is Place.CELL:
        return text
    return escape_line_starts(text, first=place not in (Place.CAPTION, Place.CITE))


def _is_whole(tokens: Sequence[Token], mark: str) -> bool:
    """Say whether one mark is around all of a leaf."""
    if not tokens or type(tokens[0]) is not Open or tokens[0].mark != mark or tokens[-1] != Close(mark):
        return False
    depth = 0
    for place, token in enumerate(tokens):
        if isinstance(token, Open | Close) and token.mark == mark:
            depth += 1 if type(token) is Open else -1
        if not depth:
            return place == len(tokens) - 1
    return False


def _join(tokens: Sequence[Token], place: Place, style: Style) -> str:
    texts = [token.text for token in tokens if type(token) is Text]
    # A tilde beside a star hides the star from GitHub's reader, so it is escaped wherever there are stars.
    struck = style.safe or place in _EMPHASISED or any(type(token) is Open and token.mark in SIGNS for token in tokens)
    leaf = leaf_facts(texts, struck=struck)
    if len(tokens) == 1 and texts:
        return _in_place(escape(texts[0], _before(place), leaf), place)
    return _Writing(tokens, place, style, leaf).text()


def _before(place: Place) -> str:
    """Give what stands before a leaf on its line: an attribution follows its dash."""
    return " " if place is Place.CITE else ""


def _in_place(text: str, place: Place) -> str:
    return text.replace("|", "\\|") if place is Place.CELL else text


class _Writing:
    """One leaf on its way from tokens to text."""

    def __init__(self, tokens: Sequence[Token], place: Place, style: Style, leaf: Leaf) -> None:
        self.tokens = tokens
        self.place = place
        self.style = style
        self.leaf = leaf
        self.parts: list[str] = []
        self.links: list[tuple[Link, int, int]] = []
        """Open links: where each leads, the place of its token, and how many parts stood before it."""
        self.signs = emphasis(tokens, as_tags=style.safe)

    def text(self) -> str:
        """Give the whole leaf."""
        for place, token in enumerate(self.tokens):
            match token:
                case Text(text):
                    self.words(text, place)
                case Open():
                    self.opening(token, place)
                case Close(mark):
                    self.closing(mark, place)
                case Break():
                    self.parts.append("<br>" if self.place in ONE_LINE else "  \n")
                case Atom():
                    self.atom(token)
        return "".join(self.parts)

    def words(self, text: str, place: int) -> None:
        """Write a text, escaped for where it stands."""
        before = self.parts[-1][-1:] if self.parts else _before(self.place)
        text = escape(text, before, self.leaf, linked=bool(self.links))
        if self.links and text.startswith("^") and before == "[":
            text = "\\" + text
        if text.endswith("!") and self.bracket_follows(place):
            text = text[:-1] + "\\!"
        self.parts.append(_in_place(text, self.place))

    def bracket_follows(self, place: int) -> bool:
        """Tell whether what is written next begins with `[`, before which a `!` would make a picture."""
        if place + 1 == len(self.tokens):
            return False
        following = self.tokens[place + 1]
        return (
            following[0].startswith("[")
            if type(following) is Atom
            else type(following) is Open and following.mark == "a"
        )

    def opening(self, token: Open, place: int) -> None:
        """Begin a link or a mark."""
        if token.mark == "a":
            self.links.append((token.link or _EMPTY_LINK, place, len(self.parts)))
            self.parts.append("[")
        else:
            self.parts.append(self.signs.get(place, token.tag))

    def closing(self, mark: str, place: int) -> None:
        """End a link or a mark."""
        if mark != "a":
            self.parts.append(self.signs.get(place, f"</{mark}>"))
            return
        link, opened, before = self.links.pop()
        short = self.autolink(link, opened, place)
        if short:
            del self.parts[before:]
            self.parts.append(short)
        else:
            self.parts.append(
                f"]({addresses.destination(link.address)}{_in_place(addresses.title(link.title), self.place)})"
            )

    def autolink(self, link: Link, opened: int, closed: int) -> str | None:
        """Give `<https://…>` for a link whose words are its address; None for any other."""
        content = self.tokens[opened + 1]
        if (
            self.tokens[closed - 1] is not content
            or type(content) is not Text
            or link.title
            or not self.style.autolinks
        ):
            return None
        short = addresses.autolink(link.address, content.text)
        return short if short is None or self.place is not Place.CELL or "|" not in short else None

    def atom(self, token: Atom) -> None:
        """Write what is finished already; code that would touch other code becomes a tag."""
        touching = token.code is not None and self.parts and self.parts[-1].endswith("`")
        self.parts.append(
            code_tag(token.code, in_cell=self.place is Place.CELL)
            if touching and token.code is not None
            else token.markdown
        )
