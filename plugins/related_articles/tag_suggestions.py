"""Tags for articles without any: those of the articles most like them, and those whose words they say."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

import numpy as np

from .likeness import Space, nearest
from .matches import asking_of, found_of, score_of
from .weights import Rows
from .words import Lexicon, lexicon, paired, words_of

_NEIGHBOURS = 10
_MOST = 5
_SPOKEN = 0.7
"""How much a tag's words in the text count, beside the tags of the neighbours."""
_RANK = 5
"""Keeps the first of a ranking from deciding alone: a tag at place n of one counts 1 / (5 + n)."""
_ENOUGH = 0.5
"""Of the first suggestion's score: tags below it are not suggested."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A tag that an article might have."""

    tag: str
    """Its name."""
    score: float
    """By which suggestions are ranked."""
    neighbours: int
    """How many of the ten articles most like it have the tag."""
    is_said: bool
    """Whether the article says the tag's words."""


class Adviser:
    """Suggests tags that the site has already, for the articles that ask."""

    def __init__(self, space: Space, tags: Sequence[Sequence[str]], asking: Rows) -> None:
        self._space, self._tags = space, tags
        self._uses = Counter(tag for listed in tags for tag in listed)
        tagged = np.array([bool(listed) for listed in tags], bool)
        self._matches = nearest(space, asking, tagged, _NEIGHBOURS)
        self._starts = np.searchsorted(asking_of(self._matches), np.arange(len(tags) + 1))
        self._spelt: dict[str, dict[int, list[tuple[str, list[int]]]]] = {}

    def suggest(self, row: int, language: str = "", most: int = _MOST) -> list[Suggestion]:
        """Give suggestions for an article, the best first."""
        votes, having = self._votes(row)
        said = self._said(row, language)
        fused: dict[str, float] = defaultdict(float)
        for ranking, weight in ((votes, 1.0), (said, _SPOKEN)):
            for place, tag in enumerate(sorted(ranking, key=lambda tag: (-ranking[tag], tag))[: 2 * most]):
                fused[tag] += weight / (_RANK + place)
        ranked = sorted(fused, key=lambda tag: (-fused[tag], tag))[:most]
        return [
            Suggestion(tag, fused[tag], having[tag], tag in said)
            for tag in ranked
            if fused[tag] >= _ENOUGH * fused[ranked[0]]
        ]

    def _votes(self, row: int) -> tuple[Mapping[str, float], Counter[str]]:
        """Give each tag of the neighbours how like those are that have it, and how many have it."""
        votes: dict[str, float] = defaultdict(float)
        having = Counter[str]()
        mine = self._matches[self._starts[row] : self._starts[row + 1]]
        for other, score in zip(found_of(mine).tolist(), score_of(mine).tolist(), strict=True):
            for tag in self._tags[other]:
                votes[tag] += score
                having[tag] += 1
        return votes, having

    def _said(self, row: int, language: str) -> Mapping[str, float]:
        """Give each tag whose words stand in the article how often they do, and how few articles have it."""
        terms, counts = self._space.vectors.one(row)
        often = dict(zip(terms.tolist(), counts.tolist(), strict=True))
        spelt = self._spellings(language)
        said: dict[str, float] = {}
        for term in often:
            for tag, numbers in spelt.get(term, ()):
                least = min(often.get(number, 0) for number in numbers)
                if least:
                    said[tag] = (1 + log(least)) * log(1 + len(self._tags) / self._uses[tag])
        return said

    def _spellings(self, language: str) -> Mapping[int, list[tuple[str, list[int]]]]:
        """Give the tags by the first number of their words, with all of these."""
        if language not in self._spelt:
            spelt = self._spelt.setdefault(language, defaultdict(list))
            for tag in self._uses:
                if numbers := _numbers(tag, lexicon(language)):
                    spelt[numbers[0]].append((tag, numbers))
        return self._spelt[language]


def _numbers(tag: str, known: Lexicon) -> list[int]:
    numbers = np.array([known[word] for word in words_of(tag) if known[word]], np.uint32)
    pairs = paired(numbers).tolist()
    return pairs or [int(number) for number in numbers]
