"""Values in a plain form in which two are alike when, and only when, no template can tell them apart."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from enum import Enum
from functools import partial
from hashlib import sha256
from pathlib import PurePath
from types import BuiltinFunctionType, FunctionType, MethodType, ModuleType
from typing import Any

Plain = Any
"""Tuples, texts, numbers, truth values and None: what `repr` shows entirely."""

_SIZE = 16
_PLAIN = frozenset({str, int, float, bool, type(None), bytes})
_CODE = (FunctionType, BuiltinFunctionType, MethodType, type, ModuleType)

# Pelican puts name and slug among them once somebody has asked for an address.
_OF_TERMS = frozenset({"settings", "name", "slug", "_name", "_slug", "_slug_from_name"})


class UnknownValueError(TypeError):
    """A value of a kind whose parts nobody has told us."""


def digest_of(plain: Plain) -> bytes:
    """Give a digest of a plain value."""
    return digest_of_bytes(repr(plain).encode("utf-8", "surrogatepass"))


def digest_of_bytes(octets: bytes) -> bytes:
    """Give a digest of octets: processors have SHA-256 built in, so that nothing else is as fast."""
    return sha256(octets).digest()[:_SIZE]


@dataclass(slots=True)
class Canon:
    """Gives values in plain form. Articles and pages are named, not told: who reads them has noted that."""

    names: Mapping[int, str] = field(default_factory=dict)
    """The articles and pages of the site: the path of each, by identity."""
    forms: dict[type, Callable[[Any], Plain]] = field(default_factory=dict)
    """How values of a class are told, once it has been met."""
    terms: dict[int, tuple[Any, Plain]] = field(default_factory=dict)
    """Authors, categories and tags that have been told: there are few, in many places."""
    owns: dict[int, tuple[bytes, tuple[Any, ...]]] = field(default_factory=dict)
    """What each of them says itself, as a digest, and those that it leads to."""
    _met: dict[int, Any] | None = None
    """Those that one leads to, while it is told."""

    def of(self, value: Any) -> Plain:  # noqa: ANN401  # of any kind, that is the point
        """Give a value in plain form. Raises UnknownValueError."""
        kind = type(value)
        if kind in _PLAIN:
            return value
        form = self.forms.get(kind)
        if form is None:
            form = self.forms[kind] = self._form(kind)
        return form(value)

    def digest(self, value: Any) -> bytes:  # noqa: ANN401  # of any kind
        """Give the digest of a value. Raises UnknownValueError."""
        try:
            return digest_of(self.of(value))
        except RecursionError:
            raise UnknownValueError(f"{type(value).__name__} holds itself") from None

    def _name_of_term(self, term: Any) -> Plain:  # noqa: ANN401  # Pelican has no types
        if self._met is None:
            return self._term(term)
        self._met.setdefault(id(term), term)
        return ("term", type(term).__qualname__, term.name, term.slug)

    def _form(self, kind: type) -> Callable[[Any], Plain]:
        if hasattr(kind, "page_facts"):
            return lambda value: (kind.__qualname__, self.of(value.page_facts()))
        if hasattr(kind, "given_as"):
            # A page of a list: what is used of it is noted when it is used.
            return lambda _: "list page"
        if hasattr(kind, "get_relative_source_path"):
            return self._content
        if hasattr(kind, "page_name") and hasattr(kind, "as_dict"):
            return self._name_of_term
        if is_dataclass(kind):
            names = [each.name for each in fields(kind)]
            return lambda value: (kind.__qualname__, *(self.of(getattr(value, name)) for name in names))
        for base, form in self._bases().items():
            if issubclass(kind, base):
                return form
        raise UnknownValueError(f"{kind.__module__}.{kind.__qualname__}")

    def _bases(self) -> dict[type | tuple[type, ...], Callable[[Any], Plain]]:
        return {
            Enum: lambda value: (type(value).__qualname__, value.name),
            str: lambda value: (type(value).__qualname__, str(value)),
            (bool, int, float, bytes): lambda value: (type(value).__qualname__, repr(value)),
            datetime: lambda value: (value.isoformat(), value.fold, str(value.tzinfo)),
            (date, time, timedelta): repr,
            tzinfo: str,
            (list, tuple): lambda value: ("list", *map(self.of, value)),
            Mapping: lambda value: ("map", *((self.of(key), self.of(each)) for key, each in value.items())),
            (set, frozenset): lambda value: ("set", *sorted(map(repr, map(self.of, value)))),
            PurePath: lambda value: ("path", str(value)),
            re.Pattern: lambda value: ("pattern", value.pattern, value.flags),
            partial: lambda value: ("partial", self.of(value.func), self.of(value.args), self.of(value.keywords)),
            # Their code is among the files that the whole site depends on.
            _CODE: lambda value: ("code", getattr(value, "__module__", ""), getattr(value, "__qualname__", "")),
        }

    def _content(self, value: Any) -> Plain:  # noqa: ANN401  # Pelican has no types
        name = self.names.get(id(value))
        if name is None:
            raise UnknownValueError(f"{type(value).__name__} that Pelican has not read")
        return ("content", name)

    def _term(self, value: Any) -> Plain:  # noqa: ANN401  # Pelican has no types
        """Tell a category, a tag or an author with all that it leads to: sections hold those above and below them."""
        known = self.terms.get(id(value))
        if known is None:
            digests: dict[int, bytes] = {}
            waiting = [value]
            while waiting:
                term = waiting.pop()
                if id(term) not in digests:
                    digests[id(term)], others = self._own_of(term)
                    waiting.extend(others)
            whole = digest_of(sorted(digests.values()))
            known = self.terms[id(value)] = value, ("term", value.name, value.slug, whole)
        return known[1]

    def _own_of(self, term: Any) -> tuple[bytes, tuple[Any, ...]]:  # noqa: ANN401  # Pelican has no types
        """Give the digest of what a term says itself, and the others that it leads to."""
        known = self.owns.get(id(term))
        if known is None:
            outer, self._met = self._met, {}
            try:
                parts = self.of({name: part for name, part in vars(term).items() if name not in _OF_TERMS})
                others = tuple(self._met.values())
            finally:
                self._met = outer
            digest = digest_of((type(term).__qualname__, term.name, term.slug, parts))
            known = self.owns[id(term)] = digest, others
        return known
