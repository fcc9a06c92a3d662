"""Addresses that an item had before an editor changed its slug or its date (`wp_old_slug_redirect`)."""

import re
from collections.abc import Iterable, Iterator

from .slugs import read_slug

_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_OLD_SLUG = "_wp_old_slug"


def former_addresses(address: str, slug: str, former: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Give an item's former addresses, in order, from its address and its meta `_wp_old_slug` and `_wp_old_date`.

    An address in which neither slug nor date can be found has none.
    """
    found: list[str] = []
    for key, value in former:
        old = _with_slug(address, slug, value) if key == _OLD_SLUG else _with_date(address, value)
        if old and old != address:
            found.append(old)
    return tuple(dict.fromkeys(found))


def _with_slug(address: str, slug: str, raw: str) -> str:
    """Give an address with another slug in its last part: `/2020/05/slug.html` has an ending behind it."""
    old = read_slug(raw).text
    above, _, last = address.rstrip("/").rpartition("/")
    if not old or not slug or slug not in last:
        return ""
    return f"{above}/{last.replace(slug, old, 1)}{'/' * address.endswith('/')}"


def _with_date(address: str, raw: str) -> str:
    """Give an address with another date in the parts that are one: `/2020/05/slug/`, `/2020/05/17/slug/`."""
    date = _DATE.match(raw.strip())
    parts = address.split("/")
    at = next(_dated_parts(parts), 0)
    if date is None or not at:
        return ""
    for place, number in enumerate(date.groups(), start=at):
        # The last part with text in it is the slug, which may be a number too.
        if place >= len(parts) - (2 if address.endswith("/") else 1) or not parts[place].isdecimal():
            break
        parts[place] = number
    return "/".join(parts)


def _dated_parts(parts: list[str]) -> Iterator[int]:
    return (at for at, part in enumerate(parts[:-1]) if re.fullmatch(r"(?:19|20)\d\d", part))
