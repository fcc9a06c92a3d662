"""A list in a YAML text, changed where it stands: every other character of the text stays."""

import json
from collections.abc import Mapping, Sequence

import yaml

_NOTHING = frozenset({"", "null", "~"})


class UnchangeableError(ValueError):
    """A list that is written in a way which cannot be changed safely."""


def texts_at(text: str, *keys: str) -> list[str]:
    """Give the items of the list that stands at a key, or at a key within a key; none where it does not stand.

    Raises:
        UnchangeableError: something else stands there.
    """
    node = _found(text, keys)
    if node is None or (isinstance(node, yaml.ScalarNode) and node.value in _NOTHING):
        return []
    if not isinstance(node, yaml.SequenceNode) or not all(isinstance(item, yaml.ScalarNode) for item in node.value):
        raise UnchangeableError(f"{keys[-1]} is no list of texts")
    return [str(item.value) for item in node.value]


def with_texts(text: str, keys: Sequence[str], wanted: Sequence[str]) -> str:
    """Give a YAML text whose list at a key, or at a key within a key, has these items.

    Items that stay keep their line; a list that becomes empty goes with its key; a new list is put last.

    Raises:
        UnchangeableError: the text would come out with another meaning.
    """
    before, now = _meaning(text), texts_at(text, *keys)
    if list(wanted) == now:
        return text
    node = _found(text, keys)
    if node is None:
        changed = _with_key(text, keys, wanted)
    elif isinstance(node, yaml.SequenceNode) and node.value and not node.flow_style:
        changed = _with_lines(text, keys, (node, wanted))
    else:
        changed = f"{text[: node.start_mark.index]}{_flow(node, wanted)}{text[node.end_mark.index :]}"
    if _meaning(changed) != _expected(before, keys, wanted):
        raise UnchangeableError(f"{keys[-1]} is written in a way that a program cannot change safely")
    return changed


def _found(text: str, keys: Sequence[str]) -> yaml.Node | None:
    node: yaml.Node | None = yaml.compose(text, yaml.SafeLoader)
    for key in keys:
        node = _values(node).get(key)
    return node


def _values(node: yaml.Node | None) -> Mapping[str, yaml.Node]:
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return {key.value: value for key, value in pairs}


def _meaning(text: str) -> object:
    try:
        return yaml.load(text, yaml.BaseLoader) or {}  # noqa: S506  # it makes texts, lists and mappings alone
    except yaml.YAMLError as error:
        raise UnchangeableError(f"it is no YAML: {error}") from None


def _expected(before: object, keys: Sequence[str], wanted: Sequence[str]) -> object:
    values = dict(before) if isinstance(before, dict) else {}
    if len(keys) > 1:
        values[keys[0]] = _expected(values.get(keys[0]), keys[1:], wanted)
    elif wanted:
        values[keys[0]] = list(wanted)
    else:
        values.pop(keys[0], None)
    return values


def _with_lines(text: str, keys: Sequence[str], list_: tuple[yaml.Node, Sequence[str]]) -> str:
    """Change a list of one item a line: lines of items that go are taken out, new items are put last."""
    node, wanted = list_
    lines = text.splitlines(keepends=True)
    items = {item.value: item for item in reversed(node.value)}
    first, indent = node.value[0].start_mark.line, lines[node.value[0].start_mark.line].partition("-")[0]
    end = _end_of(node.value[-1], lines)
    ending = "\r\n" if lines[first].endswith("\r\n") else "\n"
    kept = [lines[items[word].start_mark.line] if word in items else f"{indent}- {_scalar(word)}{ending}"
            for word in wanted]  # fmt: skip
    kept = [line if line.endswith("\n") else line + ending for line in kept]
    if not wanted:
        first = next(place for place in range(first - 1, -1, -1) if lines[place].lstrip().startswith(f"{keys[-1]}:"))
    between = [line for line in lines[first:end] if line.lstrip().startswith("#")]
    return "".join([*lines[:first], *between, *kept, *lines[end:]])


def _end_of(item: yaml.Node, lines: Sequence[str]) -> int:
    """Give the line behind an item; the end of a text over several lines may be marked at the start of the next."""
    mark = item.end_mark
    return min(int(mark.line) + (mark.column > 0), len(lines)) or len(lines)


def _with_key(text: str, keys: Sequence[str], wanted: Sequence[str]) -> str:
    ending = "\r\n" if "\r\n" in text else "\n"
    text = text if not text or text.endswith("\n") else text + ending
    if len(keys) == 1:
        return text + _block(keys[0], wanted, ("", ending))
    above = _found(text, keys[:1])
    if not isinstance(above, yaml.MappingNode) or above.flow_style:
        return text + f"{keys[0]}:{ending}" + _block(keys[1], wanted, ("  ", ending))
    lines = text.splitlines(keepends=True)
    last = above.value[-1][1]
    at = _end_of(last, lines)
    indent = " " * above.value[0][0].start_mark.column
    return "".join([*lines[:at], _block(keys[1], wanted, (indent, ending)), *lines[at:]])


def _block(key: str, wanted: Sequence[str], form: tuple[str, str]) -> str:
    indent, ending = form
    return "".join([f"{indent}{key}:{ending}", *(f"{indent}  - {_scalar(word)}{ending}" for word in wanted)])


def _flow(node: yaml.Node, wanted: Sequence[str]) -> str:
    space = "" if isinstance(node, yaml.SequenceNode) else " "
    return f"{space}[{', '.join(_scalar(word, '[{}]') for word in wanted)}]"


def _scalar(text: str, place: str = "- {}") -> str:
    """Give a text as it stands in a list: bare where that is the same text, else in quotes."""
    try:
        if yaml.safe_load(place.format(text)) == [text] and "#" not in text:
            return text
    except yaml.YAMLError:
        pass
    return json.dumps(text, ensure_ascii=False)
