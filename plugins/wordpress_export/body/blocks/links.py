"""Blocks that are saved as attributes alone, and show as links."""

from html import escape

from ..context import BodyContext
from .delimiters import Block


def render_social_link(block: Block, inner: str, context: BodyContext) -> str:
    """Give a link with the service's name, as screen readers hear it on the icon."""
    address, service = block.text("url"), block.text("service")
    if not address:
        context.note("link without an address", f"{block.name} {service}")
        return inner
    if service == "mail" and "://" not in address and not address.startswith("mailto:"):
        address = f"mailto:{address}"
    label = block.text("label") or service.title() or address
    return f'<li><a href="{escape(address)}">{escape(label)}</a></li>'


def render_social_links(_block: Block, inner: str, _context: BodyContext) -> str:
    """Give the list around social links; none where it is empty."""
    return inner if "<li" in inner else ""


def render_navigation_link(block: Block, inner: str, context: BodyContext) -> str:
    """Give a link of a menu inside a body. Its label is simple HTML."""
    address, label = block.text("url"), block.text("label")
    if not address:
        context.note("link without an address", f"{block.name} {label}")
        return f"<li>{label}{inner}</li>"
    return f'<li><a href="{escape(address)}">{label or escape(address)}</a>{inner}</li>'
