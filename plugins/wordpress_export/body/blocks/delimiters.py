"""Reads the block editor's delimiters: comments such as `<!-- wp:image {"id":7} -->`, which may nest.

It follows WordPress's own `WP_Block_Parser`: nothing in a body is an error, and no text is lost. Where delimiters are
broken, what follows is text outside of blocks, or a block that ends with the body.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

_OPENING = re.compile(r"<!--\s+(/)?wp:(?:([a-z][a-z0-9_-]*)/)?([a-z][a-z0-9_-]*)\s+(?=\{|/?-->)")
_ENDING = re.compile(r"(/)?-->")
_ENDING_AFTER_ATTRIBUTES = re.compile(r"\s+(/)?-->")
_ENDING_AFTER_BROKEN_ATTRIBUTES = re.compile(r"\}\s+(/)?-->")
_DEEPEST = 512
_JSON = json.JSONDecoder(strict=False)


@dataclass(slots=True)
class Block:
    """A block with what it holds, or text that stands outside of blocks."""

    name: str
    """With its namespace: `core/image`, `jetpack/slideshow`. Empty for text outside of blocks."""
    attributes: Mapping[str, Any] = field(default_factory=dict)
    """What the comment says; empty where that was no JSON."""
    inner: "list[str | Block]" = field(default_factory=list)
    """Saved HTML and inner blocks, in order."""

    @property
    def is_leaf(self) -> bool:
        """Whether it holds no other blocks."""
        return not any(isinstance(piece, Block) for piece in self.inner)

    def text(self, name: str) -> str:
        """Give an attribute that is a string; empty where it is not there or something else."""
        value = self.attributes.get(name)
        return value.strip() if isinstance(value, str) else ""

    def fields(self, name: str) -> Mapping[str, Any]:
        """Give an attribute that is an object; empty where it is not there or something else."""
        value = self.attributes.get(name)
        return value if isinstance(value, dict) else {}


@dataclass(frozen=True, slots=True)
class _Delimiter:
    """One comment."""

    start: int
    """Where it begins in the text."""
    end: int
    """The place behind it."""
    name: str
    """As in `Block`."""
    attributes: Mapping[str, Any]
    """As in `Block`."""
    closes: bool
    """Whether it ends a block: `<!-- /wp:image -->`."""
    is_void: bool
    """Whether it is a whole block by itself: `<!-- wp:image /-->`."""


def has_blocks(text: str) -> bool:
    """Whether the body was written in the block editor (`has_blocks`)."""
    return "<!-- wp:" in text


def read_blocks(text: str) -> list[Block]:
    """Give the blocks of a body in order, and the text between them as blocks without a name."""
    top = Block("")
    around = [top]
    position = 0
    for delimiter in _delimiters(text):
        is_closing = delimiter.closes and not delimiter.is_void
        if is_closing and len(around) == 1:
            # A closing comment without an opening one: WordPress gives up here, and the rest is text.
            break
        if delimiter.start > position:
            around[-1].inner.append(text[position : delimiter.start])
        position = delimiter.end
        if is_closing:
            around.pop()
            continue
        block = Block(delimiter.name, delimiter.attributes)
        around[-1].inner.append(block)
        if not delimiter.is_void:
            around.append(block)
    if position < len(text):
        around[-1].inner.append(text[position:])
    return [Block("", inner=[piece]) if isinstance(piece, str) else piece for piece in top.inner]


def _delimiters(text: str) -> Iterator[_Delimiter]:
    broken_ending = _NextMatch(_ENDING_AFTER_BROKEN_ATTRIBUTES, text)
    position = 0
    while (start := text.find("<!--", position)) >= 0:
        position = start + 4
        opening = _OPENING.match(text, start)
        if opening is None:
            continue
        attributes, ending = _read_attributes(text, opening.end())
        # WordPress keeps a block whose attributes are broken, without them.
        ending = ending or broken_ending.after(opening.end())
        if ending is None:
            continue
        name = f"{opening[2] or 'core'}/{opening[3]}"
        yield _Delimiter(start, ending.end(), name, attributes, bool(opening[1]), bool(ending[1]))
        position = ending.end()


def _read_attributes(text: str, position: int) -> tuple[Mapping[str, Any], re.Match[str] | None]:
    """Give the attributes and the end of a comment whose name ends at the position; no end where they are broken."""
    if text[position] != "{":
        return {}, _ENDING.match(text, position)
    try:
        attributes, end = _JSON.raw_decode(text, position)
    except (ValueError, RecursionError):
        return {}, None
    ending = _ENDING_AFTER_ATTRIBUTES.match(text, end)
    is_deep = text.count("{", position, end) + text.count("[", position, end) > _DEEPEST and _is_deep(attributes)
    return attributes if ending is not None and not is_deep else {}, ending


def _is_deep(value: object) -> bool:
    """Whether JSON nests deeper than PHP reads it (`json_decode`)."""
    waiting = [(value, 1)]
    while waiting:
        item, depth = waiting.pop()
        if depth > _DEEPEST:
            return True
        inner = item.values() if isinstance(item, dict) else item if isinstance(item, list) else ()
        waiting += [(part, depth + 1) for part in inner]
    return False


class _NextMatch:
    """The first match behind a place, for places that only move forward: the text is searched once in all."""

    def __init__(self, pattern: re.Pattern[str], text: str) -> None:
        self._pattern, self._text = pattern, text
        self._found = pattern.search(text)

    def after(self, position: int) -> re.Match[str] | None:
        """Give the first match that begins at the place or behind it."""
        while self._found is not None and self._found.start() < position:
            self._found = self._pattern.search(self._text, position)
        return self._found
