"""The figures behind the report's small charts: parts of a whole, in hundredths of a chart's width."""

from collections import Counter
from dataclasses import dataclass

from .ledger import Fate, Ledger

FULL = 100.0
"""The width of a chart."""
THINNEST = 0.6
"""What is there at all can be seen."""
MOST_YEARS = 60
"""So many rows has the chart of years; those before are one row."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A coloured part of a bar."""

    name: str
    """What it stands for."""
    count: int
    """How much of it there is."""
    start: float
    """Where it begins."""
    width: float
    """How wide it is."""


@dataclass(frozen=True, slots=True)
class YearRow:
    """A year of posts."""

    year: str
    """`2023`; in words, where it is not one year."""
    public: int
    """How many everyone could read."""
    other: int
    """How many are drafts, scheduled, private and the like."""
    bar: tuple[Segment, ...]
    """Both, as parts of the fullest year."""


def share(count: int, most: int) -> float:
    """Give the width of a bar beside the longest one."""
    return round(max(THINNEST, FULL * count / most), 2) if count and most else 0.0


def fate_bar(ledger: Ledger) -> tuple[Segment, ...]:
    """Give the bar of all items by what became of them."""
    return _segments([(fate.value, ledger.total(fate)) for fate in Fate], ledger.total())


def year_rows(ledger: Ledger) -> list[YearRow]:
    """Give the chart of posts by year, oldest first; none where there is but one year."""
    public: Counter[str] = Counter()
    other: Counter[str] = Counter()
    years = sorted({year for year, _ in ledger.years if year})
    early = frozenset(years[:-MOST_YEARS])
    for (year, status), count in ledger.years.items():
        row = f"before {years[-MOST_YEARS]}" if year in early else year or "without a date"
        (public if status == "published" else other)[row] += count
    rows = ([f"before {years[-MOST_YEARS]}"] if early else []) + years[-MOST_YEARS:]
    rows += ["without a date"] if "without a date" in public + other else []
    if len(rows) < 2:  # noqa: PLR2004  # one row compares nothing
        return []
    most = max((public + other).values())
    return [
        YearRow(row, public[row], other[row], _segments([("public", public[row]), ("not public", other[row])], most))
        for row in rows
    ]


def _segments(parts: list[tuple[str, int]], whole: int) -> tuple[Segment, ...]:
    segments: list[Segment] = []
    start = 0.0
    for name, count in parts:
        if count:
            width = share(count, whole)
            segments.append(Segment(name, count, round(start, 2), width))
            start += width
    return tuple(segments)
