"""Stories by what editors call them: an address, a title or a slug, however it was typed."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from html import unescape
from itertools import islice
from typing import Any
from urllib.parse import unquote, urlsplit

Listed = Any
"""An article of Pelican's, which has no types, made by whichever reader."""

_SPACES = re.compile(r"\s+")
# Editors paste titles from pages that curl their quotes and lengthen their dashes.
_PLAIN = str.maketrans(dict.fromkeys("“”„‟«»″", '"') | dict.fromkeys("‘’‚‛‹›′`´", "'") | dict.fromkeys("‐‑‒–—―−", "-"))
_INVISIBLE = str.maketrans(dict.fromkeys("\u00ad\u200b\u200e\u200f\u2060\ufeff"))
_RECENT = 1_000
"""Stories among which a name that leads nowhere is looked for: likeness is slow to tell."""


def spoken(words: str) -> str:
    """Give words without what two people would type differently: case, spaces, quotes, dashes, entities."""
    plain = unicodedata.normalize("NFKC", unescape(words)).translate(_INVISIBLE).translate(_PLAIN)
    return _SPACES.sub(" ", plain).strip().casefold()


def located(address: str) -> str:
    """Give the path of an address as it is compared: decoded, without host, query, fragment and outer slashes."""
    try:
        path = urlsplit(address.strip()).path
    except ValueError:  # a title such as "[Update" is no address
        return ""
    return unicodedata.normalize("NFC", unquote(path)).strip("/").casefold()


@dataclass(frozen=True)
class NamedStories:
    """The published stories; an address counts before a title, a title before a slug."""

    stories: Sequence[Listed]
    """The newest first: where two share a name, it is meant."""

    def find(self, words: str) -> Listed | None:
        """Give the story that words name; None where they name none."""
        place = located(words)
        at_address = self._by_address.get(place) if "/" in words else None
        return at_address or self._by_title.get(spoken(words)) or self._by_slug.get(spoken(words))

    def like(self, words: str) -> str:
        """Give the slug of a recent story that is spelt much the same; empty where there is none."""
        recent = list(islice(self.stories, _RECENT))
        names = {spoken(name): story for story in reversed(recent) for name in (story.title, story.slug)}
        close = get_close_matches(spoken(located(words).rpartition("/")[2] if "/" in words else words), names, n=1)
        return str(names[close[0]].slug) if close else ""

    @cached_property
    def _by_address(self) -> dict[str, Listed]:
        return _first_of((located(story.url), story) for story in self.stories)

    @cached_property
    def _by_title(self) -> dict[str, Listed]:
        return _first_of((spoken(story.title), story) for story in self.stories)

    @cached_property
    def _by_slug(self) -> dict[str, Listed]:
        return _first_of((spoken(story.slug), story) for story in self.stories)


def _first_of(named: Iterable[tuple[str, Listed]]) -> dict[str, Listed]:
    found: dict[str, Listed] = {}
    for name, story in named:
        found.setdefault(name, story)
    return found
