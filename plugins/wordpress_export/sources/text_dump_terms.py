"""Lines of names: the authors of a byline, the categories and tags that a page shows."""

import re

from .text_dump_fates import Fate

_LABELS = {
    Fate.CATEGORY: r"posted in|filed under|categor(?:y|ies):|catégories? ?:|kategorien?:|categor[ií]as?:|κατηγορίες:",
    Fate.TAG: r"tags?:|tagged(?: with|:)|étiquettes? ?:|schlagwörter:|etiquetas?:|ετικέτες:",
}
_LABELLED = {
    fate: re.compile(rf"(?P<label>{labels})\s*(?P<names>\S.*)", re.IGNORECASE) for fate, labels in _LABELS.items()
}
_COMMA = re.compile(r"\s*([,،、])\s*")
_AND = re.compile(r"(\s*[,،、]\s*(?:and\s+)?|\s+(?:and|&|und|et|y|e|och|og|και|и)\s+)")
_LONGEST = 300
_TERM_WORDS = 5


def fate_terms(text: str, fate: Fate | None = None) -> tuple[tuple[str, Fate], ...]:
    """Give the pieces of a line of terms; none where it is no such line for sure.

    Without `fate` the line must begin with a label such as `Posted in` or `Tags:`, and its names must be short.
    """
    if fate is not None:
        return _listed(text, fate)
    if len(text) > _LONGEST or text.endswith((".", "!", "?")):
        return ()
    for labelled, pattern in _LABELLED.items():
        match = pattern.fullmatch(text)
        if match is None:
            continue
        names = _listed(match["names"], labelled)
        if all(len(name.split()) <= _TERM_WORDS for name, _ in names):
            return ((match["label"], Fate.LABEL), *names)
    return ()


def split_names(text: str) -> tuple[tuple[str, Fate], ...]:
    """Give the pieces of a byline: `Ann Lee and Bo Ray` are two, `Ann Lee, Reuters` stays one."""
    parts = _AND.split(text)
    if len(parts) == 1 or not all(" " in name.strip() for name in parts[::2]):
        return ((text, Fate.BYLINE),)
    return tuple((part, Fate.JOINT if place % 2 else Fate.BYLINE) for place, part in enumerate(parts))


def _listed(text: str, fate: Fate) -> tuple[tuple[str, Fate], ...]:
    return tuple((part, Fate.JOINT if place % 2 else fate) for place, part in enumerate(_COMMA.split(text)))
