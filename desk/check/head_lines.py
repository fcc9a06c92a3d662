"""On which lines the keys of a head stand, and the items below them."""

import re
from typing import NamedTuple

_KEY = re.compile(r"([A-Za-z_]\w*)\s*:")
_ITEM = re.compile(r"\s*-(?:\s|$)")


class Lines(NamedTuple):
    """Where things stand."""

    keys: dict[str, int]
    """The line of each key; the first of the file is 1."""
    items: dict[str, list[int]]
    """The lines of the items below each key that has any."""

    def of(self, key: str, number: int, count: int) -> int:
        """Give the line of an item of so many; that of its key where the list is written in another way."""
        found = self.items.get(key, [])
        return found[number] if len(found) == count else self.keys.get(key, 2)


def lines_of(text: str) -> Lines:
    """Give the lines of a file's head, which begins with its first line."""
    keys: dict[str, int] = {}
    items: dict[str, list[int]] = {}
    key = ""
    for number, line in enumerate(text.split("\n"), 1):
        if number == 1:
            continue
        if line.rstrip(" \t") == "---":
            break
        if found := _KEY.match(line):
            key = found[1]
            keys.setdefault(key, number)
        elif key and _ITEM.match(line):
            items.setdefault(key, []).append(number)
    return Lines(keys, items)
