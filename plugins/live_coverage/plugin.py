"""The Pelican side: give each live article its entries."""

import logging
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from pelican import signals

from .coverage import read_coverage

FromPelican = Any
"""An object of Pelican's, which has no types: a generator, an article."""

logger = logging.getLogger(__name__)

_KIND = "live"
_LISTS = ("articles", "translations", "hidden_articles", "hidden_translations", "drafts", "drafts_translations")
_MANY = "More live articles have no date. Mend these, and the next build names others."
"""What Pelican prints in the place of the fifth such message, and nothing after it."""


def cover(generators: Iterable[FromPelican]) -> None:
    """Set `live_updates`, `live_introduction` and `live_notes` on each live article."""
    for article in _live(generators):
        if getattr(article, "undated", False):
            logger.warning(
                "%s: kind: live, and no date: its entries have times, but no day. Add a line date: to its head.",
                article.get_relative_source_path(),
                extra={"limit_msg": _MANY},
            )
            continue
        # Not `article.content`: Pelican would remember it, and no other plugin could change it any more.
        found = read_coverage(article._content or "", article.date)  # noqa: SLF001  # for that reason
        if found.updates:
            article._content = found.body  # noqa: SLF001  # for that reason
            article.live_updates = tuple(replace(each, html=_linked(article, each.html)) for each in found.updates)
            article.live_introduction = _linked(article, found.introduction)
            article.live_notes = _linked(article, found.notes)


def _live(generators: Iterable[FromPelican]) -> Iterator[FromPelican]:
    for generator in generators:
        for name in _LISTS:
            for article in getattr(generator, name, ()):
                if str(getattr(article, "kind", "") or "").strip().lower() == _KIND:
                    yield article


def _linked(article: FromPelican, html: str) -> str:
    """Give a part of the body with Pelican's own links, `{filename}` and the like, led to where they lead."""
    return str(article._update_content(html, article.get_siteurl()))  # noqa: SLF001  # Pelican has no other word for it


def connect() -> None:
    """Connect to Pelican."""
    signals.all_generators_finalized.connect(cover)
    # For fast_build, where that is at work: what is done to an article is the same whatever the others are.
    cover.page_alone = True  # type: ignore[attr-defined]  # a mark on a function
