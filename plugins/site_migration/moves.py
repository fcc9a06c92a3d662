"""Files that an editor has moved or renamed, found again by the number in their front matter."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

_NUMBER = re.compile(rb"^wordpress_id: (\d+)[ \t]*\r?$", re.MULTILINE)
_FRONT = 16_384
"""Bytes of a file that are looked at: front matter is shorter."""
FOLDERS = ("articles", "pages")


def find_moved(missing: Mapping[int, str], known: Iterable[str], content: Path) -> dict[str, str]:
    """Give the new places of files by their old ones.

    `missing` has the old places by WordPress's number. A file that stands where the migration put one (`known`) is that
    one and no other; where two files have one number, none is taken.
    """
    taken = set(known)
    found: dict[int, list[str]] = {}
    for path in (path for folder in FOLDERS for path in sorted((content / folder).rglob("*.md"))):
        place = path.relative_to(content).as_posix()
        if place not in taken and (number := _number_of(path)) in missing:
            found.setdefault(number, []).append(place)
    return {missing[number]: places[0] for number, places in found.items() if len(places) == 1}


def _number_of(path: Path) -> int:
    with path.open("rb") as file:
        match = _NUMBER.search(file.read(_FRONT))
    return int(match[1]) if match else -1
