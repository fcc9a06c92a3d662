"""The short lines between a page's top and its first long paragraph: where an unknown theme prints byline and date."""

from collections.abc import Iterator

from ...body.tree import Node, words
from .page import Page

_LINES = "p, div, span, i, em, small, b, strong, font, td, li, h2, h3, h4, h5, h6, address, time, center"
_LONGEST = 120
_LONG_PARAGRAPH = 200
_MOST = 300


def lines_above(page: Page) -> Iterator[Node]:
    """Give the short lines in order, without those of menus and what else is not of the article."""
    for node in page.body.css(_LINES)[:_MOST]:
        text = words(node)
        if node.tag == "p" and len(text) > _LONG_PARAGRAPH:
            return
        if 0 < len(text) <= _LONGEST and not page.is_beside(node):
            yield node
