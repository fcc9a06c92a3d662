"""Lists of a site's articles, as templates get them: they note what is used of them."""

from collections.abc import Iterator
from typing import Any, SupportsIndex

from .notes import Notes, Touch

Item = Any
"""An article or a page; or a category, tag or author with its articles."""


class NotedList(list[Item]):
    """A list that notes which of its parts a page uses.

    Python itself goes through a list of a class of its own by `__iter__`, `__getitem__` and `__len__`, so that nothing
    is used unseen.
    """

    __slots__ = ("is_own", "name", "notes")

    def __init__(self, items: list[Item], name: str, notes: Notes, *, is_own: bool = False) -> None:
        super().__init__(items)
        self.name = name
        self.notes = notes
        self.is_own = is_own

    def _note(self, *part: Any) -> None:  # noqa: ANN401  # a place or a slice
        frame = self.notes.frame
        if frame is not None:
            touch: Touch = ("list", self.name, *part)
            if self.is_own:
                frame.own_touches[touch] = None
            else:
                frame.used.add(self.notes.numbers.of(touch))

    def __iter__(self) -> Iterator[Item]:
        self._note("all")
        return super().__iter__()

    def __reversed__(self) -> Iterator[Item]:
        self._note("all")
        return super().__reversed__()

    def __len__(self) -> int:
        self._note("length")
        return super().__len__()

    def __getitem__(self, place: SupportsIndex | slice) -> Item:
        if isinstance(place, slice):
            self._note("part", place.start, place.stop, place.step)
        else:
            self._note("item", int(place))
        return super().__getitem__(place)

    def __contains__(self, item: object) -> bool:
        self._note("all")
        return super().__contains__(item)

    def __eq__(self, other: object) -> bool:
        self._note("all")
        return super().__eq__(other)

    __hash__ = None

    def __add__(self, other: list[Item]) -> list[Item]:
        self._note("all")
        return list.__add__(self, list(other))

    def __radd__(self, other: list[Item]) -> list[Item]:
        self._note("all")
        return list.__add__(list(other), self)

    def __mul__(self, count: SupportsIndex) -> list[Item]:
        self._note("all")
        return super().__mul__(count)

    __rmul__ = __mul__

    def index(self, *arguments: Any) -> int:  # noqa: ANN401  # as list's
        """Give the place of an item."""
        self._note("all")
        return super().index(*arguments)

    def count(self, item: Item) -> int:
        """Give how often an item is there."""
        self._note("all")
        return super().count(item)

    def copy(self) -> list[Item]:
        """Give a list that notes nothing any more."""
        self._note("all")
        return super().copy()

    def __reduce_ex__(self, _: SupportsIndex) -> tuple[Any, ...]:
        self._note("all")
        return list, (list(super().__iter__()),)


def part_of(items: list[Item], touch: Touch) -> Any:  # noqa: ANN401  # a count or items
    """Give what a touch of a list is about, as it is now; None for an item that is not there."""
    match touch[2:]:
        case ("length",):
            return list.__len__(items)
        case ("item", place):
            size = list.__len__(items)
            return list.__getitem__(items, place) if -size <= place < size else None
        case ("part", start, stop, step):
            return list.__getitem__(items, slice(start, stop, step))
        case _:
            return list(list.__iter__(items))
