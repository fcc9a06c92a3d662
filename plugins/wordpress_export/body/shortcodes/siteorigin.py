"""Widgets of SiteOrigin's page builder, whose settings are JSON in a hidden field."""

import json
import re
from collections.abc import Iterator
from html import escape, unescape

from ..context import BodyContext
from .grammar import Shortcode
from .parts import block, heading, is_address, link, picture

_VALUE = re.compile(r"""<input\s[^<>]*?value=(?:"([^"]*)"|'([^']*)')""")
_DEEPEST = 6
_TITLES = ("title", "headline", "heading", "sub_headline")
_TEXTS = ("text", "content", "description", "html", "subtitle")


def render_widget(shortcode: Shortcode, context: BodyContext) -> str:
    """Give the titles, words, pictures and links of a widget's settings."""
    content = shortcode.content or ""
    value = _VALUE.search(content)
    if value is None:
        return block(content)
    try:
        settings = json.loads(unescape(value[1] or value[2]))
    except (ValueError, RecursionError):
        settings = None
    html = "".join(_shown(settings.get("instance", settings), 0)) if isinstance(settings, dict) else ""
    if not html:
        context.note("widget without words", shortcode.tag, review=True)
    return html


def _shown(settings: object, depth: int) -> Iterator[str]:
    if depth > _DEEPEST:
        return
    if isinstance(settings, list):
        for setting in settings:
            yield from _shown(setting, depth + 1)
    if not isinstance(settings, dict):
        return
    address = settings.get("url")
    address = address if isinstance(address, str) and is_address(address) else ""
    for name, setting in settings.items():
        if isinstance(setting, str) and setting.strip():
            yield _one(name, setting.strip(), address)
        elif isinstance(setting, dict | list):
            yield from _shown(setting, depth + 1)


def _one(name: str, setting: str, address: str) -> str:
    if name in _TITLES:
        return heading(setting, 3)
    if name in _TEXTS:
        return block(f"<p>{link(address, escape(setting))}</p>" if address and "<" not in setting else setting)
    if name in ("image", "image_fallback", "src") and is_address(setting):
        return block(picture(setting))
    return ""
