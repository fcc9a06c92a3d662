"""All files that a site gets for machines: gathered from what Pelican lists, then written in order."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import Any, Protocol

from . import site_files
from .entries import Notes as Entries
from .feeds import Channel, feed_files, newest
from .files import PublishedFiles
from .heads import Known
from .newspaper import Newspaper
from .sitemaps import NEWS, Contents, ageing, sitemap_files
from .stories import Section, Story, read_line, read_story
from .translations import Versions, versions

FromPelican = Any
"""Pelican's context, its articles and its terms, which have no types."""

Text = tuple[str, str]
"""A file to write: its place in the site, and its text."""

_TERM_FEED = 10
"""Entries in the feed of a section, a writer or a topic: as many as WordPress's."""
_LATEST = 20


class Notes(Entries, Protocol):
    """Where entries are remembered, and which is told when the same site would be another one: PAGE_NOTES."""

    def until(self, moment: datetime, why: str = "") -> None:
        """Note that a build of the same after a moment would be another one, and what changes then."""


@dataclass(frozen=True)
class Newsroom:
    """What a site publishes, and where."""

    paper: Newspaper
    """Facts of the site."""
    files: PublishedFiles
    """What its articles refer to."""
    context: Mapping[str, Any]
    """Pelican's, with its lists of articles, pages and terms, when all of them are read."""
    longest_feed: int | None
    """Entries in the feed of all; None for all of them."""
    notes: Notes | None = None
    """Where entries are remembered from build to build."""

    @cached_property
    def stories(self) -> Mapping[int, Story]:
        """Public articles by the id of Pelican's objects, in Pelican's order, each after its translations' original."""
        articles = _with_translations(self.context.get("articles", ()))
        return {id(article): read_story(article) for article in articles}

    @cached_property
    def pages(self) -> Mapping[int, Story]:
        """Public pages by the id of Pelican's objects."""
        return {id(page): read_story(page) for page in _with_translations(self.context.get("pages", ()))}

    @cached_property
    def versions(self) -> Versions:
        """Stories and pages that are there in several languages."""
        return versions([*self.stories.values(), *self.pages.values()], self.paper)

    @cached_property
    def known(self) -> Known:
        """What the heads of pages are made of."""
        return Known(self.paper, self.versions, {**self.pages, **self.stories})

    def texts(self, now: datetime) -> Iterator[Text]:
        """Give every file for machines."""
        if self.paper.feed_address:
            yield from feed_files(list(self._channels()), self.paper, self.files, self.notes)
        if self.notes:
            for moment in ageing(self.stories.values(), now):
                self.notes.until(moment, "the sitemap of news changes: a story is two days old")
        has_news = False
        for place, text in sitemap_files(self._contents(), self.paper, now):
            has_news = has_news or place == NEWS
            yield place, text
        yield site_files.robots(self.paper, has_news=has_news)
        yield site_files.llms(self.paper, list(self._sections()), newest(self.stories.values(), _LATEST))
        yield site_files.manifest(self.paper, self.files)

    def _channels(self) -> Iterator[Channel]:
        paper = self.paper
        latest = newest(self.stories.values(), self.longest_feed)
        yield Channel(paper.name, paper.tagline or paper.name, "/", latest)
        for term, stories in self._terms("categories", "tags", "authors"):
            name = f"{term.name} – {paper.name}"
            yield Channel(name, name, "/" + term.url, newest(stories, _TERM_FEED))

    def _contents(self) -> Contents:
        terms = self._terms("categories", "tags", "authors", "all_series")
        lists = [("/" + term.url, stories) for term, stories in terms]
        return Contents(list(self.stories.values()), list(self.pages.values()), lists, self.versions)

    def _sections(self) -> Iterator[Section]:
        for category, _ in self._terms("categories"):
            if category.name != self.paper.unsorted:
                yield read_line(category)[-1]

    def _terms(self, *names: str) -> Iterator[tuple[FromPelican, list[Story]]]:
        """Give each term that has a page and an article, with its articles."""
        for name in names:
            for term, articles in self.context.get(name, ()):
                if term.save_as and term.url and articles:
                    yield term, [self.stories[id(article)] for article in articles]


def built_at(environment: Mapping[str, str]) -> datetime:
    """Give the time of the build: now, or what SOURCE_DATE_EPOCH says, so that a build can be repeated."""
    epoch = environment.get("SOURCE_DATE_EPOCH", "").strip()
    return datetime.fromtimestamp(int(epoch), UTC) if epoch.isdecimal() else datetime.now(UTC)


def _with_translations(contents: Iterable[FromPelican]) -> Iterator[FromPelican]:
    for content in contents:
        yield content
        yield from getattr(content, "translations", ())
