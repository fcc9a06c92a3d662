"""Blocks: the table of those that need a hand, and the step that renders a body.

Most blocks are saved with their HTML, which the steps on the tree know by its classes; so what is not in `BLOCKS` is
its own saved HTML. A new entry is one function `(Block, str, BodyContext) -> str`, which receives the block and the
HTML of what it holds, and one line in the table.
"""

import json
import re
from collections.abc import Callable, Mapping

from ...handlers import load_handlers
from ..context import BodyContext
from .attribute_texts import texts_in_attributes, titles_in_attributes
from .bindings import note_bindings, override
from .delimiters import Block, has_blocks, read_blocks
from .dynamic import DYNAMIC_BLOCKS, WITHOUT_CONTENT, fate_of_empty, render_dynamic, render_form, render_query
from .embeds import ADDRESSES, render_address, render_embed, render_gif, render_opentable
from .hidden import ends_the_public_part, is_hidden
from .links import (
    render_blog,
    render_button,
    render_navigation,
    render_navigation_link,
    render_social_link,
    render_social_links,
)
from .listings import render_listing
from .marks import (
    render_footnotes,
    render_labelled,
    render_more,
    render_next_page,
    render_shortcode,
    render_spacer,
    render_theme_pattern,
)
from .media import (
    note_background,
    render_business_hours,
    render_cover,
    render_file,
    render_gallery,
    render_media_text,
    render_playlist,
    render_playlist_track,
    render_rating,
    render_story,
)
from .own import render_own
from .related_stories import PICKED_BLOCKS, render_picked
from .texts import render_math, render_quote

__all__ = ["BLOCKS", "has_blocks", "render_blocks"]

Renderer = Callable[[Block, str, BodyContext], str]
"""Gives the HTML of a block from the block and the HTML of what it holds."""

BLOCKS: Mapping[str, Renderer] = {
    **dict.fromkeys(DYNAMIC_BLOCKS, render_dynamic),
    **dict.fromkeys(PICKED_BLOCKS, render_picked),
    **dict.fromkeys(ADDRESSES, render_address),
    "core/code": render_listing,
    "core/cover": render_cover,
    "core/cover-image": render_cover,
    "core/embed": render_embed,
    "core/file": render_file,
    "core/footnotes": render_footnotes,
    "core/gallery": render_gallery,
    "core/math": render_math,
    "core/media-text": render_media_text,
    "core/more": render_more,
    "core/navigation": render_navigation,
    "core/navigation-link": render_navigation_link,
    "core/navigation-submenu": render_navigation_link,
    "core/nextpage": render_next_page,
    "core/pattern": render_theme_pattern,
    "core/playlist": render_playlist,
    "core/playlist-track": render_playlist_track,
    "core/pullquote": render_quote,
    "core/query": render_query,
    "core/quote": render_quote,
    "core/shortcode": render_shortcode,
    "core/social-link": render_social_link,
    "core/social-links": render_social_links,
    "core/spacer": render_spacer,
    "core/tab": render_labelled,
    "core/widget-group": render_labelled,
    "enlighter/codeblock": render_listing,
    "jetpack/blogroll-item": render_blog,
    "jetpack/business-hours": render_business_hours,
    "jetpack/button": render_button,
    "jetpack/contact-form": render_form,
    "jetpack/gif": render_gif,
    "jetpack/opentable": render_opentable,
    "jetpack/rating-star": render_rating,
    "jetpack/story": render_story,
    "kevinbatdorf/code-block-pro": render_listing,
    "syntaxhighlighter/code": render_listing,
}
_FAMILIES: Mapping[str, Renderer] = {
    "core-embed/": render_embed,
    "core/social-link-": render_social_link,
    "jetpack/field-": render_dynamic,
}
"""By how the name begins."""
_FAMILY_NAMES = tuple(_FAMILIES)

_PATTERN = "core/block"
# Patterns may hold patterns, so that a few bytes could unfold into gigabytes.
_DEEPEST_PATTERN = 10
_MOST_PATTERNS = 200
_DEEPEST = 200
"""Deeper inside others than this a block is only its HTML: to give each level anew would be quadratic."""
_SHOWS = re.compile(r"<(?:img|video|audio|iframe|object|embed|hr|input|math|svg)\b|(?:\A|>)[^<]*[^\s<]")


def render_blocks(text: str, context: BodyContext) -> str:
    """Give the HTML of a body of the block editor."""
    return _render_all(read_blocks(text), context)


def _render_all(blocks: list[Block], context: BodyContext) -> str:
    """Render depth first with a stack of our own: blocks may nest deeper than Python's calls."""
    written: list[str] = []
    top = Block("", inner=list(blocks))
    around = [(top, iter(top.inner), 0)]
    while around:
        block, rest, start = around[-1]
        piece = next(rest, None)
        if isinstance(piece, str):
            written.append(piece)
        elif piece is None:
            around.pop()
            if len(around) <= _DEEPEST or block.is_leaf:
                _close(block, start, written, context)
        elif ends_the_public_part(piece, context):
            around = [(outer, iter(()), outer_start) for outer, _, outer_start in around]
        elif not is_hidden(piece, context):
            around.append((piece, iter(piece.inner), len(written)))
    return "".join(written)


def _close(block: Block, start: int, written: list[str], context: BodyContext) -> None:
    """Give what was written since a block began the form that its renderer has for it."""
    if block.attributes:
        note_bindings(block, context)
        note_background(block, context)
    if handler := load_handlers(context.library.handlers).blocks.get(block.name):
        written[start:] = [render_own(handler, block, "".join(written[start:]), context)]
        return
    renderer = _renderer_of(block)
    if renderer is not None:
        written[start:] = [renderer(block, "".join(written[start:]), context)]
    elif block.name and not block.name.startswith("core/"):
        _note_plugin(block, start, written, context)


def _note_plugin(block: Block, start: int, written: list[str], context: BodyContext) -> None:
    """Note a plugin's block, and give it its title where the plugin itself would have written it above the blocks."""
    title = ""
    if not block.is_leaf and not any(_SHOWS.search(piece) for piece in block.inner if isinstance(piece, str)):
        title = titles_in_attributes(block)
        written[start:start] = [title] if title else []
    kind = "block whose words stood in its attributes" if title else "block of a plugin"
    context.note(kind, f"{block.name} {title}", review=bool(title))


def _renderer_of(block: Block) -> Renderer | None:
    """Give the renderer of a block; none where its saved HTML is all that it shows."""
    if block.name == _PATTERN:
        return _render_pattern
    renderer = BLOCKS.get(block.name)
    if renderer is None and block.name.startswith(_FAMILY_NAMES):
        renderer = next(family for name, family in _FAMILIES.items() if block.name.startswith(name))
    if renderer is None and block.name and block.is_leaf and not _has_content(block):
        return _render_without_content
    return renderer


def _has_content(block: Block) -> bool:
    """Whether what a leaf saved shows anything; of WordPress's own blocks any HTML at all is what they show."""
    shows = str.strip if block.name.startswith("core/") else _SHOWS.search
    return any(shows(piece) for piece in block.inner if isinstance(piece, str))


def _render_without_content(block: Block, inner: str, context: BodyContext) -> str:
    """Give the words in the attributes of a block that saved nothing else; what else it was is noted."""
    if "spacer" in block.name:
        return ""
    if block.name.endswith(("/separator", "/divider")):
        return "<hr>"
    kind, is_doubtful = fate_of_empty(block.name)
    texts = texts_in_attributes(block, context) if kind == WITHOUT_CONTENT else ""
    if block.name.startswith("core/") and not texts:
        return render_dynamic(block, inner, context)
    if texts:
        kind, is_doubtful = "block whose words stood in its attributes", True
    detail = f"{block.name} {json.dumps(block.attributes, ensure_ascii=False)}"
    context.note(kind, detail, review=is_doubtful)
    return inner + texts


def _render_pattern(block: Block, _inner: str, context: BodyContext) -> str:
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
    blocks = read_blocks(pattern)
    override(blocks, block, context)
    html = _render_all(blocks, context)
    context.open_patterns = context.open_patterns[:-1]
    return html
