"""What one reading of all articles teaches of related stories: which there are, and how this newsroom labels them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape

from ...model import Article, Export, Status
from ...whole_numbers import whole_numbers_in
from ..address_book import AddressBook
from ..own_addresses import own_address
from ..page_links import find_page
from .labels import KNOWN, LONGEST, ends_apart, is_label_shaped, is_title_like, plain_label
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
_MOST_LINKS = 200
"""Links of an article that are looked at."""
_NEAR = 200

_BOUNDARY = re.compile(
    r"\n|<!--.{0,300}?-->|</?(?:p|div|h[1-6]|li|[uo]l|t[dhr]|table|tbody|blockquote|section|aside|br|hr|figure|center)\b[^>]*>",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"""<a\s[^>]{0,600}?href\s*=\s*["']?([^"'\s>]+)[^>]{0,600}>(.{1,300}?)</a>""", re.IGNORECASE | re.DOTALL
)
_TAG = re.compile(r"<[^>]{0,600}>")
_STRONG = re.compile(r"</(?:strong|b|em|i|u)>\s*$", re.IGNORECASE)
_LABEL_FRONT = re.compile(r"([^:：]{2,40})[:：]\s*\S")
_OPENED_LINE = re.compile(r"(?:^|[\n>])[ \t]*([^<>\n:：]{2,40})[:：]")
_WORD = re.compile(r"\w")
_WORDS = re.compile(r"\w+")
_ALONE = re.compile(r"(?:^|[\n>\]])[ \t]*(https?://[^\s<>\"'\[\]]{8,500})[ \t]*(?=[\r\n<\[]|$)")
_BY_NUMBER = re.compile(r'\[irp\b[^\]]{0,300}posts=[^\]]{0,100}|"specificPosts":\[[^\]]{0,500}')


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
    """Read all articles once; memory grows with their addresses and titles alone."""
    known = frozenset(place for number, place in book.places.items() if number not in export.media)
    addresses: set[str] = set()
    titles: dict[int, str] = {}
    named: set[int] = set()
    learner = Learner(book, known)
    for article in export.read_articles():
        learner.read(article)
        named.update(_named_in(article, book))
        # The book's own copy of the address, so that the set costs no second one.
        place = book.places.get(article.id or 0, article.permalink)
        if article.status is Status.PUBLISHED and article.type != "page" and place:
            addresses.add(place)
            titles[article.id or 0] = article.title
    wanted = {number: titles[number] for number in sorted(named) if number in titles}
    by_address = {book.places.get(number, ""): title for number, title in titles.items()}
    return Stories(frozenset(addresses), learner.labels(by_address), wanted)


def _named_in(article: Article, book: AddressBook) -> Iterator[int]:
    """Give the numbers of the articles that a body shows by number, or by their address alone in a line."""
    for mark in _BY_NUMBER.findall(article.body):
        yield from whole_numbers_in(mark)
    for address in _ALONE.findall(article.body):
        if number := numbered_story(address, book, article.permalink):
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

    def read(self, article: Article) -> None:
        """Count what one article shows."""
        self.articles += 1
        if front := _LABEL_FRONT.match(article.title):
            self._count_other({plain_label(front[1])})
        uses: dict[str, tuple[str, str]] = {}
        others: set[str] = set()
        for place, match in enumerate(_LINK.finditer(article.body)):
            if place >= _MOST_LINKS:
                break
            if sight := _Sight.of(article.body, match):
                self._weigh(sight, article, uses, others)
        others.update(map(plain_label, _OPENED_LINE.findall(article.body)))
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

    def _weigh(self, sight: "_Sight", article: Article, uses: dict[str, tuple[str, str]], others: set[str]) -> None:
        """Tell whether a link and its label have the form."""
        phrase = plain_label(sight.label)
        address = self._target(sight, article)
        if sight.is_whole and address and is_title_like(sight.title, f"{sight.label}:"):
            uses.setdefault(phrase, (address, sight.title))
        else:
            others.add(phrase)

    def _target(self, sight: "_Sight", article: Article) -> str:
        """Give the address of another article that a link leads to; nothing for all else."""
        own = own_address(sight.address, self.book, article.permalink)
        found = None if own is None else find_page(own, self.book)
        path = "" if found is None else path_of(found.address)
        is_self = path in (article.permalink, self.book.places.get(article.id or 0, ""))
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


@dataclass(frozen=True, slots=True)
class _Sight:
    """A link of a raw body, and the short phrase that might label it."""

    label: str
    """Shaped like one."""
    address: str
    """As typed."""
    title: str
    """The words of the link behind the label."""
    is_whole: bool
    """Whether line or list end with the link, and something parts the label from it."""

    @classmethod
    def of(cls, body: str, match: re.Match[str]) -> "_Sight | None":
        """Give what is seen around a link; nothing where no short phrase stands before it."""
        start, end = match.span()
        # Without its first piece, which may have been cut, unless the body begins there.
        cut = start > _NEAR
        pieces = _BOUNDARY.split(body[start - _NEAR if cut else 0 : start])[1 if cut else 0 :]
        rest = _BOUNDARY.split(body[end : end + _NEAR], maxsplit=1)[0]
        if not pieces:
            return None
        before, title = pieces[-1], _text(match[2])
        ends = not _WORD.search(_text(rest))
        if (label := _text(before)).strip():
            apart = ends_apart(label) or _STRONG.search(before) is not None
        else:
            label, title = _label_and_title(pieces, title)
            apart = True
        if not is_label_shaped(label.strip()) or plain_label(label) in KNOWN:
            return None
        return cls(label, unescape(match[1]), title, is_whole=ends and apart)


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


def _label_and_title(pieces: list[str], title: str) -> tuple[str, str]:
    """Give the label inside a link, or that in the line or the heading above it, and the title."""
    if front := _LABEL_FRONT.match(title):
        return front[1], title[front.end() - 1 :]
    above = next((piece for piece in reversed(pieces[:-1]) if piece.strip()), "")
    text = _text(above)
    return ("" if "<a " in above or len(text) > LONGEST else text), title


def _text(html: str) -> str:
    return unescape(_TAG.sub("", html)) if "<" in html or "&" in html else html
