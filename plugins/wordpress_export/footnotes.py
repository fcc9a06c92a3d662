"""Footnotes of the block editor, kept as JSON in the post meta `footnotes`."""

import json
import re

from .model import Note

Footnotes = tuple[tuple[str, str], ...]
"""Id and HTML of each note."""
BETWEEN = re.compile(r'\}\s*,\s*\{(?="(?:content|id)":)')
"""Where one note ends and the next begins, with the backslashes gone."""
CONTENT_FIRST = re.compile(r'"content":"(?P<content>.*)","id":"(?P<id>[\w-]+)"', re.DOTALL)
ID_FIRST = re.compile(r'"id":"(?P<id>[\w-]+)","content":"(?P<content>.*)"', re.DOTALL)

ESCAPE = re.compile(r"u(00[2-9a-f][0-9a-f]|0[1-7][0-9a-f]{2}|20[0-4][0-9a-f])")
"""A letter of a European or Near Eastern script, or a mark such as a dash, as PHP escapes it in JSON."""
SURE_ESCAPE = re.compile(r"u00[a-f][0-9a-f]|u003[ce]|u0022|u201[cde]|(?:u0[1-7][0-9a-f]{2}){2}")
"""What no word or address holds by chance, as `menu2019` would."""


def read_footnotes(value: str) -> tuple[Footnotes, tuple[Note, ...]]:
    """Give the notes of an article, and a note when they had to be mended or could not be read.

    WordPress's importer takes the backslashes out of the JSON (core.trac.wordpress.org/ticket/59103), so that a site
    which was once imported has `"content":"<a href="…">"`: no JSON any more, but its notes can still be told apart.
    """
    if not value.strip():
        return (), ()
    try:
        read = _from_json(json.loads(value))
        mended = tuple((name, _with_letters(text)) for name, text in read)
        if mended == read:
            return read, ()
    except (ValueError, TypeError, KeyError, RecursionError):
        mended = _without_backslashes(value)
    if mended:
        return mended, (Note("footnotes mended", "their JSON had lost its backslashes", review=True),)
    return (), (Note("footnotes could not be read", value[:200], review=True),)


def _from_json(notes: object) -> Footnotes:
    if isinstance(notes, str):
        # Encoded twice, as some tools that move sites do.
        notes = json.loads(notes)
    if not isinstance(notes, list):
        raise TypeError("a list of footnotes is expected")
    return tuple((str(note["id"]), str(note.get("content") or "")) for note in notes)


def _with_letters(text: str) -> str:
    """Give a text with the letters whose escapes lost their backslash: `caf` + `u00e9` was `café`."""
    return ESCAPE.sub(lambda escape: chr(int(escape[1], 16)), text) if SURE_ESCAPE.search(text) else text


def _without_backslashes(value: str) -> Footnotes:
    pieces = BETWEEN.split(value.strip().removeprefix("[{").removesuffix("}]"))
    notes = [CONTENT_FIRST.fullmatch(piece) or ID_FIRST.fullmatch(piece) for piece in pieces]
    return tuple((note["id"], _with_letters(note["content"])) for note in notes if note) if all(notes) else ()
