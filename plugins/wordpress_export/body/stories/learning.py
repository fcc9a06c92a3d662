"""What all articles teach of related stories: which there are, and how this newsroom labels them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ...glimpses import Glimpse
from ...model import Export, Status
from ..address_book import AddressBook
from ..own_addresses import own_address
from ..page_links import find_page
from .sights import front_label, glimpse_reader
from .targets import is_article, numbered_story, path_of

LEAST = 3
"""Articles in which a phrase must label a story: two may be one editor's repetition."""
ONE_IN = 1_000
"""And one article of so many: large archives repeat by accident more often."""
_OFTEN = 2
"""A label stands in its form at least so many times for each time that it opens something else."""
_TARGETS = 8
"""Targets of a label that are remembered: one that always leads to the same few pages is a call to do something."""
_MOST_CANDIDATES = 5_000
"""Phrases counted at a time; above that the rarest are forgotten."""
_WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Stories:
    """What bodies need to know of the site's articles."""

    addresses: frozenset[str] = frozenset()
    """Root-relative, of the public ones. Pages are none: they are no stories."""
    labels: frozenset[str] = frozenset()
    """What this newsroom writes before a related story, in the form of `plain_label`."""
    titles: Mapping[int, str] = field(default_factory=dict)
    """Of the articles that a body names by number or address alone."""


@dataclass(slots=True)
class _Count:
    """How often a phrase stood where."""

    uses: int = 0
    """Articles in which it labels a story."""
    others: int = 0
    """Articles in which it opens something else, and titles that begin with it."""
    targets: dict[str, str] = field(default_factory=dict)
    """Some of the articles that it led to, by address, with the words of the link."""


def survey_stories(export: Export, book: AddressBook) -> Stories:
    """Look at all articles once; memory grows with their addresses and titles alone."""
    known = frozenset(place for number, place in book.places.items() if number not in export.media)
    addresses: set[str] = set()
    titles: dict[int, str] = {}
    named: set[int] = set()
    learner = Learner(book, known)
    for glimpse in glimpse_reader(export)():
        learner.read(glimpse)
        named.update(_named_in(glimpse, book))
        # The book's own copy of the address, so that the set costs no second one.
        place = book.places.get(glimpse.id or 0, glimpse.permalink)
        if glimpse.status is Status.PUBLISHED and glimpse.type != "page" and place:
            addresses.add(place)
            titles[glimpse.id or 0] = glimpse.title
    wanted = {number: titles[number] for number in sorted(named) if number in titles}
    by_address = {book.places.get(number, ""): title for number, title in titles.items()}
    return Stories(frozenset(addresses), learner.labels(by_address), wanted)


def _named_in(glimpse: Glimpse, book: AddressBook) -> Iterator[int]:
    """Give the numbers of the articles that a body shows by number, or by their address alone in a line."""
    yield from glimpse.sights.numbers
    for address in glimpse.sights.alone:
        if number := numbered_story(address, book, glimpse.permalink):
            yield number


@dataclass(slots=True)
class Learner:
    """Counts, article by article, the short phrases that stand before links to other articles, and nowhere else."""

    book: AddressBook
    """By which the site's own addresses are told from others."""
    known: frozenset[str]
    """Where its public articles and pages will stand."""
    articles: int = 0
    """How many were read."""
    counts: dict[str, _Count] = field(default_factory=dict)
    """By phrase."""

    def read(self, glimpse: Glimpse) -> None:
        """Count what one article shows."""
        self.articles += 1
        if front := front_label(glimpse.title):
            self._count_other({front})
        uses: dict[str, tuple[str, str]] = {}
        others = set(glimpse.sights.others)
        for phrase, address, title in glimpse.sights.stories:
            if target := self._target(address, glimpse):
                uses.setdefault(phrase, (target, title))
            else:
                others.add(phrase)
        self._count(uses, others - uses.keys())

    def labels(self, titles: Mapping[str, str]) -> frozenset[str]:
        """Give the phrases that are labels, by the titles of the articles that they lead to."""
        least = max(LEAST, -(-self.articles // ONE_IN))
        return frozenset(
            phrase
            for phrase, count in self.counts.items()
            if count.uses >= least
            and count.uses >= _OFTEN * count.others
            and len(count.targets) >= LEAST
            and _names_titles(count.targets, titles)
        )

    def _target(self, address: str, glimpse: Glimpse) -> str:
        """Give the address of another article that a link leads to; nothing for all else."""
        own = own_address(address, self.book, glimpse.permalink)
        found = None if own is None else find_page(own, self.book)
        path = "" if found is None else path_of(found.address)
        is_self = path in (glimpse.permalink, self.book.places.get(glimpse.id or 0, ""))
        return path if not is_self and is_article(path, self.known) else ""

    def _count(self, uses: Mapping[str, tuple[str, str]], others: set[str]) -> None:
        for phrase, (address, title) in uses.items():
            count = self.counts.setdefault(phrase, _Count())
            count.uses += 1
            if len(count.targets) < _TARGETS:
                count.targets[address] = title
        self._count_other(others)
        if len(self.counts) > _MOST_CANDIDATES:
            self._forget()

    def _count_other(self, phrases: set[str]) -> None:
        for phrase in phrases & self.counts.keys():
            self.counts[phrase].others += 1

    def _forget(self) -> None:
        """Keep the more frequent half; what comes again later is counted anew."""
        by_rank = sorted(self.counts.items(), key=lambda item: (-item[1].uses, item[0]))
        self.counts = dict(by_rank[: _MOST_CANDIDATES // 2])


def _names_titles(targets: Mapping[str, str], titles: Mapping[str, str]) -> bool:
    """Tell whether most links are worded as the articles that they lead to are called, so that no "Found Here" is.

    An article that is not in the export has no title to compare with, and speaks neither for nor against.
    """
    known = [(words, titles[address]) for address, words in targets.items() if address in titles]
    return 2 * sum(_is_worded_like(words, title) for words, title in known) >= len(known)


def _is_worded_like(words: str, title: str) -> bool:
    """Tell whether at least half of a link's words are the title's; where no spaces part words, its letters."""
    told, called = (set(_WORDS.findall(text.casefold())) for text in (words, title))
    if len(told) == 1:
        told, called = set("".join(told)), set(title.casefold())
    return 2 * len(told & called) >= len(told)
