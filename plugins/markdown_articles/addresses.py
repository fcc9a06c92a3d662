"""Where a page lives: addresses from front matter, from the site's pattern, or from the file's place.

Addresses are root-relative and decoded, as people read them: `/2023/10/επίπεδο/`.
"""

import re
from collections.abc import Mapping
from datetime import datetime
from pathlib import PurePosixPath
from typing import Protocol
from urllib.parse import quote, unquote

from .problems import AddressError

DEFAULT_PATTERN = "/{date:%Y}/{date:%m}/{slug}/"
"""Where an article lives when neither its front matter nor the site says otherwise."""

_LONGEST_PART = 255
"""Bytes in the name of a folder or file, on every common file system."""

_PLAIN = re.compile(r"(?:/[\w-]{1,255})+/?", re.ASCII)
"""An address as most are, in which nothing can be wrong."""
_UNUSABLE = re.compile(r"[\\?#\x00-\x1f\x7f]")
_EXTENSION = re.compile(r"[^.]\.[A-Za-z][A-Za-z0-9]{0,7}$")
_NO_NAMES: Mapping[str, str] = {}


class Placed(Protocol):
    """What front matter says about an address."""

    @property
    def permalink(self) -> str:
        """The address where no pattern gives it."""

    @property
    def slug(self) -> str:
        """The last part of the address; empty where it is the file's name."""

    @property
    def date(self) -> datetime | None:
        """When it was published."""


def address_of(front: Placed, path: str, pattern: str = DEFAULT_PATTERN, names: Mapping[str, str] = _NO_NAMES) -> str:
    """Give the address of an article or a page.

    `path` is the file's, within the content folder; a file below `pages/` is a page. `pattern` may use `{date:…}`,
    `{slug}` and whatever else is in `names`. Raises AddressError for an address that no page can have.
    """
    if front.permalink:
        return _checked("permalink", unquote(front.permalink))
    slug = front.slug or PurePosixPath(path).stem
    if not slug.strip(".") or "/" in slug:
        raise AddressError(f"slug {slug!r} is no name of a page: write it like tram-returns")
    if path.startswith("pages/"):
        return _checked("the file's place", "/" + "/".join([*PurePosixPath(path).parent.parts[1:], slug]) + "/")
    return _checked("the address", _filled(pattern, front, {**names, "slug": slug}))


def save_as_of(address: str) -> str:
    """Give the file that a page is written to, within the output: the address itself, or `index.html` in it."""
    place = address.strip("/")
    if not place:
        return "index.html"
    is_file = not address.endswith("/") and _EXTENSION.search(place.rpartition("/")[2])
    return place if is_file else f"{place}/index.html"


def url_of(address: str) -> str:
    """Give an address as it stands in a link: percent-encoded, and without the first slash, as Pelican has it."""
    return quote(address.removeprefix("/"))


def _filled(pattern: str, front: Placed, names: Mapping[str, str]) -> str:
    if front.date is None and "{date" in pattern:
        pattern = "/{slug}/"
    try:
        address = pattern.format(date=front.date, **names)
    except (LookupError, ValueError, AttributeError) as error:
        known = ", ".join(f"{{{name}}}" for name in ("date:%Y", *names))
        raise AddressError(f"the pattern {pattern!r} cannot be filled ({error}): use {known}") from None
    return "/" + address.lstrip("/")


def _checked(what: str, address: str) -> str:
    """Give the address back. Raises AddressError when it leaves the site, or is none."""
    if _PLAIN.fullmatch(address):
        return address
    parts = address.removeprefix("/").removesuffix("/").split("/")
    if not address.startswith("/") or (address != "/" and "" in parts):
        raise AddressError(
            f"{what} {address!r} must begin with one slash and have none in a row: write /2023/10/title/"
        )
    if any(part in {".", ".."} for part in parts) or _UNUSABLE.search(address):
        raise AddressError(
            f"{what} {address!r} leaves the site or holds a sign that no address has: write /2023/10/title/"
        )
    if any(len(part.encode(errors="replace")) > _LONGEST_PART for part in parts):
        raise AddressError(
            f"{what} {address!r} has a part of more than {_LONGEST_PART} bytes: no disk can hold it; shorten it"
        )
    return address
