"""What a subclass of the writer may change: tags that it writes itself, tags that go."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping

from bs4 import BeautifulSoup, Tag
from markdownify import MarkdownConverter
from selectolax.lexbor import LexborNode

from .lines import join
from .markup import INLINE
from .tokens import ONE_LINE, Atom, Frame, Kind, Place, Text
from .walk import Enter, Leave, Walk, end_block, skip

Override = Callable[[Tag, str, set[str]], str]
"""Gives the Markdown of an element from its own soup, its content in Markdown, and the names around it."""

_METHOD = re.compile(r"convert_([a-z][a-z0-9_]*|hN)")
_NOT_TAGS = frozenset({"convert_soup", "convert_fn_cache"})
_PARTS = frozenset({"caption", "dd", "dt", "figcaption", "li", "summary", "tbody", "td", "tfoot", "th", "thead", "tr"})
_VERBATIM = frozenset({"code", "kbd", "pre", "samp"})
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def stripped(
    enter: Mapping[str, Enter], strip: Collection[str] | None, convert: Collection[str] | None
) -> dict[str, Enter]:
    """Give the table of tags with those unwrapped that markdownify's options `strip` and `convert` leave out."""
    chosen = dict(enter)
    for tag in enter:
        if tag in (strip or ()) or (convert is not None and tag not in convert):
            chosen[tag] = _pass_by if tag in INLINE else _pass_block
    return chosen


def _pass_by(_walk: Walk, _node: LexborNode) -> Leave | None:
    return None


def _pass_block(walk: Walk, _node: LexborNode) -> Leave | None:
    walk.flush()
    return end_block


def overridden(writer: MarkdownConverter, base: type) -> dict[str, Enter]:
    """Give the tags for which the classes below `base` define a method.

    Raises ValueError for a method whose tag is written with its whole.
    """
    enter: dict[str, Enter] = {}
    for name in _methods(type(writer), base):
        tag = name.removeprefix("convert_")
        if tag in _PARTS:
            raise ValueError(f"{name}: a <{tag}> is written with its whole; write the element around it instead")
        if tag == "hN":
            enter |= {heading: _heading(getattr(writer, name), int(heading[1])) for heading in _HEADINGS}
        else:
            enter[tag.replace("_", "-")] = _overriding(getattr(writer, name))
    return enter


def _methods(cls: type, base: type) -> Iterator[str]:
    for ancestor in reversed(cls.__mro__[: cls.__mro__.index(base)]):
        yield from (name for name in vars(ancestor) if _METHOD.fullmatch(name) and name not in _NOT_TAGS)


def _heading(method: Callable[[int, Tag, str, set[str]], str], level: int) -> Enter:
    return _overriding(lambda element, text, parents: method(level, element, text, parents))


def _overriding(method: Override) -> Enter:
    def enter(walk: Walk, node: LexborNode) -> Leave | None:
        if node.tag not in INLINE:
            walk.push(Place.OVERRIDE, node)
        else:
            _suspend(walk, node)
        if node.tag in _VERBATIM or node.first_child is None:
            leave(walk, node)
            return skip
        return leave

    def leave(walk: Walk, node: LexborNode) -> None:
        frame = walk.pop()
        text = (node.text() or "") if node.tag in _VERBATIM else join(frame.blocks)
        if frame.suspended:
            walk.run, walk.opened = frame.suspended
        _put(walk, node, method(as_soup(node), text, _names_above(node)))

    return enter


def _suspend(walk: Walk, node: LexborNode) -> None:
    """Let the leaf around an inline element wait while its content is written apart."""
    place = walk.frame.place if walk.frame.place in ONE_LINE else Place.OVERRIDE
    frame = Frame(place, node)
    frame.suspended = (walk.run, walk.opened)
    walk.run, walk.opened = [], []
    walk.frames.append(frame)


def _put(walk: Walk, node: LexborNode, markdown: str) -> None:
    inner = markdown.strip("\n")
    if node.tag not in INLINE or "\n\n" in inner:
        walk.flush()
        if inner:
            walk.add(Kind.HTML, inner)
        return
    for part in re.split(r"^( +)|( +)$", inner):
        if part:
            walk.run.append(Text(part) if part.isspace() else Atom(part))


def as_soup(node: LexborNode) -> Tag:
    """Give an element as BeautifulSoup has it."""
    soup = BeautifulSoup(node.html or "", "html.parser")
    return soup.find(True) or soup


def _names_above(node: LexborNode) -> set[str]:
    """Give the names of the elements around one, and markdownify's marks for one line and for verbatim text."""
    names: set[str] = set()
    parent = node.parent
    while parent is not None and parent.tag is not None and parent.tag[0] != "-":
        names.add(parent.tag)
        parent = parent.parent
    if names & {*_HEADINGS, "td", "th"}:
        names.add("_inline")
    if names & _VERBATIM:
        names.add("_noformat")
    return names
