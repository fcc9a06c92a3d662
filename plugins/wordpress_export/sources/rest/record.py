"""The record of requests that lies beside saved answers: what the site said there was, against what is here."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

from ...addresses import split_address
from ...model import Defect
from ..folder import RawFile
from .answers import Json, inner, text, whole

_ROUTE = re.compile(r"/([\w-]+)$")
_REFUSED = "Ask who runs the site to open it, or sign in as one of its editors (BROADSHEET_APPLICATION_PASSWORD)."
_REMEDY = "Save what is missing too, and run the same command again."


@dataclass(frozen=True, slots=True)
class Asked:
    """A request of the record."""

    path: Path
    """Where its answer was saved."""
    request: str
    """What was asked for."""
    total: int
    """How many there were in all (`X-WP-Total`); 0 where that was not said."""

    pages: int
    """On how many pages (`X-WP-TotalPages`); 0 where that was not said."""

    @property
    def route(self) -> str:
        """The last part of the route: `posts`."""
        parts = split_address(self.request) or urlsplit("")
        found = _ROUTE.search(dict(parse_qsl(parts.query)).get("rest_route", parts.path).rstrip("/"))
        return found[1] if found else ""

    @property
    def collection(self) -> tuple[Path, str]:
        """What all pages of one collection have in common."""
        parts = split_address(self.request) or urlsplit("")
        query = "&".join(f"{name}={value}" for name, value in parse_qsl(parts.query) if name != "page")
        return self.path.parent, f"{parts.path}?{query}"


@dataclass(frozen=True, slots=True)
class Collection:
    """All pages of one collection."""

    name: str
    """For messages."""
    route: str
    """As in `Asked`."""
    total: int
    """How many the site had."""
    here: int
    """How many are here."""
    has_all_pages: bool
    """Whether each page that the site had is here."""

    @property
    def is_withheld(self) -> bool:
        """Tell whether what is missing is not shown to visitors.

        The site counts them all the same: attachments and comments of what is private or has a password.
        """
        return self.has_all_pages and self.route in ("media", "comments")

    def defect(self) -> Defect:
        """Give what is to be said where something is missing."""
        return Defect(self.name, f"of {self.total} {self.route} {self.here} are here.", _REMEDY)


@dataclass(slots=True)
class Record:
    """What was asked for, and what is here."""

    asked: dict[Path, Asked] = field(default_factory=dict)
    """By the file that the answer was saved in; of two records of one file the later counts."""
    refused: dict[str, Defect] = field(default_factory=dict)
    """What the site did not let us read, by what it is."""
    here: dict[Path, set[int]] = field(default_factory=dict)
    """Ids of what each file holds."""

    def take(self, file: RawFile, thing: Json) -> None:
        """Take a record. One names its files as its own folder does, another from the folder above."""
        folder = file.path.parent
        for saved in thing:
            told = inner(thing, saved)
            within = saved.removeprefix(f"{folder.name}/")
            path = folder / within if within != saved or "/" not in saved else folder.parent / saved
            self.asked[path] = Asked(path, text(told, "request"), _count(told, "total"), _count(told, "totalpages"))
            self.refused.pop(saved, None)
            if refused := text(told, "refused"):
                self.refused[saved] = Defect(saved, refused, _REFUSED)

    def note(self, file: RawFile, thing: Json) -> None:
        """Take note that a file holds an object."""
        if number := whole(thing.get("id")):
            self.here.setdefault(file.path, set()).add(number)

    def route_of(self, path: Path) -> str:
        """Give the route of which a file has an answer; nothing where no record tells it."""
        return self.asked[path].route if path in self.asked else ""

    def collections(self, files: frozenset[Path]) -> Iterator[Collection]:
        """Give each collection that was asked for, of the folders that are read."""
        folders = {path.parent for path in files}
        pages: dict[tuple[Path, str], list[Asked]] = {}
        for asked in self.asked.values():
            if asked.route and asked.path.parent in folders:
                pages.setdefault(asked.collection, []).append(asked)
        for (folder, query), asked_for in pages.items():
            found = {number for asked in asked_for for number in self.here.get(asked.path, ())}
            total = max(asked.total for asked in asked_for)
            is_whole = all(asked.path in files for asked in asked_for) and len(asked_for) >= max(
                asked.pages for asked in asked_for
            )
            yield Collection(f"{folder.name}: {query}", asked_for[0].route, total, len(found), is_whole)


def _count(told: Json, name: str) -> int:
    return whole(text(told, f"x-wp-{name}"))
