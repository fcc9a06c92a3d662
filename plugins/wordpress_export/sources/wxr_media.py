"""Attachments: pictures and other files of the media library."""

import re

from ..addresses import file_address, is_web_address, permalink, root_relative
from ..focus import read_focus
from ..model import Media
from ..plain_text import plain_words
from ..serialised import string_after, strings_in
from .wxr_item import Item

_SIZE = re.compile(r"(?P<stem>.+)-(?P<size>\d{1,5}x\d{1,5})(?P<ending>\.\w+)")
_MADE = re.compile(r"-(?:scaled|rotated)(?=\.\w+$)")


def is_harmless(address: str) -> bool:
    """Tell whether a file may be fetched from an address and kept under it: it is the site's own or on the web."""
    own = address.startswith("/") and not address.startswith("//")
    return (own or is_web_address(address)) and ".." not in re.split(r"[/?]", address)


def read_media(item: Item, home: str) -> Media:
    """Give an attachment as an entry of the media library."""
    # Exports of single types leave the address out; the guid is where the file was first uploaded to.
    told = item.field("wp:attachment_url") or item.field("guid")
    shown = file_address(told, home)
    address = _original(shown, item)
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
        scaled=shown if shown != address else "",
        origin=told.strip() if shown != root_relative(told, home) else "",
        focus=read_focus(item.meta),
        sizes=_sizes(address, item),
    )


def _sizes(address: str, item: Item) -> tuple[str, ...]:
    """Give the sizes of the copies of a picture, once each."""
    stem, dot, ending = address.rpartition("/")[2].rpartition(".")
    found = (_SIZE.fullmatch(text) for text in strings_in(item.meta.get("_wp_attachment_metadata", "")))
    return tuple(dict.fromkeys(
        match["size"] for match in found if match and (match["stem"], match["ending"]) == (stem, dot + ending)
    ))  # fmt: skip


def _original(shown: str, item: Item) -> str:
    """Give the file that was uploaded, where WordPress made the one it shows of it (`wp_get_original_image_url`).

    A file that an editor has cropped (`-e1600000000000`) stays: what was cut off was not to be seen.
    """
    name = string_after(item.meta.get("_wp_attachment_metadata", ""), "original_image")
    folder, _, last = shown.rpartition("/")
    made = _MADE.sub("", last.partition("?")[0])
    return f"{folder}/{name}" if name and made != last and name == made else shown
