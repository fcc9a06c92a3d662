"""The Pelican side: tell each article's length and headings."""

from collections.abc import Callable, Iterable
from hashlib import blake2b
from typing import Any, Protocol

from pelican import signals

from .contents import outlined
from .length import minutes, words_in

FromPelican = Any
"""An object of Pelican's, which has no types: a generator, an article."""

_NAME = "reading_aids"
_LISTS = ("articles", "translations", "hidden_articles", "hidden_translations", "drafts", "drafts_translations")


class Notes(Protocol):
    """The setting PAGE_NOTES, where a plugin remembers from build to build what depends on nothing but a key."""

    def recall(self, name: str, key: bytes, make: Callable[[], float]) -> float:
        """Give what was made for the key once, or make it."""


def measure(generators: Iterable[FromPelican]) -> None:
    """Set `reading_minutes` and `contents` on each article."""
    for generator in generators:
        for name in _LISTS:
            for article in getattr(generator, name, ()):
                _measure(article)


def _measure(article: FromPelican) -> None:
    # Not `article.content`: Pelican would remember it, and no other plugin could change it any more.
    html = article._content or ""  # noqa: SLF001  # for that reason
    words = _words(html, article.settings.get("PAGE_NOTES"))
    article.reading_minutes = minutes(words)
    if (getattr(article, "kind", "") or "").strip().lower() == "live":
        article.contents = ()
    else:
        article._content, article.contents = outlined(html, words)  # noqa: SLF001  # for that reason


def _words(html: str, notes: Notes | None) -> float:
    if notes is None:
        return words_in(html)
    key = blake2b(html.encode("utf-8", "surrogatepass"), digest_size=16).digest()
    return notes.recall(_NAME, key, lambda: words_in(html))


def connect() -> None:
    """Connect to Pelican."""
    signals.all_generators_finalized.connect(measure)
    # For fast_build, where that is at work: what is done to an article is the same whatever the others are.
    measure.page_alone = True  # type: ignore[attr-defined]  # a mark on a function
