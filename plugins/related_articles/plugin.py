"""The Pelican side: give each published article its related stories, and the tags that tie them together."""

import logging
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, overload

from pelican import signals
from pelican.generators import ArticlesGenerator

from .choice import Chooser, Wish
from .hand_picked import catalogue, linked, named, pick
from .memory import Likeness, compare, recall, remember
from .newsroom import ALL, Newsroom
from .ties import tying
from .vectors import Story

FromPelican = Any
"""An object of Pelican's, which has no types: an article, settings."""

logger = logging.getLogger(__name__)

_COUNT = "RELATED_ARTICLES_STORIES"
_USUAL_COUNT = 3
_MEMORABLE = 500
"""Articles from which on it pays to remember how alike they are."""

_MANY = "More words name no published article. Mend these, and the next build names others."
"""What Pelican prints in the place of the fifth such message, and nothing after it."""


def relate(generator: ArticlesGenerator) -> None:
    """Set `related_stories` and `related_tags` on every published article.

    Warns of all words that name no published article.
    """
    newsroom = read(generator)
    chosen = newsroom.chooser.choose()
    # By their slugs: Pelican makes a tag anew for each article, and is slow to tell which are the same.
    tags = {tag.slug: tag for article in newsroom.articles for tag in _tags(article)}
    slugs = [[tag.slug for tag in _tags(article)] for article in newsroom.articles]
    uses = Counter(slug for listed in slugs for slug in listed)
    for article, own, others in zip(newsroom.articles, slugs, chosen, strict=True):
        article.related_stories = [newsroom.articles[other] for other in others]
        article.related_tags = [tags[slug] for slug in tying(own, [slugs[other] for other in others], uses)]


def read(generator: ArticlesGenerator) -> Newsroom:
    """Give the published articles, how alike they are, and what editors want beside them."""
    settings = generator.settings
    articles = sorted(chain(generator.articles, generator.translations), key=lambda a: (_day(a), a.url, a.save_as))
    stories = _Stories(articles)
    count = int(settings.get(_COUNT, _USUAL_COUNT))
    # Where editors alone choose, nothing need be compared.
    likeness = _compared(stories if count else (), Path(settings["CACHE_PATH"], "related_articles"))
    # The newest first: where two share a title, it is meant.
    published = catalogue(chain(generator.articles, generator.translations))
    places = {id(article): place for place, article in enumerate(articles)}
    wishes = [_wish(article, published, places) for article in articles]
    return Newsroom(articles, stories, likeness, Chooser(wishes, (likeness.matches, likeness.twins), count))


def _compared(stories: Sequence[Story], folder: Path) -> Likeness:
    if len(stories) < _MEMORABLE:
        return compare(stories)
    memory = recall(folder)
    likeness = compare(stories, memory)
    if memory is None or memory.digests.tolist() != likeness.digests.tolist():
        remember(likeness, folder)
    return likeness


def _wish(article: FromPelican, published: Mapping[str, FromPelican], places: Mapping[int, int]) -> Wish:
    unwanted = [words for words in named(article, "unrelated") if words.strip().lower() != ALL]
    is_whole = len(unwanted) != len(named(article, "unrelated"))
    picked = pick(article, published)
    forbidden = pick(article, published, "unrelated")
    _warn(article, "related", picked.unresolved)
    _warn(article, "unrelated", [words for words in forbidden.unresolved if words in unwanted])
    links = linked(article._content or "", published, article.settings["SITEURL"])  # noqa: SLF001  # see _story
    return Wish(
        _places(picked.stories, places),
        _places((other for other in links if other is not article), places),
        frozenset(_places(forbidden.stories, places)),
        is_whole,
    )


def _places(articles: Iterable[FromPelican], places: Mapping[int, int]) -> tuple[int, ...]:
    return tuple(places[id(article)] for article in articles)


def _warn(article: FromPelican, key: str, unresolved: Iterable[str]) -> None:
    for words in unresolved:
        logger.warning(
            "%s: %s: %r is no published article's title, slug or address, so it has no effect. "
            "Correct the words, or remove them.",
            article.get_relative_source_path(),
            key,
            words,
            extra={"limit_msg": _MANY},
        )


class _Stories(Sequence[Story]):
    """The stories of articles, each made when it is asked for: all their bodies at once would fill the memory."""

    def __init__(self, articles: Sequence[FromPelican]) -> None:
        self.articles = articles

    @overload
    def __getitem__(self, place: int) -> Story: ...
    @overload
    def __getitem__(self, place: slice) -> "_Stories": ...
    def __getitem__(self, place: int | slice) -> "Story | _Stories":
        return _Stories(self.articles[place]) if isinstance(place, slice) else _story(self.articles[place])

    def __len__(self) -> int:
        return len(self.articles)


def _day(article: FromPelican) -> int:
    return int(article.date.toordinal())


def _story(article: FromPelican) -> Story:
    # Not `article.content`: Pelican would remember it, and no other plugin could change it any more.
    html = article._content or ""  # noqa: SLF001  # for that reason
    written = article.metadata.get("summary", "") if getattr(article, "has_own_summary", True) else ""
    return Story(
        address=f"{article.url}\0{article.save_as}",
        day=_day(article),
        title=article.title,
        summary=f"{getattr(article, 'subtitle', '')} {written}",
        html=html,
        tags=tuple(tag.name for tag in _tags(article)),
        authors=tuple(author.name for author in getattr(article, "authors", ())),
        language=article.lang,
    )


def _tags(article: FromPelican) -> list[FromPelican]:
    return getattr(article, "tags", None) or []


def connect() -> None:
    """Connect to Pelican."""
    signals.article_generator_finalized.connect(relate)
