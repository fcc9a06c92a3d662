"""`[caption]`: a picture with its caption (`img_caption_shortcode`)."""

import re

from ..context import BodyContext
from .grammar import Shortcode

_PICTURE = re.compile(r"\s*(?P<picture>(?:<a\s[^>]*>\s*)?<img\s[^>]*>(?:\s*</a>)?)", re.IGNORECASE)


def render_caption(shortcode: Shortcode, context: BodyContext) -> str:
    """Give a figure. The caption is what follows the picture, or, in posts from before 2012, an attribute."""
    content = shortcode.content or ""
    picture = _PICTURE.match(content)
    if picture is None:
        context.note("caption without a picture", shortcode.source, review=True)
        return content or shortcode.get("caption")
    caption = content[picture.end() :].strip() or shortcode.get("caption")
    caption = f"<figcaption>{caption}</figcaption>" if caption else ""
    return f"\n\n<figure>{picture['picture']}{caption}</figure>\n\n"
