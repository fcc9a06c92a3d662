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


def read_footnotes(value: str) -> tuple[Footnotes, tuple[Note, ...]]:
    """Give the notes of an article, and a note when they had to be mended or could not be read.

    WordPress's importer takes the backslashes out of the JSON (core.trac.wordpress.org/ticket/59103), so that a site
    which was once imported has `"content":"<a href="…">"`: no JSON any more, but its notes can still be told apart.
    """
    if not value.strip():
        return (), ()
    try:
        return _from_json(json.loads(value)), ()
    except (ValueError, TypeError, KeyError, RecursionError):
        mended = _without_backslashes(value)
    if mended:
        return mended, (Note("footnotes mended", "their JSON had lost its backslashes", review=True),)
    return (), (Note("footnotes could not be read", value[:200], review=True),)


def _from_json(notes: object) -> Footnotes:
    if not isinstance(notes, list):
        raise TypeError("a list of footnotes is expected")
    return tuple((str(note["id"]), str(note.get("content", ""))) for note in notes)


def _without_backslashes(value: str) -> Footnotes:
    pieces = BETWEEN.split(value.strip().removeprefix("[{").removesuffix("}]"))
    notes = [CONTENT_FIRST.fullmatch(piece) or ID_FIRST.fullmatch(piece) for piece in pieces]
    return tuple((note["id"], note["content"]) for note in notes if note) if all(notes) else ()
