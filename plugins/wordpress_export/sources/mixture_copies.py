"""Which articles of several exports are one: a table of all copies, on the disk, since there may be a million.

The same id is the same article; then the same address, where one of the two has no id; then the same title, for what
has neither, as a text dump, where the dates do not contradict it, the words are largely the same, and no second article
would do as well.
"""

import pickle
import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from html import unescape
from itertools import groupby
from zlib import crc32

from ..model import Article, RawForm
from .mixture_fields import DATABASE, TRUST, Copy, put_together

OLDEST = datetime.min.replace(tzinfo=UTC)
MOST_SKETCHED = 64
"""So many words of a body are compared: those with the least checksums, which are the same ones of the same text."""
LEAST_ALIKE = 0.4
"""The share of them that two copies of one article have in common at least."""
FEWEST_WORDS = 8
"""With fewer words, a copy is one with another that has them all, or the same date."""

_TAG = re.compile(r"<!--.*?-->|<[^<>]*>|\[/?[a-z][^\[\]]*\]", re.DOTALL | re.IGNORECASE)
_OF_PICTURE = re.compile(r"""\balt\s*=\s*["']([^"']*)["']""")
_WORD = re.compile(r"\w+")
_MAKE = """
CREATE TABLE copy (
    row INTEGER PRIMARY KEY, export INT, position INT, number INT, permalink BLOB, slug BLOB, title BLOB, day TEXT,
    words INT, sketch BLOB, version TEXT, is_public INT, told BLOB, team INT, leads INT DEFAULT 1,
    UNIQUE (export, position))
"""


@dataclass(frozen=True, slots=True)
class Row:
    """A copy in the table."""

    row: int
    """Its number there."""
    export: int
    """The number of its export."""
    day: str
    """When it was published, `2023-10-17`; empty where that is unknown."""
    sketch: frozenset[int]
    """Checksums of some of its words."""


class Copies:
    """The table of the articles of several exports; gone with its owner."""

    def __init__(self, forms: Sequence[RawForm]) -> None:
        self._forms = forms
        self._fills = len(set(forms)) > 1
        # The empty name is a file without one, which SQLite writes only when the table outgrows its memory.
        self._table = sqlite3.connect("", check_same_thread=False)
        self._table.execute(_MAKE)

    def add(self, export: int, articles: Iterable[Article]) -> None:
        """Enter the articles of an export, in order."""
        self._table.executemany(
            "INSERT INTO copy"
            " (export, position, number, permalink, slug, title, day, words, sketch, version, is_public, told)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            ((export, place, *_row(article), self._told(export, article)) for place, article in enumerate(articles)),
        )

    def _told(self, export: int, article: Article) -> bytes:
        """Give what may fill another copy's gaps. A body from the database leads, or is not needed."""
        if not self._fills:
            return b""
        is_stored = self._forms[export] in DATABASE
        return pickle.dumps(replace(article, body="", footnotes=()) if is_stored else article)

    def find_teams(self) -> None:
        """Find which copies are one article, and which of them leads."""
        table = self._table
        table.execute("UPDATE copy SET team = row")
        for column in ("number", "permalink", "slug", "title", "team"):
            table.execute(f"CREATE INDEX by_{column} ON copy ({column})")
        self._join_by_number()
        self._join_by_address()
        self._join_hidden()
        self._join_by_title()
        self._choose_leads()

    def _join_by_number(self) -> None:
        rows = self._table.execute(
            "SELECT number, export, row FROM copy WHERE number IN"
            " (SELECT number FROM copy WHERE number IS NOT NULL GROUP BY number HAVING count(DISTINCT export) > 1)"
            " ORDER BY number, export, position"
        ).fetchall()
        for _, copies in groupby(rows, key=lambda row: row[0]):
            # Two items with one number in one file are two.
            self._join([next(of_export)[2] for _, of_export in groupby(copies, key=lambda row: row[1])])

    def _join_by_address(self) -> None:
        rows = self._table.execute(
            "SELECT one.row, (SELECT min(other.team) FROM copy other WHERE other.permalink = one.permalink"
            " AND other.export <> one.export) FROM copy one WHERE one.number IS NULL AND one.permalink <> x''"
        ).fetchall()
        for row, team in rows:
            if team is not None:
                self._join([row, team])

    def _join_hidden(self) -> None:
        """Find what was shown once under an address that it lost when it was hidden (`get_permalink` of a draft)."""
        rows = self._table.execute(
            "SELECT page.row, other.row FROM copy page JOIN copy other ON other.slug = page.slug"
            " WHERE page.number IS NULL AND page.permalink <> x'' AND page.slug <> x'' AND NOT other.is_public"
            " AND other.export <> page.export AND (other.title = page.title OR other.day = page.day)"
        ).fetchall()
        for pair in rows:
            self._join(pair)

    def _join_by_title(self) -> None:
        alone = self._table.execute(
            "SELECT row, export, day, sketch, title FROM copy"
            " WHERE number IS NULL AND permalink = x'' AND (title <> x'' OR sketch <> x'')"
        ).fetchall()
        for *fields, title in alone:
            dump = _of_table(*fields)
            found = self._table.execute(
                "SELECT row, export, day, sketch FROM copy WHERE title = ? AND export <> ? AND team <> ? ORDER BY row",
                (title, dump.export, dump.row),
            )
            teams = {self._team(copy.row) for copy in (_of_table(*row) for row in found) if _are_one(dump, copy)}
            if len(teams) == 1:
                self._join([dump.row, *teams])

    def _team(self, row: int) -> int:
        (team,) = self._table.execute("SELECT team FROM copy WHERE row = ?", (row,)).fetchone()
        return int(team)

    def _join(self, rows: Sequence[int]) -> None:
        team = min(map(self._team, rows))
        for row in rows:
            self._table.execute("UPDATE copy SET team = ? WHERE team = ?", (team, self._team(row)))

    def _choose_leads(self) -> None:
        rows = self._table.execute(
            "SELECT team, row, export, version FROM copy WHERE team IN"
            " (SELECT team FROM copy GROUP BY team HAVING count(*) > 1) ORDER BY team"
        ).fetchall()
        for _, copies in groupby(rows, key=lambda row: row[0]):
            led = sorted(copies, key=lambda copy: self._weight(copy[2], copy[3]))[:-1]
            self._table.executemany("UPDATE copy SET leads = 0 WHERE row = ?", [(copy[1],) for copy in led])

    def _weight(self, export: int, version: str) -> tuple[bool, str, int, int]:
        """Give what orders the copies of an article; the greatest leads."""
        form = self._forms[export]
        return form in DATABASE, version if form in DATABASE else "", -TRUST[form], export

    @property
    def repeated(self) -> dict[RawForm, int]:
        """How many copies of each form are led by another."""
        found = self._table.execute("SELECT export, count(*) FROM copy WHERE NOT leads GROUP BY export ORDER BY export")
        counts: Counter[RawForm] = Counter()
        for export, count in found:
            counts[self._forms[export]] += count
        return dict(counts)

    def leads(self, export: int, position: int) -> bool:
        """Tell whether a copy is the one that its article is made of."""
        found = self._table.execute("SELECT leads FROM copy WHERE export = ? AND position = ?", (export, position))
        return bool(found.fetchone()[0])

    def with_others(self, export: int, position: int, article: Article) -> Article:
        """Give a leading copy's article with its gaps filled by those that it leads."""
        if not self._fills:
            return article
        found = self._table.execute(
            "SELECT leads, words, export, version, told FROM copy WHERE team ="
            " (SELECT team FROM copy WHERE export = ? AND position = ?) ORDER BY leads DESC", (export, position),
        )  # fmt: skip
        (_, words_here, *_), *led = found
        if not led:
            return article
        ordered = sorted(led, key=lambda copy: self._weight(copy[2], copy[3]), reverse=True)
        others = [Copy(pickle.loads(told), self._forms[other], words) for _, words, other, _, told in ordered]  # noqa: S301  # of our own making, in this very run
        return put_together(Copy(article, self._forms[export], words_here), others)

    def leader_of(self, number: int) -> int | None:
        """Give the number of the export whose copy of an article leads; None where no article has the number."""
        found = self._table.execute("SELECT export FROM copy WHERE number = ? AND leads = 1 ORDER BY row", (number,))
        row = found.fetchone()
        return row[0] if row else None

    def addresses_of(self, title: str) -> Iterator[str]:
        """Give the addresses of the public articles of a title."""
        found = self._table.execute(
            "SELECT DISTINCT permalink FROM copy WHERE title = ? AND is_public AND leads AND permalink <> x''",
            (title_key(title),),
        )
        return (bytes(address).decode("utf-8", "surrogatepass") for (address,) in found)


def _row(article: Article) -> tuple[object, ...]:
    checksums = sorted({crc32(_octets(word.casefold())) for word in _words_shown(article.body)})[:MOST_SKETCHED]
    version = article.modified or article.published or OLDEST
    return (
        article.id, _octets(article.permalink), _octets(article.slug), title_key(article.title),
        f"{article.published:%Y-%m-%d}" if article.published else "", len(words_of(article.body)),
        b"".join(checksum.to_bytes(4) for checksum in checksums), version.astimezone(UTC).isoformat(),
        article.status == "published",
    )  # fmt: skip


def _octets(text: str) -> bytes:
    # A title may hold half of a surrogate pair, which is no text to SQLite.
    return text.encode("utf-8", "surrogatepass")


def title_key(title: str) -> bytes:
    """Give the form of a title by which titles are compared: its words alone, in small letters."""
    return _octets(" ".join(_WORD.findall(title.casefold())))


def words_of(body: str) -> list[str]:
    """Give the words of a body as far as they can be told without reading its markup."""
    return _WORD.findall(unescape(_TAG.sub(" ", body)))


def _words_shown(body: str) -> list[str]:
    """Give the same with what pictures say of themselves, which a copied page has as text."""
    return _WORD.findall(unescape(_TAG.sub(lambda tag: " ".join(("", *_OF_PICTURE.findall(tag[0]), "")), body)))


def _of_table(row: int, export: int, day: str, sketch: bytes) -> Row:
    checksums = (int.from_bytes(sketch[place : place + 4]) for place in range(0, len(sketch), 4))
    return Row(row, export, day, frozenset(checksums))


def _are_one(dump: Row, copy: Row) -> bool:
    """Tell whether two copies with one title are of one article."""
    if dump.day and copy.day and dump.day != copy.day:
        return False
    if len(dump.sketch) < FEWEST_WORDS:
        # A sketch that is not full has all the words, so that none is lost with the dump.
        is_told = dump.sketch <= copy.sketch and (len(copy.sketch) < MOST_SKETCHED or not dump.sketch)
        return is_told or (bool(dump.day) and dump.day == copy.day)
    return _likeness(dump.sketch, copy.sketch) >= LEAST_ALIKE


def _likeness(one: frozenset[int], other: frozenset[int]) -> float:
    """Give the estimated share of words that two bodies have in common (MinHash, bottom k)."""
    least = sorted(one | other)[:MOST_SKETCHED]
    return sum(checksum in one and checksum in other for checksum in least) / len(least)
