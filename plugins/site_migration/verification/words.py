"""The words of a text, and which of those that are expected a page does not hold in order."""

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import islice
from typing import TypeVar

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufe0e\ufe0f\ufeff]")
"""Soft hyphens, joiners, direction marks and variation selectors: no reader sees them."""

ALONE = r"\u3041-\u3096\u30a1-\u30fa\u30fc-\u30fe\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
"""Characters of scripts without spaces: each counts as a word."""
_MARKS = r"\u0300-\u036f\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0900-\u0963\u0966-\u0dff"
"""Marks that stand on or beside a letter."""
_SIGNS = r"$%&@#+=<>¢£¤¥§©®°±×÷\u20a0-\u20cf\u2122\u2190-\u2bff\U0001f000-\U0001faff"
"""Signs that mean something by themselves, unlike quotes, dashes and stops, which themes and filters exchange."""
_WORD = re.compile(rf"(?:[^\W_{ALONE}]++[{_MARKS}]*+)++|[{ALONE}{_SIGNS}]|[{_MARKS}]++")

Word = TypeVar("Word", str, int)
"""A word, or a number that stands for it."""
ANCHOR = 6
"""So many words in a row, once on either side, are the same place."""


def words_of(text: str) -> list[str]:
    """Give the words of a text: no punctuation, composed as Unicode says, case kept."""
    return _WORD.findall(plain(text))


def plain(text: str) -> str:
    """Give a text composed as Unicode says, without what no reader sees."""
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", text))


MOST_QUOTED = 30
"""So many words of a gap are quoted."""
MOST_PAIRS = 5_000_000
"""So many pairs of equal words are aligned."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A run of expected words that is not there."""

    words: tuple[str, ...]
    """The words."""
    before: tuple[str, ...]
    """Those that stand before them."""
    after: tuple[str, ...] = ()
    """Those that stand behind them."""

    def __str__(self) -> str:
        lead = f"… {' '.join(self.before)} " if self.before else ""
        shown = " ".join(self.words[:MOST_QUOTED]) + (" …" if len(self.words) > MOST_QUOTED else "")
        return f"{lead}[{shown}]"


def missing(expected: Sequence[str], found: Sequence[str]) -> list[Gap]:
    """Give the expected words that are not among those found, in order; words between them do not matter.

    Nearly every page holds all, which one walk shows; only where one does not, both are aligned.
    """
    return list(_gaps(expected, kept_of(expected, found)))


def kept_of(expected: Sequence[str], found: Sequence[str]) -> bytearray:
    """Give for each expected word whether it is among those found, in order: 1 or 0."""
    rest = iter(found)
    if all(word in rest for word in expected):
        return bytearray(b"\x01" * len(expected))
    kept = bytearray(len(expected))
    for first, last, low, high in _stretches(expected, found):
        for place, size in _aligned(expected[first:last], found[low:high]):
            kept[first + place : first + place + size] = b"\x01" * size
    return kept


def runs(words: Sequence[Word], length: int) -> Iterator[tuple[Word, ...]]:
    """Give each run of so many words, or of numbers that stand for them."""
    return zip(*(islice(words, start, None) for start in range(length)), strict=False)


def _stretches(expected: Sequence[str], found: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """Cut both at the places that are surely the same, so that what is left to align is short."""
    first = low = 0
    for mine, other in _anchors(expected, found):
        yield first, mine, low, other
        first, low = mine, other
    yield first, len(expected), low, len(found)


def _anchors(expected: Sequence[str], found: Sequence[str]) -> list[tuple[int, int]]:
    """Give the longest rising chain of runs that stand once on either side."""
    theirs = _once(found)
    pairs = [(mine, theirs[run]) for run, mine in _once(expected).items() if run in theirs]
    ends: list[int] = []
    chain: list[tuple[int, int]] = []
    before: list[int] = []
    tops: list[int] = []
    for number, (mine, other) in enumerate(pairs):
        place = bisect_left(ends, other)
        ends[place : place + 1] = [other]
        tops[place : place + 1] = [number]
        before.append(tops[place - 1] if place else -1)
        chain.append((mine, other))
    rising: list[tuple[int, int]] = []
    number = tops[-1] if tops else -1
    while number >= 0:
        rising.append(chain[number])
        number = before[number]
    return rising[::-1]


def _once(words: Sequence[str]) -> dict[tuple[str, ...], int]:
    counts = Counter(runs(words, ANCHOR))
    return {run: place for place, run in enumerate(runs(words, ANCHOR)) if counts[run] == 1}


def _aligned(expected: Sequence[str], found: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Give where runs of expected words stand among those found, and how long each is."""
    if expected == found:
        yield 0, len(expected)
        return
    have, want = Counter(found), Counter(expected)
    if sum(have[word] * times for word, times in want.items()) <= MOST_PAIRS:
        matcher = SequenceMatcher(None, expected, found, autojunk=False)
        yield from ((block.a, block.size) for block in matcher.get_matching_blocks())
        return
    # The same word thousands of times over: to align it would take for ever, to count it says how many are missing.
    for place, word in enumerate(expected):
        if have[word]:
            have[word] -= 1
            yield place, 1


def _gaps(expected: Sequence[str], kept: bytearray) -> Iterator[Gap]:
    start = kept.find(0)
    while start >= 0:
        end = kept.find(1, start)
        end = len(kept) if end < 0 else end
        yield Gap(
            tuple(expected[start:end]), tuple(expected[max(0, start - 4) : start]), tuple(expected[end : end + 4])
        )
        start = kept.find(0, end)


def holds(run: Sequence[str], words: Sequence[str]) -> bool:
    """Tell whether words stand somewhere without another between them."""
    return f" {' '.join(run)} " in f" {' '.join(words)} "
