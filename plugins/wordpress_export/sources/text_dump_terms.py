"""Lines of names: the authors of a byline, the categories and tags that a page shows."""

import re

from ..body.stories.labels import plain_label
from .text_dump_dates import is_date
from .text_dump_fates import Fate
from .text_dump_words_bylines import IN_CATEGORIES, TAGGED

_LABELS = {Fate.CATEGORY: IN_CATEGORIES, Fate.TAG: TAGGED}
_LABELLED = {
    fate: re.compile(
        rf"(?P<label>(?:{'|'.join(map(re.escape, sorted(labels, key=len, reverse=True)))})\s*(?P<mark>[:：]|\s))"
        r"\s*(?P<names>\S.*)",
        re.IGNORECASE,
    )
    for fate, labels in _LABELS.items()
}
_WITHOUT_COLON = tuple(
    plain_label(label) for label in (*IN_CATEGORIES, *TAGGED) if " " in label or label in {"Tagged", "Ditag", "Getagd"}
)
_COMMA = re.compile(r"\s*([,،、])\s*")
_AND = re.compile(r"(\s*[,،、]\s*(?:and\s+)?|\s+(?:and|&|und|et|y|e|och|og|και|и)\s+)")
_LONGEST = 300
_TERM_WORDS = 5
_MANY_LENGTH, _MANY_WORDS, _MANY = 2000, 8, 4


def fate_terms(text: str, fate: Fate | None = None) -> tuple[tuple[str, Fate], ...]:
    """Give the pieces of a line of terms; none where it is no such line for sure.

    Without `fate` the line must begin with a label such as `Posted in` or `Tags:`, and its names must be short.
    """
    if fate is not None:
        return _listed(text, fate)
    if len(text) > _MANY_LENGTH or text.endswith((".", "!", "?")):
        return ()
    for labelled, pattern in _LABELLED.items():
        match = pattern.fullmatch(text)
        if match is None:
            continue
        # A single word such as `Tag` begins sentences too; with a colon it is a label.
        if match["mark"].isspace() and plain_label(match["label"]) not in _WITHOUT_COLON:
            continue
        names = _listed(match["names"], labelled)
        many = len(names) >= _MANY and not match["mark"].isspace()
        most_words = _MANY_WORDS if many else _TERM_WORDS
        # `Publié dans City le 3 juillet 2007` holds more than terms.
        if any(is_date(" ".join(name.split()[start:])) for name, _ in names for start in range(1, len(name.split()))):
            continue
        if (many or len(text) <= _LONGEST) and all(len(name.split()) <= most_words for name, _ in names):
            return ((match["label"], Fate.LABEL), *names)
    return ()


def split_names(text: str) -> tuple[tuple[str, Fate], ...]:
    """Give the pieces of a byline: `Ann Lee and Bo Ray` are two, `Ann Lee, Reuters` stays one."""
    parts = _AND.split(text)
    if len(parts) == 1 or not all(" " in name.strip() for name in parts[::2]):
        return ((text, Fate.BYLINE),)
    return tuple((part, Fate.JOINT if place % 2 else Fate.BYLINE) for place, part in enumerate(parts))


def _listed(text: str, fate: Fate) -> tuple[tuple[str, Fate], ...]:
    return tuple((part, Fate.JOINT if place % 2 else fate) for place, part in enumerate(_COMMA.split(text)) if part)
