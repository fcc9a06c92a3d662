"""Blocks that WordPress fills in when it shows a page: lists of the newest articles, search fields, parts of the theme.

They have no words of the author's; the built site has such things of its own.
"""

import re

from ..context import BodyContext
from .delimiters import Block

_CORE = (
    "archives avatar breadcrumbs calendar categories comment-author-avatar comment-author-name comment-content"
    " comment-date comment-edit-link comment-reply-link comment-template comments comments-pagination"
    " comments-pagination-next comments-pagination-numbers comments-pagination-previous comments-query-loop"
    " comments-title home-link latest-comments latest-posts loginout navigation-overlay-close page-list page-list-item"
    " post-author post-author-biography post-author-name post-comment post-comments post-comments-count"
    " post-comments-form post-comments-link post-content post-date post-excerpt post-featured-image"
    " post-navigation-link post-template post-terms post-time-to-read post-title query-no-results query-pagination"
    " query-pagination-next query-pagination-numbers query-pagination-previous query-title query-total read-more rss"
    " search site-logo site-tagline site-title table-of-contents tag-cloud template-part term-count term-description"
    " term-name term-template"
)
_OF_PLUGINS = (
    "a8c/blog-posts a8c/posts-carousel jetpack/ad jetpack/blog-stats jetpack/blogging-prompt jetpack/cookie-consent"
    " jetpack/instagram-gallery jetpack/latest-instagram-posts jetpack/like jetpack/likes jetpack/related-posts"
    " jetpack/sharing-button jetpack/sharing-buttons jetpack/subscriber-login jetpack/subscriptions"
    " jetpack/top-posts jetpack/wordads newspack-ads/ad-unit newspack-blocks/author-list"
    " newspack-blocks/author-profile newspack-blocks/carousel newspack-blocks/homepage-articles"
    " newspack-blocks/youtube-video-playlist newspack-listings/curated-list newspack-newsletters/subscribe"
    " newspack-popups/custom-placement newspack-popups/single-prompt newspack/reader-registration"
    " premium-content/login-button yoast-seo/breadcrumbs"
)
DYNAMIC_BLOCKS = (*(f"core/{name}" for name in _CORE.split()), *_OF_PLUGINS.split())
"""Blocks that are filled in by the site, not by an author."""

# Whole words of the names that plugins give to lists, counters and controls, all of which need their own server.
_LISTING = re.compile(
    r"/(?:.*-)?(?:ads?|archives?|articles|authors?|breadcrumbs|cart|categories|checkout|comments|feed|likes?|login"
    r"|posts?|products?|query|related|search|sharing|stats|tags|terms)(?:-.*)?\Z"
)
_FORM = re.compile(
    r"/.*form|^fluentfom/"
    r"|/(?:.*-)?(?:checkbox|donat\w+|field|input|mailchimp|newsletters?|payments?|registration|subscribe)(?:-.*)?\Z"
)
WITHOUT_CONTENT = "block without saved content"
_TAG = re.compile(r"<[^>]*>")
_LABELS = ("label", "title", "sectionHeader", "feedURL", "heading", "text", "buttonText", "content")


def render_dynamic(block: Block, inner: str, context: BodyContext) -> str:
    """Drop the block; where words were saved in it, a person should look."""
    label = next((text for name in _LABELS if (text := block.text(name))), "")
    saved = " ".join(_TAG.sub(" ", inner).split())
    # Articles that an editor picked by hand are an editor's choice, not the site's.
    is_picked = bool(block.attributes.get("specificMode") and block.attributes.get("specificPosts"))
    picked = f" articles {block.attributes['specificPosts']}" if is_picked else ""
    detail = f"{block.name} {label}{picked} {saved}"
    context.note("block that the site filled in", detail, review=bool(saved) or is_picked)
    return ""


def render_query(block: Block, inner: str, context: BodyContext) -> str:
    """Give the words around a list of articles; the list itself is gone, and noted."""
    if block.is_leaf:
        context.note("block that the site filled in", block.name)
    return inner


def render_form(block: Block, inner: str, context: BodyContext) -> str:
    """Give the words around the fields of a form, which needs a server."""
    context.note("form of a plugin", f"{block.name} {block.text('title')}", review=True)
    return inner


def fate_of_empty(name: str) -> tuple[str, bool]:
    """Give the kind of note for a plugin's block that saved nothing, and whether a person should look."""
    if _FORM.search(name):
        return "form of a plugin", True
    if _LISTING.search(name):
        return "block that the site filled in", False
    return WITHOUT_CONTENT, True
