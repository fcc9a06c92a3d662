"""Shortcodes of plugins for related stories: those that an editor picked stay, lists that a plugin made go."""

from collections.abc import Mapping

from ..context import BodyContext
from ..stories.by_number import cards_of
from .grammar import Shortcode
from .renderer import Renderer

_PICKED = ("posts", "ids", "post_ids", "id", "post_id", "include", "post", "p")
"""The attributes in which plugins keep the numbers of picked articles."""
_LISTS = (
    "related_posts related-posts relatedposts related_post related-post related_articles related_stories"
    " related_posts_by_tax related-posts-thumbnails jetpack-related-posts yarpp crp contextual-related-posts rp4wp"
    " manual_related_posts wp_related_posts custom-related-posts read_also also_read irp-auto"
    " taq_related bk_related td_block_related_posts"
)


def render_related(shortcode: Shortcode, context: BodyContext) -> str:
    """Give the picked stories (`[irp posts="12" name="Its title"]`); without any, the plugin chose."""
    picked = next((name for name in _PICKED if shortcode.get(name)), "")
    if not picked:
        context.note("related stories of a plugin", shortcode.source)
        return shortcode.content or ""
    # A number that no database holds is no article's.
    numbers = shortcode.numbers(picked) or [0]
    return cards_of(numbers, shortcode.source, context, title=shortcode.get("name") or shortcode.get("title"))


RELATED_STORIES: Mapping[str, Renderer] = dict.fromkeys(("irp", *_LISTS.split()), render_related)
"""The shortcodes of this family."""
