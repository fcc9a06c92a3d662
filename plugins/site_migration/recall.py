"""What need not be done again: an item that the export gives as before, with all that its file was made from."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from hashlib import blake2b
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from typing import Any, get_type_hints

from wordpress_export.model import Note

from .conversion import Facts, Placed
from .ledger import Entry, Fate
from .state import StateError

_PLUGINS = ("wordpress_export", "markdown_articles", "site_migration")
_CONVERTERS = ("comrak-ext", "selectolax", "lxml", "markdownify", "pyyaml")
"""Libraries that have a say in what a file says."""

_FIELDS = tuple(field.name for field in fields(Entry))
_NOTE_FIELDS = tuple(field.name for field in fields(Note))
_KINDS = {kind: get_type_hints(kind) for kind in (Entry, Note)}
_KINDS[Entry] |= {"notes": tuple, "files": tuple}


def mark_of(facts: Facts) -> bytes:
    """Give the fingerprint of what all files are made with: facts of the site, our own code, and its libraries."""
    mark = blake2b(digest_size=16)
    for piece in chain(own_code(facts.library.handlers), _told(facts)):
        mark.update(piece + b"\0")
    return mark.digest()


def own_code(handlers: str) -> Iterator[bytes]:
    """Give our own code, the versions of the libraries that have a say, and the site's own handlers."""
    for folder in _PLUGINS:
        for module in sorted((Path(__file__).parents[1] / folder).rglob("*.py")):
            yield module.read_bytes()
    for library in _CONVERTERS:
        yield version(library).encode()
    if handlers:
        yield Path(handlers).read_bytes()


def _told(value: object) -> Iterator[bytes]:
    """Give what a value prints as, piece by piece: in one piece the facts of 100,000 posts took 1.1 GB."""
    if isinstance(value, Mapping):
        yield from (_octets(item) for item in value.items())
    elif isinstance(value, frozenset):
        # The order of a set is another one in each process.
        yield from sorted(map(_octets, value))
    elif is_dataclass(value):
        for part in fields(value):
            if part.repr:
                yield part.name.encode()
                yield from _told(getattr(value, part.name))
    else:
        yield _octets(value)


def _octets(value: object) -> bytes:
    return repr(value).encode("utf-8", "surrogatepass")


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
    """Give the entry of such a line. Raises StateError where it is none: the memory may come from elsewhere."""
    try:
        values: Mapping[str, Any] = json.loads(line)
        notes = tuple(Note(**note) for note in values["notes"])
        texts = tuple(values["files"])
        entry = Entry(**{**values, "fate": Fate(values["fate"]), "files": texts, "notes": notes})
        if _is_sound(entry) and all(map(_is_sound, notes)) and all(isinstance(text, str) for text in texts):
            return entry
    except (ValueError, TypeError, KeyError, RecursionError):
        pass
    raise StateError(
        f"the migration's memory has a line of an item that cannot be read: {line[:120]}. Move state.sqlite away and "
        "run again: a new one is made, and files that differ from the export then count as edited"
    )


def _is_sound(value: Entry | Note) -> bool:
    """Tell whether all fields are of their types."""
    return all(isinstance(getattr(value, name), kinds) for name, kinds in _KINDS[type(value)].items())
