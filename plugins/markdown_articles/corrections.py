"""Corrections in front matter: each has the day on which it was made, and says what was wrong and what is right."""

from datetime import tzinfo
from typing import Any

import yaml

from .front_matter_schema import Correction
from .yaml_fields import read_fields
from .yaml_values import FieldError, FieldGroupError, read_moment, read_text

_FORM = 'write each on two lines, "- date: 2024-11-21" and below the date "text: what was wrong and what is right"'
READERS = {"date": read_moment, "text": read_text}
"""How each field of a correction is read; each must be there."""
_SYNONYMS = {"day": "date", "time": "date", "moment": "date", "correction": "text", "words": "text", "note": "text"}
_MISSING = {
    "date": 'a correction has no date: add a line "date: 2024-11-21" beside its text',
    "text": 'a correction has no text: add a line "text: what was wrong and what is right" below its date',
}


def read_corrections(key: str, node: yaml.Node, zone: tzinfo) -> tuple[Correction, ...]:
    """Give the corrections of a list.

    Raises FieldError where it is no list, FieldGroupError with all that is wrong with its items.
    """
    if not isinstance(node, yaml.SequenceNode):
        raise FieldError(f"{key} is a list: {_FORM}", node, key)
    problems: list[FieldError] = []
    corrections = []
    for item in node.value:
        values, wrong = _fields_of(item, zone)
        problems += wrong
        if not wrong:
            corrections.append(Correction(**values))
    if problems:
        raise FieldGroupError(problems)
    return tuple(corrections)


def _fields_of(item: yaml.Node, zone: tzinfo) -> tuple[dict[str, Any], list[FieldError]]:
    if not isinstance(item, yaml.MappingNode):
        return {}, [FieldError(f"a correction needs its date: {_FORM}", item)]
    values, problems = read_fields(item, READERS, zone, _SYNONYMS)
    # A name that was spelt wrongly is told of as that.
    missing = [] if problems else [name for name in READERS if not str(values.get(name, "")).strip()]
    return values, [*problems, *(FieldError(_MISSING[name], item, name) for name in missing)]
