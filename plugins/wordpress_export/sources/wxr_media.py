"""Attachments: pictures and other files of the media library."""

import re

from ..addresses import is_web_address, permalink, root_relative
from ..model import Media
from ..plain_text import plain_words
from .wxr_item import Item


def is_harmless(address: str) -> bool:
    """Tell whether a file may be fetched from an address and kept under it: it is the site's own or on the web."""
    own = address.startswith("/") and not address.startswith("//")
    return (own or is_web_address(address)) and ".." not in re.split(r"[/?]", address)


def read_media(item: Item, home: str) -> Media:
    """Give an attachment as an entry of the media library."""
    # Exports of single types leave the address out; the guid is where the file was first uploaded to.
    address = root_relative(item.field("wp:attachment_url") or item.field("guid"), home)
    return Media(
        id=item.number("wp:post_id"),
        address=address if is_harmless(address) else "",
        title=plain_words(item.field("title")).text,
        alt=plain_words(item.meta.get("_wp_attachment_image_alt", "")).text,
        caption=item.field("excerpt:encoded"),
        description=item.field("content:encoded"),
        credit=plain_words(item.meta.get("_media_credit", "")).text,
        parent=item.number("wp:post_parent"),
        order=item.number("wp:menu_order"),
        permalink=permalink(item.field("link"), home),
    )
