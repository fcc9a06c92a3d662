"""The roll call of a migration: each item that the source gives must be booked once, and no other.

Counts alone would not tell an item that was booked twice from two, nor see it make up for one that was forgotten.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Protocol

from wordpress_export.model import Article, Note

MOST_NAMED = 10
"""So many items are named in a sentence."""


class Item(Protocol):
    """An article, or its line in the ledger."""

    @property
    def id(self) -> int | None:
        """WordPress's id."""

    @property
    def type(self) -> str:
        """As WordPress calls it: `post`, `page`."""

    @property
    def title(self) -> str:
        """As in the export."""

    @property
    def where(self) -> str:
        """Where it stands in the raw material."""


def key_of(item: Item) -> str:
    """Give the name under which an item is known from run to run: by its number, or by its place in the source."""
    return f"{item.type}:{item.id}" if item.id is not None else f"{item.type}:{item.where}"


@dataclass(slots=True)
class RollCall:
    """Who was called, and who has answered."""

    known: dict[str, dict[int | str, int]] = field(default_factory=dict)
    """By type and number (by place, without one), the hash of the place: all that is kept of an item once booked."""
    waiting: dict[str, str] = field(default_factory=dict)
    """Items that were given and are not booked yet, by key: title and place."""
    given: int = 0
    """How many the source has given."""
    repeated: list[str] = field(default_factory=list)
    """The first of those that the source gave again."""
    booked_twice: list[str] = field(default_factory=list)
    """The first of those that were booked without waiting: a second time, or never given at all."""

    def call(self, article: Article) -> Article:
        """Count an article as given. A number that an earlier one has is taken from it, so that both are kept apart."""
        self.given += 1
        called = self._called_before(article)
        if called is not None and called != hash(article.where):
            article = _without_number(article)
            called = self._called_before(article)
        if called is not None:
            _name(article, self.repeated)
        self.waiting[key_of(article)] = _called(article)
        return article

    def _called_before(self, article: Article) -> int | None:
        """Give the place of the item that was called by this number before, and None where it is called now."""
        numbers = self.known.setdefault(article.type, {})
        number = article.where if article.id is None else article.id
        if number in numbers:
            return numbers[number]
        numbers[number] = hash(article.where)
        return None

    def answer(self, item: Item) -> None:
        """Count an item as booked."""
        if self.waiting.pop(key_of(item), None) is None:
            _name(item, self.booked_twice)

    def wrong(self) -> Iterator[str]:
        """Give what does not add up, as sentences."""
        if self.repeated:
            yield f"The source gave the same item more than once: {_list(self.repeated, len(self.repeated))}."
        if self.booked_twice:
            yield f"Booked twice, or never given: {_list(self.booked_twice, len(self.booked_twice))}."
        if self.waiting:
            yield f"Given by the source and never booked: {_list(list(self.waiting.values()), len(self.waiting))}."


def _without_number(article: Article) -> Article:
    note = Note("number of another item", f"{article.type} {article.id}: written without it", review=True)
    return replace(article, id=None, notes=(*article.notes, note))


def _called(item: Item) -> str:
    return f"“{item.title}” ({item.where})" if item.where else f"“{item.title}”"


def _name(item: Item, names: list[str]) -> None:
    if len(names) < MOST_NAMED:
        names.append(_called(item))


def _list(names: list[str], count: int) -> str:
    shown = ", ".join(names[:MOST_NAMED])
    return f"{shown} and {count - MOST_NAMED} more" if count > MOST_NAMED else shown
