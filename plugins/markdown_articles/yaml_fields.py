"""YAML's nodes with the lines they stand on, and the fields of a mapping, each checked."""

import re
from collections.abc import Mapping
from datetime import tzinfo
from difflib import get_close_matches
from typing import Any

import yaml

from .problems import ContentError
from .yaml_values import FieldError, FieldGroupError, ValueReader

# The C loader recurses without a limit, and ends Python with it, on a text of opening brackets. Whatever could nest so
# deep goes to the Python loader, which raises RecursionError.
_NESTING = re.compile(r"[\[{?]|-[ \t]+(?=-)")
_MOST_NESTING = 1000

_REMEDIES = {
    "mapping values are not allowed": "put a text with a colon in quotes, or check the spaces at the start of the line",
    "cannot start any token": "a text that begins with a sign such as @ ` % or a tab must stand in quotes",
    "found undefined alias": "a text that begins with * must stand in quotes",
    "found unexpected end of stream": "a quotation mark is not closed",
    "did not find expected key": "check the quotation marks and the spaces at the start of the line",
    "did not find expected": "check brackets and quotation marks; a text that begins with [ or { must stand in quotes",
}


def compose(text: str, path: str, error: type[ContentError]) -> yaml.MappingNode | None:
    """Give the mapping that a text of YAML holds, or None when it holds nothing.

    Raises `error` in plain words, with line and column, where the text is no YAML or no mapping.
    """
    deep = len(_NESTING.findall(text)) > _MOST_NESTING
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader if deep else yaml.CSafeLoader)
    except yaml.MarkedYAMLError as cause:
        raise error(f"{path}{_explain(cause)}") from None
    except yaml.YAMLError as cause:
        raise error(
            f"{path}:1: a character that YAML does not allow must be removed ({str(cause).splitlines()[0]})"
        ) from None
    except RecursionError:
        raise error(f"{path}:1: brackets nest too deep here: nothing needs more than a list") from None
    if root is not None and not isinstance(root, yaml.MappingNode):
        raise error(f"{path}:{root.start_mark.line + 1}: write lines of the form key: value")
    return root


def read_fields(
    node: yaml.Node | None, readers: Mapping[str, ValueReader], zone: tzinfo, synonyms: Mapping[str, str]
) -> tuple[dict[str, Any], list[FieldError]]:
    """Give the value of each field of a mapping, and all that is wrong with them.

    A key with nothing behind its colon counts as absent, as in a form that was not filled in.
    """
    values: dict[str, Any] = {}
    problems: list[FieldError] = []
    seen: set[str] = set()
    for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
        name = key.value if isinstance(key, yaml.ScalarNode) else ""
        if name in seen:
            problems.append(FieldError(f"{name} stands here for the second time: keep one of the two", key, name))
        elif name not in readers:
            problems.append(FieldError(_unknown(name, readers, synonyms), key))
        elif not _is_absent(value):
            try:
                values[name] = readers[name](name, value, zone)
            except FieldError as problem:
                problems.append(problem)
            except FieldGroupError as several:
                problems += several.problems
        seen.add(name)
    return values, problems


def _unknown(name: str, readers: Mapping[str, ValueReader], synonyms: Mapping[str, str]) -> str:
    close = get_close_matches(name.lower().replace("-", "_"), [*readers, *synonyms], n=1)
    if close:
        return f"there is no key {name!r}; did you mean {synonyms.get(close[0], close[0])}?"
    remedy = "a field of your own goes below extra:" if "extra" in readers else f"the keys are {', '.join(readers)}"
    return f"there is no key {name!r}: {remedy}"


def _is_absent(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and not node.value and node.tag == "tag:yaml.org,2002:null"


def _explain(cause: yaml.MarkedYAMLError) -> str:
    problem = cause.problem or "it cannot be read"
    remedy = next((words for sign, words in _REMEDIES.items() if sign in problem), "check this line and the one above")
    # Of a quotation that never closes, the start helps, not the end of the text.
    mark = (cause.context_mark if "end of stream" in problem else None) or cause.problem_mark
    return f":{f'{mark.line + 1}:{mark.column + 1}:' if mark else ''} no valid YAML ({problem}): {remedy}"
