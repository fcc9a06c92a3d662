"""Blocks that show nothing where they stand."""

from ..context import BodyContext
from .delimiters import Block


def render_more(block: Block, _inner: str, context: BodyContext) -> str:
    """Drop the mark behind which the front page said "read more"."""
    context.note("read-more mark", block.text("customText"))
    return ""


def render_next_page(_block: Block, _inner: str, context: BodyContext) -> str:
    """Drop the page break: an article is one page here."""
    context.note("page break")
    return ""


def render_spacer(_block: Block, _inner: str, _context: BodyContext) -> str:
    """Drop empty space."""
    return ""


def render_footnotes(_block: Block, _inner: str, _context: BodyContext) -> str:
    """Give nothing: the notes come from the article's own field, and stand at its end."""
    return ""
