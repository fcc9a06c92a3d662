"""What stands in an object of an answer: asked for by name, and given in one type, whatever a server sent."""

import re
from collections.abc import Iterator, Mapping

Json = Mapping[str, object]
"""An object of an answer."""
_NUMBER = re.compile(r"\s*\d{1,18}\s*", re.ASCII)


def text(thing: Json, name: str) -> str:
    """Give a text; a number as its digits; nothing where there is neither."""
    value = thing.get(name)
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""


def number(thing: Json, name: str) -> int:
    """Give an id; 0 where there is none."""
    return whole(thing.get(name))


def whole(value: object) -> int:
    """Give an id, which some plugins send as a text; 0 for anything else."""
    if isinstance(value, str) and _NUMBER.fullmatch(value):
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 < value < 1 << 63 else 0


def inner(thing: Json, name: str) -> Json:
    """Give an object within an object; an empty one where there is none (PHP sends `[]` for it)."""
    value = thing.get(name)
    return value if isinstance(value, dict) else {}


def listed(thing: Json, name: str) -> Iterator[object]:
    """Give what a list holds, lists within it opened: `_embedded` has lists of lists."""
    value = thing.get(name)
    for entry in value if isinstance(value, list) else ():
        if isinstance(entry, list):
            yield from entry
        else:
            yield entry


def objects(thing: Json, name: str) -> Iterator[Json]:
    """Give the objects that a list holds."""
    return (entry for entry in listed(thing, name) if isinstance(entry, dict))


def numbers(thing: Json, name: str) -> list[int]:
    """Give the ids that a list holds."""
    return [found for found in map(whole, listed(thing, name)) if found]


def stored(thing: Json, name: str) -> str | None:
    """Give a field as the database has it, where an editor was told (`context=edit`)."""
    value = thing.get(name)
    raw = value.get("raw") if isinstance(value, dict) else None
    return raw if isinstance(raw, str) else None


def shown(thing: Json, name: str) -> str:
    """Give a field as readers saw it: HTML."""
    value = thing.get(name)
    return text(value, "rendered") if isinstance(value, dict) else text(thing, name)


def best(thing: Json, name: str) -> str:
    """Give a field as the database has it, or else as readers saw it."""
    raw = stored(thing, name)
    return shown(thing, name) if raw is None else raw
