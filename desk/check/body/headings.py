"""Headings."""

from collections.abc import Iterator

from ..finding import Remark
from .tree import Looked


def first_level(looked: Looked) -> Iterator[Remark]:
    """Say where a heading of the first level stands."""
    for node in looked.tree.tags("h1"):
        words = " ".join(node.text().split())
        remedy = f"write ## {words[:40]}" if words else "take it out, or write ## and its words"
        yield Remark("heading", looked.line(node, words), f"the headline is the only heading of its level: {remedy}")
