"""Blocks that show nothing where they stand."""

import re

from ..context import BodyContext
from ..paragraphs import add_paragraphs
from .delimiters import Block

# The plugins of these take their listings out before WordPress makes paragraphs.
_LISTING = re.compile(r"\[(?:source)?code\b|\[(?:bash|css|html|java|js|php|python|sql|xml)\b|\[latex\b")

_LONE = re.compile(r"<p>(\[[^\[\]]*\])</p>")
"""A shortcode alone in its paragraph is no paragraph (`shortcode_unautop`)."""


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
    """Mark where the notes stood; they come from the article's own field, and stand at its end."""
    return '<div class="wp-block-footnotes"></div>'


def render_theme_pattern(block: Block, _inner: str, context: BodyContext) -> str:
    """Drop a pattern that lived in the theme's files, which no export holds."""
    context.note("pattern of the old theme", f"{block.name} {block.text('slug')}", review=True)
    return ""


def render_labelled(block: Block, inner: str, _context: BodyContext) -> str:
    """Give the content of a tab (WordPress 6.9) or of a group of widgets under its label, which is an attribute."""
    label = block.text("label") or block.text("title")
    return f"<p><strong>{label}</strong></p>{inner}" if label else inner


def render_shortcode(_block: Block, inner: str, context: BodyContext) -> str:
    """Give the typed text with its paragraphs, as `render_block_core_shortcode` does; a listing keeps its lines."""
    text = inner.strip()
    if "\n" not in text or _LISTING.search(text):
        return inner
    return _LONE.sub(r"\1", add_paragraphs(text, context))
