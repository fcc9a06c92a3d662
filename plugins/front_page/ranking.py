"""Which story is more important than which, where no editor has said so."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from heapq import nlargest
from typing import Any

Listed = Any
"""An article of Pelican's, which has no types, made by whichever reader."""

Rank = tuple[bool, bool, date, int, datetime]
"""Not paid for, sticky, the day, the weight, the moment: the greatest comes first."""

WEIGHTS: Mapping[str, int] = {
    "breaking": 3,
    "live": 3,
    "investigation": 2,
    "analysis": 2,
    "reportage": 1,
    "interview": 1,
    "opinion": -1,
    "comment": -1,
    "column": -1,
    "review": -1,
    "gallery": -1,
    "video": -1,
    "audio": -1,
    "correction": -1,
}
"""By kind, between stories of one day; every other kind, news above all, weighs nothing."""

PAID = frozenset({"sponsored", "advertorial"})
"""Kinds that somebody has paid for: they come after all others, and so stand where their date puts them."""


def ranked(stories: Iterable[Listed], count: int, sticky_days: int) -> list[Listed]:
    """Give the first so many by rank; of equals the one that was listed first comes first.

    A sticky story is before all others while it is no more than so many days older than the newest of all: editors
    forget to take the mark away. No clock is asked, so that the same stories make the same page.
    """
    listed = list(stories)
    newest = max((story.date for story in listed), default=None)

    def rank(story: Listed) -> Rank:
        is_sticky = bool(getattr(story, "sticky", False)) and newest - story.date <= timedelta(days=sticky_days)
        return kind_of(story) not in PAID, is_sticky, _day(story), _weight(story), story.date

    return nlargest(count, listed, rank)


def kind_of(story: Listed) -> str:
    """Give the kind of a story; empty where it says none."""
    return (getattr(story, "kind", "") or "").strip().lower()


def is_running(story: Listed) -> bool:
    """Tell whether a story is covered live and nobody said that this has ended."""
    return kind_of(story) == "live" and not getattr(story, "coverage_end", None)


def _day(story: Listed) -> date:
    """Give the day by which a story counts: of what is live, that of its last change."""
    changed = getattr(story, "modified", None) if is_running(story) else None
    moment: datetime = max(story.date, changed) if changed else story.date
    return moment.date()


def _weight(story: Listed) -> int:
    kind = kind_of(story)
    return 0 if kind == "live" and not is_running(story) else WEIGHTS.get(kind, 0)
