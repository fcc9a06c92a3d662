"""From YAML's nodes to values, one kind of value a function; each error says what to write instead."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, tzinfo
from enum import StrEnum

import yaml


class FieldError(ValueError):
    """One thing that is wrong with a field, and what to do."""

    def __init__(self, message: str, node: yaml.Node, key: str = "") -> None:
        super().__init__(message)
        self.line: int = node.start_mark.line
        """Counted from the first line of the YAML, which is 0."""
        self.key = key
        """The field's name, where it has one that is known."""


class FieldGroupError(ValueError):
    """All that is wrong with the parts of a field."""

    def __init__(self, problems: list[FieldError]) -> None:
        super().__init__(*problems)
        self.problems = problems


Value = object
"""What a key holds once it is read: text, a moment, a number, a list …"""

ValueReader = Callable[[str, yaml.Node, tzinfo], Value]
"""Reads a key's node in the site's zone. Raises FieldError, or FieldGroupError for several."""

FOCUS = re.compile(r"(?:100|\d{1,2})(?:\.\d{1,4})?%\s+(?:100|\d{1,2})(?:\.\d{1,4})?%", re.ASCII)
"""A point of a picture: how far from the left, then how far from above."""

_STRING = "tag:yaml.org,2002:str"
_KINDS = {"int": "a number", "float": "a number", "bool": "yes or no", "null": "nothing", "timestamp": "a date"}
_TRUE, _FALSE = frozenset({"true", "yes", "on"}), frozenset({"false", "no", "off"})
# What people and programs write: seconds and offset may be absent, a space may stand before the offset.
_MOMENT = re.compile(
    r"(\d{4}-\d\d-\d\d)(?:[Tt ]\s*(\d\d:\d\d(?::\d\d(?:[.,]\d{1,6})?)?))?\s*([Zz]|[+-]\d\d(?::?\d\d){0,2})?"
)


def read_text(key: str, node: yaml.Node, _zone: tzinfo) -> str:
    """Give a text. What YAML takes for a number, a date or a yes is refused: it would come out as something else."""
    if not isinstance(node, yaml.ScalarNode):
        raise FieldError(f"{key} must be one text, not a {_shape(node)}", node, key)
    if "\0" in node.value:
        raise FieldError(f"{key} holds a NUL character: remove it", node, key)
    if node.tag == _STRING:
        return str(node.value)
    if not node.value:
        raise FieldError(f"{key} is empty: write a text, or remove the line", node, key)
    kind = _KINDS.get(node.tag.rpartition(":")[2], "something else")
    raise FieldError(f'{key}: YAML reads {node.value} as {kind}; put it in quotes: "{node.value}"', node, key)


def read_texts(key: str, node: yaml.Node, zone: tzinfo) -> tuple[str, ...]:
    """Give the texts of a list."""
    if not isinstance(node, yaml.SequenceNode):
        raise FieldError(f'{key} is a list: write each on a line of its own that begins with "- "', node, key)
    return tuple(read_text(f"an item of {key}", item, zone) for item in node.value)


def read_mapping(key: str, node: yaml.Node, zone: tzinfo) -> dict[str, str]:
    """Give texts by name."""
    if not isinstance(node, yaml.MappingNode):
        raise FieldError(
            f'{key} holds fields of your own: write each indented on a line of its own, as "name: text"', node, key
        )
    texts: dict[str, str] = {}
    for name, item in node.value:
        if read_text(f"a name in {key}", name, zone) in texts:
            raise FieldError(f"{name.value} stands here for the second time: keep one of the two", name, key)
        texts[name.value] = read_text(name.value, item, zone)
    return texts


def read_moment(key: str, node: yaml.Node, zone: tzinfo) -> datetime:
    """Give a moment; without an offset it is meant in the site's zone, and without a time at midnight."""
    text = node.value if isinstance(node, yaml.ScalarNode) else ""
    found = _MOMENT.fullmatch(text.strip())
    try:
        if found:
            day, time, offset = found.groups()
            moment = datetime.fromisoformat(f"{day}T{time or '00:00'}{(offset or '').upper()}")
            return moment if moment.tzinfo else moment.replace(tzinfo=zone)
    except ValueError:
        pass
    raise FieldError(
        f"{key}: {text or _shape(node)!r} is no date; write it like 2023-10-17T09:30:00+02:00 or 2023-10-17", node, key
    )


def read_focus(key: str, node: yaml.Node, zone: tzinfo) -> str:
    """Give a point of a picture, as text."""
    text = read_text(key, node, zone).strip()
    if FOCUS.fullmatch(text):
        return text
    raise FieldError(
        f"{key}: {text!r} is no point of a picture; write how far it is from the left and from above, like 50% 30%",
        node,
        key,
    )


def read_number(key: str, node: yaml.Node, _zone: tzinfo) -> int:
    """Give a whole number."""
    if isinstance(node, yaml.ScalarNode) and node.value.isdecimal():
        return int(node.value)
    raise FieldError(f"{key} must be a whole number, such as 1042", node, key)


def read_flag(key: str, node: yaml.Node, _zone: tzinfo) -> bool:
    """Give true or false."""
    word = node.value.lower() if isinstance(node, yaml.ScalarNode) else ""
    if word in _TRUE or word in _FALSE:
        return word in _TRUE
    raise FieldError(f"{key} must be true or false", node, key)


@dataclass(frozen=True, slots=True)
class OneOf:
    """Reads one word of several."""

    choices: type[StrEnum]
    """The words."""
    instead: tuple[tuple[str, str], ...] = ()
    """Words that other programs have, each with what to write here."""

    def __call__(self, key: str, node: yaml.Node, _zone: tzinfo) -> StrEnum:
        """Give the word. Raises FieldError for any other."""
        if isinstance(node, yaml.ScalarNode) and node.value in set(self.choices):
            return self.choices(node.value)
        given = node.value if isinstance(node, yaml.ScalarNode) else f"a {_shape(node)}"
        raise FieldError(f"{key} must be one of {', '.join(self.choices)}, not {given}{self._hint(given)}", node, key)

    def _hint(self, given: str) -> str:
        remedy = dict(self.instead).get(given.lower())
        return f": {remedy}" if remedy else ""


def _shape(node: yaml.Node) -> str:
    return "list" if isinstance(node, yaml.SequenceNode) else "text" if isinstance(node, yaml.ScalarNode) else "group"
