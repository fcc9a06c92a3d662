"""What was worked out, kept from one build to the next for as long as code and settings are the same."""

import pickle
import sqlite3
from array import array
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

Made = TypeVar("Made")

_SIZE = 16
_FORM = 2
_PRAGMAS = ("PRAGMA page_size = 16384", "PRAGMA cache_size = -16000")
"""Most results are some thousand octets, and stand in a page or two."""
_WORLDS = "CREATE TABLE IF NOT EXISTS worlds (form INTEGER, world BLOB)"
_RESULTS = (
    "CREATE TABLE results (number INTEGER PRIMARY KEY, key BLOB, made BLOB)",
    "CREATE UNIQUE INDEX keys ON results (key)",
)
"""In the order in which they are made, in which the next build asks for them again; keys are apart and small."""
_FIND = "SELECT number, made FROM results WHERE key = ?"
_KEEP = "INSERT OR REPLACE INTO results (key, made) VALUES (?, ?)"
_FORGET = "DELETE FROM results WHERE number = ?"


@dataclass(slots=True)
class Memory:
    """Results by name and key, on the disk; those that a build does not ask for are forgotten at its end."""

    _database: sqlite3.Connection | None = None
    """Where they are; None where there is no such place, and everything is made."""
    _asked: bytearray = field(default_factory=bytearray)
    """By their numbers there: which of them this build asked for."""

    def open(self, file: Path, world: bytes) -> None:
        """Take up what the last build left, if it was made by the same code and settings."""
        try:
            self._database = _opened(file, world)
        except sqlite3.DatabaseError:
            file.unlink(missing_ok=True)
            try:
                self._database = _opened(file, world)
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
        if self._database is None:
            return None
        try:
            row = self._database.execute(_FIND, (_short(name, key),)).fetchone()
        except sqlite3.Error:
            return None
        if row is None or row[1][:_SIZE] != _digest(row[1][_SIZE:]):
            return None
        self._ask(row[0])
        return bytes(row[1][_SIZE:])

    def keep(self, name: str, key: Hashable, pickled: bytes) -> None:
        """Keep something for the next build."""
        if self._database is None:
            return
        try:
            number = self._database.execute(_KEEP, (_short(name, key), _digest(pickled) + pickled)).lastrowid
        except sqlite3.Error:
            self._database = None
            return
        self._ask(number or 0)

    def close(self) -> None:
        """Leave to the next build what this one asked for, all of it or nothing."""
        if self._database is None:
            return
        try:
            every = self._database.execute("SELECT number FROM results ORDER BY number")
            idle = array("q", (number for (number,) in every if not self._is_asked(number)))
            self._database.executemany(_FORGET, ((number,) for number in idle))
            self._database.commit()
            self._database.close()
        except sqlite3.Error:
            pass
        self._database = None

    def _ask(self, number: int) -> None:
        missing = number + 1 - len(self._asked)
        if missing > 0:
            self._asked.extend(bytes(missing))
        self._asked[number] = 1

    def _is_asked(self, number: int) -> bool:
        return number < len(self._asked) and self._asked[number] == 1


def _opened(file: Path, world: bytes) -> sqlite3.Connection:
    file.parent.mkdir(parents=True, exist_ok=True)
    database = sqlite3.connect(file, timeout=0.5)
    for command in (*_PRAGMAS, _WORLDS):
        database.execute(command)
    if database.execute("SELECT form, world FROM worlds").fetchall() == [(_FORM, world)]:
        return database
    # What was kept may be of another form: this is quicker, too, than taking its rows away.
    for command in ("DROP TABLE IF EXISTS results", *_RESULTS, "DELETE FROM worlds"):
        database.execute(command)
    database.execute("INSERT INTO worlds VALUES (?, ?)", (_FORM, world))
    return database


def _short(name: str, key: Hashable) -> bytes:
    octets = key if isinstance(key, bytes) else repr(key).encode("utf-8", "surrogatepass")
    return _digest(b"%b %b" % (name.encode(), octets))


def _digest(octets: bytes) -> bytes:
    return blake2b(octets, digest_size=_SIZE).digest()
