"""The file of an article's comments: YAML that people may edit, read without trust."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from difflib import get_close_matches
from typing import Any
from urllib.parse import urlsplit

import yaml

from .thread import Comment

KEYS = ("id", "author", "date", "website", "answers", "kind", "body")
"""Those of a comment, in the order in which the migration writes them."""
KINDS = ("", "comment", "pingback", "trackback")
"""What may stand in `kind`; absent it is a comment."""

_NUMBER = re.compile(r"[0-9]{1,18}")
_DEEPEST = 4
"""A list, its comments, and what is wrong within those."""
_NULL = "null"
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})


class ThreadFileError(ValueError):
    """All that is wrong with files of comments, each as `path:line: what, and what to do`."""

    def __init__(self, *problems: str) -> None:
        super().__init__(*problems)
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join(self.problems)


def read_comments(file: bytes, name: str, zone: tzinfo) -> tuple[Comment, ...]:
    """Give the comments of a file in its order; a date without an offset is meant in this zone.

    Raises ThreadFileError.
    """
    reading = _Reading(name, zone)
    comments = tuple(reading.comments(_root(_text(file, name), name)))
    if reading.problems:
        raise ThreadFileError(*reading.problems)
    return comments


def _text(file: bytes, name: str) -> str:
    try:
        return file.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = file.count(b"\n", 0, error.start) + 1
        raise ThreadFileError(f"{name}:{line}: is not written in UTF-8: save the file as UTF-8") from None


def _root(text: str, name: str) -> yaml.Node | None:
    try:
        return _composed(text)
    except yaml.reader.ReaderError:
        found = yaml.reader.Reader.NON_PRINTABLE.search(text)
        line = text.count("\n", 0, found.start()) + 1 if found else 1
        raise ThreadFileError(f"{name}:{line}: holds a character that nobody can see: remove it") from None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise ThreadFileError(
            f"{name}:{line}: is no YAML ({error.problem}): mind the indentation, and put a text that holds a colon "
            "or begins with a sign between quotation marks"
        ) from None


def _composed(text: str) -> yaml.Node | None:
    """Give the root of the first document, of nodes that hold nothing but text.

    PyYAML's own `compose` calls itself for each list within a list, and libyaml looks through all that are open at each
    word: a file of brackets alone would end the program.
    """
    levels: list[list[yaml.Node]] = [[]]
    begun: list[yaml.CollectionStartEvent] = []
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        if isinstance(event, yaml.CollectionStartEvent):
            begun.append(event)
            levels.append([])
            if len(begun) > _DEEPEST:
                raise yaml.MarkedYAMLError(problem="lists within lists", problem_mark=_mark(event))
        elif isinstance(event, yaml.CollectionEndEvent):
            children = levels.pop()
            levels[-1].append(_collection(begun.pop(), children))
        elif isinstance(event, yaml.ScalarEvent):
            tag = _NULL if event.implicit[0] and event.value in _NOTHING else "text"
            levels[-1].append(yaml.ScalarNode(tag, event.value, _mark(event)))
        elif isinstance(event, yaml.AliasEvent):
            levels[-1].append(yaml.SequenceNode("alias", [], _mark(event)))
    return levels[0][0] if levels[0] else None


def _collection(start: yaml.CollectionStartEvent, children: list[yaml.Node]) -> yaml.Node:
    if isinstance(start, yaml.MappingStartEvent):
        pairs = list(zip(children[::2], children[1::2], strict=True))
        return yaml.MappingNode("mapping", pairs, _mark(start))
    return yaml.SequenceNode("sequence", children, _mark(start))


def _mark(event: yaml.Event) -> Any:  # noqa: ANN401  # libyaml's own class of marks, which the nodes' types do not know
    return event.start_mark


@dataclass(slots=True)
class _Reading:
    """One file as it is read: everything that is wrong with it is found before anything is said."""

    name: str
    """The file, for people."""
    zone: tzinfo
    """For dates without an offset."""
    problems: list[str] = field(default_factory=list)
    """What is wrong."""
    lines: dict[int, int] = field(default_factory=dict)
    """On which line each comment began."""

    def comments(self, root: yaml.Node | None) -> Iterator[Comment]:
        """Yield the sound comments."""
        if root is None or root.tag == _NULL:
            return
        if not isinstance(root, yaml.SequenceNode):
            self._complain(root, 'is no list of comments: begin each with "- id: " and its number')
            return
        for record in root.value:
            if isinstance(record, yaml.MappingNode):
                yield from self._comment(record)
            else:
                self._complain(record, 'is no comment: begin it with "- id: " and its number')

    def _comment(self, record: yaml.MappingNode) -> Iterator[Comment]:
        before = len(self.problems)
        fields = dict(self._fields(record))
        number = self._number(fields, "id") or self._missing(record, fields)
        answers, written = self._number(fields, "answers"), self._moment(fields)
        kind = self._kind(fields)
        if number and number in self.lines:
            self._complain(record, f"id {number} is that of line {self.lines[number]} too: keep one of the two")
        self.lines.setdefault(number, record.start_mark.line + 1)
        if len(self.problems) == before:
            author, website, body = (_said(fields, name) for name in ("author", "website", "body"))
            yield Comment(number, author.strip(), written, body, web_address(website), answers, kind)

    def _fields(self, record: yaml.MappingNode) -> Iterator[tuple[str, yaml.ScalarNode]]:
        for key, value in record.value:
            name = key.value if isinstance(key, yaml.ScalarNode) else ""
            if name not in KEYS:
                meant = get_close_matches(name[:40], KEYS, 1)
                advice = f"did you mean {meant[0]}?" if meant else f"a comment has {', '.join(KEYS)}"
                self._complain(key, f"{name[:40]!r} is no key of a comment: {advice}")
            elif isinstance(value, yaml.ScalarNode):
                yield name, value
            else:
                self._complain(value, f"{name} must be one text, not a list: put it between quotation marks")

    def _missing(self, record: yaml.Node, fields: dict[str, yaml.ScalarNode]) -> int:
        if not _said(fields, "id"):
            self._complain(record, "id is missing: give the comment a number that no other of the file has")
        elif _NUMBER.fullmatch(_said(fields, "id")):
            self._complain(record, "id must be 1 or more")
        return 0

    def _number(self, fields: dict[str, yaml.ScalarNode], name: str) -> int:
        said = _said(fields, name).strip()
        if said and not _NUMBER.fullmatch(said):
            self._complain(fields[name], f"{name} {said[:40]!r} is no number: write the 7 of #comment-7")
            return 0
        return int(said or 0)

    def _moment(self, fields: dict[str, yaml.ScalarNode]) -> datetime | None:
        said = _said(fields, "date").strip()
        if not said:
            return None
        try:
            moment = datetime.fromisoformat(said)
            # What no clock can show in another zone cannot be sorted either.
            return moment.replace(tzinfo=moment.tzinfo or self.zone) if 1 < moment.year < 9999 else None  # noqa: PLR2004
        except ValueError:
            self._complain(fields["date"], f"date {said[:40]!r} is none: write it as 2024-11-16T05:00:00+02:00")
            return None

    def _kind(self, fields: dict[str, yaml.ScalarNode]) -> str:
        said = _said(fields, "kind").strip()
        if said not in KINDS:
            self._complain(fields["kind"], f"kind {said[:40]!r} is none: write pingback or trackback, or leave it out")
        return said.removeprefix("comment")

    def _complain(self, node: yaml.Node, what: str) -> None:
        self.problems.append(f"{self.name}:{node.start_mark.line + 1}: {what}")


def _said(fields: dict[str, yaml.ScalarNode], name: str) -> str:
    """Give what is written, as typed: a writer may be called Null, 2024 or No."""
    node = fields.get(name)
    if node is None or (node.tag == _NULL and name != "author"):
        return ""
    return str(node.value)


def web_address(typed: str) -> str:
    """Give the address that a writer gave as theirs, if it is one of the web; empty for all else."""
    address = typed.strip()
    try:
        parts = urlsplit(address)
    except ValueError:  # "http://[" is none
        return ""
    return address if parts.scheme in {"http", "https"} and parts.netloc else ""
