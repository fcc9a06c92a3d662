"""Lists pasted from Microsoft Word, which arrive as paragraphs that begin with a dot or a number."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .context import BodyContext
from .styles import declarations
from .tree import BodyTree, Node, is_white, move_children

_ITEMS = 'p[class*="MsoListParagraph"], p[style*="mso-list"]'
_MARK = re.compile(r"[\s\u00a0]*(?:([·•▪▫§■□●○◦Øüvo–—-])|(\d{1,3})[.)])[\s\u00a0]+")
_LEVEL = re.compile(r"\blevel(\d)\b")


@dataclass(frozen=True, slots=True)
class _Item:
    """A paragraph that is an item."""

    paragraph: Node
    """Itself."""
    level: int
    """1 for an item of the outermost list."""
    number: int
    """What it begins with; 0 for a dot."""


def make_word_lists(tree: BodyTree, context: BodyContext) -> None:
    """Make lists of the paragraphs that Word calls items, where each begins as an item would."""
    for neighbours in _neighbours(tree):
        items = [item for paragraph in neighbours if (item := _read(paragraph)) is not None]
        # Where one does not begin like an item, no one knows what the others are.
        if len(items) == len(neighbours) and _counts(items):
            context.note_once("list of a word processor made a list")
            _make(tree, items)


def _neighbours(tree: BodyTree) -> list[list[Node]]:
    """Give the runs of such paragraphs with nothing between them."""
    found: list[list[Node]] = []
    last = None
    for paragraph in tree.find(_ITEMS):
        before = paragraph.prev
        while before is not None and is_white(before):
            before = before.prev
        if found and before is not None and before.mem_id == last:
            found[-1].append(paragraph)
        else:
            found.append([paragraph])
        last = paragraph.mem_id
    return found


def _read(paragraph: Node) -> _Item | None:
    mark = _MARK.match(paragraph.text())
    if mark is None:
        return None
    level = _LEVEL.search(declarations(paragraph).get("mso-list", ""))
    return _Item(paragraph, int(level[1]) if level else 1, int(mark[2] or 0))


def _counts(items: list[_Item]) -> bool:
    """Whether the numbers of each level go up by one, and dots and numbers are not mixed in a level."""
    last: dict[int, int] = {}
    for item in items:
        last = {level: number for level, number in last.items() if level <= item.level}
        if item.level in last and item.number != (last[item.level] and last[item.level] + 1):
            return False
        last[item.level] = item.number
    return True


def _make(tree: BodyTree, items: list[_Item]) -> None:
    """Put a list in the place of its items, deeper levels in the item above them."""
    open_lists: list[tuple[int, Node]] = []
    for item in items:
        while open_lists and open_lists[-1][0] > item.level and len(open_lists) > 1:
            open_lists.pop()
        if not open_lists or open_lists[-1][0] < item.level:
            made = (
                tree.new("ol", start=str(item.number)) if item.number > 1 else tree.new("ol" if item.number else "ul")
            )
            if open_lists and (above := open_lists[-1][1].last_child) is not None:
                above.insert_child(made, move=True)
            else:
                item.paragraph.insert_before(made, move=True)
            open_lists.append((item.level, made))
        line = tree.new("li")
        _cut_mark(item.paragraph)
        move_children(item.paragraph, line)
        open_lists[-1][1].insert_child(line, move=True)
        item.paragraph.decompose()


def _cut_mark(paragraph: Node) -> None:
    """Take the dot or the number from the words, across the elements that Word has put around its parts."""
    mark = _MARK.match(paragraph.text())
    left = mark.end() if mark else 0
    for node in list(_texts(paragraph)):
        text = node.text_content or ""
        if left > 0:
            node.replace_with(text[left:])
            left -= len(text)


def _texts(node: Node) -> Iterator[Node]:
    return (child for child in node.traverse(include_text=True) if child.is_text_node)
