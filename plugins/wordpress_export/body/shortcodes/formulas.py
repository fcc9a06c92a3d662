"""Formulas in LaTeX: `[latex]…[/latex]` and `$latex …$` (Jetpack's `latex_markup`), kept as their source."""

import re
from collections.abc import Mapping

from ..context import BodyContext
from .grammar import Shortcode
from .parts import bare_text
from .renderer import Renderer, named

_DOLLARS = re.compile(r"<[^<>]*>|\$latex(?:=\s*|\s+)((?:[^$<>\\]|\\.)+)\$", re.DOTALL)


def render_formula(shortcode: Shortcode, context: BodyContext) -> str:
    """Give the source of a formula as code."""
    if shortcode.content is None:
        return shortcode.source
    return _formula(bare_text(shortcode.content), context)


def mark_formulas(text: str, context: BodyContext) -> str:
    """Give text with the formulas between dollar signs as code; `$18 trillion` is money."""
    if "$latex" not in text:
        return text
    return _DOLLARS.sub(lambda found: _formula(found[1].strip(), context) if found[1] else found[0], text)


def _formula(source: str, context: BodyContext) -> str:
    if not source:
        return ""
    context.note("formula as LaTeX", source)
    return f'<code class="language-math">{source}</code>'


FORMULAS: Mapping[str, Renderer] = named(render_formula, "latex tex math katex latexpage_formula asciimath")
"""Formulas by name."""
