"""A table scrolls sideways in a box of its own, so that a phone's page does not."""

from selectolax.lexbor import LexborHTMLParser

from .tree import wrap


def make_tables_scroll(tree: LexborHTMLParser) -> None:
    """Put each table into `<div class="table-scroll">`, and say how columns are aligned in today's HTML."""
    for cell in tree.css("td[align], th[align]"):
        cell.attrs["style"] = f"text-align:{cell.attrs.get('align')}"
        del cell.attrs["align"]
    for table in tree.tags("table"):
        if table.parent is not None and table.parent.tag not in {"td", "th"}:
            box = wrap(tree, table, "div")
            box.attrs["class"] = "table-scroll"
            # What scrolls must be reachable by keyboard (WCAG 2.1.1).
            box.attrs["tabindex"] = "0"
