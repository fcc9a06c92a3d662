"""The account of a migration: what became of each item, in memory that does not grow with the site.

Everything is counted; of what is quoted, the first few are kept here, and all of it stands in items.jsonl.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from wordpress_export.model import Defect, Note, Origin, SetAside

from .led_on import LedOn
from .roll_call import RollCall
from .unhandled import Unhandled

EXAMPLES_A_KIND = 25
"""So many examples of each kind of note are kept."""

MOST_QUOTED = 1000
"""So many lost items, and so many remarks for a person's eye, are kept."""


class Fate(StrEnum):
    """What became of an item of the export. Each item has exactly one."""

    WRITTEN = "written"
    """Its file was written, or was there already with the same bytes."""
    KEPT = "kept"
    """A file with other bytes was there already and was left alone; the export's version was not written."""
    MERGED = "merged"
    """It became part of something else: a picture of the media list, a line of a menu."""
    SKIPPED = "skipped"
    """It was left out on purpose, for a stated reason."""
    LOST = "lost"
    """It could not be brought over. The migration has failed."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of the export and its fate: a line of items.jsonl."""

    id: int | None
    """WordPress's id."""
    type: str
    """`post`, `page` …"""
    title: str
    """As in the export."""
    status: str
    """Who could see it on the old site."""
    fate: Fate
    """What became of it."""
    reason: str = ""
    """Why, where it was not written."""
    file: str = ""
    """The file it became, below the content folder."""
    address: str = ""
    """Where the built site shows it; empty where it shows it nowhere."""
    old: str = ""
    """Where the old site showed it, root-relative; empty where that is not known."""
    where: str = ""
    """Where it stood in the raw material."""
    words: int = 0
    """Words of the Markdown body."""
    comments: int = 0
    """Readers' comments that came with it."""
    files: tuple[str, ...] = ()
    """Addresses of the pictures and other files that it refers to."""
    notes: tuple[Note, ...] = ()
    """Alterations, doubts and losses inside it."""


@dataclass(frozen=True, slots=True)
class Example:
    """A note with the item that it was made for."""

    title: str
    """The item's title."""
    file: str
    """The item's file."""
    old: str
    """The item's address on the old site."""
    address: str
    """The item's address on the new site."""
    note: Note
    """What is to be said of it."""


@dataclass(slots=True)
class Ledger:
    """Counts and examples of everything that happened."""

    expected: int = 0
    """How many articles the source said it has."""
    held: int = 0
    """How many items of any type its raw material holds; 0 when it does not say."""
    others: int = 0
    """How many of those booked are no items: comments that were not shown, other files."""
    fates: Counter[tuple[str, str, Fate]] = field(default_factory=Counter)
    """By type, status and fate."""
    reasons: Counter[tuple[str, Fate, str]] = field(default_factory=Counter)
    """By type, fate and reason, for whatever was not written."""
    notes: Counter[str] = field(default_factory=Counter)
    """By kind."""
    examples: dict[str, list[Example]] = field(default_factory=dict)
    """By kind, the first few."""
    for_review: int = 0
    """How many remarks a person should look at."""
    review: list[Example] = field(default_factory=list)
    """The first of them."""
    lost: list[Entry] = field(default_factory=list)
    """The first items that could not be brought over."""
    defects: list[Defect] = field(default_factory=list)
    """Raw material that could not be read."""
    words: int = 0
    """Of all Markdown bodies."""
    comments: int = 0
    """Of all items."""
    origins: tuple[Origin, ...] = ()
    """What each raw form gave, where there were several."""
    media: Counter[str] = field(default_factory=Counter)
    """Pictures and other files by what became of them."""
    media_facts: Counter[str] = field(default_factory=Counter)
    """What else is counted of them."""
    years: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Posts that were kept, by the year in their date and by status."""
    unhandled: Unhandled = field(default_factory=Unhandled)
    """Shortcodes and blocks of plugins that no one has a handler for."""
    led_on: tuple[LedOn, ...] = ()
    """Kinds of old addresses without a page."""
    roll: RollCall = field(default_factory=RollCall)
    """Which of the items that the source has given are booked."""

    def enter(self, entry: Entry) -> None:
        """Book one item."""
        self.roll.answer(entry)
        self.fates[entry.type, entry.status, entry.fate] += 1
        if entry.type == "post" and entry.fate in (Fate.WRITTEN, Fate.KEPT):
            self.years[year_of(entry.file), entry.status] += 1
        self.words += entry.words
        self.comments += entry.comments
        if entry.fate is Fate.LOST and len(self.lost) < MOST_QUOTED:
            self.lost.append(entry)
        # A loss is quoted with its reason, which is different each time and would make this counter grow.
        if entry.reason and entry.fate is not Fate.LOST:
            self.reasons[entry.type, entry.fate, entry.reason] += 1
        for note in entry.notes:
            self._note(note, entry)
        self.unhandled.take(entry.notes, entry.title, entry.file)

    def set_aside(self, items: SetAside) -> None:
        """Book items that are no articles."""
        fate = Fate(items.fate)
        self.fates[items.type, "", fate] += items.count
        self.others += 0 if items.is_item else items.count
        self.reasons[items.type, fate, items.reason] += items.count

    def remark(self, note: Note, entry: Entry | None = None) -> None:
        """Book a note on an item that was booked before, or one that belongs to no single item."""
        self._note(note, entry or THE_SITE)

    def _note(self, note: Note, entry: Entry) -> None:
        self.notes[note.kind] += note.count
        example = Example(entry.title, entry.file, entry.old, entry.address, note)
        examples = self.examples.setdefault(note.kind, [])
        if len(examples) < EXAMPLES_A_KIND:
            examples.append(example)
        if note.review:
            self.for_review += 1
        if note.review and len(self.review) < MOST_QUOTED:
            self.review.append(example)

    def total(self, *fates: Fate) -> int:
        """Count the items of these fates, or of all fates when none is named."""
        return sum(count for (_, _, fate), count in self.fates.items() if not fates or fate in fates)

    def entered(self) -> int:
        """Count the articles booked so far, those set aside not included."""
        return sum(count for (_, status, _), count in self.fates.items() if status)

    def wrong_sums(self) -> list[str]:
        """Give what does not add up, as sentences. Any is a loss."""
        announced = f"The source announced {counted(self.expected, 'article')}"
        wrong = list(self.roll.wrong())
        if self.roll.given != self.expected:
            wrong.append(f"{announced} and gave {self.roll.given:,}.")
        if self.entered() != self.expected:
            wrong.append(f"{announced}, and {self.entered():,} came to an end here.")
        items = self.total() - self.others
        if self.held and self.held != items:
            wrong.append(f"The raw material holds {counted(self.held, 'item')}; accounted for: {items:,}.")
        return wrong

    def failed(self) -> bool:
        """Say whether anything was lost."""
        return bool(self.total(Fate.LOST) or self.defects or self.wrong_sums())

    def by_type(self) -> Mapping[str, Mapping[Fate, int]]:
        """Give the counts for the closing table: by type, then by fate."""
        table: dict[str, Counter[Fate]] = {}
        for (kind, _, fate), count in self.fates.items():
            table.setdefault(kind, Counter())[fate] += count
        return table


def counted(count: int, noun: str) -> str:
    """Give a count with its noun: `1 article`, `1,204 articles`."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def year_of(file: str) -> str:
    """Give the year in which the file of a post stands; empty for one without a date."""
    found = _YEAR.match(file)
    return found[1] if found else ""


_YEAR = re.compile(r"articles/(\d{4})/")
THE_SITE = Entry(None, "site", "The site as a whole", "", Fate.MERGED)
"""Stands for what belongs to no single item."""
