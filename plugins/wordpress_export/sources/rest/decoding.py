"""From the bytes of a saved answer to its objects, whatever was done to them on the way."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..wxr_file import REMOVED

HEAD = 16384
"""How much of a file is looked at to tell what it is."""
_ESCAPE = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    r"|u(?P<lone>[dD][89a-fA-F][0-9a-fA-F]{2})|u(?P<control>00(?:0[0-8bBeEfF]|1[0-9a-fA-F]|7[fF]))|(?P<short>[bf])|.)"
)
_BEGINNING = re.compile(r"[\[{]\s*[\[{\]}\"]")
_PARTING = re.compile(r"[\s,]*")
_OPEN = re.compile(r"\s*\[")
_BLANK = re.compile(r"\s*")
_DECODER = json.JSONDecoder()
REMEDY = "Save that answer again, and put it in the place of this file."


@dataclass(frozen=True, slots=True)
class Broken:
    """A file, or the rest of one, that could not be read."""

    what: str
    """What is wrong, in plain words."""


def decoded(octets: bytes) -> str:
    """Give a text, in whatever Unicode it was saved: a shell of Windows saves in UTF-16."""
    encoding = json.detect_encoding(octets)
    return octets.decode(encoding, "replace").removeprefix("\ufeff")


def head_of(path: Path) -> str:
    """Give the beginning of a file; nothing where it cannot be opened."""
    try:
        with path.open("rb") as file:
            return decoded(file.read(HEAD))
    except OSError:
        return ""


def is_markup(text: str) -> bool:
    """Tell whether a page came instead of an answer; a warning of PHP's before one is none."""
    return text.lstrip().startswith("<") and not _beginning(text)


def _beginning(text: str) -> re.Match[str] | None:
    """Find where an answer begins behind a warning of PHP's, which says so in its first words."""
    opening = text[:4096].lower()
    if not any(f"<b>{word}</b>" in opening for word in ("warning", "notice", "deprecated", "strict standards")):
        return None
    return _BEGINNING.search(text)


def values_in(path: Path) -> Iterator[object]:
    """Give the values that a file holds."""
    try:
        octets = path.read_bytes()
    except OSError as error:
        yield Broken(f"it could not be opened: {error}.")
        return
    yield from values_of(octets)


def values_of(octets: bytes) -> Iterator[object]:
    """Give the values of an answer: the entries of a list one by one, anything else as it is; `Broken` at a fault.

    What stands before the fault is given.
    """
    text = decoded(octets)
    if not text.strip():
        yield Broken("it is empty.")
    elif is_markup(text):
        yield Broken(f"it holds a page of HTML instead of an answer: {_words_of(text)!r}.")
    else:
        start = _beginning(text) if text.lstrip().startswith("<") else None
        yield from _values(_ESCAPE.sub(_harmless, text), start.start() if start else 0)


def _values(text: str, place: int) -> Iterator[object]:
    """Read value by value, so that what was cut off at its end still gives what is whole."""
    opened = _OPEN.match(text, place)
    place = opened.end() if opened else place
    count = 0
    while True:
        place = (_PARTING if opened else _BLANK).match(text, place).end()  # type: ignore[union-attr]  # matches nothing too
        if opened and text.startswith("]", place):
            return
        if not opened and place >= len(text):
            return
        try:
            value, place = _DECODER.raw_decode(text, place)
        except (ValueError, RecursionError) as error:
            yield Broken(f"after {count} whole entries it is no JSON any more ({str(error)[:100]}).")
            return
        count += 1
        yield value


def _harmless(escape: re.Match[str]) -> str:
    """Mark characters that no text may hold, and replace half a pair, which is none."""
    if escape["lone"]:
        return "\\ufffd"
    if escape["control"]:
        return REMOVED
    return " " if escape["short"] == "f" else REMOVED if escape["short"] else escape[0]


def _words_of(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^<>]{0,500}>", " ", text[:4000])).strip()[:100]
