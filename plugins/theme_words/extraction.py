"""The sentences of templates, for Babel: `words.say("…")` and `words.count("…", "…", n)`."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, BinaryIO

from jinja2 import Environment, nodes

KEYWORDS: Mapping[str, tuple[int, ...] | None] = {"say": None, "count": (1, 2)}
"""Methods of `Words` and the places of their sentences, as Babel has it."""

Found = tuple[int, str, str | tuple[str | None, ...] | None, list[str]]
"""Line, method, sentences, comments: what Babel asks of an extractor."""


def extract(
    template: BinaryIO, keywords: Sequence[str], _comments: Sequence[str], options: Mapping[str, Any]
) -> Iterator[Found]:
    """Give each sentence that a template says; Jinja's own extractor sees functions only, no methods."""
    text = template.read().decode(options.get("encoding", "utf-8"))
    for call in Environment(autoescape=True).parse(text).find_all(nodes.Call):
        if isinstance(call.node, nodes.Getattr) and call.node.attr in keywords:
            said = tuple(_text(argument) for argument in call.args)
            if any(said):
                yield call.lineno, call.node.attr, said if len(said) > 1 else said[0], []


def _text(argument: nodes.Expr) -> str | None:
    return argument.value if isinstance(argument, nodes.Const) and isinstance(argument.value, str) else None
