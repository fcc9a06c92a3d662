"""Which member of a store is the file of an address: by its whole path, by its path below the uploads folder, by name.

All members are listed once, in a file of SQLite's own: a copy of an uploads folder holds seven sizes of each picture.
"""

import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from unicodedata import normalize

from wordpress_export.body.file_names import extension, originals, split_upload

from .places import base_of, plain, seen
from .stores import Member, Store

_TABLE = "create table members (base text, store integer, number integer, path text, size integer)"
_INDEX = "create index bases on members (base)"
_SAVED = re.compile(
    r"(?:_files|[-_]dateien|_fichiers|_archivos|_arquivos|_bestanden|_pliki|_soubory|[-_]filer|\.files)$", re.IGNORECASE
)
"""What browsers call the folder of a saved page's pictures."""
_COPY = re.compile(r" ?\(\d{1,3}\)(?=\.\w{2,5}$)")
"""What browsers put behind the name of a file of which they saved a namesake before."""
_SIZE = re.compile(r"-(\d{1,5})x(\d{1,5})(?:@2x)?(?=\.\w{2,5}$)")
_RESIZED = re.compile(r"[?@&](?:w|h|s|width|height|size|resize|fit|crop|zoom|quality)=")
"""Of a file that was asked for in a size."""
_SURELY = 3
"""So many parts of a path, year, month and name, tell a file wherever they are."""
_WHOLE = 1 << 40
"""Stands for the area of a picture that has no size in its name."""


@dataclass(frozen=True, slots=True)
class Found:
    """A member that is, or can stand for, a wanted file."""

    store: int
    """The number of the store."""
    member: Member
    """The file in it."""
    is_variant: bool = False
    """Whether it is another size, or a copy, of what is wanted."""
    is_exact: bool = True
    """Whether its name is the wanted one to the letter, or that of such a variant."""
    is_sized: bool = False
    """Whether it is a smaller picture."""


_Ranked = tuple[tuple[bool, int, int, tuple[int, int], str, int], Found]
"""A member with what it is sorted by."""


class Index:
    """The members of all stores."""

    def __init__(self, connection: sqlite3.Connection, hosts: frozenset[str]) -> None:
        self._database = connection
        self._hosts = hosts

    def add(self, number: int, store: Store) -> None:
        """List the members of a store. Raises StoreError where it cannot be read."""
        rows = (
            (_base(plain(_readable(member.path))), number, member.number, _octets(member.path), member.size)
            for member in store.members()
        )
        self._database.executemany("insert into members values (?, ?, ?, ?, ?)", rows)

    def close(self) -> None:
        """Say that all stores are listed."""
        self._database.execute(_INDEX)

    def find(self, place: str) -> Sequence[Found]:
        """Give the members that may be a file, the best first; those of the store that was named first before others.

        A member is sure by its path; one that is known by its name alone, as in the folder that a browser saves beside
        a page, is given only where all that have the name have the same number of bytes.
        """
        sure, saved = list[_Ranked](), list[_Ranked]()
        for store, number, octets, size in self._members(base_of(place)):
            member = Member(number, octets.decode("utf-8", "surrogateescape"), size)
            path = plain(_readable(member.path))
            if (kinship := _kinship(place, path)) is None:
                continue
            if _RESIZED.search(member.path):
                kinship = _Kinship(is_variant=True, order=(2, 0))
            rank = self._rank(place, path)
            if rank is not None or _is_saved(path):
                order = (kinship.is_variant, store, rank or 0, kinship.order, path, number)
                found = Found(store, member, kinship.is_variant, kinship.is_exact, is_sized=_is_small(member.path))
                (saved if rank is None else sure).append((order, found))
        if not sure and saved:
            sure = _alike(saved)
        return [found for _, found in sorted(sure, key=lambda ranked: ranked[0])]

    def _members(self, base: str) -> Iterator[tuple[int, int, bytes, int]]:
        question = "select store, number, path, size from members where base = ?"
        return self._database.execute(question, (base,))

    def _rank(self, place: str, path: str) -> int | None:
        """Say how sure a path below a store is that of a place, the folders alone considered; none where it is not."""
        wanted, has = _folders(place), _folders(path)
        above = _above(has, wanted)
        if above is not None and (wanted or not above or self._is_own(above[-1])):
            return 0 if not above or self._is_own(above[-1]) else 4 if _is_host(above[-1]) else 1
        folder, below = split_upload(f"/{place}")
        if not below:
            return None
        tail = _folders(below)
        site = tuple(folder.strip("/").split("/")[-2:]) if "/sites/" in folder else ()
        above = _above(has, tail)
        if above is None or (above and above[-2:-1] == ("sites",) and above[-2:] != site):
            return None
        if not above or above[-1] == "uploads" or (site and above[-2:] == site):
            return None if site and above[-1:] == ("uploads",) else 2
        return 3 if len(tail) + 1 >= _SURELY and not site else None

    def _is_own(self, folder: str) -> bool:
        return folder.removeprefix("www.") in self._hosts


def _above(has: tuple[str, ...], wanted: tuple[str, ...]) -> tuple[str, ...] | None:
    """Give what lies above the last folders of a path; none where these are not the wanted ones."""
    above = len(has) - len(wanted)
    return has[:above] if above >= 0 and has[above:] == wanted else None


@dataclass(frozen=True, slots=True)
class _Kinship:
    """How near a member's name is to the wanted one."""

    is_variant: bool
    """Whether it is another size or a copy."""
    order: tuple[int, int]
    """Nearest first."""
    is_exact: bool = True
    """Whether case and form of the letters are the same."""


def _is_small(path: str) -> bool:
    return _SIZE.search(path) is not None or _RESIZED.search(path) is not None


def _base(path: str) -> str:
    return base_of(_COPY.sub("", path) if _is_saved(path) else path)


def _kinship(place: str, path: str) -> _Kinship | None:
    wanted, name = (normalize("NFC", one.rpartition("/")[2]) for one in (place, path))
    if _is_saved(path):
        name = _COPY.sub("", name)
    if name == wanted:
        return _Kinship(is_variant=False, order=(0, 0))
    if seen(name) == seen(wanted):
        return _Kinship(is_variant=False, order=(1, 0), is_exact=False)
    if seen(wanted) in map(seen, originals(name)):
        is_converted = extension(name) != extension(wanted)
        return _Kinship(is_variant=True, order=(int(is_converted), -_area(name)), is_exact=wanted in originals(name))
    # Of an edited picture (`-e1600000000000`) the one before is none: what was cut off was not to be seen.
    if seen(name) == seen(_SIZE.sub("", wanted)):
        return _Kinship(is_variant=True, order=(0, -_WHOLE))
    return None


def _area(name: str) -> int:
    size = _SIZE.search(name)
    return int(size[1]) * int(size[2]) if size else _WHOLE


def _alike(saved: list[_Ranked]) -> list[_Ranked]:
    """Give the best of the members that are known by their names alone; none where several could be it."""
    first = min(saved, key=lambda ranked: ranked[0])
    same = [ranked for ranked in saved if ranked[0][:4] == first[0][:4]]
    return [first] if len({found.member.size for _, found in same}) == 1 else []


def _folders(path: str) -> tuple[str, ...]:
    return tuple(seen(part) for part in path.split("/")[:-1] if part not in ("", "."))


def _is_saved(path: str) -> bool:
    return _SAVED.search(path.rpartition("/")[0]) is not None


def _is_host(name: str) -> bool:
    return re.fullmatch(r"(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?", name) is not None


def _octets(path: str) -> bytes:
    return path.encode("utf-8", "surrogateescape")


def _readable(path: str) -> str:
    """Give a path of an archive or a disk that was written in an older encoding as far as it can be read."""
    try:
        path.encode("utf-8")
    except UnicodeEncodeError:
        return path.encode("utf-8", "surrogateescape").decode("cp1252", "replace")
    return path


@contextmanager
def open_index(hosts: frozenset[str]) -> Iterator[Index]:
    """Give an empty list of members, gone when the block ends; `hosts` are the site's own."""
    connection = sqlite3.connect("", isolation_level=None)
    try:
        connection.executescript(f"pragma journal_mode = off; pragma synchronous = off; {_TABLE}; begin;")
        yield Index(connection, hosts)
    finally:
        connection.close()
