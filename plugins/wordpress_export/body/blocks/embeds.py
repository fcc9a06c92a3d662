"""`core/embed`, and the `core-embed/*` of 2018 to 2020."""

from ..context import BodyContext
from ..embed_forms import embed_html
from .delimiters import Block


def render_embed(block: Block, inner: str, context: BodyContext) -> str:
    """Give the saved figure; where there is none, an embed of the address in the attributes."""
    address = block.text("url")
    if "<figure" in inner or (inner.strip() and not address):
        return inner
    if not address.startswith(("http://", "https://")):
        context.note("embed without an address", f"{block.name} {address}", review=True)
        return inner
    return embed_html(address)
