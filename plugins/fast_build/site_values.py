"""What everything that a page can use of a site says now, as digests."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from .arguments import Arguments
from .bodies import Place, body_of
from .canonical import Canon, Plain, UnknownValueError, digest_of, digest_of_bytes
from .lists import NotedList, part_of
from .notes import Frame, Notes, Touch
from .read_files import FIXED, KnownFile, is_fixed

Content = Any
"""An article or a page of Pelican's, which has no types."""

_GONE = b"gone"
_UNREAD, _LINKED = -1, -2
_WHY = {
    _UNREAD: "an article that Pelican has not read",
    _LINKED: "links by Pelican's {static} or {filename} in a body",
}
_APART = frozenset({"_content", "_context", "settings", "metadata"})
"""Attributes of an article that are told apart from the others, or are the whole site's."""


@dataclass(slots=True)
class Site:
    """A site whose articles are read, and about which every plugin has said what it has to say."""

    context: Mapping[str, Any]
    """The variables of all templates, as plugins left them."""
    globals: Mapping[str, Mapping[str, Any]]
    """The functions of templates, by the label of their environment."""
    notes: Notes
    """Whose keepers are asked."""
    world: bytes
    """Digest of all else: settings, code, versions, files of the content folder that are no articles."""
    template: Callable[[str, str], bytes]
    """Gives the digest of the files of a template, by label of the environment and name."""
    read: Mapping[str, KnownFile] = field(default_factory=dict)
    """Files of articles and pages of which it is known what was read, by path."""
    contents: dict[str, Content] = field(init=False)
    """Articles and pages by their path."""
    canon: Canon = field(init=False)
    """Tells values."""
    arguments: Arguments = field(init=False)
    """Names what parts of pages are given."""
    lists: dict[str, list[Any]] = field(init=False, default_factory=dict)
    """The lists of articles, by name."""
    noted: dict[str, NotedList] = field(init=False, default_factory=dict)
    """Those variables that are such lists, as templates get them."""
    names: dict[int, str] = field(init=False, default_factory=dict)
    """The names of lists by identity."""
    _rest: dict[int, int] = field(init=False, default_factory=dict)
    """Numbers of articles without their bodies, by identity."""
    _bodies: dict[int, int] = field(init=False, default_factory=dict)
    """Numbers of bodies, by the identity of their articles."""
    _everything: bytes = field(init=False, default=b"")
    """Digest of all of it, once it was asked."""

    def __post_init__(self) -> None:
        read = self.context.get("generated_content", {})
        self.contents = {path: content for path, content in read.items() if content is not None}
        self.canon = Canon({id(content): path for path, content in self.contents.items()})
        for name, value in self.context.items():
            if type(value) is list and value:
                self._take_list(name, value)
        self.arguments = Arguments(self.canon.names, self.contents, self.noted, self.canon.of, self.context)
        for content in self.contents.values():
            for term in _terms(content):
                self.arguments.take_term(term)

    def _take_list(self, name: str, items: list[Any]) -> None:
        first = items[0]
        if id(first) in self.canon.names:
            self.noted[name] = self._note_list(name, items)
        elif isinstance(first, tuple) and len(first) == 2 and isinstance(first[1], list):  # noqa: PLR2004  # a pair
            pairs = [(term, self._note_list(f"{name}/{_title(term)}", each)) for term, each in items]
            self.noted[name] = self._note_list(name, pairs)
            self.names[id(items)] = name

    def _note_list(self, name: str, items: list[Any]) -> NotedList:
        while name in self.lists:
            name += "'"
        self.lists[name] = items
        self.names[id(items)] = name
        return NotedList(items, name, self.notes)

    def list_for(self, name: str, items: list[Any]) -> NotedList:
        """Give a list as a page gets it: one of the site's, or one that only this page has."""
        known = self.names.get(id(items))
        found = self.noted.get(known) if known else None
        return found if found is not None else NotedList(items, name, self.notes, is_own=True)

    def note_contents(self, frame: Frame) -> None:
        """Enter into a frame the numbers of the articles that it noted, and why it may depend on anything."""
        for kind, contents, numbers in (("rest", frame.contents, self._rest), ("body", frame.bodies, self._bodies)):
            for content in contents:
                number = numbers.get(id(content))
                if number is None:
                    number = numbers[id(content)] = self._number(kind, content)
                if number >= 0:
                    frame.used.add(number)
                else:
                    frame.reasons.add(_WHY[number])
                    if number == _LINKED:
                        frame.used.add(self.notes.numbers.of((kind, self.canon.names[id(content)])))
        if frame.reasons:
            frame.used.add(self.notes.numbers.of(("everything",)))

    def _number(self, kind: str, content: Content) -> int:
        path = self.canon.names.get(id(content))
        if path is None:
            return _UNREAD
        return _LINKED if kind == "body" and _has_links(content) else self.notes.numbers.of((kind, path))

    def everything(self) -> bytes:
        """Give the digest of all that is known."""
        if not self._everything:
            parts = [(path, self._facts(path)[0], self._body(path)) for path in sorted(self.contents)]
            self._everything = digest_of((self.world, parts, sorted(map(_stand, self.context.get("staticfiles", ())))))
        return self._everything

    def plain(self, value: object) -> Plain:
        """Give a value in plain form; one that cannot be told stands for everything."""
        try:
            if isinstance(value, NotedList):
                return ("list", value.name)
            return self.canon.of(value)
        except (UnknownValueError, RecursionError):
            return ("everything", self.everything())

    def value(self, touch: Touch) -> bytes:  # noqa: PLR0911  # an answer for each kind
        """Give the digest of what a page uses, as it is now."""
        match touch:
            case ("rest", path):
                digest, is_whole = self._facts(path)
                return digest if is_whole else digest_of((digest, self.everything()))
            case ("body", path):
                return self._body(path)
            case ("name", label, name):
                found = self.noted.get(name) or self.context.get(name, self.globals.get(label, {}).get(name, _GONE))
                return digest_of(("list", name) if isinstance(found, NotedList) else self.plain(found))
            case ("list", name, *_):
                return digest_of(self.items(part_of(self.lists[name], touch)) if name in self.lists else _GONE)
            case ("kept", keeper, key):
                known = self.notes.keepers.get(keeper)
                return digest_of(self.plain(known.value(key)) if known else _GONE)
            case ("template", label, name):
                return self.template(label, name)
            case ("term", *_):
                return digest_of(self.plain(self.arguments.terms.get(touch, _GONE)))
            case _:
                return self.everything()

    def items(self, found: object) -> Plain:
        """Give parts of a list in plain form: of a term's articles, which are a list of their own, only the name."""
        if isinstance(found, list):
            return tuple(map(self.items, found))
        if isinstance(found, tuple) and len(found) == 2 and id(found[1]) in self.names:  # noqa: PLR2004  # a pair
            return self.plain(found[0]), self.names[id(found[1])]
        return self.plain(found)

    def _facts(self, path: str) -> tuple[bytes, bool]:
        """Give the digest of an article without its body, and whether it tells all of it."""
        content = self.contents.get(path)
        if content is None:
            return _GONE, True
        known = self.read.get(path)
        told: list[Plain] = [type(content).__qualname__, known and known.digest]
        is_whole = True
        for name, value in _attributes(content, known):
            try:
                told.append((name, self.canon.of(value)))
            except (UnknownValueError, RecursionError):
                told.append((name, "unknown"))
                is_whole = False
        return digest_of(told), is_whole

    def _body(self, path: str) -> bytes:
        content = self.contents.get(path)
        if content is None:
            return _GONE
        body: Any = vars(content).get("_content")
        return body.digest if type(body) is Place else digest_of_bytes((body or "").encode("utf-8", "surrogatepass"))


def _attributes(content: Content, known: KnownFile | None) -> Iterator[tuple[str, Any]]:
    """Give what an article says beside its body; of what is as it was read, and cannot change, nothing."""
    attributes = vars(content)
    metadata = attributes.get("metadata", {})
    told_of = _APART
    same: set[str] = set()
    if known is not None:
        read = zip(known.names, known.values, strict=True)
        same = {name for name, value in read if is_fixed(value) and metadata.get(name, _GONE) is value}
        as_read = {name for name in same if attributes.get(name, _GONE) is metadata[name]}
        told_of = _APART | as_read
        yield "others", [name for name in known.names if name not in as_read]
        yield "other metadata", [name for name in known.names if name not in same]
    yield from ((name, value) for name, value in attributes.items() if name not in told_of)
    for name, value in metadata.items():
        # Most are attributes too.
        if name not in same:
            yield f"metadata.{name}", None if attributes.get(name) is value else value


def _terms(content: Content) -> Iterator[Any]:
    """Give the categories, tags and authors of an article."""
    for value in vars(content).values():
        if type(value) in FIXED:
            continue
        for each in value if type(value) is list or type(value) is tuple else (value,):
            if hasattr(type(each), "page_name") and hasattr(type(each), "as_dict"):
                yield each


def _title(term: object) -> str:
    return str(getattr(term, "path", None) or getattr(term, "slug", None) or term)


def _stand(static: Content) -> tuple[str, str]:
    return str(static.save_as), str(static.source_path)


def _has_links(content: Content) -> bool:
    """Tell whether a body has links to files, which lead to wherever Pelican puts them."""
    body = body_of(content) or ""
    pattern = content.settings["INTRASITE_LINK_REGEX"]
    return ("{" in body or "|" in body) and re.search(rf"""=\s*["']{pattern}""", body) is not None
