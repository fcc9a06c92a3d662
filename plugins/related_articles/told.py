"""What articles tell by some terms, as a table with few entries in each row, and the products of such tables."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .weights import Rows

Columns = npt.NDArray[np.int32]
"""The column of each place of the table of terms, -1 for terms that have none; or of each entry."""

Products = tuple[Rows, Rows, Rows]
"""Pairs of articles: one, the other, and the sum of the products of their weights."""

_FEW = 16
"""For fewer rows, a table with all its zeros is quicker than loading scipy, which takes a third of a second."""


@dataclass(frozen=True, slots=True)
class Told:
    """The weights of articles in a sparse table, one row after another."""

    columns: Columns
    """The column of each place of the table of terms."""
    starts: Rows
    """Where each row begins, and where the last one ends."""
    column: Columns
    """Of each entry."""
    weights: npt.NDArray[np.int16]
    """Of each entry; negative where others are not looked for by it."""

    def asking(self) -> "Told":
        """Give the entries by which others are looked for."""
        asked = self.weights > 0
        before = np.concatenate([[0], np.cumsum(asked)])
        return Told(self.columns, before[self.starts], self.column[asked], self.weights[asked])

    def matrix(self, rows: int):  # type: ignore[no-untyped-def]  # noqa: ANN201  # scipy has no types
        """Give the table as scipy knows it."""
        # Here, because a build in which little changed does without.
        from scipy.sparse import csr_matrix  # noqa: PLC0415

        shape = (rows, int(self.columns.max(initial=-1)) + 1)
        return csr_matrix((np.abs(self.weights).astype(np.int32), self.column, self.starts), shape=shape)

    def times(self, few: "Told", rows: int) -> Products:
        """Give the products of all rows with all of a few."""
        count = len(few.starts) - 1
        if count >= _FEW:
            product = self.matrix(rows) @ few.matrix(count).T
            return np.repeat(np.arange(rows), np.diff(product.indptr)), product.indices, product.data
        table = np.zeros((int(self.columns.max(initial=-1)) + 1, count), np.int32)
        # Added, because two terms may share a place.
        np.add.at(table, (few.column, np.repeat(np.arange(count), np.diff(few.starts))), np.abs(few.weights))
        filled = np.flatnonzero(np.diff(self.starts))
        if not len(filled) or not count:
            return (np.empty(0, np.int64),) * 3
        parts = np.abs(self.weights).astype(np.int32)[:, None] * table[self.column]
        product = np.add.reduceat(parts, self.starts[filled])
        at = np.nonzero(product)
        return filled[at[0]], at[1], product[at]
