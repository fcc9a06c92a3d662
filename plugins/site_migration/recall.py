"""What need not be done again: an item that the export gives as before, with all that its file was made from."""

import json
from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import UTC, datetime
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import Any

from wordpress_export.body.stories.learning import Stories
from wordpress_export.model import Note

from .conversion import Facts, Placed
from .ledger import Entry, Fate

_PLUGINS = ("wordpress_export", "markdown_articles", "site_migration")
_CONVERTERS = ("comrak-ext", "selectolax", "lxml", "markdownify", "pyyaml")
"""Libraries that have a say in what a file says."""

_FIELDS = tuple(field.name for field in fields(Entry))
_NOTE_FIELDS = tuple(field.name for field in fields(Note))


def mark_of(facts: Facts) -> bytes:
    """Give the fingerprint of what all files are made with: facts of the site, our own code, and its libraries."""
    mark = blake2b(digest_size=16)
    for folder in _PLUGINS:
        for module in sorted((Path(__file__).parents[1] / folder).rglob("*.py")):
            mark.update(module.read_bytes())
    for library in _CONVERTERS:
        mark.update(version(library).encode())
    if facts.library.handlers:
        mark.update(Path(facts.library.handlers).read_bytes())
    stories = facts.library.stories
    # The order of a set is another one in each process.
    sets = (sorted(stories.addresses), sorted(stories.labels), stories.titles)
    steady = replace(facts, library=replace(facts.library, stories=Stories()))
    mark.update(repr((steady, sets)).encode("utf-8", "surrogatepass"))
    return mark.digest()


def input_of(placed: Placed, facts: bytes) -> bytes:
    """Give the fingerprint of all that an item's files are made from."""
    # What is dated in the future counts as hidden until then, so that time itself is part of the input.
    is_due = placed.article.published is None or placed.article.published <= datetime.now(UTC)
    source = repr((placed.article, placed.place, is_due)).encode("utf-8", "surrogatepass")
    return blake2b(source, digest_size=16, key=facts).digest()


def entry_line(entry: Entry) -> str:
    """Give an entry as a line of JSON, without its end."""
    # dataclasses.asdict copies all that it meets, which takes ten times as long.
    values = {name: getattr(entry, name) for name in _FIELDS}
    notes = [{name: getattr(note, name) for name in _NOTE_FIELDS} for note in entry.notes]
    return json.dumps(values | {"notes": notes}, ensure_ascii=False)


def entry_from(line: str) -> Entry:
    """Give the entry of such a line."""
    values: Mapping[str, Any] = json.loads(line)
    notes = tuple(Note(**note) for note in values["notes"])
    return Entry(**{**values, "fate": Fate(values["fate"]), "notes": notes})
