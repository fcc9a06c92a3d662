"""Blocks of articles that an editor picked by hand: Newspack's, which WordPress.com has under a name of its own."""

from ...whole_numbers import whole_number
from ..context import BodyContext
from ..stories.by_number import cards_of
from .delimiters import Block
from .dynamic import render_dynamic

PICKED_BLOCKS = (
    "a8c/blog-posts",
    "a8c/posts-carousel",
    "newspack-blocks/carousel",
    "newspack-blocks/homepage-articles",
)


def render_picked(block: Block, inner: str, context: BodyContext) -> str:
    """Give a card for each picked article (`specificMode`); a block that chose by itself is filled in by the site."""
    picked = block.attributes.get("specificPosts") if block.attributes.get("specificMode") else None
    numbers = [whole_number(str(number)) for number in picked] if isinstance(picked, list) else []
    cards = cards_of(filter(None, numbers), block.name, context)
    if not cards:
        return render_dynamic(block, inner, context)
    if label := block.text("sectionHeader"):
        context.note_change("label of a related story", label, "")
    return cards
