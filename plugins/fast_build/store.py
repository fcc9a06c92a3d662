"""What a build leaves to the next one."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import compress, count

from .notes import Touch
from .packed import Alike, Effect, Pages, Parts, Record, Sight, Used, numbers, pickled, sight_of, unpickled

__all__ = ["Effect", "Record", "Sight", "Store", "Used", "numbers", "sight_of"]


@dataclass(slots=True)
class Store:
    """What is known of the last build."""

    world: bytes = b""
    """What all pages depended on."""
    touches: list[Touch] = field(default_factory=list)
    """Everything that some page used, by number."""
    values: list[bytes] = field(default_factory=list)
    """What it said, as digests."""
    alike: Alike = field(default_factory=Alike)
    """What records of pages have in common."""
    given: dict[str, bytes] = field(default_factory=dict)
    """What the pages of a list were given, as digests, by its name."""
    pages: Pages = field(init=False)
    """By the file's place in the site."""
    parts: Parts = field(init=False)
    """Parts that were made for pages, by their number."""

    def __post_init__(self) -> None:
        self.pages, self.parts = Pages(self.alike), Parts(self.alike)

    def __reduce__(self) -> tuple[object, ...]:
        pages, parts = self.pages.packed.items(), self.parts.packed.items()
        many = (pickled(self.touches), pickled(self.values), pickled(self.alike.values), pickled(pages), pickled(parts))
        return _restored, (self.world, self.given, *many)

    def only(self, places: Iterable[str], parts: Iterable[int]) -> Store:
        """Give what is known of some pages and parts, without what no page uses, once that is more than half."""
        kept = Store(self.world, self.touches, self.values, self.alike, self.given)
        packed = self.pages.packed
        kept.pages.packed = {place: packed[place] for place in places if place in packed}
        kept.parts.packed = {number: self.parts.packed[number] for number in parts if number in self.parts}
        wanted = _wanted(kept)
        return _compact(kept, wanted) if 2 * wanted.count(1) < len(self.touches) else kept


def _compact(store: Store, wanted: bytearray) -> Store:
    """Number anew what is wanted."""
    moved = array("I", bytes(4 * len(wanted)))
    for new, old in enumerate(compress(count(), wanted)):
        moved[old] = new
    fresh = Store(store.world, list(compress(store.touches, wanted)), list(compress(store.values, wanted)))
    fresh.given = store.given
    for number in store.parts.packed:
        if wanted[number]:
            fresh.parts[moved[number]] = _moved(store.parts[number], moved)
    for place in store.pages.packed:
        record = store.pages[place]
        fresh.pages[place] = record._replace(used=_moved(record.used, moved))
    return fresh


def _restored(world: bytes, given: dict[str, bytes], *written: Sequence[bytes]) -> Store:
    touches, values, alike, pages, parts = written
    store = Store(world, list(unpickled(touches)), list(unpickled(values)), given=given)
    for value in unpickled(alike):
        store.alike.number(value)
    store.pages.packed.update(unpickled(pages))
    store.parts.packed.update(unpickled(parts))
    return store


def _wanted(store: Store) -> bytearray:
    """Give for each number whether a page uses it, or a part of one."""
    found = bytearray(len(store.touches))
    for place in store.pages.packed:
        waiting = [store.pages[place].used]
        while waiting:
            used = waiting.pop()
            for number in used.touches:
                found[number] = 1
            for number in used.parts:
                if not found[number]:
                    found[number] = 1
                    waiting.append(store.parts[number])
    return found


def _moved(used: Used, moved: array[int]) -> Used:
    touches, parts = (numbers(moved[old] for old in each) for each in (used.touches, used.parts))
    return Used(touches, parts, used.effects)
