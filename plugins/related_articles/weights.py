"""How much each term tells of each article.

How common a term is, is counted among the oldest articles alone, as many as a step of growth has filled: a new article
changes neither that count nor the weight of any other article. A common term tells little, the commonest tell nothing.
All weights are whole numbers, so that sums are the same in whichever order, and on whichever machine, they are made.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .vectors import Vectors
from .words import Numbers

ONE = 1 << 14
"""The weight of an article's only term."""

Flags = npt.NDArray[np.bool_]
"""True or false, one each."""
Rows = npt.NDArray[np.int64]
"""Places of articles in the order of their dates."""

_FIRST_STEP, _STEP = 200, 1.25
_BUCKET = 1.2
_COMMON, _FEW, _MANY = 0.2, 5, 2000
"""A term in more than this share of the articles tells nothing, unless these are few; nor one in so many."""
_KNOWN = 2
"""Counted articles that make a term known."""
_ASKED = 200
"""Terms by which an article looks for others; each may be found by all of its own."""
_ENTRIES = 1 << 22
"""Places looked at at once: bounds the memory."""
_SIZES = ((2_500, 22), (25_000, 24), (1 << 62, 26))
"""Of the table of terms, in bits, by the number of articles counted: so large that terms seldom share a place."""


def counted_articles(articles: int) -> int:
    """Give how many of the oldest articles are counted."""
    step = _FIRST_STEP
    while int(step * _STEP) <= articles:
        step = int(step * _STEP)
    return min(step, articles)


@dataclass(frozen=True, slots=True)
class Commonness:
    """How common each term is."""

    counted: int
    """Of how many articles."""
    bits: int
    """Of the table's size."""
    steps: npt.NDArray[np.uint8]
    """The step of each term's count, by its place: a count that changes by one is seldom of another step."""

    def places(self, terms: Numbers) -> Numbers:
        """Give the places of terms in the table."""
        return terms >> np.uint32(32 - self.bits)

    def worth(self) -> npt.NDArray[np.float64]:
        """Give what a term of each step tells."""
        counts = np.maximum(_step_counts(), 1)
        worth: npt.NDArray[np.float64] = np.log((1 + self.counted) / (1 + counts)) + 1
        worth[counts > max(_COMMON * self.counted, _FEW)] = 0
        worth[counts > _MANY] = 0
        worth[worth < 0] = 0
        return worth


def _step_counts() -> npt.NDArray[np.float64]:
    """Give the count with which each step begins: 0, 1, 2 … 5, and then each a fifth more than the last."""
    counts = [0, 1]
    while len(counts) <= np.iinfo(np.uint8).max and counts[-1] < 1 << 40:
        counts.append(max(counts[-1] + 1, int(counts[-1] * _BUCKET)))
    return np.array(counts, np.float64)


def commonness(vectors: Vectors) -> Commonness:
    """Count the terms of the oldest articles; the articles stand in the order of their dates."""
    counted = counted_articles(len(vectors))
    bits = next(bits for articles, bits in _SIZES if counted <= articles)
    table = _times_met(vectors.terms[: vectors.starts[counted]] >> np.uint32(32 - bits), bits)
    beginnings = _step_counts()
    step_of = np.searchsorted(beginnings, np.arange(counted + 1), "right").astype(np.uint8) - np.uint8(1)
    steps = np.empty(1 << bits, np.uint8)
    for first in range(0, len(steps), _ENTRIES):
        some = slice(first, first + _ENTRIES)
        steps[some] = step_of[np.minimum(table[some], counted)]
    return Commonness(counted, bits, steps)


def _times_met(places: Numbers, bits: int) -> npt.NDArray[np.uint32]:
    """Give how often each place of a table is met; numpy's own count would take twice the memory."""
    table = np.zeros(1 << bits, np.uint32)
    np.add.at(table, places, np.uint32(1))
    return table


def weigh(vectors: Vectors, common: Commonness, rows: Rows) -> npt.NDArray[np.int16]:
    """Give the weights of the terms of some articles, one article after another.

    A weight is negative where the term is too weak to look for others by.
    """
    worth, loud = common.worth(), 1 + np.log(np.arange(1, 257))
    weights = bytearray()
    for row in rows:
        terms, counts = vectors.one(int(row))
        steps = common.steps[common.places(terms)]
        raw = worth[steps] * loud[counts.astype(np.intp) - 1]
        known = steps >= _KNOWN
        weights += _signed(_normed(raw, known), known).tobytes()
    return np.frombuffer(weights, np.int16)


def strengths(weights: npt.NDArray[np.int16], lengths: Rows) -> Rows:
    """Give how like itself each article is: what it would find if another said the same, word for word."""
    asked = np.maximum(weights, 0).astype(np.int64)
    sums = np.concatenate([[0], np.cumsum(asked * asked)])
    ends = np.cumsum(lengths)
    own: Rows = (sums[ends] - sums[ends - lengths]) // ONE
    return own


def _normed(raw: npt.NDArray[np.float64], known: Flags) -> npt.NDArray[np.int16]:
    """Give weights whose squares sum up to one, as whole numbers.

    Only terms that are known from two of the counted articles make up the sum, lest a word that is new to the paper
    change how like old articles are; but it is never less than a quarter of all.
    """
    squares = raw * raw
    length = np.sqrt(max(squares[known].sum(), squares.sum() / 4)) or 1
    weights: npt.NDArray[np.float64] = np.rint(raw / length * ONE)
    return np.minimum(weights, 2 * ONE - 1).astype(np.int16)


def _signed(weights: npt.NDArray[np.int16], known: Flags) -> npt.NDArray[np.int16]:
    """Make all known terms negative but the strongest; terms that are new to the paper are always asked."""
    candidates = np.flatnonzero(known & (weights > 0))
    if len(candidates) > _ASKED:
        # The first of equals: terms ascend, and so do their places here.
        ranked = weights[candidates].astype(np.int64) * len(weights) - np.arange(len(candidates))
        weak = candidates[np.argpartition(-ranked, _ASKED)[_ASKED:]]
        weights[weak] = -weights[weak]
    return weights
