"""Where the time of a build went: what was at work at many moments, brought together under the names of the work."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from .time_owners import OTHER, Family, Frame, Owner, owner_of

_SMALL = 1 / 400
"""Work that took a smaller share than this is told as one with the rest."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What was at work at many moments of a build."""

    seconds: Mapping[tuple[Frame, ...], float]
    """How long which functions were at work."""
    processor: float = 0.0
    """Seconds of the processors, all threads of this process together."""
    made: Mapping[str, int] = field(default_factory=dict)
    """How many pages were made, by the file of their template in its folder."""
    all_pages: int = 0
    """How many pages the site has, as far as that is known."""

    @property
    def total(self) -> float:
        """Give how long the build took, in seconds."""
        return sum(self.seconds.values())


@dataclass(frozen=True, slots=True)
class Work:
    """One kind of work of a build."""

    name: str
    """What it is called."""
    family: Family
    """What it belongs to."""
    seconds: float
    """How long it took."""
    pages: int = 0
    """How many pages were made by it; 0 where it makes none, or where they were not counted."""
    parts: tuple[tuple[str, float], ...] = ()
    """What it consists of, largest first, in seconds."""

    @property
    def milliseconds_a_page(self) -> float:
        """Give how long one page took; 0 where there is none."""
        return self.seconds / self.pages * 1000 if self.pages else 0.0


def time_spent(profile: Profile) -> list[Work]:
    """Give all kinds of work, largest first; last what is too small or belongs to nobody. Their sum is the whole."""
    by_owner: defaultdict[Owner, float] = defaultdict(float)
    for stack, seconds in profile.seconds.items():
        by_owner[owner_of(stack)] += seconds
    parts: defaultdict[tuple[str, Family], list[Owner]] = defaultdict(list)
    for owner in by_owner:
        parts[owner.name, owner.family].append(owner)
    works = [_work(owners, by_owner, profile.made) for owners in parts.values()]
    whole = sum(work.seconds for work in works)
    large = [work for work in works if work.seconds >= _SMALL * whole and work.name != OTHER.name]
    small = [work for work in works if work not in large]
    large.sort(key=lambda work: (-work.seconds, work.name))
    return [*large, _rest(small)] if small else large


def _work(owners: list[Owner], seconds: Mapping[Owner, float], made: Mapping[str, int]) -> Work:
    first = owners[0]
    shares: defaultdict[str, float] = defaultdict(float)
    for owner in owners:
        if owner.part:
            shares[owner.part] += seconds[owner]
    pages = sum(made.get(template, 0) for template in {owner.template for owner in owners if owner.template})
    return Work(first.name, first.family, sum(seconds[owner] for owner in owners), pages, _largest_first(shares))


def _rest(works: list[Work]) -> Work:
    named = {work.name: work.seconds for work in works if work.name != OTHER.name}
    return Work(OTHER.name, OTHER.family, sum(work.seconds for work in works), parts=_largest_first(named))


def _largest_first(seconds: Mapping[str, float]) -> tuple[tuple[str, float], ...]:
    return tuple(sorted(seconds.items(), key=lambda each: (-each[1], each[0])))
