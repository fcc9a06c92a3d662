"""Shortcodes that show something from elsewhere: `[embed]`, `[youtube]`, `[vimeo]`, and a related story's `[irp]`."""

import re
from html import escape, unescape

from ..context import BodyContext
from ..embed_forms import embed_html, is_embeddable, watch_address
from .grammar import Shortcode

# WordPress.com lets sizes follow: `[youtube=https://youtu.be/abc&w=640&h=385]`.
_SIZE = re.compile(r"&(?:w|h|width|height)=\d+")
_IDENTIFIER = re.compile(r"[\w-]{6,}")


def _address(shortcode: Shortcode) -> str:
    """Give the address in the content, in `src` or `url`, or bare: `[youtube https://…]`, `[youtube=https://…]`."""
    bare = shortcode.bare[0].lstrip("=") if shortcode.bare else ""
    given = (
        (shortcode.content or "").strip() or shortcode.get("src") or shortcode.get("url") or shortcode.get("id") or bare
    )
    return unescape(given).strip().strip("\"'")


def render_embed(shortcode: Shortcode, context: BodyContext) -> str:
    """Give an embed, or a link where WordPress knows no such provider."""
    address = _address(shortcode)
    if not address.startswith(("http://", "https://")):
        context.note("embed without an address", shortcode.source, review=True)
        return shortcode.content or ""
    if is_embeddable(address):
        return embed_html(address)
    return f'<a href="{escape(address)}">{escape(address)}</a>'


def render_youtube(shortcode: Shortcode, context: BodyContext) -> str:
    """Give the embed of a video by its address or its identifier."""
    return _render_video(shortcode, context, "https://www.youtube.com/watch?v=")


def render_vimeo(shortcode: Shortcode, context: BodyContext) -> str:
    """Give the embed of a video by its address or its number."""
    return _render_video(shortcode, context, "https://vimeo.com/")


def _render_video(shortcode: Shortcode, context: BodyContext, prefix: str) -> str:
    address = _SIZE.sub("", _address(shortcode))
    if address.startswith(("http://", "https://")):
        return embed_html(watch_address(address))
    if _IDENTIFIER.fullmatch(address):
        return embed_html(prefix + address)
    context.note("embed without an address", shortcode.source, review=True)
    return shortcode.content or ""


def render_related(shortcode: Shortcode, context: BodyContext) -> str:
    """Give the related story of the Inline Related Posts plugin: `[irp posts="12" name="Its title"]`."""
    number = next(iter(shortcode.numbers("posts")), 0)
    permalink = context.library.permalinks.get(number, "")
    if not permalink:
        context.note("related story that is not in the export", shortcode.source, review=True)
        return ""
    title = shortcode.get("name") or permalink
    return f'\n\n<aside class="related-story"><a href="{escape(permalink)}">{title}</a></aside>\n\n'
