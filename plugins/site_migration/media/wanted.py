"""Which files the site needs, and which articles need them: gathered while articles are converted.

At 100,000 posts these are some hundred thousand files, so that they are kept in a file of SQLite's own, which is gone
when the run ends.
"""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import groupby

from markdown_articles.registries import MenuItem, Registries
from wordpress_export.model import Media

from ..ledger import THE_SITE, Entry, Fate
from .places import place_of, seen
from .references import files_among, files_in

_TABLES = """
create table files (place text primary key, listed integer not null, scaled text not null, origin text not null,
    outcome text not null default '', told text not null default '[]', size integer not null default 0,
    seen text not null) without rowid;
create table articles (number integer primary key, title text, type text, file text, old text, address text);
create table mentions (article integer, place text, primary key (article, place)) without rowid;
create table elsewhere (address text primary key) without rowid;
"""
_WANT = """
insert into files (place, listed, scaled, origin, seen) values (?, ?, ?, ?, ?) on conflict do nothing
"""
_OPEN = "select place, scaled, origin from files where outcome = '' and place > ? order by place limit 500"
_INDICES = """
create index outcomes on files (outcome);
create index places on mentions (place);
create index twins on files (seen);
"""


@dataclass(frozen=True, slots=True)
class WantedFile:
    """A file that has its place in the content folder."""

    place: str
    """Below the content folder."""
    scaled: str = ""
    """The place of the smaller file that WordPress showed in its stead, if it did."""
    origin: str = ""
    """Where it lay, absolute, if that was on another host than the site's own."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is to be said of a file."""

    kind: str
    """By which the report counts."""
    detail: str = ""
    """What exactly."""
    review: bool = False
    """Whether a person should look."""


class Wanted:
    """All files that the site needs, and what became of each."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._database = connection

    def begin(self, media: Iterable[Media], lists: Registries) -> None:
        """Take what belongs to no single article: the media list, and what menus and descriptions refer to."""
        self.list_media(media)
        self.take(replace(THE_SITE, files=site_files(lists)))

    def list_media(self, media: Iterable[Media]) -> None:
        """Take the attachments of the site: WordPress served all of them, whether an article shows them or not."""
        for item in media:
            place = self._place(item.address)
            scaled = place_of(item.scaled) if item.scaled else None
            if place:
                self._want(place, is_listed=True, elsewhere=(str(scaled or ""), item.origin))

    def take(self, entry: Entry) -> Entry:
        """Take the files that an article refers to; give the article's line as it is."""
        places = dict.fromkeys(filter(None, map(self._place, entry.files)))
        if not places:
            return entry
        row = (entry.title, entry.type, entry.file, entry.old, entry.address)
        number = self._database.execute(
            "insert into articles (title, type, file, old, address) values (?, ?, ?, ?, ?)", tuple(map(_sound, row))
        ).lastrowid
        for place in places:
            self._want(place, is_listed=False)
            self._database.execute("insert or ignore into mentions values (?, ?)", (number, place))
        return entry

    def _place(self, address: str) -> str:
        """Give the place of a file; count it where it is another site's."""
        place = place_of(address)
        if place is None and address:
            self._database.execute("insert or ignore into elsewhere values (?)", (_sound(address),))
        return str(place or "")

    def _want(self, place: str, *, is_listed: bool, elsewhere: tuple[str, str] = ("", "")) -> None:
        self._database.execute(_WANT, (place, int(is_listed), *map(_sound, elsewhere), seen(place)))

    def close_list(self) -> None:
        """Say that all files are known."""
        self._database.executescript(_INDICES)

    def count(self) -> int:
        """Count the files."""
        return int(self._database.execute("select count(*) from files").fetchone()[0])

    def completed(self, lists: Registries) -> Registries:
        """Give the newsroom's lists with the folders beside `wp-content` that files lie in, which a build is told."""
        rows = self._database.execute("select distinct substr(place, 1, instr(place || '/', '/') - 1) from files")
        folders = tuple(sorted({name for (name,) in rows} - {"wp-content"}))
        return replace(lists, site=replace(lists.site, files=folders))

    def open_files(self) -> Iterator[WantedFile]:
        """Give the files of which nothing has become yet, in order."""
        # Outcomes change while the rows are read, which a cursor over the same index must not meet.
        last = ""
        while rows := self._database.execute(_OPEN, (last,)).fetchall():
            yield from (WantedFile(*row) for row in rows)
            last = rows[-1][0]

    def settle(self, place: str, outcome: str, size: int = 0, told: Iterable[Told] = ()) -> None:
        """Say what became of a file."""
        lines = json.dumps([[one.kind, one.detail, one.review] for one in told], ensure_ascii=False)
        self._database.execute(
            "update files set outcome = ?, size = ?, told = ? where place = ?", (outcome, size, _sound(lines), place)
        )

    def tell(self, place: str, told: Told) -> None:
        """Say one thing more of a file."""
        (lines,) = self._database.execute("select told from files where place = ?", (place,)).fetchone()
        more = json.dumps([*json.loads(lines), [told.kind, told.detail, told.review]], ensure_ascii=False)
        self._database.execute("update files set told = ? where place = ?", (more, place))

    def outcomes(self) -> Counter[str]:
        """Count the files by what became of them."""
        return Counter(dict(self._database.execute("select outcome, count(*) from files group by outcome order by 1")))

    def elsewhere(self) -> int:
        """Count the files that stay on other hosts."""
        return int(self._database.execute("select count(*) from elsewhere").fetchone()[0])

    def unmentioned(self) -> int:
        """Count the attachments to which nothing refers."""
        question = "select count(*) from files where listed and not exists (select 1 from mentions m where m.place = "
        return int(self._database.execute(f"{question}files.place)").fetchone()[0])

    def size(self, outcome: str) -> int:
        """Give the bytes of all files with an outcome."""
        question = "select coalesce(sum(size), 0) from files where outcome = ?"
        return int(self._database.execute(question, (outcome,)).fetchone()[0])

    def told(self) -> Iterator[tuple[str, str, list[Told]]]:
        """Give each file of which there is something to say, in order: place, outcome, and what."""
        rows = self._database.execute("select place, outcome, told from files where told <> '[]' order by place")
        for place, outcome, lines in rows:
            yield place, outcome, [Told(*line) for line in json.loads(lines)]

    def told_by_article(self) -> Iterator[tuple[Entry, str, list[Told]]]:
        """Give the same for each article that refers to the file, article by article."""
        rows = self._database.execute(
            "select type, title, file, old, address, place, told from articles join mentions on article = number "
            "join files using (place) where told <> '[]' order by number, place"
        )
        for kind, title, file, old, address, place, lines in rows:
            entry = Entry(None, kind, title, "", Fate.WRITTEN, file=file, old=old, address=address)
            yield entry, place, [Told(*line) for line in json.loads(lines)]

    def articles_of(self, place: str) -> list[str]:
        """Give the files of the articles that refer to a file."""
        rows = self._database.execute(
            "select file from mentions join articles on article = number where place = ? order by number", (place,)
        )
        return [file for (file,) in rows]

    def of_one_size(self, outcome: str) -> Iterator[list[str]]:
        """Give the places of files that have the same number of bytes, which alone can have the same bytes."""
        rows = self._database.execute(
            "select size, place from files where outcome = ?1 and size in (select size from files where outcome = ?1 "
            "group by size having count(*) > 1) order by size, place", (outcome,)
        )  # fmt: skip
        for _, group in groupby(rows, key=lambda row: row[0]):
            yield [place for _, place in group]

    def twins(self) -> list[list[str]]:
        """Give the places that some systems take for one, those of the media list first."""
        rows = self._database.execute(
            "select seen, place from files where seen in (select seen from files group by seen having count(*) > 1) "
            "order by seen, listed desc, place"
        )
        return [[place for _, place in group] for _, group in groupby(rows, key=lambda row: row[0])]


def site_files(lists: Registries) -> tuple[str, ...]:
    """Give the addresses of the files that menus and descriptions of terms refer to."""
    described = [category.description for category in lists.categories.values()]
    described += [tag.description for tag in lists.tags.values()]
    shown = (address for description in described for address in files_in(description))
    return (*shown, *files_among(address for menu in lists.menus.values() for address in _addresses(menu.items)))


def _addresses(items: Iterable[MenuItem]) -> Iterator[str]:
    for item in items:
        yield item.address
        yield from _addresses(item.items)


def _sound(text: str) -> str:
    """Give a text that SQLite takes: half of a surrogate pair is none."""
    return text.encode("utf-8", "replace").decode("utf-8")


@contextmanager
def open_wanted() -> Iterator[Wanted]:
    """Give an empty list of files, gone when the block ends."""
    connection = sqlite3.connect("", isolation_level=None, check_same_thread=False)
    try:
        connection.executescript(f"pragma journal_mode = off; pragma synchronous = off; {_TABLES} begin;")
        yield Wanted(connection)
    finally:
        connection.close()
