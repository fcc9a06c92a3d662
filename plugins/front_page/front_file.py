"""The editors' file of the front page, `content/data/front.yaml`: which stories and sections they want to see there."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches

import yaml

KEYS = ("lead", "beside", "sections", "hidden")
"""What may stand in the file."""

_SYNONYMS = {
    "top": "lead", "main": "lead", "hero": "lead", "secondary": "beside", "second": "beside", "categories": "sections",
    "hide": "hidden", "exclude": "hidden",
}  # fmt: skip
_NULL = "tag:yaml.org,2002:null"


class FrontFileError(ValueError):
    """All that is wrong with the editors' file, each as `path:line: what, and what to do`."""

    def __init__(self, *problems: str) -> None:
        super().__init__(*problems)
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join(self.problems)


@dataclass(frozen=True, slots=True)
class Named:
    """A story or a section, as an editor names it."""

    words: str
    """A title, a slug or an address; of a section its name, its slug, or its slug with those above it."""
    line: int
    """Where it stands in the file; the first is 1."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What the editors want; all may be empty."""

    name: str
    """The file, for people."""
    lead: tuple[Named, ...] = ()
    """The first story of the page: one or none."""
    beside: tuple[Named, ...] = ()
    """The stories beside it, in order."""
    sections: tuple[Named, ...] = ()
    """The sections that the page has, in order; without them the largest."""
    hidden: tuple[Named, ...] = ()
    """Stories that are not to be on the page."""


def read_plan(file: bytes, name: str) -> Plan:
    """Give what the editors want. Raises FrontFileError with all that is wrong, file and line first."""
    reading = _Reading(name)
    found = dict(reading.lists(_root(file, name)))
    for second in found.get("lead", ())[1:]:
        reading.complain(second.line, "lead: one story leads: write the others below beside:")
    if reading.problems:
        raise FrontFileError(*reading.problems)
    return Plan(name, **found)


def _root(file: bytes, name: str) -> yaml.Node | None:
    try:
        return yaml.compose(file.decode("utf-8-sig"), Loader=yaml.SafeLoader)
    except UnicodeDecodeError as error:
        line = file.count(b"\n", 0, error.start) + 1
        raise FrontFileError(f"{name}:{line}: is not written in UTF-8: save the file as UTF-8") from None
    except RecursionError:
        raise FrontFileError(f"{name}:1: brackets nest too deep here: nothing needs more than a list") from None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise FrontFileError(
            f"{name}:{line}: is no YAML ({error.problem}): mind the indentation, and put a title that holds a colon "
            "or begins with a sign between quotation marks"
        ) from None
    except yaml.YAMLError:
        raise FrontFileError(f"{name}:1: holds a character that YAML does not allow: remove it") from None


@dataclass(slots=True)
class _Reading:
    """The file as it is read: everything that is wrong with it is found before anything is said."""

    name: str
    """The file, for people."""
    problems: list[str] = field(default_factory=list)
    """What is wrong."""

    def lists(self, root: yaml.Node | None) -> Iterator[tuple[str, tuple[Named, ...]]]:
        """Give each key with what stands below it."""
        if root is not None and not isinstance(root, yaml.MappingNode):
            self.complain(_line(root), "write lines of the form lead: title, and lists below beside: and sections:")
            return
        seen: set[str] = set()
        for key, value in root.value if root else ():
            word = key.value if isinstance(key, yaml.ScalarNode) else ""
            if word not in KEYS:
                self.complain(_line(key), _unknown(word))
            elif word in seen:
                self.complain(_line(key), f"{word} stands here for the second time: keep one of the two")
            else:
                seen.add(word)
                yield word, tuple(self._names(word, value))

    def complain(self, line: int, what: str) -> None:
        """Note what is wrong on a line."""
        self.problems.append(f"{self.name}:{line}: {what}")

    def _names(self, key: str, node: yaml.Node) -> Iterator[Named]:
        """Give the names of a list; a single text is a list of one."""
        for item in node.value if isinstance(node, yaml.SequenceNode) else [node]:
            if not isinstance(item, yaml.ScalarNode):
                self.complain(_line(item), f'{key}: write a title, a slug or an address, after "- " where it is a list')
            elif item.tag != _NULL and item.value.strip():
                yield Named(item.value.strip(), _line(item))


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


def _unknown(word: str) -> str:
    close = get_close_matches(word.lower(), [*KEYS, *_SYNONYMS], n=1)
    remedy = f"did you mean {_SYNONYMS.get(close[0], close[0])}?" if close else f"the keys are {', '.join(KEYS)}"
    return f"there is no key {word!r}: {remedy}"
