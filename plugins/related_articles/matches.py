"""Pairs of articles that are alike, each a single whole number: who asks, how alike they are, whom it finds."""

import numpy as np
import numpy.typing as npt

from .weights import ONE, Flags, Rows

Matches = npt.NDArray[np.int64]
"""Ascending: by the asking article, then the most alike first, then the article found that is first in order."""

KEPT, TWINS = 24, 4
"""Matches and twins that are remembered of an article."""

_FOUND_BITS, _SCORE_BITS = 21, 17
_FOUND, _SCORE = (1 << _FOUND_BITS) - 1, (1 << _SCORE_BITS) - 1

_ALWAYS = 0.35
"""The share of a match that time never takes."""
_HALVED = ((0.45, 180), (0.2, 30))
"""The other shares, and the days in which half of each is gone."""
_LONGEST = 20_000
"""Days, after which time takes no more."""
_FADING = np.array(
    [round(ONE * (_ALWAYS + sum(share * 2 ** (-day / half) for share, half in _HALVED))) for day in range(_LONGEST)],
    np.int64,
)


def faded(likeness: Rows, days: Rows) -> Rows:
    """Give how alike articles are that were published so many days apart: news is about its time."""
    return likeness * _FADING[np.minimum(days, _LONGEST - 1)] // ONE


def packed(asking: Rows, score: Rows, found: Rows) -> Matches:
    """Make a number of each pair; ascending they are in the order of matches."""
    rest = (_SCORE - np.minimum(score, _SCORE)).astype(np.int64)
    return (asking.astype(np.int64) << (_FOUND_BITS + _SCORE_BITS)) | (rest << _FOUND_BITS) | found.astype(np.int64)


def asking_of(matches: Matches) -> Rows:
    """Give who asks."""
    return matches >> (_FOUND_BITS + _SCORE_BITS)


def found_of(matches: Matches) -> Rows:
    """Give who is found."""
    return matches & _FOUND


def score_of(matches: Matches) -> Rows:
    """Give how alike the two are."""
    return _SCORE - ((matches >> _FOUND_BITS) & _SCORE)


def best(matches: Matches, count: int) -> Matches:
    """Sort matches, and keep the best of each article."""
    matches = np.sort(matches)
    return matches[ranks(matches) < count]


def ranks(matches: Matches) -> Rows:
    """Give the place of each match among those of its article, from 0; the matches are sorted."""
    asking = asking_of(matches)
    first: Flags = np.concatenate([[True], asking[1:] != asking[:-1]])[: len(matches)]
    beginnings = np.flatnonzero(first)
    before: Rows = np.repeat(beginnings, np.diff(np.append(beginnings, len(matches))))
    order: Rows = np.subtract(np.arange(len(matches)), before)
    return order


def moved(matches: Matches, places: Rows) -> Matches:
    """Give matches whose articles have new places; those of an article without one, -1, are left out."""
    asking, found = places[asking_of(matches)], places[found_of(matches)]
    stay = (asking >= 0) & (found >= 0)
    return packed(asking[stay], score_of(matches)[stay], found[stay])


def members(starts: npt.NDArray[np.int64], rows: Rows) -> Rows:
    """Give the places of all entries of some rows, one row after another."""
    lengths = starts[rows + 1] - starts[rows]
    ends = np.cumsum(lengths)
    shifts: Rows = np.repeat(starts[rows] - (ends - lengths), lengths)
    return np.add(np.arange(len(shifts)), shifts)
