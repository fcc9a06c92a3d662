"""Three versions of a file become one: what the migration last wrote, what an editor made of it, what the export says.

Of the first only fingerprints are kept, one for each key of the front matter and one for each line: a merge takes its
words from the other two, and asks of the first no more than what it has in common with them.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b

from merge3 import Merge3

LINE = 8
"""Bytes in the fingerprint of a key or a line: of a million lines, two are alike by chance once in 37 million times."""
WHOLE = 16
"""Bytes in the fingerprint of a file."""
LONGEST_QUOTE = 80
"""Characters of a conflict's first lines that a message shows."""

_BORDER = re.compile(r"^---[ \t]*\r?(?:\n|\Z)", re.MULTILINE)
_KEY = re.compile(r"^([A-Za-z_][\w-]*)[ \t]*:", re.MULTILINE)
STATUS = "status"
_HEAD = ""
"""Under this name stands what comes before the first key, such as a comment."""


@dataclass(frozen=True, slots=True)
class Fingerprints:
    """What is remembered of a file that the migration has written."""

    whole: bytes
    """Of all its bytes."""
    keys: Mapping[str, bytes] = field(default_factory=dict)
    """Of the lines of each key of the front matter."""
    lines: tuple[bytes, ...] = ()
    """Of the lines below the front matter, or of all lines where there is none."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A place that an editor and the export have changed, each in another way."""

    place: str
    """The key's name; empty for lines of the body."""
    ours: str
    """What the editor's file says there, cut short; empty for nothing."""
    theirs: str
    """What the export says there, cut short; empty for nothing."""


@dataclass(frozen=True, slots=True)
class Merged:
    """One file made of an editor's and the export's."""

    text: str
    """The editor's, with all that the export changed elsewhere."""
    conflicts: tuple[Conflict, ...] = ()
    """What both have changed. The text is then no more than the editor's own in these places."""


@dataclass(frozen=True, slots=True)
class _Parts:
    """A file taken apart."""

    keys: dict[str, str]
    """The lines of each key, in the file's order; empty without front matter."""
    body: list[str]
    """The other lines, each with its end."""
    borders: tuple[str, str] = ("", "")
    """The lines around the front matter; empty without it."""


def fingerprints_of(text: str) -> Fingerprints:
    """Give what has to be remembered of a text, so that it can be merged with later."""
    parts = _take_apart(text)
    return Fingerprints(
        whole=whole_of(text.encode("utf-8")),
        keys={name: _mark(lines) for name, lines in parts.keys.items()},
        lines=tuple(_mark(line) for line in parts.body),
    )


def whole_of(octets: bytes) -> bytes:
    """Give the fingerprint of a file's bytes."""
    return blake2b(octets, digest_size=WHOLE).digest()


def merge(base: Fingerprints, edited: str, incoming: str) -> Merged:
    """Merge key by key and line by line; what only one of the two has changed is taken from that one.

    A `status` that the export adds to an edited file is left out: what a person has worked on no machine hides.
    """
    ours, theirs = _take_apart(edited), _take_apart(incoming)
    if STATUS not in ours.keys:
        theirs.keys.pop(STATUS, None)
    keys, doubted = _merge_keys(base.keys, ours.keys, theirs.keys)
    lines, conflicts = _merge_lines(base.lines, ours.body, theirs.body)
    opening, closing = ours.borders if any(ours.borders) else theirs.borders
    return Merged("".join([opening, *keys.values(), closing, *lines]), (*doubted, *conflicts))


def is_hidden(text: str) -> bool:
    """Tell whether the front matter of a file keeps it from readers."""
    lines = _take_apart(text).keys.get(STATUS, "")
    return bool(lines) and "published" not in lines


def _mark(text: str) -> bytes:
    # An editor on another system changes line ends and spaces at a line's end without meaning to.
    plain = "\n".join(line.rstrip() for line in text.splitlines())
    return blake2b(plain.encode("utf-8", "surrogatepass"), digest_size=LINE).digest()


def _take_apart(text: str) -> _Parts:
    borders = list(_BORDER.finditer(text))[:2]
    if len(borders) < 2 or borders[0].start() > 0:  # noqa: PLR2004  # front matter stands between two
        return _Parts({}, text.splitlines(keepends=True))
    opening, closing = borders
    front, body = text[opening.end() : closing.start()], text[closing.end() :]
    return _Parts(_keys_of(front), body.splitlines(keepends=True), (opening[0], closing[0]))


def _keys_of(front: str) -> dict[str, str]:
    """Give the lines of each key, with whatever stands below it up to the next key."""
    starts = [(match[1], match.start()) for match in _KEY.finditer(front)]
    ends = [*(start for _, start in starts[1:]), len(front)][: len(starts)]
    head = front[: starts[0][1]] if starts else front
    keys = {_HEAD: head} if head else {}
    for (name, start), end in zip(starts, ends, strict=True):
        keys[name] = keys.get(name, "") + front[start:end]
    return keys


def _merge_keys(
    base: Mapping[str, bytes], ours: dict[str, str], theirs: dict[str, str]
) -> tuple[dict[str, str], tuple[Conflict, ...]]:
    """Give the keys in the editor's order, new ones behind the one that the export has before them."""
    merged: dict[str, str] = {}
    conflicts = []
    for name in _in_order(list(ours), list(theirs)):
        mine, other, old = ours.get(name), theirs.get(name), base.get(name)
        mark, other_mark = _mark(mine) if mine else None, _mark(other) if other else None
        if other_mark in (mark, old):
            chosen = mine
        elif mark == old:
            chosen = other
        else:
            chosen = mine
            place = name or "the lines above the first key"
            conflicts.append(Conflict(place, _quote([mine or ""]), _quote([other or ""])))
        if chosen:
            merged[name] = chosen
    return merged, tuple(conflicts)


def _in_order(ours: list[str], theirs: list[str]) -> list[str]:
    names = list(ours)
    for place, name in enumerate(theirs):
        if name not in ours:
            before = theirs[place - 1] if place else None
            names.insert(names.index(before) + 1 if before in names else 0, name)
    return names


def _merge_lines(base: tuple[bytes, ...], ours: list[str], theirs: list[str]) -> tuple[list[str], tuple[Conflict, ...]]:
    marks, other_marks = [_mark(line) for line in ours], [_mark(line) for line in theirs]
    merged: list[str] = []
    conflicts = []
    old_end = our_end = their_end = 0
    for old, old_next, our, our_next, their, their_next in Merge3(list(base), marks, other_marks).find_sync_regions():
        mine, other, before = marks[our_end:our], other_marks[their_end:their], list(base[old_end:old])
        if mine == before:
            merged += theirs[their_end:their]
        else:
            merged += ours[our_end:our]
            if other not in (mine, before):
                conflicts.append(Conflict("", _quote(ours[our_end:our]), _quote(theirs[their_end:their])))
        merged += ours[our:our_next]
        old_end, our_end, their_end = old_next, our_next, their_next
    return merged, tuple(conflicts)


def _quote(lines: list[str]) -> str:
    text = " ".join(" ".join(lines).split())
    return text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1] + "…"
