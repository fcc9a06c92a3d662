"""The front page: which stories stand where. Each stands there once."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from itertools import islice
from typing import Any

from .front_file import FrontFileError, Named, Plan
from .named_stories import Listed, NamedStories, spoken
from .ranking import ranked

Section = Any
"""A category of Pelican's, which has no types."""

SectionStories = tuple[Section, Sequence[Listed]]
"""A section with its stories and those of the sections below it, the newest first."""

FEWEST = 3
"""Stories that make a row: a section with fewer that stand nowhere above is left out."""

_NO_STORY = "no published story's title, slug or address"
_ASTRAY = {
    "lead": (_NO_STORY, "The first by rank leads."),
    "beside": (_NO_STORY, "Its place is filled by rank."),
    "hidden": (_NO_STORY, "It hides nothing."),
    "sections": ("no section that has a story", "It is left out."),
}
"""What is said of a name that leads nowhere, and what comes of it."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How much the page holds."""

    beside: int = 3
    """Stories beside the lead, unless editors name more."""
    listed: int = 10
    """Stories of the list that begins here: page 2 goes on after so many."""
    sections: int = 8
    """Sections, unless editors name more."""
    section_stories: int = 4
    """Stories of a section."""
    sticky_days: int = 7
    """So long a sticky story is before others, counted to the newest story."""
    unsorted: str = ""
    """The name of the section that is none."""


@dataclass(frozen=True, slots=True)
class Front:
    """The front page."""

    lead: Listed | None
    """The first story; None where there is none at all."""
    beside: tuple[Listed, ...]
    """Those next in rank."""
    latest: tuple[Listed, ...]
    """Of the first page of the list those that do not stand above, the newest first."""
    sections: tuple[tuple[Section, tuple[Listed, ...]], ...]
    """Each with stories of its own that stand nowhere above."""


@dataclass(frozen=True, slots=True)
class Arranged:
    """The front page, and what is to be said of the editors' file."""

    front: Front
    """The page."""
    remarks: tuple[str, ...]
    """Names in the file that lead nowhere, each as `path:line: what, and what to do`."""


def arrange(stories: Sequence[Listed], sections: Sequence[SectionStories], plan: Plan, layout: Layout) -> Arranged:
    """Give the front page of all stories, the newest first; those named are where editors want them, the rest by rank.

    Raises FrontFileError where the file names a story twice.
    """
    chosen = _Choice(plan, NamedStories(stories))
    named_lead, named_beside, hidden = (chosen.stories(key) for key in ("lead", "beside", "hidden"))
    named_sections = _named_sections(plan, sections, chosen)
    if chosen.problems:
        raise FrontFileError(*chosen.problems)
    taken = {id(story) for story in (*hidden, *named_lead, *named_beside)}
    count = (not named_lead) + max(layout.beside - len(named_beside), 0)
    free = iter(ranked((story for story in stories if id(story) not in taken), count, layout.sticky_days))
    lead = next(iter(named_lead), None) or next(free, None) or next(iter(named_beside), None)
    beside = tuple(story for story in (*named_beside, *free) if story is not lead)
    shown = {id(story) for story in (lead, *beside, *hidden)}
    latest = tuple(story for story in islice(stories, layout.listed) if id(story) not in shown)
    shown |= {id(story) for story in latest}
    rows = _rows(named_sections, shown, layout) if plan.sections else _largest(sections, shown, layout)
    return Arranged(Front(lead, beside, latest, tuple(rows)), tuple(chosen.remarks))


def _largest(
    sections: Iterable[SectionStories], shown: set[int], layout: Layout
) -> Iterator[tuple[Section, tuple[Listed, ...]]]:
    """Give the rows of the largest sections at the top; those below them are part of them."""
    top = [
        listed for listed in sections if not getattr(listed[0], "parent", None) and listed[0].name != layout.unsorted
    ]
    by_size = sorted(top, key=lambda listed: len(listed[1]), reverse=True)
    yield from islice(_rows(by_size, shown, layout), layout.sections)


def _rows(
    sections: Iterable[SectionStories], shown: set[int], layout: Layout
) -> Iterator[tuple[Section, tuple[Listed, ...]]]:
    """Give the row of each section that has enough left to show."""
    for section, stories in sections:
        row = tuple(islice((story for story in stories if id(story) not in shown), layout.section_stories))
        if len(row) >= FEWEST:
            shown |= {id(story) for story in row}
            yield section, row


def _named_sections(plan: Plan, sections: Sequence[SectionStories], chosen: "_Choice") -> list[SectionStories]:
    """Give the sections that the editors name, in their order."""
    by_name: dict[str, SectionStories] = {}
    for name in ("path", "slug", "name"):
        for listed in sections:
            by_name.setdefault(spoken(str(getattr(listed[0], name, ""))), listed)
    found: dict[int, SectionStories] = {}
    for named in plan.sections:
        meant = by_name.get(spoken(named.words.strip("/")))
        if meant is None:
            close = get_close_matches(spoken(named.words), by_name, n=1)
            chosen.remark("sections", named, close[0] if close else "")
        elif id(meant) in found:
            chosen.complain(named, f"sections: {named.words!r} stands here for the second time: keep one of the two")
        else:
            found[id(meant)] = meant
    return list(found.values())


@dataclass(slots=True)
class _Choice:
    """What the editors' file names, as it is looked up."""

    plan: Plan
    """The file."""
    known: NamedStories
    """The published stories."""
    seen: dict[int, Named] = field(default_factory=dict)
    """Where each story was named first."""
    problems: list[str] = field(default_factory=list)
    """What ends the build."""
    remarks: list[str] = field(default_factory=list)
    """What does not."""

    def stories(self, key: str) -> list[Listed]:
        """Give the stories that a key names, in order."""
        found = []
        for named in getattr(self.plan, key):
            story = self.known.find(named.words)
            if story is None:
                self.remark(key, named, self.known.like(named.words))
            elif id(story) in self.seen:
                line = self.seen[id(story)].line
                self.complain(named, f"{key}: {named.words!r} is the story of line {line} too: keep one of the two")
            else:
                self.seen[id(story)] = named
                found.append(story)
        return found

    def remark(self, key: str, named: Named, close: str) -> None:
        """Note a name that leads nowhere, and what is spelt much like it."""
        what, outcome = _ASTRAY[key]
        advice = f"; did you mean {close!r}?" if close else "."
        self.remarks.append(f"{self.plan.name}:{named.line}: {key}: {named.words!r} is {what}{advice} {outcome}")

    def complain(self, named: Named, what: str) -> None:
        """Note what is wrong."""
        self.problems.append(f"{self.plan.name}:{named.line}: {what}")
