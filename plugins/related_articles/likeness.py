"""Which articles are alike: the product of each article's strongest terms with all terms of all others.

Work is done only for what changed: articles that are new, and those one of whose terms became a step more or less
common. The result is that of the whole work, number for number.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .matches import KEPT, TWINS, Matches, best, faded, members, packed
from .told import Columns, Told
from .vectors import Vectors
from .weights import ONE, Commonness, Flags, Rows

_LEAST = int(0.02 * ONE)
"""Articles less alike than this have nothing to do with each other."""
_TWIN = int(0.7 * ONE)
"""An article that is so like another, beside how like it is to itself, says the same."""
_TOGETHER = 256
"""Articles whose matches are looked for at once: bounds the memory."""
_FINDABLE = 8192
"""Articles among which they are looked for at once: the same."""
_ENTRIES = 1 << 22
"""Terms looked at at once: the same."""


@dataclass(frozen=True, slots=True)
class Space:
    """All articles, in the order of their dates."""

    vectors: Vectors
    """Their terms."""
    weights: npt.NDArray[np.int16]
    """What each term tells of its article; negative where it is too weak to look for others by."""
    common: Commonness
    """How common terms are."""
    days: npt.NDArray[np.int64]
    """Of their publication."""
    strengths: npt.NDArray[np.int64]
    """How like itself each is."""
    languages: npt.NDArray[np.int64]
    """A number for each language: a reader of one is not led to another."""


def all_matches(space: Space) -> tuple[Matches, Matches]:
    """Give the matches of all articles, and their twins."""
    columns, count = _shared_columns(space), len(space.vectors)
    asking = [_told(space, columns, some).asking().matrix(len(some)) for some in _rows(count, _TOGETHER)]
    found: list[tuple[Matches, Matches]] = []
    for findable in _rows(count, _FINDABLE):
        told = _told(space, columns, findable).matrix(len(findable)).T.tocsr()
        for number, few in enumerate(asking):
            product = few @ told
            rows = number * _TOGETHER + np.repeat(np.arange(product.shape[0]), np.diff(product.indptr))
            found.append(_sifted(space, rows, findable[product.indices], product.data))
        found = [_together(found)]
    return _together(found)


def matches_of(space: Space, asking: Rows, changed: Rows) -> tuple[Matches, Matches]:
    """Give the matches of some articles with all, and of all others with those that changed: these are asking too."""
    is_asking, is_changed = (_flags(len(space.vectors), rows) for rows in (asking, changed))
    found = []
    for first in range(0, len(asking), _TOGETHER):
        some = asking[first : first + _TOGETHER]
        few = _told(space, _columns_of(space, some), some)
        all_told = _told(space, few.columns)
        rows, others, products = all_told.times(few.asking(), len(space.vectors))
        found.append(_sifted(space, some[others], rows, products))
        rows, others, products = all_told.asking().times(few, len(space.vectors))
        fresh = is_changed[some[others]] & ~is_asking[rows]
        found.append(_sifted(space, rows[fresh], some[others[fresh]], products[fresh]))
    return _together(found)


def nearest(space: Space, asking: Rows, among: Flags, count: int) -> Matches:
    """Give the articles of some kind that are most like each of those who ask, whatever their dates."""
    found = [np.empty(0, np.int64)]
    for first in range(0, len(asking), _TOGETHER):
        some = asking[first : first + _TOGETHER]
        few = _told(space, _columns_of(space, some), some)
        others, rows, products = _told(space, few.columns).times(few.asking(), len(space.vectors))
        fit = among[others] & (products >= ONE) & (space.languages[some[rows]] == space.languages[others])
        fit &= some[rows] != others
        found.append(best(packed(some[rows[fit]], products[fit] // ONE, others[fit]), count))
    return np.concatenate(found)


def _rows(count: int, together: int) -> Iterator[Rows]:
    """Give the articles, so many at once."""
    for first in range(0, count, together):
        yield np.arange(first, min(first + together, count))


def _flags(count: int, rows: Rows) -> Flags:
    flags = np.zeros(count, bool)
    flags[rows] = True
    return flags


def _sifted(space: Space, rows: Rows, others: Rows, products: Rows) -> tuple[Matches, Matches]:
    """Give of pairs those that match, and those that are twins, the best of each article."""
    alike = np.flatnonzero(products >= _LEAST * ONE)
    rows, others, likeness = rows[alike], others[alike], products[alike] // ONE
    fit = (rows != others) & (space.languages[rows] == space.languages[others])
    rows, others, likeness = rows[fit], others[fit], likeness[fit]
    twin = likeness * ONE >= _TWIN * space.strengths[rows]
    apart = np.abs(space.days[rows] - space.days[others])
    near = faded(likeness, apart)
    near[(near < _LEAST) | twin] = 0
    kept = near > 0
    return (
        best(packed(rows[kept], near[kept], others[kept]), KEPT),
        best(packed(rows[twin], likeness[twin], others[twin]), TWINS),
    )


def _together(found: list[tuple[Matches, Matches]]) -> tuple[Matches, Matches]:
    none = np.empty(0, np.int64)
    matches, twins = [none, *(m for m, _ in found)], [none, *(t for _, t in found)]
    return best(np.concatenate(matches), KEPT), best(np.concatenate(twins), TWINS)


def _shared_columns(space: Space) -> Columns:
    """Give the columns of the terms that more than one article has."""
    met = np.zeros(1 << space.common.bits, np.uint32)
    for first in range(0, len(space.weights), _ENTRIES):
        some = slice(first, first + _ENTRIES)
        np.add.at(met, space.common.places(space.vectors.terms[some][space.weights[some] != 0]), np.uint32(1))
    seen = met > 1
    columns = np.cumsum(seen, dtype=np.int32)
    columns -= np.int32(1)
    columns[~seen] = -1
    return columns


def _columns_of(space: Space, rows: Rows) -> Columns:
    """Give the columns of the terms of some articles."""
    columns = np.full(1 << space.common.bits, -1, np.int32)
    entries = members(space.vectors.starts, rows)
    places = np.unique(space.common.places(space.vectors.terms[entries[space.weights[entries] != 0]]))
    columns[places] = np.arange(len(places), dtype=np.int32)
    return columns


def _told(space: Space, columns: Columns, rows: Rows | None = None) -> Told:
    """Give what all or some articles tell by terms that have a column."""
    starts = space.vectors.starts
    entries = None if rows is None else members(starts, rows)
    count = len(space.weights) if entries is None else len(entries)
    if rows is not None:
        starts = np.concatenate([[0], np.cumsum(np.diff(starts)[rows])])
    kept, told = [np.empty(0, np.int64)], [np.empty(0, np.int32)]
    for first in range(0, count, _ENTRIES):
        some = slice(first, first + _ENTRIES) if entries is None else entries[first : first + _ENTRIES]
        column = columns[space.common.places(space.vectors.terms[some])]
        there = np.flatnonzero((column >= 0) & (space.weights[some] != 0))
        kept.append(there + first)
        told.append(column[there])
    places = np.concatenate(kept)
    weights = space.weights[places if entries is None else entries[places]]
    return Told(columns, np.searchsorted(places, starts), np.concatenate(told), weights)
