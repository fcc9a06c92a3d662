"""Blocks with a picture that stands in their attributes alone."""

from html import escape

from ..context import BodyContext
from ..file_names import is_picture
from .delimiters import Block


def render_cover(block: Block, inner: str, _context: BodyContext) -> str:
    """Give the picture of a cover before its words, also where it was saved as a background of styles."""
    address = block.text("url")
    if not address or "<img" in inner or "<video" in inner or block.attributes.get("useFeaturedImage"):
        return inner
    tag = "img" if is_picture(address) else "video controls"
    closing = "" if tag == "img" else "</video>"
    alt = f' alt="{escape(block.text("alt"))}"' if tag == "img" else ""
    return f'<figure><{tag} src="{escape(address)}"{alt}>{closing}</figure>{inner}'
