"""White space that a page's source has for its own readability: `wpautop` would have taken it from a stored body."""

from ..context import BodyContext
from ..tree import BodyTree, Node, ancestors

_CELLS = "td, th, dd, dt"
_WHITE = " \t\r\n"
_LISTING = "pre"


def trim_spaces(tree: BodyTree, _context: BodyContext) -> None:
    """Remove the white space beside line breaks and at the edges of cells, where no browser shows it."""
    for line_break in tree.find("br") if tree.may_hold("<br") else ():
        if all(above.tag != _LISTING for above in ancestors(line_break)):
            _trim(line_break.prev, at_end=True)
            _trim(line_break.next, at_end=False)
    for cell in tree.find(_CELLS) if tree.may_hold("<td", "<th", "<d") else ():
        _trim(cell.last_child, at_end=True)
        _trim(cell.first_child, at_end=False)


def _trim(node: Node | None, *, at_end: bool) -> None:
    if node is None or not node.is_text_node:
        return
    text = node.text_content or ""
    trimmed = text.rstrip(_WHITE) if at_end else text.lstrip(_WHITE)
    if trimmed == text:
        return
    if trimmed:
        node.replace_with(trimmed)
    else:
        node.decompose()
