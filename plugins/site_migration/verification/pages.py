"""The built pages, read by their microformats: https://microformats.org/wiki/h-entry."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from .markup import UNSEEN, Shown, read_clean
from .words import words_of

ANY = "any"
"""In the place of a date that is not known."""


@dataclass(slots=True)
class Page:
    """A story's page."""

    title: list[str]
    """Words of the headline."""
    authors: list[str]
    """Names in the byline."""
    published: str
    """As the page's markup says it."""
    cards: list[list[str]]
    """Words of related stories within the story, which the theme gives a label of its own."""
    terms: set[tuple[str, str]]
    """Categories and tags: the last part of the address, and the name."""
    body: Shown
    """The story alone."""
    around: Shown
    """The whole entry: lead picture, byline, story, topics."""


def files_at(output: Path, path: str) -> Iterator[Path]:
    """Give the places at which a web server looks for an address, those inside the folder alone."""
    plain = unquote(urlsplit(path).path)
    parts = [part for part in plain.split("/") if part]
    if any(part in {".", ".."} or "\0" in part or "\\" in part for part in parts):
        return
    place = output.joinpath(*parts)
    for file in (place / "index.html", place / "index.xml", place, place.with_name(f"{place.name}.html")):
        if os.path.isfile(file):  # noqa: PTH113  # Path.is_file raises on a name that is too long; this says no
            yield file


def read_page(file: Path) -> Page | None:
    """Give a story's page; nothing where a file holds no single story."""
    tree = LexborHTMLParser(file.read_text(encoding="utf-8", errors="replace"))
    tree.strip_tags(UNSEEN, recursive=True)
    entries = [entry for entry in tree.css(".h-entry") if entry.css_first(".e-content") is not None]
    if len(entries) != 1:
        return None
    entry = entries[0]
    story = entry.css_first(".e-content")
    time = entry.css_first(".dt-published")
    headline = entry.css_first(".p-name")
    return Page(
        words_of(headline.text() if headline is not None else ""),
        list(_names(entry)),
        str(time.attributes.get("datetime") or time.text()) if time is not None else "",
        [words_of(card.text()) for card in story.css(".related-story")] if story is not None else [],
        {(_last(str(term.attributes.get("href") or "")), _even(term.text())) for term in entry.css(".p-category")},
        read_clean((story.inner_html or "") if story is not None else ""),
        read_clean(entry.inner_html or ""),
    )


def _names(entry: LexborNode) -> Iterator[str]:
    for author in entry.css(".p-author"):
        name = author.css_first(".p-name")
        yield _even((name if name is not None else author).text())


def _even(text: str) -> str:
    return " ".join(text.split())


def _last(address: str) -> str:
    return unquote(urlsplit(address).path).rstrip("/").rpartition("/")[2]


@dataclass(slots=True)
class Shelf:
    """Finds stories that have moved; the built pages are read for it once, and only if one is missing."""

    output: Path
    """The built site."""
    places: dict[int, Path] | None = field(default=None)
    """By headline and moment."""

    def find(self, title: list[str], published: str) -> Path | None:
        """Give the page that has a headline and a date, or the headline alone where one of the two has no date."""
        if self.places is None:
            self.places = dict(self._read())
        dated, undated = hash((tuple(title), published or ANY)), hash((tuple(title), ""))
        return self.places.get(dated) or self.places.get(undated)

    def _read(self) -> Iterator[tuple[int, Path]]:
        for file in sorted(self.output.rglob("*.html")):
            if (page := read_page(file)) is not None:
                yield hash((tuple(page.title), page.published[:10])), file
                yield hash((tuple(page.title), ANY)), file
