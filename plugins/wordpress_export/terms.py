"""Terms in their order: which stands above which."""

from dataclasses import replace

from .model import Term


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
