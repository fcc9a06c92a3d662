"""The volumes in which stories are indexed: years, bound together as a library binds a small newspaper's.

A browser asks every volume, and each answers with 30 to 80 KB, however few its stories are: so there are few. What is
published today changes only the newest, which holds a year alone.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from .entries import Entry

MOST = 6_000
"""Stories of a volume: the indexer needs about 260 KB for each at once, 1.6 GB for so many."""
SMALL = 500
"""Stories of an archive that is one volume: it is indexed in little more than a second."""

SEGMENTED = frozenset({"ja", "th", "zh"})
"""Languages whose words are not set apart by spaces; the indexer knows where theirs begin."""

_PARTS = ((1, ""), (2, "-h"), (4, "-q"), (12, "-m"))
"""Into how many parts a year is cut, and how each is called: the coarsest that keeps to `MOST` is taken."""

_Years = Mapping[int, list[Entry]]
"""Stories by year; 0 holds pages, and stories without a date."""


@dataclass(frozen=True, slots=True)
class Volume:
    """Stories of one language, and of whole years or a part of one."""

    name: str
    """`2024`, `2024-q3`, `2005-2009`, `2024-ja`: of its folder."""
    language: str
    """By whose rules words are cut and compared, in small letters."""
    entries: tuple[Entry, ...]
    """The newest first."""


def bound(entries: Iterable[Entry], home: str) -> list[Volume]:
    """Give the volumes, those of the site's language before others, and the newest first."""
    languages: dict[str, dict[int, list[Entry]]] = {}
    for entry in entries:
        years = languages.setdefault(indexed_as(entry.language, home), {})
        years.setdefault(entry.year or 0, []).append(entry)
    ordered = sorted(languages, key=lambda language: (language != home.lower(), language))
    return [
        Volume(name if language == home.lower() else f"{name}-{language}", language, part)
        for language in ordered
        for name, part in _parts(languages[language])
    ]


def indexed_as(language: str, home: str) -> str:
    """Give the language as which a story is indexed, in small letters.

    Words of a query are reduced to their stems by the rules of the site's language, so that those of a story must be
    too, in whichever language it is: else its very words would not be found. Only where words must be cut first, a
    story keeps its own.
    """
    return (language if language.partition("-")[0].lower() in SEGMENTED else home).lower()


def _parts(years: _Years) -> Iterator[tuple[str, tuple[Entry, ...]]]:
    """Give the names and stories of one language's volumes, the newest first."""
    for group in reversed(_groups(years)):
        stories = sorted(chain(*(years[year] for year in group)), key=lambda entry: (-entry.moment, entry.address))
        dated = [year for year in group if year]
        name = "-".join(map(str, dict.fromkeys((dated[0], dated[-1])))) if dated else "undated"
        yield from _cut(name, stories) if len(group) == 1 else [(name, tuple(stories))]


def _groups(years: _Years) -> list[list[int]]:
    """Give the years of each volume, the oldest first: what is bound stays so when a new year begins."""
    ordered = sorted(years)
    if sum(map(len, years.values())) <= SMALL:
        return [ordered]
    groups: list[list[int]] = []
    for year in ordered[:-1]:
        if groups and sum(len(years[each]) for each in (*groups[-1], year)) <= MOST:
            groups[-1].append(year)
        else:
            groups.append([year])
    return [*groups, ordered[-1:]]


def _cut(name: str, stories: list[Entry]) -> Iterator[tuple[str, tuple[Entry, ...]]]:
    """Give the parts of a year, its last months first."""
    count, sign = next((part for part in _PARTS if _largest(stories, part[0]) <= MOST), _PARTS[-1])
    for number in range(count, 0, -1):
        part = tuple(entry for entry in stories if _part(entry, count) == number)
        if part:
            yield f"{name}{sign}{number}" if sign else name, part


def _largest(entries: Iterable[Entry], count: int) -> int:
    sizes = [0] * (count + 1)
    for entry in entries:
        sizes[_part(entry, count)] += 1
    return max(sizes)


def _part(entry: Entry, count: int) -> int:
    """Give the part of its year, from 1, to which a story belongs; what has no date is never cut."""
    return (int(entry.day[5:7]) - 1) * count // 12 + 1 if entry.day else 1
