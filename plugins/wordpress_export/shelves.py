"""Facts that are too many to hold: kept in a file of SQLite's, looked up as often as bodies ask for them.

At 100,000 posts the attachments and the addresses of their files took 150 MB in this process, and as much again in each
worker and in what was sent to it. On a shelf they take none, and a look-up some microseconds.
"""

import marshal
import os
import sqlite3
import tempfile
from collections.abc import Callable, ItemsView, Iterable, Iterator, Mapping, ValuesView
from dataclasses import dataclass, fields
from operator import attrgetter
from pathlib import Path
from typing import Generic, TypeVar
from weakref import finalize

from .model import Media

Key = TypeVar("Key")
Value = TypeVar("Value")

_MAKE = "CREATE TABLE shelf (place INTEGER PRIMARY KEY, key UNIQUE NOT NULL, value NOT NULL)"
_PUT = "INSERT INTO shelf (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"
_PUT_NEW = "INSERT INTO shelf (key, value) VALUES (?, ?) ON CONFLICT (key) DO NOTHING"

_travels_whole = False


def let_shelves_travel() -> None:
    """From now on, hand shelves to other processes with all that they hold: these may run on other machines."""
    global _travels_whole  # noqa: PLW0603  # whoever pickles a shelf is a library, which can be told nothing
    _travels_whole = True


@dataclass(frozen=True, slots=True)
class Packing(Generic[Key, Value]):
    """How keys and values go into columns and come out of them. All functions can be found by name."""

    key_in: Callable[[Key], int | bytes]
    """To the column."""
    key_out: Callable[[int | bytes], Key]
    """And back."""
    value_in: Callable[[Value], int | bytes]
    """To the column."""
    value_out: Callable[[int | bytes], Value]
    """And back."""


class Shelf(Mapping[Key, Value]):
    """A mapping in a file without a name for people, gone with its maker; other processes read the same file."""

    __slots__ = ("__weakref__", "_connection", "_packing", "_path")

    def __init__(self, packing: Packing[Key, Value], opened: tuple[sqlite3.Connection, str] | None = None) -> None:
        """Begin empty, or with what was opened."""
        self._packing = packing
        self._connection, self._path = opened or self._new()

    def _new(self) -> tuple[sqlite3.Connection, str]:
        number, path = tempfile.mkstemp(prefix="broadsheet-", suffix=".shelf")
        os.close(number)
        connection = sqlite3.connect(path, check_same_thread=False)
        # Of a run that is killed nothing is read again: neither waits for the disk nor ways back are needed.
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute(_MAKE)
        finalize(self, _throw_away, connection, path)
        return connection, path

    def put(self, key: Key, value: Value) -> None:
        """Give a key a value, in the place of the one that it has."""
        self._connection.execute(_PUT, (self._packing.key_in(key), self._packing.value_in(value)))

    def put_new(self, key: Key, value: Value) -> None:
        """Give a key a value where it has none."""
        self._connection.execute(_PUT_NEW, (self._packing.key_in(key), self._packing.value_in(value)))

    def __getitem__(self, key: Key) -> Value:
        """Give a value."""
        found = self._connection.execute("SELECT value FROM shelf WHERE key = ?", (self._packing.key_in(key),))
        row = found.fetchone()
        if row is None:
            raise KeyError(key)
        return self._packing.value_out(row[0])

    def __contains__(self, key: object) -> bool:
        """Tell whether there is a value, without unpacking it."""
        try:
            packed = self._packing.key_in(key)  # type: ignore[arg-type]  # Mapping lets anything be asked for
        except (TypeError, ValueError, AttributeError):
            return False
        found = self._connection.execute("SELECT 1 FROM shelf WHERE key = ?", (packed,))
        return found.fetchone() is not None

    def __iter__(self) -> Iterator[Key]:
        """Give the keys in the order in which they were first put."""
        rows = self._connection.execute("SELECT key FROM shelf ORDER BY place")
        return (self._packing.key_out(key) for (key,) in rows)

    def items(self) -> ItemsView[Key, Value]:
        """Give keys and values in that order, in one reading."""
        return _Items(self)

    def values(self) -> ValuesView[Value]:
        """Give the values in that order, in one reading."""
        return _Values(self)

    def rows(self) -> Iterator[tuple[Key, Value]]:
        """Give what `items` does."""
        rows = self._connection.execute("SELECT key, value FROM shelf ORDER BY place")
        return ((self._packing.key_out(key), self._packing.value_out(value)) for key, value in rows)

    def __len__(self) -> int:
        """Count the keys."""
        (count,) = self._connection.execute("SELECT count(*) FROM shelf").fetchone()
        return int(count)

    def __reduce__(self) -> tuple[object, ...]:
        """Travel as the path of the file, or whole where it may be another machine that reads it."""
        self._connection.commit()
        if _travels_whole or not self._path:
            return _unpacked, (type(self), self._packing, self._connection.serialize())
        return _opened, (type(self), self._packing, self._path)


class _Items(ItemsView[Key, Value]):
    _mapping: Shelf[Key, Value]

    def __iter__(self) -> Iterator[tuple[Key, Value]]:
        return self._mapping.rows()


class _Values(ValuesView[Value]):
    _mapping: Shelf[object, Value]

    def __iter__(self) -> Iterator[Value]:
        return (value for _, value in self._mapping.rows())


def _throw_away(connection: sqlite3.Connection, path: str) -> None:
    connection.close()
    Path(path).unlink(missing_ok=True)


def _opened(kind: type[Shelf[Key, Value]], packing: Packing[Key, Value], path: str) -> Shelf[Key, Value]:
    address = f"{Path(path).as_uri()}?mode=ro&immutable=1"
    return kind(packing, (sqlite3.connect(address, uri=True, check_same_thread=False), path))


def _unpacked(kind: type[Shelf[Key, Value]], packing: Packing[Key, Value], octets: bytes) -> Shelf[Key, Value]:
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    connection.deserialize(octets)
    return kind(packing, (connection, ""))


_FIELDS = attrgetter(*(field.name for field in fields(Media)))


def _same(number: int | bytes) -> int:
    return int(number)


def _packed_media(media: Media) -> bytes:
    return marshal.dumps(_FIELDS(media))


def _media(packed: int | bytes) -> Media:
    return Media(*marshal.loads(packed))  # type: ignore[arg-type]  # noqa: S302  # of our own making, in this very run


def _octets(address: str) -> bytes:
    # An address may hold half of a surrogate pair, which is no text to SQLite.
    return address.encode("utf-8", "surrogatepass")


def _address(octets: int | bytes) -> str:
    return bytes(octets).decode("utf-8", "surrogatepass")


MEDIA: Packing[int, Media] = Packing(_same, _same, _packed_media, _media)
"""Attachments by id."""
NUMBERS: Packing[str, int] = Packing(_octets, _address, _same, _same)
"""Ids by address."""


def media_shelf(media: Iterable[Media] = ()) -> Shelf[int, Media]:
    """Give a shelf of attachments; of two with one id the first stays."""
    shelf = Shelf(MEDIA)
    for item in media:
        shelf.put_new(item.id, item)
    return shelf
