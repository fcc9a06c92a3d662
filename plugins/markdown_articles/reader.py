"""Pelican's reader of Markdown articles and pages, and what their authors, categories and tags are to Pelican."""

import logging
import os
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import UTC, datetime
from functools import lru_cache
from html import escape
from operator import attrgetter
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar, cast
from urllib.parse import quote
from zoneinfo import ZoneInfo

from pelican import urlwrappers
from pelican.readers import BaseReader

from . import registries
from .addresses import DEFAULT_PATTERN, address_of, save_as_of, url_of
from .build_time import build_time
from .excerpt import excerpt
from .front_matter import FrontMatter, Status, parse
from .problems import AddressError, ContentError, FrontMatterError, ReferenceNameError, unreadable
from .registry_files import read_registries
from .rendering import render
from .rendering.placeholders import unpublished_links

log = logging.getLogger(__name__)

UNDATED = datetime(1000, 1, 1, tzinfo=UTC)
"""Stands for no date, because Pelican sorts by it. Such an article is `undated`, and this is never shown."""

PROBLEMS = "ARTICLE_PROBLEMS"
"""The setting under which readers gather what is wrong, so that an editor sees all of it at once."""

_CHARACTERS_A_WORD = 6
_PELICANS = {Status.PUBLISHED: "published", Status.DRAFT: "draft", Status.PRIVATE: "skip"}
_KEYS = tuple(field.name for field in fields(FrontMatter))
_SAID = attrgetter(*_KEYS)
Term = TypeVar("Term")


@lru_cache(1 << 14)
def _link(pattern: object, slug: str) -> str:
    """Give the address of a term, percent-encoded; nothing where its pattern asks for more than a slug.

    Each page names some, and Pelican fills the pattern each time.
    """
    parts = pattern.split("{slug}") if isinstance(pattern, str) else ["{"]
    return "" if any("{" in part or "}" in part for part in parts) else quote(slug.join(parts))


# The names of the classes are the names of settings to Pelican: CATEGORY_URL, TAG_SAVE_AS …


class Author(urlwrappers.Author):  # type: ignore[misc]  # Pelican has no types
    """An author with what the registry says: `bio`, `website`, `avatar`, `links`."""

    def __init__(self, entry: registries.Author, settings: dict[str, Any]) -> None:
        super().__init__(entry.name, settings)
        self.slug = entry.slug
        self.bio, self.website, self.avatar, self.links = entry.bio, entry.website, entry.avatar, entry.links

    @property
    def url(self) -> str:
        """Percent-encoded, as in links."""
        return _link(self.settings["AUTHOR_URL"], self.slug) or quote(super().url)


class Tag(urlwrappers.Tag):  # type: ignore[misc]  # Pelican has no types
    """A tag with its slug and `description` from the registry."""

    def __init__(self, entry: registries.Tag, settings: dict[str, Any]) -> None:
        super().__init__(entry.name, settings)
        self.slug = entry.slug
        self.description = entry.description

    @property
    def url(self) -> str:
        """Percent-encoded, as in links."""
        return _link(self.settings["TAG_URL"], self.slug) or quote(super().url)


class Category(urlwrappers.Category):  # type: ignore[misc]  # Pelican has no types
    """A category with its `parent`, the `line` of categories down to it, and its `description`.

    In addresses its slug stands below those of its parents, as in WordPress: `category/parent/child/`.
    """

    def __init__(self, line: tuple[registries.Category, ...], settings: dict[str, Any]) -> None:
        super().__init__(line[-1].name, settings)
        self.slug = line[-1].slug
        self.description = line[-1].description
        self.path = "/".join(entry.slug for entry in line)
        self.parent = Category(line[:-1], settings) if len(line) > 1 else None

    def __eq__(self, other: object) -> bool:
        # Pelican compares slugs, and two sections may each have a `local` below them.
        return self.path == other.path if isinstance(other, Category) else super().__eq__(other)

    def __ne__(self, other: object) -> bool:
        # Pelican has one of its own, which compares slugs too.
        return not self == other

    def __hash__(self) -> int:
        return hash(self.path)

    @property
    def line(self) -> list["Category"]:
        """The categories from the top down to this one."""
        return [*(self.parent.line if self.parent else ()), self]

    def as_dict(self) -> dict[str, Any]:
        """Give what CATEGORY_URL and CATEGORY_SAVE_AS are filled with."""
        return {"name": self.name, "slug": self.path, "path": self.path}

    @property
    def url(self) -> str:
        """Percent-encoded, as in links."""
        return _link(self.settings["CATEGORY_URL"], self.path) or quote(super().url)


class ArticleReader(BaseReader):  # type: ignore[misc]  # Pelican has no types
    """Reads `.md` files with YAML front matter into HTML and Pelican's metadata."""

    file_extensions = ("md",)
    page_notes = True
    """Says to fast_build that what is read depends on the file, settings and `data/` alone, and may be recalled."""

    def __init__(self, settings: dict[str, Any]) -> None:
        super().__init__(settings)
        self._registries = settings.get("REGISTRIES") or read_registries(Path(settings["PATH"], "data"))
        self._zone = ZoneInfo(settings.get("TIMEZONE") or "UTC")
        self._terms: dict[object, Any] = {}
        self._named: dict[tuple[object, str], Any] = {}
        self._folders: dict[str, tuple[str, str]] = {}

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """Give an article's HTML and metadata. One with problems is skipped; the plugin ends the build with them."""
        try:
            return self.read_article(source_path)
        except ContentError as error:
            self.settings.setdefault(PROBLEMS, []).extend(error.problems)
            return "", {"title": "", "status": "skip"}

    def read_article(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """Give an article's HTML and metadata.

        Raises FrontMatterError with all that is wrong with its front matter, or ContentError with what else is.
        """
        shown, place = self._places(source_path)
        try:
            text = Path(source_path).read_text(encoding="utf-8")
        except UnicodeDecodeError as error:
            raise ContentError(f"{shown}: not saved as UTF-8 (byte {error.start}): save it as UTF-8") from None
        except OSError as error:
            raise ContentError(unreadable(shown, error)) from None
        front, body = parse(text, shown, self._zone)
        html = render(body)
        folders = self.settings.get("STATIC_PATHS", ())
        if astray := unpublished_links(html, place, folders):
            allowed = ", ".join(folders)
            raise ContentError(
                *(f"{shown}: {address!r} would put an unpublished file into the site: link to one below {allowed}"
                  for address in astray)
            )  # fmt: skip
        try:
            return html, self._metadata(front, place, html)
        except (AddressError, ReferenceNameError) as error:
            raise FrontMatterError(f"{shown}: {error}") from None

    def _places(self, source_path: str) -> tuple[str, str]:
        """Give the file's path as its editor sees it, and that within the content."""
        folder, name = os.path.split(source_path)
        if folder not in self._folders:
            # An archive has few folders, and paths are slow to compare.
            self._folders[folder] = (os.path.relpath(folder or "."), self._place(folder))
        shown, place = self._folders[folder]
        return name if shown == "." else f"{shown}{os.sep}{name}", name if place == "." else f"{place}/{name}"

    def _place(self, folder: str) -> str:
        """Give a folder's path within the content, that of one of pages below `pages/` whatever PAGE_PATHS is."""
        place = PurePosixPath(Path(os.path.relpath(folder or ".", self.settings["PATH"])).as_posix())
        for pages in self.settings.get("PAGE_PATHS", ("pages",)):
            if place.is_relative_to(pages):
                return str("pages" / place.relative_to(pages))
        return str(place)

    def _metadata(self, front: FrontMatter, place: str, html: str) -> dict[str, Any]:
        is_page = place.startswith("pages/")
        front, is_scheduled = self._as_seen_now(front, place, is_page=is_page)
        categories = [self._category(name) for name in front.categories]
        if not categories and not is_page:
            categories = [self._category(self.settings["DEFAULT_CATEGORY"])]
        authors = [self._author(name) for name in front.authors]
        values = _values(front)
        values |= {
            "slug": front.slug or PurePosixPath(place).stem,
            "status": _PELICANS[front.status],
            "scheduled": is_scheduled,
            "expired": _has_expired(front),
            # To an editor a summary is a sentence; to Pelican, and to the feeds that it writes, it is HTML.
            "summary": escape(front.summary or self._excerpt(html), quote=False),
            "categories": categories,
            "tags": [self._tag(name) for name in front.tags],
        }
        values |= self._series(front) | self._addresses(front, place, categories, authors)
        if authors:
            values |= {"authors": authors, "author": authors[0]}
        if categories:
            values["category"] = categories[0]
        for name in ("authors", "modified", "lang"):
            # Absent to Pelican means absent from the metadata, not empty.
            if not values[name]:
                del values[name]
        return values

    def _series(self, front: FrontMatter) -> dict[str, str]:
        """Give the name of the series, a text as any reader's would be, and what else its pages need beside it."""
        if not front.series.strip():
            return {"series": "", "series_slug": "", "series_description": ""}
        series = self._registries.one_series(front.series)
        return {"series": series.name, "series_slug": series.slug, "series_description": series.description}

    def _as_seen_now(self, front: FrontMatter, place: str, *, is_page: bool) -> tuple[FrontMatter, bool]:
        """Give what an article says, with the status that it has now, and whether it waits for its date."""
        status = self._status(front, is_page=is_page)
        if status is front.status:
            return front, False
        is_scheduled = _is_to_come(front.date)
        if is_scheduled:
            log.warning("%s: dated %s: left out of every build until then", place, front.date)
        return replace(front, status=status), is_scheduled

    def _status(self, front: FrontMatter, *, is_page: bool) -> Status:
        """Give who may see it now: a draft after it expired; an article too before its date, as in Pelican.

        The latter not with WITH_FUTURE_DATES.
        """
        waits = _is_to_come(front.date) and not is_page and not self.settings["WITH_FUTURE_DATES"]
        if front.status is Status.PUBLISHED and (waits or _has_expired(front)):
            return Status.DRAFT
        return front.status

    def _addresses(
        self, front: FrontMatter, place: str, categories: list[Category], authors: list[Author]
    ) -> dict[str, str]:
        names = {
            "category": categories[0].path if categories else "",
            "author": authors[0].slug if authors else "",
        }
        address = address_of(front, place, self.settings.get("ARTICLE_URL", DEFAULT_PATTERN), names)
        if front.status is not Status.DRAFT:
            return {"address": address, "url": url_of(address), "save_as": save_as_of(address)}
        # A preview shows drafts apart from the site; without the setting Pelican writes none.
        shown = self.settings["DRAFT_PAGE_SAVE_AS" if place.startswith("pages/") else "DRAFT_SAVE_AS"]
        preview = f"/drafts{address}"
        return {"address": address, "url": url_of(preview), "save_as": save_as_of(preview) if shown else ""}

    def _author(self, name: str) -> Author:
        return self._term(Author, self._registries.author, name)

    def _category(self, name: str) -> Category:
        return self._term(Category, self._registries.category_line, name)

    def _tag(self, name: str) -> Tag:
        return self._term(Tag, self._registries.tag, name)

    def _term(self, kind: Callable[[Any, dict[str, Any]], Term], entry_of: Callable[[str], object], name: str) -> Term:
        """Give Pelican's object for what a name means, one for all articles that mean it by any of its names."""
        if (kind, name) not in self._named:
            entry = entry_of(name)
            if entry not in self._terms:
                self._terms[entry] = kind(entry, self.settings)
            self._named[kind, name] = self._terms[entry]
        return cast(Term, self._named[kind, name])

    def _excerpt(self, html: str) -> str:
        words = self.settings.get("SUMMARY_MAX_LENGTH") or 50
        return excerpt(html, _CHARACTERS_A_WORD * words, self.settings.get("SUMMARY_END_SUFFIX", "…"))


def _is_to_come(date: datetime | None) -> bool:
    return date is not None and date > datetime.now(UTC)


def _has_expired(front: FrontMatter) -> bool:
    return front.expires is not None and front.expires <= build_time()


def _values(front: FrontMatter) -> dict[str, Any]:
    """Give what an article's head says by itself, as templates and plugins compare it."""
    return dict(zip(_KEYS, _SAID(front), strict=True)) | {
        "date": front.date or UNDATED,
        "undated": front.date is None,
        "has_own_summary": bool(front.summary),
        "kind": front.kind.strip().lower(),
        "comments": str(front.comments or ""),
        "lang": front.lang.lower(),
    }
