"""The walk over the tree: one pass, no recursion, each tag met by its own pair of functions.

`Walk` holds what has been met so far: the leaf that is being filled, the inline markup that is open, and the
containers around it. Entering a block writes the leaf before it; markup open at that moment is closed there and opened
again in the next leaf, so that `<b>one<p>two</p></b>` is bold in both.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from ..languages import UNSAID, Language, language_of
from .emphasis import SIGNS
from .inline import Style, in_one_span, is_picture, tidy, write
from .lines import join
from .plain import plain
from .raw_html import DROPPED, clean_html
from .tokens import BREAK, ONE_LINE, Atom, Block, Break, Close, Frame, Kind, Open, Place, Text, Token

Leave = Callable[["Walk", LexborNode], None]
"""What is done when an element ends."""
Enter = Callable[["Walk", LexborNode], Leave | None]
"""What is done when an element begins; it gives what to do at its end, or `skip` when its content is done already."""

DEEPEST = 32
"""Lists, quotes and inline tags nest so deep at most; what is deeper is written at this depth. Each level indents all
that it holds, or is closed and opened again at each paragraph, so ten thousand of them, which no reader could tell
apart, would make a file of gigabytes."""

NAME_THEIR_LANGUAGE = frozenset({"bdi", "bdo", "details"})
"""Tags that stay in Markdown and say themselves in which language they are; in all others a span says it."""

_BEGIN_LEAVES = frozenset({"blockquote", "div", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "li", "p", "table"})
_MOST_TRIED = 4
"""How often over the HTML of a body may be read for plain leaves before that is given up: elements in each other, each
of which looks like a leaf, would be read again at every depth."""
PLAIN_LINES = (Place.HEADING, Place.CELL, Place.CAPTION, Place.CITE)


def skip(_walk: "Walk", _node: LexborNode) -> None:
    """Mark an element as done: its content is not walked."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What a conversion knows of the whole document before it begins."""

    style: Style
    """How the Markdown is written."""
    targets: frozenset[str] = frozenset()
    """The ids that links of this document point to."""
    notes: frozenset[str] = frozenset()
    """The names of the footnotes that have a text."""
    language: Callable[[LexborNode], str] | None = None
    """Gives the language of a code block that names none."""
    speaks: bool = False
    """Whether any element says something about its language or direction."""
    characters: int = 0
    """How long the HTML is where leaves may be written the short way, which knows no other form than the usual one."""


class Walk:
    """One conversion on its way."""

    def __init__(self, scope: Scope, enter: Mapping[str, Enter]) -> None:
        self.scope = scope
        self.enter = enter
        self.run: list[Token] = []
        self.opened: list[Open] = []
        self.frames = [Frame(Place.BODY)]
        self.depth = 0
        """How many lists and quotes are open."""
        self.anchors: list[str] = []
        """Link targets met, waiting for the next leaf."""
        self.noted: set[str] = set()
        """The footnotes referred to so far."""
        self.may_be_plain = scope.characters * _MOST_TRIED
        """How many characters of leaves may still be read in vain."""

    @property
    def frame(self) -> Frame:
        """The innermost container."""
        return self.frames[-1]

    def over(self, root: LexborNode) -> str:
        """Walk over all that the root holds and give its Markdown, without a newline at the end."""
        node = root.first_child
        above: list[tuple[LexborNode, Leave | None]] = []
        while node is not None:
            leave, child = self._enter(node)
            if child is not None:
                above.append((node, leave))
                node = child
                continue
            if leave is not None:
                leave(self, node)
            following = node.next
            while following is None and above:
                node, leave = above.pop()
                if leave is not None:
                    leave(self, node)
                following = node.next
            node = following
        self.flush()
        if self.anchors:
            self.add(Kind.PARAGRAPH, "")
        return join(self.frames[0].blocks).rstrip("\n")

    def _enter(self, node: LexborNode) -> tuple[Leave | None, LexborNode | None]:
        tag = node.tag
        if tag == "-text":
            text = node.text_content
            if text and (self.run or text.strip(" \t\r\n\f")):
                self.run.append(Text(text))
            return None, None
        if tag is None or tag[0] in "-_!" or (tag in DROPPED and tag not in self.enter):
            return None, None
        if self.scope.targets and (name := node.attributes.get("id")) in self.scope.targets and name:
            if tag in _BEGIN_LEAVES:
                self.flush()
            self.anchor(name)
        enter = self.enter.get(tag)
        leave = enter(self, node) if enter is not None else None
        if leave is skip:
            return None, None
        if self.scope.speaks and tag not in NAME_THEIR_LANGUAGE and self._open_language(node):
            leave = _after_language(leave)
        return leave, node.first_child

    @property
    def language(self) -> Language:
        """What is said about the language of what is met now."""
        return next((token.language for token in reversed(self.opened) if token.language is not None), UNSAID)

    def _open_language(self, node: LexborNode) -> bool:
        """Begin a span for what an element says about its language; say whether that is news."""
        own = language_of(node)
        spoken = own.within(self.language)
        if spoken == self.language:
            return False
        return self.open(Open("span", f"<span{own.attributes}>", language=spoken)) is not None

    def raw(self, node: LexborNode) -> str:
        """Give an element that stays HTML."""
        return clean_html(node, self.language)

    def anchor(self, name: str) -> None:
        """Keep a place that a link points to."""
        self.anchors.append('<a id="{}"></a>'.format(name.replace("&", "&amp;").replace('"', "&quot;")))

    def open(self, token: Open) -> Leave | None:
        """Begin inline markup; give what ends it, or None where it would say nothing that is not said around it."""
        if len(self.opened) > DEEPEST or (token.mark in SIGNS and self.opened.count(token) > (token.mark == "em")):
            return None
        self.run.append(token)
        self.opened.append(token)
        return _close

    def plain(self, node: LexborNode, *, one_line: bool = False) -> str | None:
        """Give the Markdown of an element that is one plain leaf, or None where it must be walked.

        Two thirds of the writer's time are spared by it.
        """
        text = self.short(node, plain)
        return None if one_line and text and ("\n" in text or "|" in text) else text

    def short(self, node: LexborNode, written: Callable[[str], str | None]) -> str | None:
        """Give the Markdown of an element from the HTML that it holds, or None where it must be walked."""
        if self.opened or self.anchors or self.may_be_plain <= 0:
            return None
        html = node.inner_html or ""
        text = written(html)
        if text is None:
            self.may_be_plain -= len(html)
        return text

    def flush(self, kind: Kind = Kind.TEXT) -> None:
        """Write the leaf so far into the container."""
        if not self.run:
            return
        run, self.run = self.run, list(self.opened)
        place = self.frame.place
        parts = self._paragraphs(run, place)
        parts[-1].extend(Close(token.mark) for token in reversed(self.opened))
        for part in parts:
            self._write(part, place, kind)

    def _paragraphs(self, run: list[Token], place: Place) -> list[list[Token]]:
        """Two breaks in a row show an empty line: that is a new paragraph, where there can be one."""
        if place in PLAIN_LINES or run.count(BREAK) <= 1:
            return [run]
        return _split_at_double_breaks(run)

    def _write(self, run: list[Token], place: Place, kind: Kind) -> None:
        tokens = in_one_span(tidy(run, one_line=place in ONE_LINE))
        if not tokens:
            return
        if place not in PLAIN_LINES and is_picture(unspoken := _without_silent_spans(tokens)):
            tokens = unspoken
            kind = Kind.FIGURE if kind is Kind.PARAGRAPH else Kind.PICTURE
            self.write_anchors()
        elif self.anchors:
            tokens = [*(Atom(anchor) for anchor in self.anchors), *tokens]
            self.anchors = []
        self.frame.blocks.append(Block(kind, write(tokens, place, self.scope.style)))

    def write_anchors(self) -> None:
        """Give the places that links point to a paragraph of their own."""
        if self.anchors:
            self.frame.blocks.append(Block(Kind.PARAGRAPH, "".join(self.anchors)))
            self.anchors = []

    def add(self, kind: Kind, text: str) -> None:
        """Write a block that is no leaf; the leaf before it must be written."""
        self.write_anchors()
        frame = self.frame
        # HTML allows only items in a list; a list beside them belongs to the item above.
        beside_items = frame.place is Place.LIST and frame.items and not frame.blocks
        (frame.items[-1] if beside_items else frame.blocks).append(Block(kind, text))

    def push(self, place: Place, node: LexborNode | None = None) -> Frame:
        """Begin a container."""
        self.flush()
        frame = Frame(place, node)
        self.frames.append(frame)
        return frame

    def pop(self) -> Frame:
        """End the innermost container and give it."""
        self.flush()
        return self.frames.pop()

    def nest(self, place: Place, node: LexborNode) -> bool:
        """Begin a container that indents what it holds, unless it would be too deep."""
        if self.depth >= DEEPEST:
            self.flush()
            return False
        self.depth += 1
        self.push(place, node)
        return True

    def unnest(self) -> Frame:
        """End a container that indents what it holds."""
        self.depth -= 1
        return self.pop()


def end_block(walk: Walk, _node: LexborNode) -> None:
    """Write the leaf that a block ends."""
    walk.flush()


def _close(walk: Walk, _node: LexborNode) -> None:
    token = walk.opened.pop()
    walk.run.append(Close(token.mark))


def _after_language(leave: Leave | None) -> Leave:
    """End the span that an element's language began, then the element."""

    def leave_both(walk: Walk, node: LexborNode) -> None:
        _close(walk, node)
        if leave is not None:
            leave(walk, node)

    return leave_both


def _without_silent_spans(tokens: list[Token]) -> list[Token]:
    """Give a leaf without words free of spans: a picture speaks no language, and alone it is a figure."""
    if any(type(token) is Text for token in tokens):
        return tokens
    return [token for token in tokens if not (isinstance(token, Open | Close) and token.mark == "span")]


def _split_at_double_breaks(run: list[Token]) -> list[list[Token]]:
    parts: list[list[Token]] = [[]]
    opened: list[Open] = []
    breaks: list[int] = []
    """Places of the breaks since the last content, in the part that is being filled."""
    for token in run:
        part = parts[-1]
        match token:
            case Break():
                breaks.append(len(part))
            case Text(text) if text.isspace() and text.isascii():
                pass
            case Open() | Close():
                pass
            case _:
                if len(breaks) > 1:
                    del part[breaks[0]]
                    parts.append(_reopened(part, opened))
                breaks = []
        if type(token) is Open:
            opened.append(token)
        elif type(token) is Close:
            opened.pop()
        parts[-1].append(token)
    return parts


def _reopened(part: list[Token], opened: list[Open]) -> list[Token]:
    part.extend(Close(token.mark) for token in reversed(opened))
    return list(opened)
