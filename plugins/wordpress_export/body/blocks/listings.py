"""Code blocks whose language is an attribute of the block alone."""

import re
from html import escape

from ..context import BodyContext
from .delimiters import Block

_PRE = re.compile(r"<pre\b")


def render_listing(block: Block, inner: str, _context: BodyContext) -> str:
    """Give the saved listing with its language where the step on the tree looks for it."""
    language = block.text("language") or block.text("lang")
    mark = f'<pre data-lang="{escape(language)}"'
    return _PRE.sub(lambda _: mark, inner, count=1) if language else inner
