"""The order of terms."""

import pytest

from wordpress_export.model import CATEGORY, TAG, Term
from wordpress_export.terms import cut_loops


def is_ending(terms: dict[tuple[str, str], Term], start: Term) -> bool:
    """Tell whether climbing from a term comes to an end."""
    term: Term | None = start
    for _ in range(len(terms) + 1):
        if term is None:
            return True
        term = terms.get((term.taxonomy, term.parent))
    return False


@pytest.mark.parametrize(
    ("parents", "kept"),
    [
        pytest.param({"a": "", "b": "a", "c": "b"}, {"b": "a", "c": "b"}, id="no loop"),
        pytest.param({"a": "a"}, {}, id="a term above itself"),
        pytest.param({"a": "b", "b": "a"}, {"a": "b"}, id="two"),
        pytest.param({"a": "b", "b": "c", "c": "b"}, {"a": "b", "b": "c"}, id="a term below a loop"),
        pytest.param({"a": "gone"}, {"a": "gone"}, id="a parent that is not in the export"),
    ],
)
def test_cut_loops(parents: dict[str, str], kept: dict[str, str]) -> None:
    """One parent of each loop goes, and no other."""
    terms = {(CATEGORY, slug): Term(CATEGORY, slug, slug, parent) for slug, parent in parents.items()}
    cut_loops(terms)

    assert kept == {term.slug: term.parent for term in terms.values() if term.parent}
    assert all(is_ending(terms, term) for term in terms.values())


def test_taxonomies_are_apart() -> None:
    """A tag and a category of one slug make no loop."""
    terms = {(CATEGORY, "a"): Term(CATEGORY, "a", "A", "b"), (TAG, "b"): Term(TAG, "b", "B", "a")}
    before = dict(terms)
    cut_loops(terms)

    assert before == terms


def test_a_long_line() -> None:
    """A line of fifty thousand terms is climbed once."""
    terms = {(CATEGORY, f"{n}"): Term(CATEGORY, f"{n}", "", f"{(n + 1) % 50_000}") for n in range(50_000)}
    cut_loops(terms)

    assert ["49999"] == [term.slug for term in terms.values() if not term.parent]
