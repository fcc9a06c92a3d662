"""The stories that an editor named: found by title, slug or address, however these were typed."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Generic, Protocol, TypeVar
from urllib.parse import unquote, urlsplit


class Story(Protocol):
    """What is asked of an article; it may also have `related` and `unrelated`, what an editor named."""

    title: str
    """Its headline."""
    slug: str
    """The last part of its address."""

    @property
    def url(self) -> str:
        """Its address on the site."""


S = TypeVar("S", bound=Story)


@dataclass(frozen=True, slots=True)
class Picked(Generic[S]):
    """What became of an editor's picks."""

    stories: tuple[S, ...]
    """The articles found, in the editor's order."""
    unresolved: tuple[str, ...]
    """The words that name no published article."""


_LINK = re.compile(r"""<a\s[^>]*?\bhref=["']?([^"'\s>]+)""", re.IGNORECASE)
_BARE = re.compile(r"/?(?!/)[\w./-]+", re.ASCII)
"""An address that is nothing but a path, as most are."""
_SPACES = re.compile(r"\s+")
# Editors paste titles from pages that curl their quotes and lengthen their dashes.
_PLAIN = str.maketrans(dict.fromkeys("“”„‟«»″", '"') | dict.fromkeys("‘’‚‛‹›′`´", "'") | dict.fromkeys("‐‑‒–—―−", "-"))
_INVISIBLE = str.maketrans(dict.fromkeys("\u00ad\u200b\u200e\u200f\u2060\ufeff"))


def spoken(words: str) -> str:
    """Give words without what two people would type differently: case, spaces, quotes, dashes, entities."""
    if words.isascii() and "&" not in words:  # the usual case, ten times as fast
        return " ".join(words.replace("`", "'").split()).casefold()
    plain = unicodedata.normalize("NFKC", unescape(words)).translate(_INVISIBLE).translate(_PLAIN)
    return _SPACES.sub(" ", plain).strip().casefold()


def located(address: str) -> str:
    """Give the path of an address as it is compared: decoded, without host, query, fragment and outer slashes."""
    if _BARE.fullmatch(address):
        return address.strip("/").casefold()
    try:
        path = urlsplit(address.strip()).path
    except ValueError:  # a title such as "[Update" is no address
        return ""
    return unicodedata.normalize("NFC", unquote(path)).strip("/").casefold()


def catalogue(stories: Iterable[S]) -> Mapping[str, S]:
    """Index stories by address, title and slug; where two share a title or a slug, the first stands."""
    listed = list(stories)
    index: dict[str, S] = {}
    for name in (_by_address, _by_title, _by_slug):
        for story in listed:
            index.setdefault(name(story), story)
    return index


def pick(story: S, published: Mapping[str, S], key: str = "related") -> Picked[S]:
    """Find the stories that a key of an article names; itself and repetitions are left out."""
    found: dict[int, S] = {}
    unresolved: list[str] = []
    for words in named(story, key):
        other = published.get("/" + located(words)) or published.get(spoken(words))
        if other is None:
            unresolved.append(words)
        elif other is not story:
            found.setdefault(id(other), other)
    return Picked(tuple(found.values()), tuple(unresolved))


def named(story: Story, key: str) -> tuple[str, ...]:
    """Give the words of a key that names stories."""
    words: str | Iterable[str] = getattr(story, key, None) or ()
    # Pelican's own readers give a single line of text.
    return (words,) if isinstance(words, str) else tuple(words)


def linked(html: str, published: Mapping[str, S], site: str = "") -> list[S]:
    """Find the stories to which a body links, by addresses from the site's root or with the site's own before them."""
    found: dict[int, S] = {}
    for address in _LINK.findall(html):
        local = unescape(address)
        if site and local.startswith(f"{site}/"):
            local = local.removeprefix(site)
        if local.startswith("/") and (other := published.get("/" + located(local))):
            found.setdefault(id(other), other)
    return list(found.values())


# An address begins with a slash in the index, so that a page at /weather/ is not taken for a story titled "Weather".
def _by_address(story: Story) -> str:
    return "/" + located(story.url)


def _by_title(story: Story) -> str:
    return spoken(story.title)


def _by_slug(story: Story) -> str:
    return spoken(story.slug)
