"""Texts inside PHP-serialised values (`a:1:{i:0;s:7:"noindex";}`), the form of arrays in post meta."""

import re

STRING = re.compile(rb's:(\d{1,9}):"')


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
