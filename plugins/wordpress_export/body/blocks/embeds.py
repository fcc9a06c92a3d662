"""`core/embed`, the `core-embed/*` of 2018 to 2020, and blocks of plugins that show an address."""

from collections.abc import Mapping
from html import escape

from ..context import BodyContext
from ..embed_forms import embed_html, watch_address
from ..file_names import is_picture
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


ADDRESSES: Mapping[str, str] = {
    "jetpack/calendly": "url",
    "jetpack/eventbrite": "url",
    "jetpack/goodreads": "link",
    "jetpack/google-calendar": "url",
    "jetpack/nextdoor": "url",
    "jetpack/pinterest": "url",
    "jetpack/podcast-player": "url",
    "jetpack/tock": "url",
    "newspack-blocks/iframe": "src",
}
"""The attribute that holds the address, by the block."""


def render_address(block: Block, inner: str, context: BodyContext) -> str:
    """Give the saved HTML where it shows the address, else an embed of it."""
    address = block.text(ADDRESSES[block.name])
    is_bare = f">{escape(address, quote=False)}</a>" in inner
    if "<iframe" in inner or ("<a " in inner and not is_bare):
        return inner
    if not address.startswith(("http://", "https://", "/")):
        context.note("embed without an address", f"{block.name} {address}", review=True)
        return inner
    return embed_html(watch_address(address))


def render_gif(block: Block, inner: str, context: BodyContext) -> str:
    """Give a moving picture of Giphy or Tenor (Jetpack), with its caption."""
    address, caption = block.text("gifUrl") or block.text("giphyUrl"), block.text("caption")
    if "<iframe" in inner or "<img" in inner:
        return inner
    if not address.startswith(("http://", "https://")):
        context.note("embed without an address", f"{block.name} {block.text('searchText')}", review=True)
        return inner
    words = f"<figcaption>{caption}</figcaption>" if caption else ""
    if is_picture(address):
        return f'<figure><img src="{escape(address)}" alt="">{words}</figure>'
    return f'<figure class="embed"><a href="{escape(address)}">{escape(address, quote=False)}</a>{words}</figure>'


def render_opentable(block: Block, inner: str, _context: BodyContext) -> str:
    """Give a link to the tables of a restaurant (Jetpack), for each restaurant that is named."""
    named = block.attributes.get("rid")
    numbers = [str(number) for number in named if str(number).isdecimal()] if isinstance(named, list) else []
    if "<a " in inner or not numbers:
        return inner
    return "".join(embed_html(f"https://www.opentable.com/restref/client/?rid={number}") for number in numbers)
