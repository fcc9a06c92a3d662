"""Where two readings of an article part: counted, and quoted for a person."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_MOST_QUOTES = 10
_LONGEST_QUOTE = 80
_LONGEST_COMPARED = 300
"""Beyond so many words the exact differences would take long to find; the whole stretch counts as different."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A stretch that two readings do not share, in quotation marks."""

    before: str
    """What the first shows; empty for nothing."""
    after: str
    """What the second shows; empty for nothing."""


@dataclass(frozen=True, slots=True)
class Differences:
    """What two readings do not share."""

    size: int = 0
    """How many words and marks differ."""
    quotes: tuple[Difference, ...] = ()
    """The first of them."""

    def __bool__(self) -> bool:
        return bool(self.size)


def differences(before: Sequence[str], after: Sequence[str]) -> Differences:
    """Give what the second reading shows otherwise than the first."""
    if before == after:
        return Differences()
    stretches = list(_stretches(*_middles(before, after)))
    size = sum(max(len(old), len(new)) for old, new in stretches)
    return Differences(size, tuple(Difference(_quote(old), _quote(new)) for old, new in stretches[:_MOST_QUOTES]))


def _middles(before: Sequence[str], after: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """Give the two without what they share at the start and at the end."""
    shorter = min(len(before), len(after))
    start = next((place for place in range(shorter) if before[place] != after[place]), shorter)
    most = shorter - start
    end = next((place for place in range(most) if before[-1 - place] != after[-1 - place]), most)
    return before[start : len(before) - end], after[start : len(after) - end]


def _stretches(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    if max(len(old), len(new)) > _LONGEST_COMPARED:
        yield old, new
        return
    for kind, old_start, old_end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield old[old_start:old_end], new[new_start:new_end]


def _quote(words: Sequence[str]) -> str:
    if not words:
        return ""
    text = " ".join(words[:_LONGEST_QUOTE])
    return f"“{text[:_LONGEST_QUOTE]}…”" if len(text) > _LONGEST_QUOTE else f"“{text}”"
