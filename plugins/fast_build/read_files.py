"""What readers made of files, kept for as long as the files, and all else that counts, are the same."""

import io
import os
import pickle
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from .canonical import digest_of, digest_of_bytes
from .memory import Memory

Read = tuple[Any, Any]
"""An article's HTML and metadata; a pair of None for what must be read."""

_READ, _TERM = "read", "term"
_SIZE = 16
"""Octets of a digest."""
FIXED = frozenset({str, int, float, bool, type(None), datetime})
"""Kinds of values that stay what they are as long as they are the same object."""


class KnownFile(NamedTuple):
    """A file of which it is known what the reader gave."""

    digest: bytes
    """Of its metadata that cannot change, as they were read."""
    names: tuple[str, ...]
    """Of the metadata."""
    values: tuple[Any, ...]
    """The metadata themselves: held, so that nothing else can have their identity."""


@dataclass(slots=True)
class ReadFiles:
    """The files that were read. Authors, categories and tags are kept apart: articles share them."""

    settings: Mapping[str, Any]
    """Pelican's: authors, categories and tags hold them."""
    memory: Memory
    """Where all is kept."""
    seen: dict[str, bytes] = field(default_factory=dict)
    """Digests of the files that were looked at in this build, until they are read."""
    known: dict[str, KnownFile] = field(default_factory=dict)
    """Those of which it is known what was read, by their place in the content folder."""
    newest: tuple[str, bytes] = "", b""
    """The HTML that was read last, and its digest."""
    _names: dict[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)
    """Names of metadata, most files have the same."""
    terms: dict[bytes, Any] = field(default_factory=dict)
    """Authors, categories and tags that were recalled."""
    told: dict[int, tuple[bytes, Any]] = field(default_factory=dict)
    """Those that were kept, by identity."""

    def recalled(self, path: str) -> Read:
        """Give what was made of a file, if it is the same."""
        with open(path, "rb") as file:  # noqa: PTH123  # an article a call
            digest = digest_of_bytes(file.read())
        place = os.path.relpath(path, self.settings["PATH"])
        row = self.memory.find(_READ, (place, digest))
        if row is not None:
            with suppress(LookupError, pickle.UnpicklingError):
                return self._opened(place, row)
        self.seen[path] = digest
        return None, None

    def keep(self, path: str, read: Read) -> None:
        """Keep what was made of a file; what cannot be kept is read each time."""
        place, digest = os.path.relpath(path, self.settings["PATH"]), self.seen.pop(path)
        body, metadata = read
        written = io.BytesIO()
        try:
            _Writing(written, self).dump(metadata)
            octets = body.encode("utf-8", "surrogatepass")
        except (pickle.PicklingError, TypeError, AttributeError):
            return
        told, digests = written.getvalue(), digest_of(_fixed(metadata)) + digest_of_bytes(octets)
        self.memory.keep(_READ, (place, digest), digests + len(told).to_bytes(4, "big") + told + octets)
        self._know(place, digests, read)

    def _opened(self, place: str, row: bytes) -> Read:
        """Give what a row holds. Raises LookupError, UnpicklingError."""
        first = 2 * _SIZE + 4
        split = first + int.from_bytes(row[first - 4 : first], "big")
        read = row[split:].decode("utf-8", "surrogatepass"), _Reading(row[first:split], self).load()
        self._know(place, row, read)
        return read

    def _know(self, place: str, digests: bytes, read: Read) -> None:
        body, metadata = read
        names = tuple(metadata)
        names = self._names.setdefault(names, names)
        self.known[place] = KnownFile(digests[:_SIZE], names, tuple(metadata.values()))
        self.newest = body, digests[_SIZE : 2 * _SIZE]

    def kept_term(self, term: Any) -> bytes:  # noqa: ANN401  # Pelican has no types
        """Keep an author, a category or a tag, and give its name."""
        known = self.told.get(id(term))
        if known is None:
            written = io.BytesIO()
            _WritingTerm(written, self).dump(term)
            known = self.told[id(term)] = digest_of_bytes(written.getvalue()), term
            self.memory.keep(_TERM, known[0], written.getvalue())
        return known[0]

    def term(self, name: bytes) -> Any:  # noqa: ANN401  # Pelican has no types
        """Give an author, a category or a tag by its name. Raises LookupError."""
        if name not in self.terms:
            pickled = self.memory.find(_TERM, name)
            if pickled is None:
                raise LookupError(name)
            term = self.terms[name] = _Reading(pickled, self).load()
            self.told[id(term)] = name, term
        return self.terms[name]


def is_fixed(value: object) -> bool:
    """Tell whether a value stays what it is as long as it is the same object."""
    return type(value) in FIXED or value == ()


def _fixed(metadata: Mapping[str, Any]) -> list[tuple[str, Any]]:
    return [(name, value) for name, value in metadata.items() if is_fixed(value)]


class _Writing(pickle.Pickler):
    """Writes what was read, with the names of authors, categories and tags in their place."""

    def __init__(self, file: io.BytesIO, files: ReadFiles) -> None:
        super().__init__(file, pickle.HIGHEST_PROTOCOL)
        self.files = files

    def reducer_override(self, obj: Any) -> Any:  # noqa: ANN401  # any value that is not plain
        if hasattr(type(obj), "page_name"):
            return _Named, (self.files.kept_term(obj),)
        return NotImplemented


class _WritingTerm(pickle.Pickler):
    """Writes one of them with all that it leads to."""

    def __init__(self, file: io.BytesIO, files: ReadFiles) -> None:
        super().__init__(file, pickle.HIGHEST_PROTOCOL)
        self.files = files

    def persistent_id(self, obj: Any) -> object:  # noqa: ANN401  # any value
        return "settings" if obj is self.files.settings else None


class _Reading(pickle.Unpickler):
    def __init__(self, pickled: bytes, files: ReadFiles) -> None:
        super().__init__(io.BytesIO(pickled))
        self.files = files

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401  # any class
        return self.files.term if name == _Named.__name__ and module == __name__ else super().find_class(module, name)

    def persistent_load(self, _: Any) -> Any:  # noqa: ANN401  # the settings, the one thing that is kept so
        return self.files.settings


class _Named:
    """Stands in what was kept for the function that gives a term by its name."""
