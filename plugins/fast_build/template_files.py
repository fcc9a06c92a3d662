"""Which files a template is made of: its own, and all that it extends, imports and includes."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Any

from jinja2 import BaseLoader, Environment, TemplateNotFound, nodes

from .canonical import digest_of, digest_of_bytes

_ANY = "*"

References = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
"""Names, or patterns of names: all templates that a template refers to; those of them that are imported without
variables; the filters and tests that it uses."""


@dataclass(slots=True)
class TemplateFiles:
    """The files of the templates of one environment."""

    environment: Environment
    """Whose loader finds them."""
    recall: Callable[[str, bytes, Callable[[], References]], References]
    """Remembers what a template with such a digest refers to."""
    read: dict[bytes, References]
    """What it remembered in this build, of all environments."""
    sources: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    """Text and digest of each file; empty for what is not there."""
    digests: dict[str, bytes] = field(default_factory=dict)
    """Of all the files of a template, by its name."""

    def forget(self) -> None:
        """Look at the files again, since some changed."""
        self.sources.clear()
        self.digests.clear()

    def digest(self, name: str) -> bytes:
        """Give the digest of everything that a template is made of."""
        if name not in self.digests:
            self.digests[name] = digest_of(sorted((part, self._source(part)[1]) for part in self.parts(name)))
        return self.digests[name]

    def parts(self, name: str) -> set[str]:
        """Give the names of all the files of a template."""
        found: set[str] = set()
        waiting = [name]
        while waiting:
            part = waiting.pop()
            if part not in found:
                found.add(part)
                waiting.extend(self._named(self.references_of(part)))
        return found

    def references_of(self, name: str) -> tuple[str, ...]:
        """Give what a template refers to: names, and patterns where a name is put together."""
        return self._references(name)[0]

    def imported(self, name: str) -> set[str]:
        """Give those files of a template that are imported without its variables, and so made once for all pages."""
        found = {each for part in self.parts(name) for each in self._named(self._references(part)[1])}
        return {part for part in found if self._source(part)[1]}

    def filters(self, name: str) -> set[str]:
        """Give the names of the filters and tests that a template uses anywhere."""
        return {each for part in self.parts(name) for each in self._references(part)[2]}

    def _references(self, name: str) -> References:
        text, digest = self._source(name)
        if not digest:
            return (), (), ()
        if digest not in self.read:
            self.read[digest] = self.recall(
                "fast_build", digest, lambda: _read(self.environment.parse(text, name, self._file(name)))
            )
        return self.read[digest]

    def _named(self, references: Iterable[str]) -> Iterator[str]:
        for each in references:
            if _ANY in each:
                yield from (name for name in self.environment.list_templates() if fnmatchcase(name, each))
            else:
                yield each

    def _file(self, name: str) -> str | None:
        """Give where a template is, for who is told what is wrong with it."""
        loader = self.environment.loader
        return loader.get_source(self.environment, name)[1] if isinstance(loader, BaseLoader) else None

    def _source(self, name: str) -> tuple[str, bytes]:
        if name not in self.sources:
            loader = self.environment.loader
            try:
                text = loader.get_source(self.environment, name)[0] if isinstance(loader, BaseLoader) else ""
                self.sources[name] = text, digest_of_bytes(text.encode())
            except TemplateNotFound:
                self.sources[name] = "", b""
        return self.sources[name]


def _read(tree: nodes.Template) -> References:
    found = list(tree.find_all((nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)))
    apart = [node for node in found if isinstance(node, nodes.Import | nodes.FromImport) and not node.with_context]
    used = {str(node.name) for node in tree.find_all((nodes.Filter, nodes.Test))}
    return _all_names(found), _all_names(apart), tuple(sorted(used))


def _all_names(found: Iterable[Any]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for node in found for each in _names(node.template)))


def _names(expression: nodes.Expr) -> Iterator[str]:
    """Give the names of templates that an expression can be."""
    match expression:
        case nodes.Const(value=str() as name):
            yield name
        case nodes.Const(value=(list() | tuple()) as several):
            yield from map(str, several)
        case nodes.List(items=several) | nodes.Tuple(items=several):
            for each in several:
                yield from _names(each)
        case nodes.CondExpr(expr1=one, expr2=other):
            yield from _names(one)
            yield from _names(other) if other is not None else ()
        case nodes.Concat(nodes=parts):
            yield "".join(str(part.value) if isinstance(part, nodes.Const) else _ANY for part in parts)
        case _:
            yield _ANY
