"""Blocks: the table of those that need a hand, and the step that renders a body.

Most blocks are saved with their HTML, which the steps on the tree know by its classes; so what is not in `BLOCKS` is
its own saved HTML. A new entry is one function `(Block, str, BodyContext) -> str`, which receives the block and the
HTML of what it holds, and one line in the table.
"""

import json
from collections.abc import Callable, Mapping

from ..context import BodyContext
from .delimiters import Block, has_blocks, read_blocks
from .dynamic import DYNAMIC_BLOCKS, render_dynamic
from .embeds import render_embed
from .links import render_navigation_link, render_social_link, render_social_links
from .listings import render_listing
from .marks import render_footnotes, render_more, render_next_page, render_spacer
from .media import render_cover

__all__ = ["BLOCKS", "has_blocks", "render_blocks"]

Renderer = Callable[[Block, str, BodyContext], str]
"""Gives the HTML of a block from the block and the HTML of what it holds."""

BLOCKS: Mapping[str, Renderer] = {
    **dict.fromkeys(DYNAMIC_BLOCKS, render_dynamic),
    "core/code": render_listing,
    "core/cover": render_cover,
    "core/embed": render_embed,
    "core/footnotes": render_footnotes,
    "core/more": render_more,
    "core/navigation-link": render_navigation_link,
    "core/nextpage": render_next_page,
    "core/social-link": render_social_link,
    "core/social-links": render_social_links,
    "core/spacer": render_spacer,
    "syntaxhighlighter/code": render_listing,
}

_PATTERN = "core/block"
# Patterns may hold patterns, so that a few bytes could unfold into gigabytes.
_DEEPEST_PATTERN = 10
_MOST_PATTERNS = 200


def render_blocks(text: str, context: BodyContext) -> str:
    """Give the HTML of a body of the block editor."""
    return _render_all(read_blocks(text), context)


def _render_all(blocks: list[Block], context: BodyContext) -> str:
    """Render depth first with a stack of our own: blocks may nest deeper than Python's calls."""
    top = Block("", inner=list(blocks))
    rendered: list[list[str]] = [[]]
    around = [(top, iter(top.inner))]
    while around:
        block, rest = around[-1]
        piece = next(rest, None)
        if isinstance(piece, Block):
            around.append((piece, iter(piece.inner)))
            rendered.append([])
        elif piece is not None:
            rendered[-1].append(piece)
        else:
            around.pop()
            html = _render("".join(rendered.pop()), block, context)
            if not around:
                return html
            rendered[-1].append(html)
    return ""


def _render(inner: str, block: Block, context: BodyContext) -> str:
    if not block.name:
        return inner
    if block.name == _PATTERN:
        return _render_pattern(block, context)
    renderer = BLOCKS.get(block.name)
    if renderer is None and block.name.startswith("core-embed/"):
        renderer = render_embed
    if renderer is not None:
        return renderer(block, inner, context)
    if not inner.strip():
        return _render_without_content(block, context)
    if not block.name.startswith("core/"):
        context.note("block of a plugin", block.name)
    return inner


def _render_without_content(block: Block, context: BodyContext) -> str:
    """Drop a block that WordPress or a plugin filled in when it showed a page; a plugin's may have been content."""
    if block.name.startswith("core/"):
        return render_dynamic(block, "", context)
    context.note("block without saved content", f"{block.name} {json.dumps(block.attributes)}", review=True)
    return ""


def _render_pattern(block: Block, context: BodyContext) -> str:
    """Give the content of a synced pattern, which lives in an item of its own (`render_block_core_block`)."""
    number = block.attributes.get("ref")
    if not isinstance(number, int) or (pattern := context.library.patterns.get(number)) is None:
        context.note("synced pattern that is not in the export", f"wp:block {number}", review=True)
        return ""
    context.patterns_rendered += 1
    if number in context.open_patterns or len(context.open_patterns) >= _DEEPEST_PATTERN:
        context.note("synced pattern inside itself", f"wp:block {number}", review=True)
        return ""
    if context.patterns_rendered > _MOST_PATTERNS:
        context.note("too many synced patterns", f"wp:block {number}", review=True)
        return ""
    context.open_patterns = (*context.open_patterns, number)
    html = _render_all(read_blocks(pattern), context)
    context.open_patterns = context.open_patterns[:-1]
    return html
