"""Saved answers of a site's interface, as a table of what they tell, whichever files they lie in.

https://developer.wordpress.org/rest-api/reference/: posts, terms, users and comments are told by their own fields, not
by the names of files. An answer for editors (`context=edit`) tells more than one for visitors, and what stands within
another answer (`_embedded`) tells least.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from .locations import MOST_DIGITS, number_in

Object = Mapping[str, object]

LONGEST = 1_000_000_000
"""Bytes of a file; WordPress gives a hundred items an answer."""
DEEPEST = 6
"""So many envelopes, batches and embedded answers inside each other are opened."""
EMBEDDED, VISITORS, EDITORS = range(3)
"""For whom an answer was, by how much it tells."""
_MARKS = (b'"_links"', b'"rendered"', b'"namespaces"', b'"avatar_urls"', b'"author_name"', b'"taxonomy"', b"wp/v2")
_STARTS = (b"[", b"{")
_MAKE = """CREATE TABLE told
(kind TEXT, id INT, owner INT, version TEXT, teller INT, object TEXT, PRIMARY KEY (kind, id));
CREATE INDEX by_owner ON told (kind, owner)"""
_ENTER = """INSERT INTO told VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (kind, id) DO UPDATE SET owner = excluded.owner,
version = excluded.version, teller = excluded.teller, object = excluded.object
WHERE (excluded.version, excluded.teller) >= (told.version, told.teller)"""


def is_answer(head: bytes) -> bool:
    """Tell by a file's first bytes whether it is an answer of WordPress's interface."""
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(_STARTS) and any(mark in head for mark in _MARKS)


@dataclass(slots=True)
class Told:
    """What the answers tell, each object once, on the disk; gone with its owner."""

    table: sqlite3.Connection = field(default_factory=lambda: sqlite3.connect(""))
    """By kind and number."""
    homes: list[str] = field(default_factory=list)
    """Addresses of the site, the surest first."""
    title: str = ""
    """Its name."""
    bases: dict[str, str] = field(default_factory=lambda: {"categories": "category", "tags": "post_tag"})
    """Taxonomies by the names under which items have their terms."""
    unread: list[str] = field(default_factory=list)
    """Files that are damaged."""

    def read(self, files: Iterable[Path]) -> None:
        """Enter all answers."""
        self.table.executescript(_MAKE)
        for file in files:
            answer = _load(file)
            if answer is None:
                self.unread.append(file.name)
            self.table.executemany(_ENTER, map(self._row, self._note(answer)))

    def _note(self, answer: object) -> Iterator[tuple[str, Object, int]]:
        for thing, depth in opened(answer):
            if kind := kind_of(thing):
                self._note_bases(thing)
                yield kind, thing, depth
            else:
                self._note_site(thing)

    def _row(self, told: tuple[str, Object, int]) -> tuple[object, ...]:
        kind, thing, depth = told
        version = text_in(thing, "modified_gmt") or text_in(thing, "modified")
        owner = number_of(thing, "post") if kind == "comment" else 0
        return kind, number_of(thing, "id"), owner, version, _teller(thing, depth), json.dumps(thing)

    def _note_site(self, thing: Object) -> None:
        """Note what the interface's first page, or the settings, say of the site."""
        home = text_in(thing, "home") or text_in(thing, "url")
        if home and ("namespaces" in thing or "timezone" in thing):
            self.homes.insert(0, home)
            self.title = text_in(thing, "name") or text_in(thing, "title") or self.title

    def _note_bases(self, thing: Object) -> None:
        for link in _list(_part(thing, "_links").get("wp:term")):
            if isinstance(link, dict):
                self.bases.setdefault(_asked(text_in(link, "href")).rpartition("/")[2], text_in(link, "taxonomy"))
        if not self.homes and (home := _home(thing)):
            self.homes.append(home)

    def objects(self, kind: str, owner: int = 0) -> Iterator[Object]:
        """Give what is told of a kind, in the order of numbers; of comments, those of an item."""
        rows = self.table.execute("SELECT object FROM told WHERE kind = ? AND owner = ? ORDER BY id", (kind, owner))
        for (thing,) in rows:
            yield json.loads(thing)


def _load(file: Path) -> object:
    if file.stat().st_size > LONGEST:
        return None
    try:
        return json.loads(file.read_text(encoding="utf-8-sig", errors="replace"))
    except (ValueError, RecursionError):
        return None


def opened(answer: object, depth: int = 0) -> Iterator[tuple[Object, int]]:
    """Give each object of an answer, and of what stands within it: envelopes, batches, embedded answers."""
    if depth > DEEPEST:
        return
    for thing in answer if isinstance(answer, list) else [answer]:
        if isinstance(thing, list):
            yield from opened(thing, depth + 1)
        if not isinstance(thing, dict):
            continue
        if "status" in thing and isinstance(body := thing.get("body"), list | dict):
            yield from opened(body, depth)
            continue
        yield thing, depth
        yield from opened(_list(thing.get("responses")), depth)
        for name, embedded in _part(thing, "_embedded").items():
            for other, below in opened(embedded, depth + 1):
                yield ({"post": thing.get("id"), **other} if name == "replies" else other), below


def kind_of(thing: Object) -> str:
    """Give what an object is of: an item, a term, a comment or a person; nothing for any other."""
    if not number_of(thing, "id"):
        return ""
    if "author_name" in thing and "post" in thing:
        return "comment"
    if "taxonomy" in thing and "slug" in thing:
        return "term"
    if isinstance(thing.get("type"), str) and ({"slug", "content"} <= thing.keys() or "source_url" in thing):
        return "item"
    is_person = {"slug", "name"} <= thing.keys() and not {"link", "avatar_urls"}.isdisjoint(thing)
    return "person" if is_person else ""


def _teller(thing: Object, depth: int) -> int:
    told = ("author_email", "username", "permalink_template")
    if any(name in thing for name in told) or "raw" in _part(thing, "content"):
        return EDITORS
    return EMBEDDED if depth else VISITORS


def _home(thing: Object) -> str:
    """Give the site's address as an object's own addresses have it: that in the interface, else that of its page."""
    links = _list(_part(thing, "_links").get("self"))
    for address in (text_in(link, "href") for link in links if isinstance(link, dict)):
        if _asked(address):
            return address.partition("/wp-json/")[0].partition("?")[0].removesuffix("index.php").rstrip("/")
    parts = urlsplit(text_in(thing, "link"))
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""


def _asked(address: str) -> str:
    """Give what an address asks the interface for: `/wp/v2/tags`."""
    parts = urlsplit(address)
    return (parse_qs(parts.query).get("rest_route") or [""])[0] or parts.path.partition("/wp-json")[2]


def number_of(thing: Object, name: str) -> int:
    """Give a number, which a plugin may have made a text; 0 where it is none that a database has."""
    value = thing.get(name)
    if isinstance(value, str):
        return number_in(value.strip())
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 < value < 10**MOST_DIGITS else 0


def text_in(thing: Object, name: str) -> str:
    """Give a text: of one in two forms the stored one, else as it is shown; halves of characters are none."""
    value = thing.get(name)
    if isinstance(value, dict):
        value = value.get("raw", value.get("rendered"))
    return value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else ""


def _part(thing: Object, name: str) -> Object:
    value = thing.get(name)
    return value if isinstance(value, dict) else {}


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def is_shown_form(thing: Object, name: str) -> bool:
    """Tell whether a text is told as it is shown alone."""
    return not isinstance(_part(thing, name).get("raw"), str)


def is_locked(thing: Object) -> bool:
    """Tell whether an item wants a password of its readers."""
    return _part(thing, "content").get("protected") is True


def meta_of(thing: Object) -> dict[str, str]:
    """Give the custom fields that are texts."""
    return {name: value for name, value in _part(thing, "meta").items() if isinstance(value, str)}


def numbers_in(thing: Object) -> Iterator[tuple[str, list[int]]]:
    """Give each field of an item that is a list of numbers: its terms stand in such."""
    for name, value in thing.items():
        if isinstance(value, list) and value and all(isinstance(number, int) for number in value):
            yield name, value
