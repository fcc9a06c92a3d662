"""What a site tells of itself before it is written, and whether something stands at an address afterwards."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from .address_lists import listed_bytes, listed_copies, listed_rules
from .hosts.html import LEADS_ON
from .plan import Plan
from .rules import Rule, Settled, settle
from .stories import Story, file_rules, gone_rules, period_rules, section_rules, standing_rules, story_rules, tag_rules

_HEAD = 1_000
"""Bytes of a page in which it would say that it leads on."""
_BYTES_OF_A_LINE = 64
_INDEXES = ("index.html", "index.xml", "index.json")


@dataclass(slots=True)
class Site:
    """The site, as far as old addresses go."""

    content: Path
    """Its content folder."""
    stories: list[Story] = field(default_factory=list)
    """Articles and pages, as Pelican orders them: the newest first."""
    expired: list[Story] = field(default_factory=list)
    """Articles and pages that no reader may see any more."""
    lists: list[str] = field(default_factory=list)
    """Addresses of sections, topics and writers."""
    sections: list[str] = field(default_factory=list)
    """Those of sections alone."""
    tags: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    """The addresses of tags, with those of tags that became them."""
    periods: list[str] = field(default_factory=list)
    """Those of years, months and days."""
    search: str = ""
    """Where a search page would be; empty where the site has none."""

    def size(self) -> int:
        """Give how many rules there are, more or less: enough to know how many small files they are spread over."""
        return len(self.stories) + listed_bytes(self.content / "data") // _BYTES_OF_A_LINE

    def rules(self) -> Iterator[Rule]:
        """Give all rules, unsettled. Raises AddressRuleError for a list that cannot be read."""
        yield from story_rules(self.stories)
        yield from gone_rules(self.expired)
        yield from file_rules(listed_rules(self.content / "data"))
        yield from tag_rules(self.tags)
        yield from section_rules(self.sections)
        yield from period_rules(self.periods)
        yield from standing_rules(self.search)


@dataclass(frozen=True, slots=True)
class Built:
    """The site as it was written."""

    output: Path
    """Its folder."""
    known: frozenset[str]
    """Addresses at which something stands for certain, so that nobody need look."""

    def stands(self, address: str) -> bool:
        """Tell whether a page or a file is at an address."""
        if address in self.known:
            return True
        place = f"{self.output}{address.rstrip('/')}"
        try:
            # One look is enough for most: nothing is there at all.
            is_there = os.path.exists(place)  # noqa: PTH110  # asked for each file: a Path takes thrice as long
            return is_there and any(map(_is_own, (place, *(f"{place}/{index}" for index in _INDEXES))))
        except ValueError:  # an address with a NUL
            return False


def _is_own(file: str) -> bool:
    """Tell whether a file is there, and no page of an earlier build that only leads on."""
    if not os.path.isfile(file):  # noqa: PTH113  # Path.is_file raises on a name that is too long; this says no
        return False
    if not file.endswith(".html"):
        return True
    with open(file, "rb") as page:  # noqa: PTH123  # 100,000 files: a path object each would take longer
        return LEADS_ON not in page.read(_HEAD)


def settled(site: Site, built: Built) -> Settled:
    """Give the rules that hosts are told. Raises AddressRuleError with all that is wrong with them."""
    return settle(site.rules(), built.stands)


def plan_of(site: Site, built: Built, rules: list[Rule]) -> Plan:
    """Give the plan for hosts."""
    return Plan(
        rules,
        pages=sorted({*(story.address for story in site.stories), *site.lists, *site.periods}),
        lists=["/", *site.lists] if built.stands("/feed/") else [],
        search=site.search if site.search and built.stands(site.search) else "",
        sizes=lambda: (
            (copy, original)
            for copy, original in listed_copies(site.content / "data")
            if not built.stands(copy) and built.stands(original)
        ),
    )
