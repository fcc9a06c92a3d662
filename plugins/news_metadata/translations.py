"""Which stories are the same one in several languages."""

from collections.abc import Iterable, Mapping

from .addresses import encoded
from .newspaper import Newspaper
from .plain_words import plain
from .stories import Story

Versions = Mapping[str, tuple[tuple[str, str], ...]]
"""Language and address of all versions of a story, by the address of each; a story in one language has none."""


def versions(stories: Iterable[Story], paper: Newspaper) -> Versions:
    """Give the versions of each story that has several, by `translation_of` and by Pelican's own translations.

    Of two in one language only the first counts: search engines want one address for each.
    """
    listed = list(stories)
    originals = _originals(listed)
    groups: dict[str, list[Story]] = {}
    for story in listed:
        groups.setdefault(_first(story.address, originals), []).append(story)
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for group in groups.values():
        by_language: dict[str, str] = {}
        for story in group:
            by_language.setdefault(story.language or paper.language, paper.at_home(story.address))
        if len(by_language) > 1:
            found |= {story.address: tuple(sorted(by_language.items())) for story in group}
    return found


def _originals(stories: Iterable[Story]) -> dict[str, str]:
    """Give the address of the story that each story translates."""
    listed = list(stories)
    names = {getattr(story.content, "slug", ""): story.address for story in reversed(listed)}
    names |= {name.strip("/"): story.address for story in reversed(listed) for name in _addresses(story)}
    originals: dict[str, str] = {}
    for story in listed:
        said = plain(getattr(story.content, "translation_of", "") or "").strip("/")
        if said in names and names[said] != story.address:
            originals[story.address] = names[said]
        for other in getattr(story.content, "translations", ()):
            originals.setdefault(encoded("/" + other.url.lstrip("/")), story.address)
    return originals


def _addresses(story: Story) -> tuple[str, str]:
    return story.address, getattr(story.content, "address", story.address)


def _first(address: str, originals: Mapping[str, str]) -> str:
    """Give the address at the end of the way from translation to original, the least one where the way is a circle."""
    way = [address]
    while way[-1] in originals:
        following = originals[way[-1]]
        if following in way:
            return min(way[way.index(following) :])
        way.append(following)
    return way[-1]
