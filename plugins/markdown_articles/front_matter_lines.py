"""Front matter just as `dump` writes it, read line by line: several times as fast as by YAML, and never otherwise.

Whatever is written in another way gives None, and goes to YAML's own parser, which also finds the words for mistakes.
"""

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any

from .yaml_lines import UNSEEN, is_plain
from .yaml_values import FOCUS

LineReader = Callable[[str], Any]
"""Gives the value of what stands behind a key's colon, or None where YAML must be asked."""

_MOMENT = re.compile(r" \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{6})?[+-]\d\d:\d\d", re.ASCII)
_QUOTED = re.compile(r'"([^"\\]*)"')
_SINGLE_QUOTED = re.compile("'((?:[^']|'')*)'")
_NUMBER = re.compile(r" \d{1,18}", re.ASCII)


def read_written(yaml_text: str, readers: Mapping[str, LineReader]) -> dict[str, Any] | None:
    """Give the value of each key, or None where a line is not one that `dump` writes."""
    values: dict[str, Any] = {}
    name = ""
    for line in yaml_text.strip("\n").split("\n"):
        if line.startswith("  "):
            if not _add(line[2:], values.get(name)):
                return None
            continue
        name, _, source = line.partition(":")
        reader = readers.get(name)
        value = None if reader is None or name in values else reader(source)
        if value is None:
            return None
        values[name] = value
    if "title" not in values or any(value in ([], {}) for value in values.values()):
        return None
    return {name: tuple(value) if isinstance(value, list) else value for name, value in values.items()}


def text_line(source: str) -> str | None:
    """Give a text that stands plain, in double quotes without an escape, or in single ones."""
    text = source[1:]
    if not source.startswith(" "):
        return None
    if is_plain(text):
        return text
    if UNSEEN.search(text):
        return None
    if quoted := _QUOTED.fullmatch(text):
        return quoted[1]
    quoted = _SINGLE_QUOTED.fullmatch(text)
    return quoted[1].replace("''", "'") if quoted else None


def list_line(source: str) -> list[str] | None:
    """Give the list that the items below will fill."""
    return None if source else []


def mapping_line(source: str) -> dict[str, str] | None:
    """Give the mapping that the fields below will fill."""
    return None if source else {}


def moment_line(source: str) -> datetime | None:
    """Give a moment with its offset."""
    try:
        return datetime.fromisoformat(source[1:]) if _MOMENT.fullmatch(source) else None
    except ValueError:
        return None


def focus_line(source: str) -> str | None:
    """Give a point of a picture."""
    text = text_line(source)
    return text if text is not None and FOCUS.fullmatch(text) else None


def no_line(_source: str) -> None:
    """Leave to YAML what is more than a list of texts."""


def number_line(source: str) -> int | None:
    """Give a whole number."""
    return int(source) if _NUMBER.fullmatch(source) else None


def flag_line(source: str) -> bool | None:
    """Give true or false."""
    return {" true": True, " false": False}.get(source)


def choice_line(choices: type[StrEnum]) -> LineReader:
    """Give a reader of one word of several."""
    return {f" {choice}": choice for choice in choices}.get


def _add(line: str, collection: object) -> bool:
    """Add an item's or a field's line to its list or mapping; tell whether it could be."""
    if isinstance(collection, list) and line.startswith("- "):
        item = text_line(line[1:])
        collection.append(item)
        return item is not None
    if isinstance(collection, dict):
        name, _, source = line.partition(":")
        text = text_line(source)
        known = name in collection or not is_plain(name)
        collection[name] = text
        return text is not None and not known
    return False
