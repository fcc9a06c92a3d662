"""What is remembered of each page, in few octets: a large site has hundreds of thousands of pages."""

from __future__ import annotations

import os
import pickle
from array import array
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from struct import Struct
from typing import Any, NamedTuple

from .notes import Touch

Sight = tuple[int, int, int]
"""A file's size, time of change and number on its disk: while all are the same, nobody has written to it."""

Effect = tuple[str, Any]
"""What a plugin did on behalf of a page: the plugin, and what."""

_COUNTS = Struct("<III")
_PAGE = Struct("<16s16sQqQI")
_TOGETHER = 4096


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
class Alike:
    """Values that many pages share, by number."""

    values: list[Any] = field(default_factory=list)
    """By number."""
    known: dict[Hashable, int] = field(default_factory=dict)
    """The numbers."""

    def number(self, value: Hashable) -> int:
        """Give the number of a value."""
        number = self.known.get(value)
        if number is None:
            number = self.known[value] = len(self.values)
            self.values.append(value)
        return number


@dataclass(slots=True)
class Parts:
    """What parts of pages used, by their number."""

    alike: Alike
    """What plugins did on their behalf."""
    packed: dict[int, bytes] = field(default_factory=dict)
    """By number."""

    def __contains__(self, number: int) -> bool:
        return number in self.packed

    def __getitem__(self, number: int) -> Used:
        return _used(self.packed[number], 0, self.alike)

    def __setitem__(self, number: int, used: Used) -> None:
        self.packed[number] = _of_used(used, self.alike)

    def get(self, number: int) -> Used | None:
        """Give what a part used, where it is known."""
        return self[number] if number in self.packed else None

    def forget(self, number: int) -> None:
        """Know a part no more."""
        self.packed.pop(number, None)


@dataclass(slots=True)
class Pages:
    """The records of pages, by the file's place in the site."""

    alike: Alike
    """What they use of that which only they are given, and what plugins did on their behalf."""
    packed: dict[str, bytes] = field(default_factory=dict)
    """By place."""

    def __len__(self) -> int:
        return len(self.packed)

    def __getitem__(self, place: str) -> Record:
        packed = self.packed[place]
        own_digest, output, size, changed, number, own = _PAGE.unpack_from(packed)
        used = _used(packed, _PAGE.size, self.alike)
        return Record(used, self.alike.values[own], own_digest, output, (size, changed, number))

    def __setitem__(self, place: str, record: Record) -> None:
        own = self.alike.number(record.own)
        head = _PAGE.pack(record.own_digest, record.output, *record.sight, own)
        self.packed[place] = head + _of_used(record.used, self.alike)

    def get(self, place: str) -> Record | None:
        """Give the record of a page, where there is one."""
        return self[place] if place in self.packed else None

    def forget(self, place: str) -> None:
        """Know a page no more."""
        self.packed.pop(place, None)


def _of_used(used: Used, alike: Alike) -> bytes:
    effects = array("I", map(alike.number, used.effects))
    counts = _COUNTS.pack(len(used.touches), len(used.parts), len(effects))
    return b"".join((counts, used.touches.tobytes(), used.parts.tobytes(), effects.tobytes()))


def _used(packed: bytes, start: int, alike: Alike) -> Used:
    touches, parts, _ = _COUNTS.unpack_from(packed, start)
    numbers_in = array("I", packed[start + _COUNTS.size :])
    effects = tuple(alike.values[number] for number in numbers_in[touches + parts :])
    return Used(numbers_in[:touches], numbers_in[touches : touches + parts], effects)


def numbers(found: Iterable[int]) -> array[int]:
    """Give numbers in little space."""
    return array("I", found)


def sight_of(path: str) -> Sight:
    """Give how a file looks without opening it."""
    about = os.stat(path)  # noqa: PTH116  # a page a call: a Path costs more than the question
    return about.st_size, about.st_mtime_ns, about.st_ino


def pickled(items: Iterable[object]) -> list[bytes]:
    """Write many small things, some thousand at once: `pickle` knows all by heart that it writes at once."""
    rest = iter(items)
    return [pickle.dumps(some, pickle.HIGHEST_PROTOCOL) for some in iter(lambda: list(islice(rest, _TOGETHER)), [])]


def unpickled(written: Iterable[bytes]) -> Iterator[Any]:
    """Give what was written so."""
    for each in written:
        yield from pickle.loads(each)  # noqa: S301  # our own, from a file that is whole
