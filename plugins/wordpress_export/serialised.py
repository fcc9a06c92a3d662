"""Texts inside PHP-serialised values (`a:1:{i:0;s:7:"noindex";}`), the form of arrays in post meta."""

import re
from itertools import pairwise

STRING = re.compile(rb's:(\d{1,9}):"')


def string_after(value: str, key: str) -> str:
    """Give the text that stands behind a key; nothing where there is no such key."""
    if key not in value:
        return ""
    texts = strings_in(value)
    return next((text for before, text in pairwise(texts) if before == key), "")


def strings_in(value: str) -> tuple[str, ...]:
    """Give each text of a serialised value, keys among them, in order; nothing is ever unserialised.

    Lengths count bytes. Where a search and replace has made one wrong, the text ends at its closing quote instead.
    """
    octets, found, at = value.encode(), [], 0
    while match := STRING.search(octets, at):
        end = match.end() + int(match[1])
        if octets[end : end + 2] != b'";':
            end = octets.find(b'";', match.end())
        if end < 0:
            break
        found.append(octets[match.end() : end].decode(errors="replace"))
        at = end
    return tuple(found)
