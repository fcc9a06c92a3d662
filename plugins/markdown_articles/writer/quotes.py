"""Quotes, pull quotes and their attributions."""

import re

from selectolax.lexbor import LexborNode

from .lines import join, lines_of, quoted
from .markup import enter_kept_tag
from .tokens import Block, Kind, Place
from .walk import Enter, Leave, Walk, end_block

PULL_QUOTE = "<!-- pullquote -->"
"""The line above a pull quote."""
_DASH = re.compile(r"[—–―]\s*")


def _enter_quote(walk: Walk, node: LexborNode) -> Leave | None:
    return _leave_quote if walk.nest(Place.QUOTE, node) else end_block


def _leave_quote(walk: Walk, node: LexborNode) -> None:
    blocks = walk.unnest().blocks
    if not blocks:
        return
    text = quoted(join([*map(_attribution_as_tag, blocks[:-1]), blocks[-1]]))
    if "pullquote" in (node.attributes.get("class") or "").split():
        text = f"{PULL_QUOTE}\n{text}"
    walk.add(Kind.QUOTE, text)


def _attribution_as_tag(block: Block) -> Block:
    """A dash means an attribution only at the end of a quote; elsewhere the tag says it."""
    return Block(Kind.PARAGRAPH, f"<cite>{block.text[2:]}</cite>") if block.kind is Kind.CITE else block


def _enter_attribution(walk: Walk, node: LexborNode) -> Leave | None:
    """A `<cite>` that is a child of the quote is its attribution; any other names a work, and stays a tag."""
    parent = node.parent
    if walk.frame.place is not Place.QUOTE or parent is None or parent.tag != "blockquote":
        return enter_kept_tag(walk, node)
    walk.push(Place.CITE, node)
    return _leave_attribution


def _leave_attribution(walk: Walk, _node: LexborNode) -> None:
    name = lines_of(walk.pop().blocks)
    if dash := _DASH.match(name):
        name = name[dash.end() :]
    if name:
        walk.add(Kind.CITE, f"— {name}")


ENTER: dict[str, Enter] = {"blockquote": _enter_quote, "cite": _enter_attribution}
"""Quotes and their attributions."""
