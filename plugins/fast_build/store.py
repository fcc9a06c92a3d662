"""What a build leaves to the next one."""

from __future__ import annotations

import os
from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from .notes import Touch

Sight = tuple[int, int, int]
"""A file's size, time of change and number on its disk: while all are the same, nobody has written to it."""

Effect = tuple[str, Any]
"""What a plugin did on behalf of a page: the plugin, and what."""


class Used(NamedTuple):
    """What a page, or a part of pages, used and did."""

    touches: array[int]
    """Numbers of what it used, parts made for it apart."""
    parts: array[int]
    """Numbers of those."""
    effects: tuple[Effect, ...] = ()
    """What plugins did on its behalf."""


class Record(NamedTuple):
    """A page that was made."""

    used: Used
    """What of the site it used."""
    own: tuple[Touch, ...]
    """What it used of that which only it is given."""
    own_digest: bytes
    """What that said."""
    output: bytes
    """Digest of the file."""
    sight: Sight = (0, 0, 0)
    """The file when it was written."""

    def seen(self, path: str) -> Record:
        """Give the record with the file as it looks now."""
        return self.seen_as(sight_of(path))

    def seen_as(self, sight: Sight) -> Record:
        """Give the record with another look of the file."""
        return Record(self.used, self.own, self.own_digest, self.output, sight)


@dataclass(slots=True)
class Store:
    """What is known of the last build."""

    world: bytes = b""
    """What all pages depended on."""
    touches: list[Touch] = field(default_factory=list)
    """Everything that some page used, by number."""
    values: list[bytes] = field(default_factory=list)
    """What it said, as digests."""
    pages: dict[str, Record] = field(default_factory=dict)
    """By the file's place in the site."""
    parts: dict[int, Used] = field(default_factory=dict)
    """Parts that were made for pages, by their number."""
    given: dict[str, bytes] = field(default_factory=dict)
    """What the pages of a list were given, as digests, by its name."""

    def compact(self) -> None:
        """Forget what no page uses any more, once that is more than half."""
        wanted = _wanted(self)
        if 2 * len(wanted) >= len(self.touches):
            return
        moved = {old: new for new, old in enumerate(sorted(wanted))}
        self.touches = [self.touches[old] for old in moved]
        self.values = [self.values[old] for old in moved]
        self.parts = {moved[old]: _moved(used, moved) for old, used in self.parts.items() if old in moved}
        for place, each in self.pages.items():
            used = _moved(each.used, moved)
            self.pages[place] = Record(used, each.own, each.own_digest, each.output, each.sight)


def _wanted(store: Store) -> set[int]:
    found: set[int] = set()
    waiting: list[Used] = [record.used for record in store.pages.values()]
    while waiting:
        used = waiting.pop()
        found.update(used.touches)
        fresh = set(used.parts) - found
        found |= fresh
        waiting.extend(store.parts[number] for number in fresh)
    return found


def _moved(used: Used, moved: dict[int, int]) -> Used:
    touches, parts = (numbers(moved[old] for old in each) for each in (used.touches, used.parts))
    return Used(touches, parts, used.effects)


def numbers(found: Iterable[int]) -> array[int]:
    """Give numbers in little space."""
    return array("I", found)


def sight_of(path: str) -> Sight:
    """Give how a file looks without opening it."""
    about = os.stat(path)  # noqa: PTH116  # a page a call: a Path costs more than the question
    return about.st_size, about.st_mtime_ns, about.st_ino
