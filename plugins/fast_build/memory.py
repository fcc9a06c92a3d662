"""What was worked out, kept from one build to the next for as long as code and settings are the same."""

import pickle
import sqlite3
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

Made = TypeVar("Made")

_SIZE = 16
_FORM = 1
_RESULTS = """CREATE TABLE IF NOT EXISTS results
    (name TEXT, key BLOB, made BLOB, PRIMARY KEY (name, key)) WITHOUT ROWID"""
_FIND = "SELECT made FROM results WHERE name = ? AND key = ?"
_KEEP = "INSERT OR REPLACE INTO results VALUES (?, ?, ?)"
_FORGET = "DELETE FROM results WHERE name = ? AND key = ?"


@dataclass(slots=True)
class Memory:
    """Results by name and key, on the disk; those that a build does not ask for are forgotten at its end."""

    _database: sqlite3.Connection | None = None
    """Where they are; None where there is no such place, and everything is made."""
    _is_empty: bool = False
    """Whether an earlier build left nothing."""
    _asked: set[tuple[str, bytes]] = field(default_factory=set)
    """What this build asked for."""

    def open(self, file: Path, world: bytes) -> None:
        """Take up what the last build left, if it was made by the same code and settings."""
        try:
            self._database, self._is_empty = _opened(file, world)
        except sqlite3.DatabaseError:
            file.unlink(missing_ok=True)
            try:
                self._database, self._is_empty = _opened(file, world)
            except sqlite3.Error:
                self._database = None

    def leave(self) -> None:
        """Use it no more, as a process must that did not open it."""
        self._database = None

    def recall(self, name: str, key: Hashable, make: Callable[[], Made]) -> Made:
        """Give a result, made now if it was never made."""
        found = self.find(name, key)
        if found is not None:
            made: Made = pickle.loads(found)  # noqa: S301  # our own, whole
            return made
        made = make()
        self.keep(name, key, pickle.dumps(made, pickle.HIGHEST_PROTOCOL))
        return made

    def find(self, name: str, key: Hashable) -> bytes | None:
        """Give what was kept, as it was pickled; None where nothing was."""
        short = _short(key)
        if self._database is None or (self._is_empty and (name, short) not in self._asked):
            return None
        try:
            row = self._database.execute(_FIND, (name, short)).fetchone()
        except sqlite3.Error:
            return None
        if row is None or row[0][:_SIZE] != _digest(row[0][_SIZE:]):
            return None
        self._asked.add((name, short))
        return bytes(row[0][_SIZE:])

    def keep(self, name: str, key: Hashable, pickled: bytes) -> None:
        """Keep something for the next build."""
        if self._database is None:
            return
        short = _short(key)
        try:
            self._database.execute(_KEEP, (name, short, _digest(pickled) + pickled))
        except sqlite3.Error:
            self._database = None
            return
        self._asked.add((name, short))

    def close(self) -> None:
        """Leave to the next build what this one asked for, all of it or nothing."""
        if self._database is None:
            return
        try:
            every = set(self._database.execute("SELECT name, key FROM results"))
            self._database.executemany(_FORGET, every - self._asked)
            self._database.commit()
            self._database.close()
        except sqlite3.Error:
            pass
        self._database = None


def _opened(file: Path, world: bytes) -> tuple[sqlite3.Connection, bool]:
    file.parent.mkdir(parents=True, exist_ok=True)
    database = sqlite3.connect(file, timeout=0.5)
    database.execute("CREATE TABLE IF NOT EXISTS worlds (form INTEGER, world BLOB)")
    database.execute(_RESULTS)
    is_other = database.execute("SELECT form, world FROM worlds").fetchall() != [(_FORM, world)]
    if is_other:
        database.execute("DELETE FROM worlds")
        database.execute("DELETE FROM results")
        database.execute("INSERT INTO worlds VALUES (?, ?)", (_FORM, world))
    return database, is_other


def _short(key: Hashable) -> bytes:
    return _digest(key if isinstance(key, bytes) else repr(key).encode("utf-8", "surrogatepass"))


def _digest(octets: bytes) -> bytes:
    return blake2b(octets, digest_size=_SIZE).digest()
