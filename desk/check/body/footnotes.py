"""Footnotes: a mark without a note is shown as it is, and a note without a mark is not shown at all."""

import re
from collections.abc import Iterator

from ..finding import Remark
from .tree import Looked, text_nodes

_MARK = re.compile(r"\[\^([^\]\s]+)\]")
_NOTE = re.compile(r" {0,3}\[\^([^\]\s]+)\]:")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")


def remarks(looked: Looked) -> Iterator[Remark]:
    """Say which footnotes do not find together."""
    body = looked.tree.body
    for node in text_nodes(body) if body is not None else ():
        for found in _MARK.finditer(node.text_content or ""):
            line = looked.line_of(found[0], 0)
            yield Remark("footnote", line, f"{found[0]} has no note: add a line {found[0]}: and its words")
    yield from _unmarked(looked)


def _unmarked(looked: Looked) -> Iterator[Remark]:
    text = "\n".join(looked.lines)
    in_code = False
    for number, line in enumerate(looked.lines):
        in_code ^= bool(_FENCE.match(line))
        found = None if in_code else _NOTE.match(line)
        if found and text.lower().count(f"[^{found[1].lower()}]") < 2:  # noqa: PLR2004  # the note and its mark
            yield Remark(
                "footnote", number + looked.first,
                f"the note [^{found[1]}] is shown nowhere: put [^{found[1]}] where it belongs, or take it out",
            )  # fmt: skip
