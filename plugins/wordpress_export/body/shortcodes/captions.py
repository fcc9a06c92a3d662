"""`[caption]`: a picture with its caption (`img_caption_shortcode`)."""

import re
from collections.abc import Mapping
from html import escape, unescape

from ..context import BodyContext
from .grammar import Shortcode
from .parts import bare_text, block, is_address, trimmed
from .renderer import Renderer

_PICTURE = re.compile(r"(?:<a\s[^<>]*>\s*)?<img\s[^<>]*>(?:\s*</a>)?", re.IGNORECASE)
_OTHER_MEDIA = re.compile(r"<(?:iframe|video|audio|object|embed|figure)\b", re.IGNORECASE)


def render_caption(shortcode: Shortcode, context: BodyContext) -> str:
    """Give a figure. The caption is what follows the picture, or, in posts from before 2012, an attribute."""
    content = shortcode.content or ""
    picture = _PICTURE.search(content)
    if picture is None:
        return _without_picture(shortcode, context)
    before, caption = content[: picture.start()], trimmed(content[picture.end() :])
    caption = caption or shortcode.get("caption")
    caption = f"<figcaption>{caption}</figcaption>" if caption else ""
    before = before if bare_text(before) else ""
    return before + block(f"<figure>{picture[0]}{caption}</figure>")


def _without_picture(shortcode: Shortcode, context: BodyContext) -> str:
    """Give what an author has put a caption under by hand: a film, a frame, or nothing at all."""
    content, caption = shortcode.content or "", shortcode.get("caption")
    if not _OTHER_MEDIA.search(content) and not is_address(content.strip()):
        context.note("caption without a picture", shortcode.source, review=True)
        return f"{content}\n\n{caption}" if content.strip() and caption else content or caption or shortcode.source
    if is_address(content.strip()):
        content = f'<iframe src="{escape(unescape(content.strip()))}"></iframe>'
    return block(f"<figure>{trimmed(content)}<figcaption>{caption}</figcaption></figure>" if caption else content)


CAPTIONS: Mapping[str, Renderer] = {"caption": render_caption, "wp_caption": render_caption}
"""Captions by name."""
