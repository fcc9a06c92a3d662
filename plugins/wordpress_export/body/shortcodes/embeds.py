"""Shortcodes that show something from elsewhere by its address: `[embed]`, `[facebook]`, `[iframe]`, `[pdf]`."""

import re
from collections.abc import Mapping
from html import escape, unescape

from ..context import BodyContext
from ..embed_forms import embed_html, is_embeddable, watch_address
from ..file_names import file_name
from .grammar import Shortcode
from .parts import bare_text, block, is_address, link
from .renderer import Renderer, named

_NAMES = ("src", "url", "href", "link", "file", "address", "source", "video", "link_url", "doc", "feed", "id")
_FRAME = re.compile(r"<(?:iframe|object|embed|video|audio|blockquote|script)\b", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s<>\"'\[\]]+")


def address_in(shortcode: Shortcode) -> str:
    """Give the address in the content, in an attribute, or bare: `[youtube https://…]`, `[youtube=https://…]`."""
    given = [bare_text(shortcode.content or ""), *(shortcode.get(name) for name in _NAMES)]
    given += [value.lstrip("=:") for value in shortcode.bare]
    values = (unescape(value).strip().strip("\"'") for value in given)
    values = (f"https:{value}" if value.startswith("//") else value for value in values)
    return next((value for value in values if value.startswith(("http://", "https://"))), "")


def without_address(shortcode: Shortcode, context: BodyContext) -> str:
    """Give the content, or the shortcode as typed where it has none: `[video shows the crowd]` may be words."""
    context.note("embed without an address", shortcode.source, review=True)
    return shortcode.source if shortcode.content is None else shortcode.content


def render_embed(shortcode: Shortcode, context: BodyContext) -> str:
    """Give an embed, or a link where WordPress knows no such provider."""
    address = address_in(shortcode)
    if not is_address(address):
        return without_address(shortcode, context)
    return embed_html(address) if is_embeddable(address) else link(address)


def render_widget(shortcode: Shortcode, context: BodyContext) -> str:
    """Give what a plugin showed in a frame of its own; HTML in the content shows itself."""
    content = shortcode.content or ""
    if _FRAME.search(content):
        return block(content)
    address = address_in(shortcode)
    if not is_address(address):
        inside = _ADDRESS.search(unescape(bare_text(content)))
        address = inside[0].rstrip(".,;:)") if inside else ""
    if not address:
        return without_address(shortcode, context)
    rest = bare_text(content).replace(escape(address, quote=False), "").replace(address, "").strip(" ,\n|")
    return embed_html(watch_address(address)) + (f"{rest}\n\n" if rest else "")


def render_document(shortcode: Shortcode, context: BodyContext) -> str:
    """Give a link to a document that a plugin showed in a viewer."""
    given = (*(shortcode.get(name) for name in _NAMES), bare_text(shortcode.content or ""), *shortcode.bare)
    address = next((unescape(value) for value in given if is_address(unescape(value))), "")
    if not address:
        return without_address(shortcode, context)
    title = shortcode.get("title", "save_as", "text")
    content = bare_text(shortcode.content or "")
    words = title or (content if not is_address(content) else "")
    return block(f"<p>{link(address, words or escape(file_name(address)) or escape(address))}</p>")


EMBEDS: Mapping[str, Renderer] = {
    "embed": render_embed,
    **named(
        render_widget,
        "facebook fb fbpost facebook_post soundcloud_url flickr googlemaps googlemap vine medium getty carto"
        " kickstarter livestream houzz vr twitchtv twitch pinterest pin instapost instagram_post tumblr reddit tiktok"
        " imgur issuu storify sketchfab infogram datawrapper playbuzz apester embedly fve arve embed_video"
        " video_embed responsive_video responsive-video embedyt lyte tube youtube_sc youtubesc iframe advanced_iframe"
        " iframe_loader googleform storymap timelinejs knightlab-timeline timeline prezi canva bandsintown buzzsprout"
        " libsyn podbean spreaker simplecast omny megaphone anchor acast art19 audioboom audioboo playfm rumble"
        " bitchute odysee peertube streamable brightcove-url fusion_soundcloud et_pb_video_slider_item su_gmap_url",
    ),
    **named(
        render_document,
        "embeddoc gview pdf pdf-embedder pdfviewer pdf_viewer pdfjs-viewer googlepdf embedpress_pdf flipbook"
        " real3dflipbook dflip inline-pdfs doc slideshare-url google-drive-embed scribd-url download file su_document"
        " vc_pdf wonderplugin_pdf",
    ),
}
"""What is shown from elsewhere by its address, by name."""
