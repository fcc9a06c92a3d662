"""Quotes and formulas whose signature or source stands in the attributes of the block."""

import re
from html import escape

from ..context import BodyContext
from .delimiters import Block

_MATH = re.compile(r"<math\b")
_END = "</blockquote>"


def render_quote(block: Block, inner: str, _context: BodyContext) -> str:
    """Give the saved quote, signed with the citation of the attributes where its HTML has none."""
    citation = block.text("citation")
    if not citation or "<cite" in inner or "<footer" in inner or _END not in inner:
        return inner
    before, end, after = inner.rpartition(_END)
    return f"{before}<cite>{citation}</cite>{end}{after}"


def render_math(block: Block, inner: str, context: BodyContext) -> str:
    """Give the saved MathML with the LaTeX that WordPress 6.9 keeps in the attributes."""
    latex = block.text("latex")
    if latex and not inner.strip():
        context.note("formula as LaTeX", latex)
        return f'<pre><code class="language-math">{escape(latex)}</code></pre>'
    return _MATH.sub(f'<math data-latex="{escape(latex)}"'.replace("\\", "\\\\"), inner, count=1) if latex else inner
