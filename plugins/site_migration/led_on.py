"""Addresses that the old site answered, and that have no page of their own on the new one: this site's own account."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from wordpress_export.model import CATEGORY, TAG, Export

_FORMATS = "post_format"
_NO_ARCHIVES = frozenset({CATEGORY, TAG, _FORMATS, "author", "nav_menu", "wp_theme", "link_category", "language"})
"""Taxonomies whose lists the new site has or that are counted by themselves, and those that never had a list."""


@dataclass(frozen=True, slots=True)
class LedOn:
    """Addresses of one kind."""

    count: int
    """How many there were."""
    what: str
    """What stood there, in the number that goes with the count."""
    example: str
    """One of them, or how they looked."""


def led_on_of(export: Export, further_pages: int) -> tuple[LedOn, ...]:
    """Give the kinds of addresses that this site had; `further_pages` are those of articles with page breaks."""
    return tuple(kind for kind in _kinds(export, further_pages) if kind.count)


def _kinds(export: Export, further_pages: int) -> Iterator[LedOn]:
    number = min(export.permalinks, default=0)
    yield _of(len(export.permalinks), ("address by number", "addresses by number"), f"/?p={number}")
    pages = [media.permalink for media in export.media.values() if media.permalink]
    yield _of(len(pages), ("page of a picture or another file", "pages of pictures and other files"), *pages[:1])
    yield _of(further_pages, ("further page of an article", "further pages of articles"), "…/2/")
    lists = Counter(taxonomy for taxonomy, _ in export.terms)
    yield _of(lists[_FORMATS], ("list by post format", "lists by post format"), "/type/gallery/")
    for taxonomy, count in sorted(lists.items()):
        if taxonomy not in _NO_ARCHIVES:
            yield _of(count, (f"list of “{taxonomy}”", f"lists of “{taxonomy}”"), f"/{taxonomy}/…/")


def _of(count: int, words: tuple[str, str], example: str = "") -> LedOn:
    return LedOn(count, words[0] if count == 1 else words[1], example)
