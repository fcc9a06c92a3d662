"""Tags that are one tag, written in two ways: by case, by plural, by a letter."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rapidfuzz.distance import OSA

_SIGNS = re.compile(r"[\W_]+")
_DIGITS = re.compile(r"\d+")
_ENDINGS = (("ies", "y"), ("sses", "ss"), ("ss", "ss"), ("us", "us"), ("is", "is"), ("s", ""))
"""English plurals. Stemmers of words go too far for names: they take a university for the universe."""
_LONG, _LONGER = 6, 12
"""Letters from which on one letter may be a mistake, or two."""
_RARE = 10
"""One of a pair that is spelt differently must be so many times as frequent, else these are two words."""


@dataclass(frozen=True, slots=True)
class Doubled:
    """Tags that are one."""

    kept: str
    """The one that most articles have."""
    others: tuple[str, ...]
    """The others."""
    why: str
    """`case`, `plural` or `spelling`."""


def doubled(uses: Mapping[str, int]) -> list[Doubled]:
    """Give the tags that are one, by the number of articles that have each."""
    ways = (("case", folded), ("plural", _singular))
    left, found = dict(uses), []
    for why, key in ways:
        for names in _alike(left, key):
            kept, *others = sorted(names, key=lambda name: (-uses[name], name))
            found.append(Doubled(kept, tuple(others), why))
            for name in others:
                del left[name]
    return found + list(_misspelt(left))


def _alike(uses: Mapping[str, int], key) -> list[list[str]]:  # type: ignore[no-untyped-def]  # noqa: ANN001
    groups: dict[str, list[str]] = defaultdict(list)
    for name in sorted(uses):
        groups[key(name)].append(name)
    return [names for letters, names in groups.items() if letters and len(names) > 1]


def folded(name: str) -> str:
    """Give a tag without case, accents, spaces and signs."""
    plain = unicodedata.normalize("NFKD", name.replace("&", "and")).casefold()
    return _SIGNS.sub("", "".join(letter for letter in plain if not unicodedata.combining(letter)))


def _singular(name: str) -> str:
    return "".join(map(_without_ending, _SIGNS.split(name.casefold())))


def _without_ending(word: str) -> str:
    if len(word) > len("gas") and word != "news":
        for ending, instead in _ENDINGS:
            if word.endswith(ending):
                return word.removesuffix(ending) + instead
    return word


def _misspelt(uses: Mapping[str, int]) -> Iterator[Doubled]:
    """Give frequent tags with rare ones that differ by a letter; numbers make tags differ: a fair of 2023, 2024."""
    near: dict[str, list[str]] = defaultdict(list)
    letters = {name: folded(name) for name in uses}
    for name in sorted(uses, key=lambda name: (-uses[name], name)):
        if len(letters[name]) >= _LONG:
            for key in _keys(letters[name]):
                near[key].append(name)
    taken: set[str] = set()
    for kept in sorted(uses, key=lambda name: (-uses[name], name)):
        close = dict.fromkeys(name for key in _keys(letters[kept]) for name in near.get(key, ()))
        others = [name for name in close if name not in taken and _is_slip(kept, name, letters)
                  and uses[kept] >= _RARE * uses[name]]  # fmt: skip
        taken.update(others)
        if others:
            yield Doubled(kept, tuple(others), "spelling")


def _is_slip(kept: str, name: str, letters: Mapping[str, str]) -> bool:
    """Tell whether a tag may be another with a slip of the hand."""
    mine, yours = letters[kept], letters[name]
    allowed = 2 if min(len(mine), len(yours)) >= _LONGER else 1
    same_numbers = _DIGITS.findall(mine) == _DIGITS.findall(yours)
    return name != kept and same_numbers and OSA.distance(mine, yours, score_cutoff=allowed) <= allowed


def _keys(letters: str) -> set[str]:
    """Give a word's halves, cut at several places: two words that differ by a slip share one."""
    middle = len(letters) // 2
    return {f"<{letters[: middle + shift]}" for shift in (-1, 0)} | {
        f"{letters[-middle + shift :]}>" for shift in (0, 1)
    }
