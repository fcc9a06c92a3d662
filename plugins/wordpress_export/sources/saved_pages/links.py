"""Addresses in a text as they were on the live site, where mirrors and browsers have rewritten them."""

import re
from collections.abc import Mapping
from urllib.parse import unquote

from ...addresses import root_relative
from ...body.tree import Node, attribute
from ...model import Note
from .lead_pictures import full_address
from .places import Place, is_saved_file, resolve

_HELD_BY = "a[href], area[href], img, source, video, audio, iframe[src], embed[src], object[data]"
_ATTRIBUTES = ("href", "src", "poster", "data", "data-src", "data-lazy-src", "data-orig-file", "data-full-url")
_SETS = ("srcset", "data-srcset")
_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?)$", re.IGNORECASE)


def restore_addresses(body: Node, place: Place, moved: Mapping[str, str]) -> list[Note]:
    """Give each link and picture in a text the address that it had on the live site.

    `moved` tells of pages whose files in a mirror are called otherwise than they were addressed (`wget -E`).
    """
    notes: list[Note] = []
    for node in body.css(_HELD_BY):
        if node.tag == "img" and is_saved_file(attribute(node, "src")):
            notes += _restore_picture(node, place)
        for name in _ATTRIBUTES:
            _restore(node, name, (place, moved))
        for name in _SETS:
            if told := attribute(node, name):
                node.attrs[name] = ", ".join(_one_of_set(one, place) for one in re.split(r",\s+", told))
    return notes


def _restore(node: Node, name: str, known: tuple[Place, Mapping[str, str]]) -> None:
    place, moved = known
    told = attribute(node, name)
    # A link to a place on the same page stays one.
    if told and not told.startswith("#") and (live := resolve(told, place)) != told:
        path, mark, fragment = root_relative(live, place.home).partition("#")
        node.attrs[name] = moved[path] + mark + fragment if path in moved else _on_page(live, place)


def _on_page(live: str, place: Place) -> str:
    address, mark, fragment = live.partition("#")
    return f"#{fragment}" if mark and fragment and address.rstrip("/") == place.base.rstrip("/") else live


def _one_of_set(one: str, place: Place) -> str:
    address, blank, width = one.strip().partition(" ")
    return resolve(address, place) + blank + width


def _restore_picture(node: Node, place: Place) -> list[Note]:
    """Give a picture that a browser saved beside the page its address, by its sizes or by the link around it."""
    address = full_address(node, place)
    if not address:
        link = node.parent if node.parent is not None and node.parent.tag == "a" else None
        address = resolve(attribute(link, "href"), place) if link else ""
        address = address if _FILE.search(address.partition("?")[0]) else ""
    if not address:
        return [Note("picture known by its saved file alone", unquote(attribute(node, "src")), review=True)]
    node.attrs["src"] = address
    return []
