"""Why a story stands beside an article, in numbers and words."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from .likeness import Space
from .matches import faded
from .vectors import Story
from .weights import ONE
from .words import lexicon, numbered, paired, words_of


@dataclass(frozen=True, slots=True)
class Reason:
    """How alike two articles are."""

    score: float
    """What decides; 1 is the same article on the same day."""
    likeness: float
    """Before the days between them are counted."""
    days: int
    """Between them."""
    words: tuple[tuple[str, float], ...]
    """What both say, with its share of the likeness, the most first; `#` before a tag, `@` before an author."""


def reason(space: Space, pair: tuple[int, int], stories: tuple[Story, Story]) -> Reason:
    """Tell why an article finds another; they are named by their places, and given."""
    mine, yours = (_told(space, row, asking=asking) for row, asking in zip(pair, (True, False), strict=True))
    products = {place: weight * yours[place] for place, weight in mine.items() if place in yours}
    total = sum(products.values())
    names = _names(space, stories[0])
    ranked = sorted(products, key=lambda place: (-products[place], place))
    apart = abs(int(space.days[pair[0]] - space.days[pair[1]]))
    score = int(faded(np.array([total // ONE]), np.array([apart]))[0])
    words = tuple((names[place], products[place] / total) for place in ranked if place in names)
    return Reason(score / ONE, total / ONE / ONE, apart, words)


def _told(space: Space, row: int, *, asking: bool) -> dict[int, int]:
    """Give the weight of each place of the table that an article has a term in."""
    terms, _ = space.vectors.one(row)
    weights = space.weights[space.vectors.starts[row] : space.vectors.starts[row + 1]]
    told: dict[int, int] = {}
    for place, weight in zip(space.common.places(terms).tolist(), weights.tolist(), strict=True):
        if weight and (weight > 0 or not asking):
            told[place] = told.get(place, 0) + abs(weight)
    return told


def _names(space: Space, story: Story) -> dict[int, str]:
    """Give the words of a story by their places."""
    names: dict[int, str] = {}
    for number, name in _numbered(story):
        names.setdefault(int(space.common.places(np.array([number], np.uint32))[0]), name)
    return names


def _numbered(story: Story) -> Iterator[tuple[int, str]]:
    known = lexicon(story.language)
    for label, _ in story.labels():
        yield numbered(label), label
    for text in story.parts():
        words = [word for word in words_of(text) if known[word]]
        yield from ((known[word], word) for word in words)
        spaced = [word for word in words if not known[word] & 1]
        pairs = paired(np.array([known[word] for word in spaced], np.uint32)).tolist()
        yield from zip(pairs, map(" ".join, pairwise(spaced)), strict=True)
