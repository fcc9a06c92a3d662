"""What a part of a page is given, by names that mean the same in the next build."""

from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from typing import Any

from jinja2 import Undefined

from .lists import NotedList
from .notes import Touch

Key = Hashable
"""Names a value: a kind, then which one."""

_WORDS = frozenset({str})
_PLAIN = frozenset({str, int, float, bool, type(None), date})


class UnknownArgumentError(LookupError):
    """A value that has no such name, or a name that no value has any more."""


@dataclass(slots=True)
class Arguments:
    """Names values, and finds them again."""

    names: Mapping[int, str]
    """The articles and pages of the site: the path of each, by identity."""
    contents: Mapping[str, Any]
    """The same by path."""
    lists: Mapping[str, NotedList]
    """The lists of the site by name."""
    plain: Callable[[Any], Any]
    """Tells values, to see whether two of them are alike."""
    variables: Mapping[str, Any]
    """The variables of all templates."""
    terms: dict[Key, Any] = field(default_factory=dict)
    """Categories, tags and authors by name."""
    _keys: list[Key] = field(default_factory=list)
    """Names that were given, by number."""
    _numbers: dict[Key, int] = field(default_factory=dict)
    """Their numbers."""
    _terms: list[tuple[Touch, ...]] = field(default_factory=list)
    """The categories, tags and authors in what they name, by number."""
    _short: dict[Key, int] = field(default_factory=dict)
    """The numbers of plain values, and of lists and dictionaries by the numbers of what they hold."""
    _lasting: dict[int, tuple[Any, int]] = field(default_factory=dict)
    """Those of what does not change while a site is built, by identity."""
    _found: dict[Key, Any] | None = None
    """Menus and other such things among the variables, by name, once one of them was asked for."""

    def take_term(self, term: Any) -> Any:  # noqa: ANN401  # Pelican has no types
        """Take up a category, a tag or an author; give the first that had its name."""
        return self.terms.setdefault(_key(term), term)

    def keys(self, arguments: tuple[Any, ...], named: dict[str, Any]) -> tuple[int, ...] | None:
        """Give the numbers of the names of arguments, those given by name as one; None where one has no name."""
        try:
            return (*map(self._number, arguments), self._number(named) if named else -1)
        except UnknownArgumentError:
            return None

    def named(self, found: tuple[int, ...]) -> tuple[Key, Key]:
        """Give names by their numbers."""
        *arguments, named = (self._keys[number] if number >= 0 else ("dict",) for number in found)
        return ("tuple", *arguments), named

    def _number(self, value: Any) -> int:  # noqa: ANN401  # any argument
        kind = type(value)
        if kind in _PLAIN:
            short: Key = kind, value
        elif kind is dict or kind is list:
            parts = value.values() if kind is dict else value
            kinds, names = frozenset(map(type, parts)), tuple(value) if kind is dict else ()
            # Most are a few words.
            short = kind, names, tuple(parts) if kinds == _WORDS else tuple(map(self._number, parts))
        else:
            lasting = self._lasting.get(id(value))
            if lasting is None:
                # It is held, so that nothing else can have its identity.
                lasting = self._lasting[id(value)] = value, self._entered(self.key(value))
            return lasting[1]
        number = self._short.get(short)
        if number is None:
            number = self._short[short] = self._entered(self.key(value))
        return number

    def _entered(self, key: Key) -> int:
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = len(self._keys)
            self._keys.append(key)
            self._terms.append(tuple(_terms(key)))
        return number

    def key(self, value: Any) -> Key:  # noqa: ANN401, PLR0911  # any argument; an answer for each kind
        """Give the name of a value. Raises UnknownArgumentError."""
        kind = type(value)
        if kind in _PLAIN:
            return (kind.__name__, value)
        name = self.names.get(id(value))
        if name is not None:
            return ("content", name)
        if kind is dict:
            return ("dict", *((name, self.key(each)) for name, each in value.items()))
        if kind is list or kind is tuple:
            return (kind.__name__, *map(self.key, value))
        if kind is NotedList and not value.is_own:
            return ("noted", value.name)
        if hasattr(kind, "page_name") and hasattr(kind, "as_dict"):
            return self._key_of_term(value)
        if kind is Undefined:
            return ("undefined", None)
        if hasattr(kind, "page_facts"):
            return ("facts", kind.__qualname__, self.key(value.page_facts()))
        if is_dataclass(kind):
            return ("parts", kind.__qualname__, *(self.key(getattr(value, each.name)) for each in fields(kind)))
        raise UnknownArgumentError(kind.__name__)

    def of(self, key: Any) -> Any:  # noqa: ANN401, C901, PLR0911  # any value; an answer for each kind
        """Give the value that has a name. Raises UnknownArgumentError."""
        try:
            match key:
                case ("dict", *pairs):
                    return {name: self.of(each) for name, each in pairs}
                case ("list", *parts):
                    return [self.of(part) for part in parts]
                case ("tuple", *parts):
                    return tuple(self.of(part) for part in parts)
                case ("content", path):
                    return self.contents[path]
                case ("noted", name):
                    return self.lists[name]
                case ("term", *_):
                    return self.terms[key]
                case ("undefined", _):
                    return Undefined()
                case ("parts", *_):
                    return self._fixed()[key]
                case ("facts", *_):
                    raise UnknownArgumentError(str(key))
                case (_, value):
                    return value
        except KeyError:
            pass
        raise UnknownArgumentError(str(key))

    def _fixed(self) -> dict[Key, Any]:
        if self._found is None:
            self._found = {}
            for value in list(self.variables.values()):
                self._find(value)
        return self._found

    def _find(self, value: Any) -> None:  # noqa: ANN401  # any variable
        kind = type(value)
        if is_dataclass(kind) and not hasattr(kind, "page_facts"):
            with suppress(UnknownArgumentError, RecursionError):
                self._found[self.key(value)] = value  # type: ignore[index]  # only called where it is there
        elif kind in {dict, list, tuple}:
            for each in value.values() if kind is dict else value:
                self._find(each)

    def touches(self, found: tuple[int, ...]) -> Iterator[Touch]:
        """Give what a part of a page uses by being given what has these names: all that is said of terms."""
        for number in found:
            if number >= 0:
                yield from self._terms[number]

    def _key_of_term(self, term: Any) -> Key:  # noqa: ANN401  # Pelican has no types
        known = self.take_term(term)
        if known is not term and self.plain(known) != self.plain(term):
            raise UnknownArgumentError(str(term))
        return _key(term)


def _key(term: Any) -> Key:  # noqa: ANN401  # Pelican has no types
    return ("term", type(term).__name__, term.name, term.slug)


def _terms(key: Any) -> Iterator[Touch]:  # noqa: ANN401  # any name
    """Give the categories, tags and authors in a name."""
    if isinstance(key, tuple):
        if key and key[0] == "term":
            yield key
        else:
            for part in key:
                yield from _terms(part)
