"""The tree of a body: HTML5 parsing by lexbor, and the few moves that the steps are made of."""

import re
from collections.abc import Iterable, Iterator

from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser, LexborNode

Node = LexborNode

# With mutation events on, lexbor walks the whole subtree of each node that is moved: quadratic on deep bodies.
_NO_EVENTS = LexborDocumentOptions.WO_EVENTS.value


def tag_set(names: str) -> frozenset[str]:
    """Give a set of tag names from a line of words."""
    return frozenset(names.split())


HEADINGS = tag_set("h1 h2 h3 h4 h5 h6")
LAYOUT = tag_set("div section article main header footer center nav hgroup form fieldset noscript aside address figure")
"""Tags that only arrange their content."""
BLOCKS = (
    HEADINGS
    | LAYOUT
    | tag_set("p ul ol menu dir li dl dt dd blockquote pre hr details summary audio video iframe figcaption legend")
    | tag_set("table caption colgroup col thead tbody tfoot tr td th")
)
"""Tags that cannot stand inside a line of text."""

_OPENED_IN_LINES = BLOCKS - tag_set("audio video iframe")
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
"""What no document may hold; WordPress stores it all the same, some of it as entities."""


class BodyTree:
    """A body as a tree that steps change in place."""

    def __init__(self, html: str) -> None:
        """Parse a body; every body is HTML to an HTML5 parser, however broken."""
        text = CONTROLS.sub("", html.replace("\f", " ")).encode("utf-8", "replace")
        # Without the doctype the parser would be in quirks mode, where a table does not end a paragraph.
        self._parser = LexborHTMLParser(b"<!doctype html><body>" + text, options=_NO_EVENTS)
        if self._parser.body is None:
            raise ValueError("the HTML5 parser gave a document without a body")
        self.root: Node = self._parser.body
        self.source = html.lower()
        """What was parsed, in lower case: to look for a mark in it costs a fiftieth of what a step on the tree does."""

    def may_hold(self, *marks: str) -> bool:
        """Tell whether what was parsed has one of these marks, for steps that are seldom needed."""
        return any(mark in self.source for mark in marks)

    def find(self, selector: str) -> Iterator[Node]:
        """Give the elements that match, in order, without those that an earlier turn of the loop removed."""
        # lexbor counts the element itself among those that are looked for in it, and gives an element once for each of
        # the selectors that it matches.
        last = self.root.mem_id
        for node in self.root.css(selector):
            if node.parent is not None and node.mem_id not in (last, self.root.mem_id):
                last = node.mem_id
                yield node

    def new(self, tag: str, **attributes: str) -> Node:
        """Give a new element that stands nowhere yet; names are written `class_`, `data_x`."""
        node = self._parser.create_node(tag)
        for name, value in attributes.items():
            node.attrs[name.rstrip("_").replace("_", "-")] = value
        return node

    def rename(self, node: Node, tag: str) -> Node:
        """Put an element with another tag, and the same children and attributes, in an element's place."""
        renamed = self.new(tag)
        for name, value in node.attributes.items():
            renamed.attrs[name] = value
        move_children(node, renamed)
        node.replace_with(renamed, move=True)
        return renamed


def attribute(node: Node, name: str) -> str:
    """Give an attribute's value, stripped; empty where there is none."""
    return (node.attrs.get(name) or "").strip()


def classes(node: Node) -> frozenset[str]:
    """Give the names in an element's `class`."""
    return frozenset((node.attrs.get("class") or "").split())


def children(node: Node) -> list[Node]:
    """Give a node's children, text and comments among them."""
    return list(node.iter(include_text=True))


def move_children(source: Node, target: Node) -> None:
    """Move all children to the end of another element."""
    for child in children(source):
        target.insert_child(child, move=True)


def place_after(node: Node, others: Iterable[Node]) -> None:
    """Put nodes behind a node, in order."""
    last = node
    for other in others:
        last.insert_after(other, move=True)
        last = other


def place_before(node: Node, others: Iterable[Node]) -> None:
    """Put nodes in front of a node, in order."""
    for other in others:
        node.insert_before(other, move=True)


def replace(node: Node, others: Iterable[Node]) -> None:
    """Put nodes in a node's place, in order."""
    place_before(node, others)
    node.decompose()


def ancestors(node: Node) -> Iterator[Node]:
    """Give the elements around a node, innermost first, up to the body itself."""
    above = node.parent
    while above is not None and above.tag != "body":
        yield above
        above = above.parent


def closest(node: Node, tags: frozenset[str]) -> Node | None:
    """Give the innermost element around a node that has one of these tags."""
    return next((above for above in ancestors(node) if above.tag in tags), None)


def words(node: Node) -> str:
    """Give the text of a node with single spaces."""
    return " ".join((node.text() if not node.is_text_node else node.text_content or "").split())


def is_white(node: Node) -> bool:
    """Whether a node is text that shows nothing, or a comment."""
    return (node.is_text_node and not (node.text_content or "").strip(" \t\r\n\f")) or node.is_comment_node


def is_alone(node: Node) -> bool:
    """Whether a node is all that its parent shows."""
    for step in ("prev", "next"):
        sibling = getattr(node, step)
        while sibling is not None and is_white(sibling):
            sibling = getattr(sibling, step)
        if sibling is not None:
            return False
    return True


_SHOWN = "img, audio, video, iframe, hr, table, input, object, embed, svg, a[id], [data-fn]"


def is_empty(node: Node) -> bool:
    """Whether an element shows nothing: no words, no picture, no target of a link."""
    return not node.text().strip().strip("\u200b\ufeff\u00ad") and node.css_first(_SHOWN) is None


def is_line(node: Node) -> bool:
    """Whether a node can stand inside a line of text."""
    return node.tag not in BLOCKS


def runs(node: Node) -> list[list[Node]]:
    """Give the children, each block by itself and what stands in one line together; white lines are left out."""
    runs: list[list[Node]] = []
    is_open = False
    for child in children(node):
        if not is_line(child):
            runs.append([child])
            is_open = False
        elif is_open:
            runs[-1].append(child)
        else:
            runs.append([child])
            is_open = True
    return [run for run in runs if not all(is_white(child) for child in run)]


def strip_edges(node: Node) -> None:
    """Remove the white space and the line breaks that open or close an element."""
    for step in ("first_child", "last_child"):
        while (edge := getattr(node, step)) is not None and (is_white(edge) or edge.tag == "br"):
            edge.decompose()
    first, last = node.first_child, node.last_child
    if first is not None and first.is_text_node and (text := first.text_content or "") != text.lstrip(" \t\r\n"):
        first.replace_with(text.lstrip(" \t\r\n"))
    last = node.last_child
    if last is not None and last.is_text_node and (text := last.text_content or "") != text.rstrip(" \t\r\n"):
        last.replace_with(text.rstrip(" \t\r\n"))


def flatten(tree: BodyTree, line: Node) -> None:
    """Open the blocks inside what can only be one line, with breaks between them."""
    for block in [node for node in line.traverse() if node.tag in _OPENED_IN_LINES and node.mem_id != line.mem_id]:
        before = block.prev
        while before is not None and is_white(before):
            before = before.prev
        if before is not None and before.tag != "br":
            block.insert_before(tree.new("br"), move=True)
        block.unwrap(delete_empty=True)
    strip_edges(line)
