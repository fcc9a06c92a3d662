"""What a new story must know of the site: its settings, its registries, and which addresses are taken."""

import os
import runpy
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any
from unicodedata import normalize
from urllib.parse import unquote
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from unidecode import unidecode

from markdown_articles.addresses import address_of
from markdown_articles.front_matter import parse
from markdown_articles.front_matter_schema import FrontMatter
from markdown_articles.problems import AddressError, ContentError
from markdown_articles.registries import Registries
from markdown_articles.registry_files import read_registries
from markdown_articles.slugs import slug_of

_FOLDERS = ("articles", "pages")


@dataclass(frozen=True)
class Newsroom:
    """A site's content, as a new story meets it."""

    content: Path
    """The content folder."""

    @cached_property
    def settings(self) -> Mapping[str, Any]:
        """Give what `pelicanconf.py` says."""
        return runpy.run_path("pelicanconf.py")

    @cached_property
    def registries(self) -> Registries:
        """Give who and what stories refer to. Raises RegistryError with all that is wrong in any file."""
        return read_registries(self.content / "data", self.zone)

    @cached_property
    def zone(self) -> ZoneInfo:
        """Give the site's zone of time. Raises ContentError for one that there is not."""
        name = self.settings.get("TIMEZONE") or "UTC"
        try:
            return ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError):
            raise ContentError(
                f"pelicanconf.py: TIMEZONE: there is no zone {name!r}: write one like Europe/Athens"
            ) from None

    def now(self) -> datetime:
        """Give this minute, with the site's offset."""
        return datetime.now(self.zone).replace(second=0, microsecond=0)

    def address(self, front: FrontMatter, place: str) -> str:
        """Give the address that a story will have. Raises AddressError for one that no page can have."""
        pattern = self.registries.site.permalinks or self.settings.get("ARTICLE_URL", "")
        names = {
            "category": "/".join(each.slug for each in self.registries.category_line(front.categories[0]))
            if front.categories
            else "",
            "author": self.registries.author(front.authors[0]).slug if front.authors else "",
        }
        return address_of(front, place, pattern, names)

    def free_place(self, front: FrontMatter, stem: str) -> tuple[str, str]:
        """Give a new story's file, within the content, and its address: both are nobody's yet.

        The file is where the migration puts one of this day; a stem that is taken gets a number. Raises AddressError.
        """
        folder = f"articles/{front.date:%Y/%m}" if front.date else "articles"
        taken = self._taken(stem)
        files = {_same(name) for name in self._names(folder)}
        number = 1
        while True:
            name = stem if number == 1 else f"{stem}-{number}"
            place = f"{folder}/{name}.md"
            address = self.address(front, place)
            if _same(f"{name}.md") not in files and _same(address) not in taken:
                return place, address
            number += 1

    def stem(self, title: str) -> str:
        """Give the name of a story's file, which is the last part of its address."""
        plain = title if self.settings.get("SLUGIFY_USE_UNICODE", True) else unidecode(title)
        return slug_of(plain)

    def _names(self, folder: str) -> list[str]:
        try:
            return os.listdir(self.content / folder)  # noqa: PTH208  # names are wanted, and no paths
        except OSError:
            return []

    def _taken(self, stem: str) -> set[str]:
        """Give the addresses that somebody has, of those in which the stem occurs."""
        found = {_same(f"/{text}") for name, text in self.settings.items() if _is_address(name, text)}
        for place, text in self._texts():
            if _same(stem) in _same(place) or _same(stem) in _same(text):
                found.update(map(_same, self._addresses_of(place, text)))
        return found

    def _texts(self) -> Iterator[tuple[str, str]]:
        """Give all files that may name an address, by their places in the content."""
        lists = [self.content / "data" / name for name in ("addresses.yaml", "tags.yaml")]
        lists += sorted((self.content / "data" / "addresses").glob("*.yaml"))
        stories = (file for folder in _FOLDERS for file in sorted((self.content / folder).rglob("*.md")))
        for file in (*lists, *stories):
            try:
                yield file.relative_to(self.content).as_posix(), file.read_text(encoding="utf-8", errors="replace")
            except OSError:
                continue

    def _addresses_of(self, place: str, text: str) -> Iterator[str]:
        """Give the addresses that a file has or claims. One with mistakes claims none: the build will tell of them."""
        if place.startswith("data/"):
            yield from (line.partition(": ")[0].strip().strip("\"'-").strip() for line in text.splitlines())
            return
        try:
            front, _ = parse(text, place, self.zone)
            yield from front.aliases
            yield self.address(front, place)
        except (ContentError, AddressError, ValueError):
            return


def _is_address(name: str, text: object) -> bool:
    return name.endswith("_URL") and isinstance(text, str) and "{" not in text and not text.startswith("http")


def _same(text: str) -> str:
    """Give a text as addresses are compared: neither case, form of Unicode, percent signs nor the last slash count."""
    return normalize("NFC", unquote(text)).casefold().rstrip("/")
