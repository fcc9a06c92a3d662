"""The Pelican side: tell each article's length and headings."""

from collections.abc import Iterable
from typing import Any

from pelican import signals

from .contents import outlined
from .length import minutes, words_in

FromPelican = Any
"""An object of Pelican's, which has no types: a generator, an article."""

_LISTS = ("articles", "translations", "hidden_articles", "hidden_translations", "drafts", "drafts_translations")


def measure(generators: Iterable[FromPelican]) -> None:
    """Set `reading_minutes` and `contents` on each article."""
    for generator in generators:
        for name in _LISTS:
            for article in getattr(generator, name, ()):
                _measure(article)


def _measure(article: FromPelican) -> None:
    # Not `article.content`: Pelican would remember it, and no other plugin could change it any more.
    html = article._content or ""  # noqa: SLF001  # for that reason
    words = words_in(html)
    article.reading_minutes = minutes(words)
    if (getattr(article, "kind", "") or "").strip().lower() == "live":
        article.contents = ()
    else:
        article._content, article.contents = outlined(html, words)  # noqa: SLF001  # for that reason


def connect() -> None:
    """Connect to Pelican."""
    signals.all_generators_finalized.connect(measure)
