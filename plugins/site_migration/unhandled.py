"""Shortcodes and blocks of plugins that no one has a handler for, counted by name over the whole site."""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from wordpress_export.model import Note

SHORTCODES = "shortcode without a handler"
"""The kind of note by which a shortcode is reported."""
_SHORTCODE = re.compile(r"\[([\w-]+)")
_BLOCK = re.compile(r"(?!core/)[a-z][a-z0-9_-]*/[a-z][a-z0-9_-]*")


@dataclass(slots=True)
class Tally:
    """One name."""

    name: str
    """`acme_box`, or `acme/box` of a block."""
    count: int = 0
    """How often it was there."""
    articles: int = 0
    """In how many articles."""
    title: str = ""
    """Of the first of them."""
    file: str = ""
    """The same article's file."""
    example: str = ""
    """How it stood there."""


@dataclass(slots=True)
class Unhandled:
    """The names of a site, and how often each was there."""

    shortcodes: dict[str, Tally] = field(default_factory=dict)
    """By name."""
    blocks: dict[str, Tally] = field(default_factory=dict)
    """By name with its namespace."""

    def take(self, notes: tuple[Note, ...], title: str, file: str) -> None:
        """Count what the notes of one article say."""
        seen: set[str] = set()
        for note in notes:
            table, name = self._place_of(note)
            if not name:
                continue
            tally = table.setdefault(name, Tally(name, title=title, file=file, example=note.detail))
            tally.count += note.count
            tally.articles += name not in seen
            seen.add(name)

    def _place_of(self, note: Note) -> tuple[dict[str, Tally], str]:
        if note.kind == SHORTCODES:
            found = _SHORTCODE.match(note.detail)
            return self.shortcodes, found[1] if found else ""
        block = _BLOCK.match(note.detail) if note.kind.startswith("block ") else None
        return self.blocks, block[0] if block else ""

    def tables(self) -> tuple[tuple[str, list[Tally]], ...]:
        """Give the two tables with their headings, most frequent names first."""
        return (
            ("Shortcodes without a handler", _ranked(self.shortcodes)),
            ("Blocks of plugins", _ranked(self.blocks)),
        )

    def as_json(self) -> Mapping[str, list[dict[str, Any]]]:
        """Give both tables for programs."""
        return {
            "shortcodes": [asdict(tally) for tally in _ranked(self.shortcodes)],
            "blocks": [asdict(tally) for tally in _ranked(self.blocks)],
        }


def _ranked(table: Mapping[str, Tally]) -> list[Tally]:
    return sorted(table.values(), key=lambda tally: (-tally.count, tally.name))
