"""What an article shows, as one flat list: its words in order, and marks for its links, pictures and structure.

Two bodies that show the same give the same list, however they are written: `<b>` or `<strong>`, one paragraph with two
breaks or two paragraphs, an address encoded or not. So that a mistake of the writer is not made here again, the two
share no rule but what an element says about its language; the bare traversal of a tree is common to both.
"""

from collections.abc import Iterable

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ..languages import forget_the_obvious, speaks
from . import content, structure
from .reading import Reading

_BEGIN = {**structure.BEGIN, **content.BEGIN}
_END = {**structure.END, **content.END}
_UNSEEN = frozenset(
    {
        "area",
        "base",
        "canvas",
        "col",
        "colgroup",
        "embed",
        "frame",
        "frameset",
        "head",
        "link",
        "map",
        "meta",
        "noembed",
        "noframes",
        "object",
        "param",
        "script",
        "source",
        "style",
        "svg",
        "template",
        "title",
        "track",
        "wbr",
    }
)
_BLOCKS = frozenset(
    {
        "address",
        "article",
        "aside",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "noscript",
        "ol",
        "optgroup",
        "option",
        "p",
        "pre",
        "search",
        "section",
        "summary",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "ul",
    }
)
_ONE_LINE = frozenset({"td", "th", "figcaption", "caption", "summary"})


def shown(html: str) -> list[str]:
    """Give what a body shows."""
    tree = LexborHTMLParser(f"<!doctype html><body>{html}")
    reading = Reading(speaks=speaks(html))
    if reading.speaks:
        forget_the_obvious(tree, html)
    root = tree.body or tree.root
    node = root.first_child if root is not None else None
    while node is not None:
        _walk(node, reading)
        node = node.next
    reading.end_words()
    return reading.marks


def shown_in(blocks: Iterable[LexborNode]) -> list[str]:
    """Give what some blocks of a body show that says nothing about languages."""
    reading = Reading(speaks=False)
    for block in blocks:
        _walk(block, reading)
    reading.end_words()
    return reading.marks


def _walk(root: LexborNode, reading: Reading) -> None:
    """Read a node and all that it holds."""
    node: LexborNode | None = root
    above: list[tuple[LexborNode, str]] = []
    while node is not None:
        tag = node.tag or "-"
        child = None
        if tag == "-text":
            reading.read(node.text_content or "")
        elif tag[0] not in "-_!" and tag not in _UNSEEN and _begin(reading, node, tag):
            child = node.first_child
            if child is None:
                _end(reading, node, tag)
            else:
                above.append((node, tag))
        if child is None and not above:
            return
        following = child or node.next
        while following is None and above:
            node, tag = above.pop()
            _end(reading, node, tag)
            following = node.next if above else None
        node = following


def _begin(reading: Reading, node: LexborNode, tag: str) -> bool:
    """Meet an element; say whether its content is to be read."""
    if tag in _BLOCKS:
        reading.boundary()
    if tag in _ONE_LINE:
        reading.end_words()
        reading.one_line += 1
    reading.begin_voice(node, tag)
    begin = _BEGIN.get(tag)
    if begin is None or begin(reading, node):
        return True
    reading.end_voice(tag)
    return False


def _end(reading: Reading, node: LexborNode, tag: str) -> None:
    """Leave an element whose content was read."""
    if (end := _END.get(tag)) is not None:
        end(reading, node)
    if tag in _ONE_LINE:
        reading.end_words()
        reading.one_line -= 1
    if tag in _BLOCKS:
        reading.boundary()
    reading.end_voice(tag)
