"""Series, and the place of each story in its own."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

Listed = Any
"""An article of Pelican's, which has no types, made by whichever reader."""

Spell = Callable[[str], str]
"""Gives the last part of an address for a name."""


@dataclass(frozen=True, slots=True)
class Series:
    """Stories that belong together."""

    name: str
    """As people read it."""
    slug: str
    """The last part of its address."""
    url: str
    """Of its page, percent-encoded, without the first slash; empty where it has none."""
    save_as: str
    """The file of its page; empty where it has none."""
    description: str = ""
    """Simple HTML."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a story stands in its series."""

    series: Series
    """The series."""
    number: int
    """From 1, the oldest story."""
    stories: tuple[Listed, ...]
    """All public stories of the series, the oldest first."""

    @property
    def count(self) -> int:
        """How many stories the series has."""
        return len(self.stories)

    @property
    def previous(self) -> Listed | None:
        """The story before; None for the first."""
        return self.stories[self.number - 2] if self.number > 1 else None

    @property
    def next(self) -> Listed | None:
        """The story after; None for the last."""
        return self.stories[self.number] if self.number < self.count else None


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where series have their pages."""

    url: str
    """With `{slug}` for the series: `series/{slug}/`."""
    save_as: str
    """The same, of the file; empty where series have no pages."""
    spell: Spell
    """Makes a slug of the name of a series that brings none."""
    encode: Spell
    """Makes an address fit for a link."""


def grouped(stories: Iterable[Listed], addresses: Addresses) -> list[tuple[Series, tuple[Listed, ...]]]:
    """Give each series with its stories, the oldest first; series sorted by name."""
    groups: dict[str, list[Listed]] = {}
    for story in stories:
        if slug := _slug(story, addresses):
            groups.setdefault(slug, []).append(story)
    made = [(_series(slug, found[0], addresses), _oldest_first(found)) for slug, found in groups.items()]
    return sorted(made, key=lambda group: (group[0].name.casefold(), group[0].slug))


def assign(groups: Iterable[tuple[Series, tuple[Listed, ...]]]) -> None:
    """Set `series_place` on each story of each series."""
    for series, stories in groups:
        for number, story in enumerate(stories, 1):
            story.series_place = Place(series, number, stories)


def _slug(story: Listed, addresses: Addresses) -> str:
    """Give the slug that the reader made, by the rule that the site's other addresses follow, else one of ours."""
    name = _name(story)
    return getattr(story, "series_slug", "") or addresses.spell(name) if name else ""


def _name(story: Listed) -> str:
    return str(getattr(story, "series", None) or "").strip()


def _series(slug: str, story: Listed, addresses: Addresses) -> Series:
    """Give a series, called as its newest story calls it."""
    url, save_as = (pattern.format(slug=slug) for pattern in (addresses.url, addresses.save_as))
    description = getattr(story, "series_description", "")
    return Series(_name(story), slug, addresses.encode(url) if save_as else "", save_as, description)


def _oldest_first(stories: list[Listed]) -> tuple[Listed, ...]:
    """Give stories by date. They come the newest first; of two of one moment the one listed last is the older."""
    ordered = stories[::-1]
    ordered.sort(key=lambda story: story.date)
    return tuple(ordered)
