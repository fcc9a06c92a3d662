"""Tables: the caption inside, the alignment of cells kept, the rest of their styles gone."""

import re

from .context import BodyContext
from .tree import BodyTree, Node, attribute, move_children, replace

_ALIGNMENT = re.compile(r"(?:has-text-align-|text-align:\s*)(left|center|right)", re.IGNORECASE)


def clean_tables(tree: BodyTree, _context: BodyContext) -> None:
    """Bring each table into the form of the dialect."""
    for figure in tree.find("figure"):
        table = figure.css_first("table")
        if table is None or figure.css_first("img") is not None or len(figure.css("table")) > 1:
            continue
        caption = figure.css_first("figcaption")
        if caption is not None and table.css_first("caption") is None and caption.css_first("table") is None:
            named = tree.new("caption")
            move_children(caption, named)
            caption.decompose()
            _put_first(table, named)
        replace(figure, [table])
    for cell in tree.find("td, th"):
        _align(cell)


def _put_first(table: Node, caption: Node) -> None:
    first = table.first_child
    if first is None:
        table.insert_child(caption, move=True)
    else:
        first.insert_before(caption, move=True)


def _align(cell: Node) -> None:
    given = f"{attribute(cell, 'class')} {attribute(cell, 'style')}"
    match = _ALIGNMENT.search(given) or re.fullmatch("(left|center|right)", attribute(cell, "align").lower())
    if match:
        cell.attrs["style"] = f"text-align:{match[1].lower()}"
    elif cell.attrs.get("style") is not None:
        del cell.attrs["style"]
