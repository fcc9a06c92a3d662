"""Blocks that are saved as attributes alone, and show as links."""

import re
from collections.abc import Mapping
from html import escape

from ..context import BodyContext
from .delimiters import Block

_OLD_NAME = "core/social-link-"
"""Until 2020 each service had a block of its own."""
_MAIL = re.compile(r"[^\s@:/]+@[^\s@/]+\.[^\s@/]+")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//|#", re.IGNORECASE)
_SERVICES: Mapping[str, str] = {
    "bluesky": "Bluesky",
    "chain": "Link",
    "codepen": "CodePen",
    "deviantart": "DeviantArt",
    "feed": "RSS Feed",
    "fivehundredpx": "500px",
    "foursquare": "Foursquare",
    "github": "GitHub",
    "goodreads": "Goodreads",
    "lastfm": "Last.fm",
    "linkedin": "LinkedIn",
    "skype": "Skype",
    "soundcloud": "SoundCloud",
    "tiktok": "TikTok",
    "vk": "VK",
    "whatsapp": "WhatsApp",
    "wordpress": "WordPress",
    "youtube": "YouTube",
}
"""The names that a capital letter alone does not give (`block_core_social_link_services`)."""


def render_social_link(block: Block, inner: str, context: BodyContext) -> str:
    """Give a link with the service's name, as screen readers hear it on the icon."""
    address = block.text("url")
    service = block.text("service") or block.name.removeprefix(_OLD_NAME).removeprefix("core/social-link")
    if not address:
        context.note("link without an address", f"{block.name} {service}")
        return inner
    if _MAIL.fullmatch(address):
        address = f"mailto:{address}"
    elif not _SCHEME.match(address):
        address = f"https://{address}"
    label = block.text("label") or _SERVICES.get(service) or service.title() or address
    return f'<li><a href="{escape(address)}">{escape(label)}</a></li>'


def render_social_links(_block: Block, inner: str, _context: BodyContext) -> str:
    """Give the list around social links; none where it is empty."""
    return inner if "<li" in inner else ""


def render_navigation_link(block: Block, inner: str, context: BodyContext) -> str:
    """Give a link of a menu inside a body, with the menu below it. Its label is simple HTML."""
    address, label = block.text("url"), block.text("label")
    below = f"<ul>{inner}</ul>" if "<li" in inner else inner
    if not address:
        context.note("link without an address", f"{block.name} {label}")
        return f"<li>{label}{below}</li>"
    return f'<li><a href="{escape(address)}">{label or escape(address)}</a>{below}</li>'


def render_navigation(block: Block, inner: str, context: BodyContext) -> str:
    """Give a menu whose links stand in the body; one of the site's own menus is filled in by the site."""
    if "<li" in inner:
        return f"<ul>{inner}</ul>"
    context.note("block that the site filled in", f"{block.name} {block.attributes.get('ref', '')}")
    return ""


def render_button(block: Block, inner: str, context: BodyContext) -> str:
    """Give the link of a button that is saved as attributes alone (Jetpack); what it did on a form is gone."""
    address, text = block.text("url"), block.text("text")
    if inner.strip():
        return inner
    if address and text:
        return f'<p><a href="{escape(address)}">{text}</a></p>'
    context.note("form control", f"{block.name} {text}")
    return ""


def render_blog(block: Block, inner: str, context: BodyContext) -> str:
    """Give a line of a list of recommended sites (Jetpack's `blogroll-item`)."""
    name, address, about = block.text("name"), block.text("url"), block.text("description")
    if inner.strip() or not address:
        context.note("block of a plugin", block.name)
        return inner
    return f'<p><a href="{escape(address)}">{escape(name or address)}</a>{f"<br>{escape(about)}" if about else ""}</p>'
