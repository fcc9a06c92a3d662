"""Blocks that WordPress fills in when it shows a page: lists of the newest articles, search fields, parts of the theme.

They have no words of the author's; the built site has such things of its own.
"""

from ..context import BodyContext
from .delimiters import Block

_NAMES = (
    "archives avatar breadcrumbs calendar categories comment-author-avatar comment-author-name comment-content"
    " comment-date comment-edit-link comment-reply-link comment-template comments comments-pagination"
    " comments-query-loop comments-title home-link latest-comments latest-posts legacy-widget loginout navigation"
    " page-list page-list-item post-author post-author-biography post-author-name post-comment post-comments"
    " post-comments-count post-comments-form post-comments-link post-content post-date post-excerpt"
    " post-featured-image post-navigation-link post-template post-terms post-time-to-read post-title query"
    " query-no-results query-pagination query-title query-total read-more rss search site-logo site-tagline"
    " site-title tag-cloud template-part term-description widget-group"
)
DYNAMIC_BLOCKS = tuple(f"core/{name}" for name in _NAMES.split())
"""Blocks that are filled in by the site, not by an author."""


def render_dynamic(block: Block, _inner: str, context: BodyContext) -> str:
    """Drop the block."""
    heading = block.text("label") or block.text("feedURL")
    context.note("block that the site filled in", f"{block.name} {heading}")
    return ""
