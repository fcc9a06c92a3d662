"""What the migration remembers from run to run: one SQLite file beside the reports, to be committed with the content.

It holds fingerprints, no texts, so that it stays small: who changed what since can be told, and what the export gave
last time need not be converted again. Where it is lost, it is made anew by a run over the same export; what differs
then from the export counts as an editor's.
"""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from .merging import LINE, Fingerprints

VERSION = 2
ABSENT = b""
"""What a file was before it was written for the first time."""

_TABLES = """
create table if not exists items (key text primary key, file text not null, input blob not null, entry text not null)
    without rowid;
create table if not exists files (path text primary key, whole blob not null, before blob, keys text not null,
    lines blob not null) without rowid;
create table if not exists seal (mark blob not null, until text not null, counts text not null);
"""


_SCHEMA = "select type, name, sql from sqlite_master where sql is not null order by name"
_STRANGE_ROWS = """
select (select count(*) from items where typeof(file) || typeof(input) || typeof(entry) <> 'textblobtext')
    + (select count(*) from files where typeof(whole) || typeof(keys) || typeof(lines) <> 'blobtextblob'
        or typeof(before) not in ('blob', 'null'))
    + (select count(*) from seal where typeof(mark) || typeof(until) || typeof(counts) <> 'blobtexttext')
"""
"""Counts rows with values of other types, which SQLite takes into any table."""
_REMEDY = "Move it away and run again: a new one is made, and files that differ from the export then count as edited"


class StateError(ValueError):
    """The memory cannot be used. Nothing was written."""


@dataclass(frozen=True, slots=True)
class RememberedItem:
    """What an item of the export became in the last run."""

    file: str
    """Its file below the content folder."""
    input: bytes
    """The fingerprint of all that the file was made from."""
    entry: str
    """Its line in items.jsonl."""


@dataclass(frozen=True, slots=True)
class RememberedFile:
    """What the migration last wrote to a file."""

    fingerprints: Fingerprints
    """Of the export's text, also where an editor's stands in the file."""
    before: bytes | None = None
    """The fingerprint of what stood there before, while a run may have ended ahead of the writing."""


@dataclass(frozen=True, slots=True)
class Seal:
    """What is remembered of a run that left nothing to do (`sealing.py`)."""

    mark: bytes
    """The fingerprint of all that it read and made."""
    until: str
    """When an item that was dated in the future is due, in UTC: the run after that finds something to do."""
    counts: str
    """What its closing table needs, as JSON."""


class State:
    """The memory of a content folder; changes are kept by `keep`, all or none of them."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._database = connection

    def item(self, key: str) -> RememberedItem | None:
        """Give what is remembered of an item; none of a new one."""
        row = self._database.execute("select file, input, entry from items where key = ?", (key,)).fetchone()
        return RememberedItem(*row) if row else None

    def items(self) -> Iterator[tuple[str, RememberedItem]]:
        """Give all items by their keys, in their order."""
        rows = self._database.execute("select key, file, input, entry from items order by key")
        return ((key, RememberedItem(*rest)) for key, *rest in rows)

    def file(self, path: str) -> RememberedFile | None:
        """Give what is remembered of a file; none of one that the migration never wrote."""
        row = self._database.execute("select whole, before, keys, lines from files where path = ?", (path,)).fetchone()
        if row is None:
            return None
        whole, before, keys, lines = row
        marks = tuple(lines[place : place + LINE] for place in range(0, len(lines), LINE))
        try:
            named = {name: bytes.fromhex(mark) for name, mark in json.loads(keys).items()}
        except (ValueError, TypeError, AttributeError, RecursionError) as error:
            raise StateError(f"what the migration's memory says of {path} cannot be read. {_REMEDY}") from error
        return RememberedFile(Fingerprints(whole, named, marks), before)

    def remember_item(self, key: str, item: RememberedItem) -> None:
        """Remember what an item became."""
        if self.item(key) == item:
            return
        row = (key, item.file, item.input, item.entry)
        self._change("insert or replace into items values (?, ?, ?, ?)", row)

    def remember_file(self, path: str, file: RememberedFile) -> None:
        """Remember what a file holds, or is about to hold."""
        if self.file(path) == file:
            return
        prints = file.fingerprints
        keys = json.dumps({name: mark.hex() for name, mark in prints.keys.items()}, separators=(",", ":"))
        row = (path, prints.whole, file.before, keys, b"".join(prints.lines))
        self._change("insert or replace into files values (?, ?, ?, ?, ?)", row)

    def move(self, path: str, new: str) -> None:
        """Follow a file to its new place."""
        self._change("delete from files where path = ?", (new,))
        self._change("update files set path = ? where path = ?", (new, path))

    def settle(self, path: str) -> None:
        """Say that what was about to be written to a file is written."""
        self._change("update files set before = null where path = ? and before is not null", (path,))

    def seal(self) -> Seal | None:
        """Give the seal of the last run; none where it left something to do, or where the memory has changed since."""
        row = self._database.execute("select mark, until, counts from seal").fetchone()
        return Seal(*row) if row else None

    def close_with(self, seal: Seal) -> None:
        """Put a run's seal on its memory, and make sure of it."""
        if self.seal() != seal:
            self._change("insert into seal values (?, ?, ?)", (seal.mark, seal.until, seal.counts))
            self.keep()

    def _change(self, statement: str, row: tuple[object, ...]) -> None:
        """Change the memory, which breaks its seal."""
        self._database.execute("delete from seal")
        self._database.execute(statement, row)

    def keep(self) -> None:
        """Make sure of everything that was remembered so far; a file that nothing has changed keeps its bytes."""
        self._database.commit()


@contextmanager
def open_state(path: Path, *, is_rehearsal: bool = False) -> Iterator[State]:
    """Give the memory of a content folder, a new one where there is none.

    What was not kept when the block ends is forgotten; a rehearsal makes no file. Raises StateError where the file is
    something else, or where another run has it open.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_symlink():
        raise StateError(f"{path} is a link to {path.resolve()}, and a memory must stand in its own folder. {_REMEDY}")
    place = ":memory:" if is_rehearsal and not path.exists() else path
    with closing(sqlite3.connect(place, timeout=1)) as connection:
        _prepare(connection, path)
        try:
            yield State(connection)
        except sqlite3.DatabaseError as error:
            if not isinstance(error, sqlite3.OperationalError):
                raise StateError(f"{path} is damaged ({error}). {_REMEDY}") from error
            raise StateError(
                f"{path} cannot be written: {error}. Free some disk, or make its folder writable, and run the same "
                "command again; what was written so far is whole"
            ) from error


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    try:
        # Two runs at a time over one folder would take each other's files for an editor's.
        connection.execute("pragma locking_mode = exclusive")
        connection.execute("begin immediate")
        (version,) = connection.execute("pragma user_version").fetchone()
        connection.rollback()
        if version < VERSION:
            connection.executescript(f"begin;{_TABLES};pragma user_version = {VERSION};commit;")
        _refuse_strange(connection)
    except sqlite3.DatabaseError as error:
        if "locked" in str(error):
            raise StateError(f"another migration is at work in {path.parent.parent}: wait for its end") from error
        raise StateError(f"{path} is no memory of a migration ({error}). {_REMEDY}") from error


def _refuse_strange(connection: sqlite3.Connection) -> None:
    """Raise sqlite3.DatabaseError where the memory is not as it was made: it may come with the content from elsewhere.

    A view or a trigger would run on this machine, for ever if it likes.
    """
    with closing(sqlite3.connect(":memory:")) as own:
        own.executescript(_TABLES)
        tables = _tables(own)
    if _tables(connection) != tables:
        raise sqlite3.DatabaseError("it has other tables")
    if connection.execute(_STRANGE_ROWS).fetchone() != (0,):
        raise sqlite3.DatabaseError("it holds values of other types")


def _tables(connection: sqlite3.Connection) -> list[list[str]]:
    """Give what a memory consists of, however its lines were broken."""
    return [" ".join(row).split() for row in connection.execute(_SCHEMA)]
