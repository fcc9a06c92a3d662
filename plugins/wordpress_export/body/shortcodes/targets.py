"""Where a button or a part of a page builder leads: each builder writes a link in its own way."""

from dataclasses import dataclass
from html import unescape
from urllib.parse import unquote

from ...whole_numbers import whole_number
from ..context import BodyContext
from .grammar import Shortcode

_NAMES = (
    "button_url", "button_link", "link_url", "url", "link", "href", "btn_link", "external_link", "target_url",
    "button_one_url", "link1", "website", "permalink", "src",
)  # fmt: skip
_NOWHERE = ("", "#", "none", "http://", "https://", "|", "||", "|||")


@dataclass(frozen=True, slots=True)
class Target:
    """A link as a builder has it."""

    address: str = ""
    """Where it leads; empty for nowhere."""
    words: str = ""
    """Its title, where it has one of its own."""


def read_target(shortcode: Shortcode, context: BodyContext) -> Target:
    """Give the target of a shortcode from the attributes that name one."""
    for value in (shortcode.get(name) for name in _NAMES):
        target = _read(value, context)
        if target.address:
            return target
    bare = next((value.lstrip("=") for value in shortcode.bare if "://" in value), "")
    return Target(bare or context.library.permalinks.get(whole_number(shortcode.get("page", "post_id")), ""))


def _read(value: str, context: BodyContext) -> Target:
    """Read `url:https%3A%2F%2Fa.example|title:Read` (WPBakery), `manually,https://…` (Enfold), or an address."""
    if value.startswith(("url:", "title:", "target:", "|")):
        parts = dict(part.partition(":")[::2] for part in value.split("|"))
        return Target(_address(unquote(parts.get("url", ""))), unquote(parts.get("title", "")).strip())
    kind, comma, rest = value.partition(",")
    if comma and kind == "manually":
        return Target(_address(rest))
    if comma and kind in ("post", "page", "attachment", "product"):
        return Target(context.library.permalinks.get(whole_number(rest), ""))
    return Target(_address(value))


def _address(value: str) -> str:
    value = unescape(value).strip()
    if value in _NOWHERE or " " in value:
        return ""
    # An attribute of this name may hold a word (`link="file"`); an address has a slash, a dot, or a mark.
    return value if any(mark in value for mark in "/.#?@") or value.startswith(("mailto:", "tel:")) else ""
