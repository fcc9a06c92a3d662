"""The first reading of saved answers: what rows refer to, and where the best answer about each row stands."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from ...model import Defect, SetAside
from ..folder import RawFile
from .answers import Json, inner, number, objects, stored, text, whole
from .comments import Comments
from .decoding import REMEDY, Broken, values_in
from .facts import SiteFacts
from .items import ROW_TYPES, Lists, Row, type_of
from .kinds import Kind, kind_of
from .people import People, is_co_author
from .record import Record
from .terms import Shelf

_ROWS = (Kind.ROW, Kind.MENU_LINE, Kind.REVISION)
_UNREAD = (Kind.ERROR, Kind.FOUND, Kind.OTHER)
_LISTED = "read into the facts of the site and its lists"


@dataclass(frozen=True, slots=True)
class Placed:
    """A row, and where it stands."""

    place: int
    """Its number among all rows of all files, in the order of reading."""
    row: Row
    """What it is."""
    file: RawFile
    """The file that it stands in."""
    number: int
    """Which of the file's entries it is, or stands in."""


@dataclass(slots=True)
class Catalogue:
    """What the first reading found."""

    files: Sequence[RawFile]
    """In the order of reading."""
    facts: SiteFacts = field(default_factory=SiteFacts)
    """Of the site."""
    lists: Lists = field(default_factory=lambda: Lists(People(), Shelf(), {}))
    """What rows refer to."""
    comments: Comments = field(default_factory=Comments)
    """Of all articles."""
    record: Record = field(default_factory=Record)
    """What was asked for."""
    types: dict[str, str] = field(default_factory=lambda: dict(ROW_TYPES))
    """Types by the names of their routes."""
    best: dict[int, tuple[int, str, int]] = field(default_factory=dict)
    """How good the best answer about each row is, when the row was last changed by it, and its place; by id."""
    starts: list[int] = field(default_factory=list)
    """The place of each file's first row."""
    aside: Counter[str] = field(default_factory=Counter)
    """What was met that holds nothing of the site, by reason."""
    lists_read: set[str] = field(default_factory=set)
    """Files of which all went into lists and facts."""
    defects: list[Defect] = field(default_factory=list)
    """What could not be read."""

    def best_rows(self) -> Iterator[Placed]:
        """Give the best answer about each row, in the order of reading; files without any are not read again."""
        chosen = {place for _, _, place in self.best.values()}
        ends = [*self.starts[1:], max(chosen, default=0) + 1]
        for file, start, end in zip(self.files, self.starts, ends, strict=True):
            if not chosen.isdisjoint(range(start, end)):
                yield from (placed for placed in self._rows(file, start) if placed.place in chosen)

    def _rows(self, file: RawFile, place: int) -> Iterator[Placed]:
        for count, thing in enumerate(things_in(file, _known_already), start=1):
            for row in self.rows_of(thing, file):
                yield Placed(place, row, file, count)
                place += 1

    def rows_of(self, thing: Json, file: RawFile) -> Iterator[Row]:
        """Give the row that an object is, and those that it shows; only attachments are told of well enough there."""
        kind = kind_of(thing)
        if kind in _ROWS and whole(thing.get("id")):
            yield Row(thing, type_of(kind, thing, self._route(file, thing), self.types))
            for media in objects(inner(thing, "_embedded"), "wp:featuredmedia"):
                if whole(media.get("id")) and "source_url" in media:
                    yield Row(media, "attachment")

    def _route(self, file: RawFile, thing: Json) -> str:
        links = objects(inner(thing, "_links"), "collection")
        own = next((text(link, "href").rstrip("/").rpartition("/")[2] for link in links), "")
        return own or self.record.route_of(file.path)

    @property
    def account(self) -> Iterator[SetAside]:
        """Give what was met that is no item."""
        for reason, count in sorted(self.aside.items()):
            yield SetAside("REST answer", "skipped", reason, count, is_item=False)
        if self.lists_read:
            yield SetAside("REST answer", "merged", _LISTED, len(self.lists_read), is_item=False)


def things_in(file: RawFile, report: Callable[[Defect], None]) -> Iterator[Json]:
    """Give the objects of a file, those within an envelope or a list by name among them."""
    for value in values_in(file.path):
        if isinstance(value, Broken):
            report(Defect(file.name, value.what, REMEDY))
        elif isinstance(value, list):
            yield from (entry for entry in value if isinstance(entry, dict))
        elif isinstance(value, dict):
            yield from _opened(value)


def _opened(thing: dict[str, object]) -> Iterator[Json]:
    """Open an envelope (`?_envelope`), and an object of lists as scripts of migrators save them: `{"posts": […]}`."""
    if "body" in thing and "headers" in thing:
        body = thing["body"]
        entries = body if isinstance(body, list) else [body]
    elif thing and all(isinstance(value, list) for value in thing.values()):
        entries = [entry for value in thing.values() if isinstance(value, list) for entry in value]
    else:
        entries = [thing]
    return (entry for entry in entries if isinstance(entry, dict))


def _known_already(defect: Defect) -> None:
    """Take a loss that the first reading has reported."""


def catalogue_of(files: Sequence[RawFile]) -> Catalogue:
    """Read all answers once; records first, since they tell what the others are."""
    # Of answers that say as much the last counts.
    found = Catalogue(sorted(files, key=lambda file: (not file.path.name.startswith("_"), file.name)))
    place = 0
    for file in found.files:
        found.starts.append(place)
        kinds = set[Kind]()
        for thing in things_in(file, found.defects.append):
            kinds.add(kind_of(thing))
            found.record.note(file, thing)
            _take(found, thing, file)
            for row in found.rows_of(thing, file):
                _rank(found, row, place)
                place += 1
        if kinds and kinds.isdisjoint((*_ROWS, *_UNREAD)):
            found.lists_read.add(file.name)
    return found


def _rank(found: Catalogue, row: Row, place: int) -> None:
    key = number(row.thing, "id")
    whole_answer = "content" in row.thing or "description" in row.thing
    as_stored = any(stored(row.thing, name) is not None for name in ("title", "content", "description"))
    worth = (2 if as_stored else 1 if whole_answer else 0, text(row.thing, "modified"), place)
    found.best[key] = max(worth, found.best.get(key, worth))


def _take(found: Catalogue, thing: Json, file: RawFile) -> None:
    """Take what an object tells beside being a row."""
    kind = kind_of(thing)
    if kind is Kind.RECORD:
        found.record.take(file, thing)
    elif kind in _TAKERS:
        _TAKERS[kind](found, thing)
    elif kind in _UNREAD:
        found.aside[f"{kind}: {text(thing, 'code')[:60]}" if kind is Kind.ERROR else str(kind)] += 1
    elif kind in _ROWS:
        _take_embedded(found, thing)
        found.facts.take_row(thing)


def _take_embedded(found: Catalogue, thing: Json) -> None:
    """Take the authors, terms and comments that an article's answer shows."""
    found.lists.terms.learn_routes({"_links": thing.get("_links", {})})
    embedded = inner(thing, "_embedded")
    for author in objects(embedded, "author"):
        if number(author, "id"):
            found.lists.people.add_user(author)
    for term in objects(embedded, "wp:term"):
        _take_term(found, term, is_listed=False)
    for comment in objects(embedded, "replies"):
        found.comments.add(comment, number(thing, "id"))


def _take_term(found: Catalogue, thing: Json, *, is_listed: bool = True) -> None:
    if is_co_author(thing):
        found.lists.people.add_term(thing)
    else:
        found.lists.terms.add(thing, is_listed=is_listed)


def _take_user(found: Catalogue, thing: Json) -> None:
    found.lists.people.add_user(thing)


def _take_menu(found: Catalogue, thing: Json) -> None:
    found.lists.menus[number(thing, "id")] = text(thing, "slug")
    found.facts.menus[text(thing, "slug")] = text(thing, "name")


def _take_comment(found: Catalogue, thing: Json) -> None:
    found.comments.add(thing, number(thing, "post"))


def _take_root(found: Catalogue, thing: Json) -> None:
    found.facts.take_root(thing)


def _take_settings(found: Catalogue, thing: Json) -> None:
    found.facts.take_settings(thing)


def _take_list(found: Catalogue, thing: Json) -> None:
    """Take a list of types or taxonomies by name; a single one is as good."""
    by_name = thing if "rest_base" not in thing else {text(thing, "slug"): thing}
    for name in by_name:
        told = inner(by_name, name)
        if "types" in told:
            found.lists.terms.learn_routes({name: told})
        elif route := text(told, "rest_base"):
            found.types.setdefault(route, name)


_TAKERS: dict[Kind, Callable[[Catalogue, Json], None]] = {
    Kind.USER: _take_user,
    Kind.TERM: _take_term,
    Kind.MENU: _take_menu,
    Kind.COMMENT: _take_comment,
    Kind.ROOT: _take_root,
    Kind.SETTINGS: _take_settings,
    Kind.LIST: _take_list,
}
"""What becomes of an object that is no row."""
