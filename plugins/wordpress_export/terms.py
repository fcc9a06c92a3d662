"""Terms in their order: which stands above which."""

from collections.abc import Mapping
from dataclasses import replace

from .model import CATEGORY, TAG, Term

BASES = {TAG: "tag"}
"""WordPress's own first part of a term's address where it is not the taxonomy's name; an export says no other."""


def term_address(term: Term, terms: Mapping[tuple[str, str], Term], folder: str) -> str:
    """Give a term's address below the home's folder (`get_term_link`); `terms` must be without loops."""
    slugs, parent = [term.slug], term.parent
    # Only category addresses hold the parents' slugs.
    while parent and term.taxonomy == CATEGORY:
        slugs.insert(0, parent)
        up = terms.get((term.taxonomy, parent))
        parent = up.parent if up else ""
    return "/".join([folder, BASES.get(term.taxonomy, term.taxonomy), *slugs, ""])


def cut_loops(terms: dict[tuple[str, str], Term]) -> None:
    """Put at the top one term of each loop of parents, so that no term is above itself.

    WordPress refuses a loop (`wp_check_term_hierarchy_for_loops`), but databases and joined exports can hold one.
    """
    ending: set[tuple[str, str]] = set()
    for start in terms:
        key = last = start
        climbed: set[tuple[str, str]] = set()
        while key in terms and key not in ending and key not in climbed:
            climbed.add(key)
            last, key = key, (key[0], terms[key].parent)
        if key in climbed:
            terms[last] = replace(terms[last], parent="")
        ending |= climbed
