"""From values to lines of YAML as a person would write them: plain where YAML allows, quoted only where it must be."""

import json
import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime

_UNWRITABLE = re.compile("[\0\ud800-\udfff]")
_UNSEEN = "\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff"
UNSEEN = re.compile(f"[{_UNSEEN}]")
"""Line ends, control characters and the byte order mark: YAML folds them, forbids them, or nobody sees them."""

# Not one of YAML's signs at the start, no ": " and no " #" inside, nothing unseen.
_PLAIN = re.compile(rf"""(?![-?:,\[\]{{}}#&*!|>'"%@`~=<.+])[^:#{_UNSEEN}]*(?:(?::(?!\s|$)|(?<!\s)#)[^:#{_UNSEEN}]*)*""")
# What YAML 1.1 or 1.2 reads as a number, a date, a yes or a nothing.
_NO_TEXT = re.compile(
    r"\d[\d_,.:+\-TtZz ]*|0[xob][\da-f_]+|\d[\d_.]*e[+-]?\d+|y|n|yes|no|on|off|true|false|null",
    re.IGNORECASE | re.ASCII,
)


def lines_of(name: str, value: object) -> list[str]:
    """Give the lines of a key and its value. Raises ValueError where a text holds what no text file can."""
    match value:
        case bool():
            return [f"{name}: {'true' if value else 'false'}"]
        case int():
            return [f"{name}: {value}"]
        case datetime():
            if value.tzinfo is None:
                raise ValueError(f"{name} {value} has no offset: give it the site's zone")
            return [f"{name}: {value.isoformat()}"]
        case tuple():
            return [f"{name}:", *(f"  {line}" for item in value for line in _item_lines(name, item))]
        case Mapping():
            return [f"{name}:", *(f"  {scalar(name, key)}: {scalar(name, item)}" for key, item in value.items())]
        case _:
            return [f"{name}: {scalar(name, str(value))}"]


def _item_lines(name: str, item: object) -> list[str]:
    """Give the lines of an item of a list: a text, or something of several fields, one below the other."""
    if not is_dataclass(item):
        return [f"- {scalar(name, str(item))}"]
    first, *others = [line for field in fields(item) for line in lines_of(field.name, getattr(item, field.name))]
    return [f"- {first}", *(f"  {line}" for line in others)]


def scalar(name: str, text: str) -> str:
    """Give a text as YAML on one line. Raises ValueError, naming the key, where it holds what no text file can."""
    refuse_unwritable(name, text)
    if UNSEEN.search(text):
        # A JSON string is a YAML string in double quotes; what JSON leaves bare and YAML does not is escaped alike.
        return UNSEEN.sub(lambda char: f"\\u{ord(char[0]):04x}", json.dumps(text, ensure_ascii=False))
    if is_plain(text):
        return text
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def is_plain(text: str) -> bool:
    """Tell whether YAML reads a text as itself when it stands there bare."""
    return text != "" and text == text.strip() and bool(_PLAIN.fullmatch(text)) and not _NO_TEXT.fullmatch(text)


def refuse_unwritable(name: str, text: str) -> None:
    """Raise ValueError when a text holds a NUL or half a surrogate pair: UTF-8 text files do not."""
    found = _UNWRITABLE.search(text)
    if found:
        raise ValueError(
            f"{name} holds the character U+{ord(found[0]):04X} at {found.start()}, which no text file can: remove it"
        )
