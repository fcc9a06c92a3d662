"""The file of proposals about tags, which an editor reads, mends and has carried out."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import yaml

_HEAD = """\
# What to do about tags. Nothing happens until you say:   ./inv tags --apply {file}
# Delete what you do not want, and mend what you like. A line that begins with # does nothing: take the sign away to
# have it done.
"""
_PARTS = ("merge", "add", "drop")


@dataclass(frozen=True, slots=True)
class Merge:
    """Tags that become one."""

    into: str
    """The tag that stays."""
    slug: str
    """The end of its address."""
    tags: tuple[str, ...]
    """Those that go."""
    aliases: tuple[str, ...] = ()
    """Their addresses, which lead to it from then on."""
    why: str = ""
    """For the editor."""


@dataclass(frozen=True, slots=True)
class Addition:
    """Tags for an article."""

    story: str
    """Its file, below the content folder."""
    tags: tuple[str, ...]
    """To be added."""
    title: str = ""
    """For the editor."""
    why: tuple[str, ...] = ()
    """The same, one for each tag."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything to be done about tags."""

    merges: tuple[Merge, ...] = ()
    """Tags that become one."""
    additions: tuple[Addition, ...] = ()
    """Tags that articles get."""
    drops: tuple[str, ...] = ()
    """Tags that all articles lose."""


class PlanError(ValueError):
    """What is wrong with a plan: file, line, what, and what to do."""


def dumped(plan: Plan, file: str, once: Iterable[tuple[str, str]]) -> str:
    """Give the text of a plan; tags that one article alone has are proposed for dropping, as lines that do nothing."""
    lines = [_HEAD.format(file=file)]
    if plan.merges:
        lines += [
            "# One tag, written in several ways. Stories get it, and the old addresses lead to it.",
            "merge:",
        ]
        lines += [line for merge in plan.merges for line in _merge_lines(merge)]
    if plan.additions:
        lines += ["", "# Stories without tags.", "add:"]
        lines += [line for addition in plan.additions for line in _addition_lines(addition)]
    used_once = [f"  # - {_quoted(tag)}  # {_said(story)}" for tag, story in once]
    if used_once:
        lines += ["", "# Tags that one story alone has: they lead a reader nowhere.", "drop:", *used_once]
    return "\n".join([*lines, ""])


def _merge_lines(merge: Merge) -> Iterator[str]:
    yield f"  - into: {_quoted(merge.into)}  # {_said(merge.why)}"
    yield f"    slug: {_quoted(merge.slug)}"
    yield "    tags:"
    yield from (f"      - {_quoted(tag)}" for tag in merge.tags)
    if merge.aliases:
        yield "    aliases:"
        yield from (f"      - {_quoted(address)}" for address in merge.aliases)


def _addition_lines(addition: Addition) -> Iterator[str]:
    yield f"  - story: {_quoted(addition.story)}  # {_said(addition.title)}"
    yield "    tags:"
    for tag, why in zip(addition.tags, addition.why, strict=True):
        yield f"      - {_quoted(tag)}  # {_said(why)}"


def _quoted(text: str) -> str:
    # A JSON string is a YAML string, whatever stands in it.
    return json.dumps(text, ensure_ascii=False)


def _said(text: str) -> str:
    return " ".join(text.split())


def read_plan(text: str, file: str) -> Plan:
    """Give a plan. Raises PlanError with the first thing that is wrong with it."""
    try:
        root = yaml.compose(text, yaml.SafeLoader)
    except yaml.YAMLError as error:
        line = error.problem_mark.line + 1 if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark else 1
        raise PlanError(f"{file}:{line}: this is no YAML: write it as ./inv tags did") from None
    parts = _fields(root, file, _PARTS) if root is not None else {}
    return Plan(
        tuple(_merge(node, file) for node in _items(parts.get("merge"), file)),
        tuple(_addition(node, file) for node in _items(parts.get("add"), file)),
        _texts(parts.get("drop"), file),
    )


def _merge(node: yaml.Node, file: str) -> Merge:
    fields = _fields(node, file, ("into", "slug", "tags", "aliases"))
    into, slug = (_text(_needed(fields, name, (node, file)), file) for name in ("into", "slug"))
    return Merge(into, slug, _texts(fields.get("tags"), file), _texts(fields.get("aliases"), file))


def _addition(node: yaml.Node, file: str) -> Addition:
    fields = _fields(node, file, ("story", "tags"))
    return Addition(_text(_needed(fields, "story", (node, file)), file), _texts(fields.get("tags"), file))


def _needed(fields: dict[str, yaml.Node], name: str, where: tuple[yaml.Node, str]) -> yaml.Node:
    if name not in fields:
        raise _error(where[0], where[1], f"{name} is missing: add a line {name}: …")
    return fields[name]


def _fields(node: yaml.Node, file: str, known: Sequence[str]) -> dict[str, yaml.Node]:
    if not isinstance(node, yaml.MappingNode):
        raise _error(node, file, f"write {', '.join(known)} here, each with a colon")
    for key, _ in node.value:
        if key.value not in known:
            raise _error(key, file, f"{key.value!r} is unknown: write one of {', '.join(known)}")
    return {key.value: value for key, value in node.value}


def _items(node: yaml.Node | None, file: str) -> list[yaml.Node]:
    if node is None or (isinstance(node, yaml.ScalarNode) and not node.value):
        return []
    if not isinstance(node, yaml.SequenceNode):
        raise _error(node, file, 'this is a list: begin each with "- "')
    return list(node.value)


def _texts(node: yaml.Node | None, file: str) -> tuple[str, ...]:
    return tuple(_text(item, file) for item in _items(node, file))


def _text(node: yaml.Node, file: str) -> str:
    if not isinstance(node, yaml.ScalarNode) or not node.value:
        raise _error(node, file, "a text must stand here")
    return str(node.value)


def _error(node: yaml.Node, file: str, what: str) -> PlanError:
    return PlanError(f"{file}:{node.start_mark.line + 1}: {what}")
