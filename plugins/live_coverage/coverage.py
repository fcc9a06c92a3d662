"""The body of a live article taken apart: what comes first, each entry, and the footnotes."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from selectolax.lexbor import LexborHTMLParser, LexborNode

from .calendar_days import moments_of
from .clock_times import TimedHeading, read_heading

_ENTRY = "h2"
"""What an entry begins with; headings below it are its own."""


@dataclass(frozen=True, slots=True)
class LiveUpdate:
    """One entry."""

    id: str
    """Where links lead to it; the same for ever, whatever entries come before it or after it."""
    moment: datetime
    """When it was written, aware."""
    headline: str
    """Plain text; empty where it has none."""
    html: str
    """What it says, without its heading."""

    @property
    def is_key(self) -> bool:
        """Whether it is one of the key events: whoever gives an entry a headline says so."""
        return bool(self.headline)


@dataclass(frozen=True, slots=True)
class Coverage:
    """A live article."""

    introduction: str
    """HTML before the first entry."""
    updates: tuple[LiveUpdate, ...]
    """The entries, the newest first."""
    notes: str
    """The footnotes, as HTML; they belong to no entry."""
    body: str
    """All of it as HTML, each entry's heading with the entry's id."""


@dataclass(slots=True)
class _Entry:
    """An entry on its way."""

    heading: LexborNode
    """The element."""
    said: TimedHeading
    """What it says."""
    parts: list[str] = field(default_factory=list)
    """HTML of what has been met below it."""


def read_coverage(html: str, begun: datetime) -> Coverage:
    """Take a rendered body apart. `begun` is the article's date, whose day and offset entries have."""
    tree = LexborHTMLParser(f"<body>{html}")
    introduction, entries, notes = _parts(tree)
    moments = moments_of([entry.said for entry in entries], begun)
    # Python's sort keeps what is equal in order: the sooner of two entries of one minute is the lower in the file.
    in_order = _oldest_first(list(zip(entries, moments, strict=True)))
    updates = list(_updates(in_order))
    return Coverage(introduction, tuple(reversed(updates)), notes, (tree.body and tree.body.inner_html) or "")


def _parts(tree: LexborHTMLParser) -> tuple[str, list[_Entry], str]:
    introduction, notes = list[str](), list[str]()
    entries: list[_Entry] = []
    for node, said in _timed(list(_children(tree))):
        if said is not None:
            entries.append(_Entry(node, said))
        elif node.tag == "section" and "footnotes" in (node.attributes.get("class") or "").split():
            notes.append(node.html or "")
        else:
            (entries[-1].parts if entries else introduction).append(node.html or "")
    return "".join(introduction).strip(), entries, "".join(notes)


def _timed(nodes: Sequence[LexborNode]) -> Iterator[tuple[LexborNode, TimedHeading | None]]:
    """Give each node, with what it says where it begins an entry.

    In a file that writes 14:32 a heading that begins with 3.41 is no time.
    """
    said = [read_heading(node.text()) if node.tag == _ENTRY else None for node in nodes]
    are_certain = any(each and not each.is_doubtful for each in said)
    for node, each in zip(nodes, said, strict=True):
        yield node, None if each and each.is_doubtful and are_certain else each


def _children(tree: LexborHTMLParser) -> Iterator[LexborNode]:
    node = tree.body.first_child if tree.body else None
    while node is not None:
        yield node
        node = node.next


def _oldest_first(timed: Sequence[tuple[_Entry, datetime]]) -> list[tuple[_Entry, datetime]]:
    """Give entries in the order of their moments, those of one minute in the order in which they were written."""
    is_newest_first = len(timed) > 1 and timed[0][1] >= timed[-1][1]
    return sorted(timed[::-1] if is_newest_first else timed, key=_moment)


def _moment(entry: tuple[_Entry, datetime]) -> datetime:
    return entry[1]


def _updates(timed: Sequence[tuple[_Entry, datetime]]) -> Iterator[LiveUpdate]:
    """Give the entries with their ids: the editor's own, else made of the moment, and of a count within one minute."""
    owned = Counter(entry.heading.attributes.get("id") or "" for entry, _ in timed)
    counts = Counter[str]()
    for entry, moment in timed:
        name = entry.heading.attributes.get("id") or ""
        if not name or owned[name] > 1:
            stem = f"at-{moment:%Y%m%d-%H%M}"
            counts[stem] += 1
            name = stem if counts[stem] == 1 else f"{stem}-{counts[stem]}"
            entry.heading.attrs["id"] = name
        yield LiveUpdate(name, moment, entry.said.headline, "".join(entry.parts).strip())
