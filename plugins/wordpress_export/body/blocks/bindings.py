"""Blocks whose content comes from elsewhere: custom fields, and the places where a synced pattern is overridden."""

import re
from collections.abc import Callable, Iterator, Mapping
from html import escape
from typing import Any

from ..context import BodyContext
from .delimiters import Block

_FROM_PATTERN = "core/pattern-overrides"
_ANY_ATTRIBUTE = "__default"

Replacement = Callable[[str, str], str]
"""Gives a block's saved HTML with another value for one of its attributes."""


def note_bindings(block: Block, context: BodyContext) -> None:
    """Note that WordPress showed a value of a field, where the saved text is only what the editor last saw."""
    for name, source in _bindings(block):
        if source.get("source") == _FROM_PATTERN:
            continue
        arguments = source.get("args")
        field = arguments.get("key", arguments.get("field", "")) if isinstance(arguments, dict) else ""
        detail = f"{block.name} {name} from {source.get('source', '')} {field}"
        context.note("block bound to a custom field", detail, review=True)


def override(blocks: list[Block], instance: Block, context: BodyContext) -> None:
    """Put the values that an instance of a synced pattern has of its own into the pattern's blocks, in place."""
    values = instance.fields("content") or instance.fields("overrides")
    if not values:
        return
    used: set[str] = set()
    for block in _all_blocks(blocks):
        name = block.fields("metadata").get("name")
        given = values.get(name) if isinstance(name, str) else None
        if isinstance(name, str) and isinstance(given, dict) and _bound_names(block):
            used.add(name)
            inner = given.get("values")
            _override_block(block, inner if isinstance(inner, dict) else given, context)
    for name in [name for name in values if name not in used]:
        context.note("override of a synced pattern without a place", f"{name}: {values[name]}", review=True)


def _all_blocks(blocks: list[Block]) -> Iterator[Block]:
    waiting = list(reversed(blocks))
    while waiting:
        block = waiting.pop()
        yield block
        waiting += [piece for piece in reversed(block.inner) if isinstance(piece, Block)]


def _bindings(block: Block) -> list[tuple[str, Mapping[str, Any]]]:
    bindings = block.fields("metadata").get("bindings")
    if not isinstance(bindings, dict):
        return []
    return [(name, source) for name, source in bindings.items() if isinstance(source, dict)]


def _bound_names(block: Block) -> set[str]:
    return {name for name, source in _bindings(block) if source.get("source") == _FROM_PATTERN}


def _override_block(block: Block, values: Mapping[str, Any], context: BodyContext) -> None:
    bound = _bound_names(block)
    for name, value in values.items():
        if not isinstance(value, str) or (name not in bound and _ANY_ATTRIBUTE not in bound):
            continue
        replacement = _REPLACEMENTS.get(f"{block.name} {name}")
        place = next((turn for turn, piece in enumerate(block.inner) if isinstance(piece, str) and "<" in piece), None)
        if replacement is not None and place is not None:
            block.inner[place] = replacement(str(block.inner[place]), value)
        elif name not in _LOOKS:
            context.note("override of a synced pattern without a place", f"{block.name} {name}: {value}", review=True)


def _words_of(tags: str) -> Replacement:
    """Give a replacement of what stands in the first of these elements."""
    element = re.compile(rf"(<({tags})\b[^>]*>).*(</\2>)", re.DOTALL)
    return lambda html, value: element.sub(lambda found: f"{found[1]}{value}{found[3]}", html, count=1)


def _attribute_of(tag: str, name: str) -> Replacement:
    """Give a replacement of an attribute of the first of these elements."""
    opening = re.compile(rf"<{tag}\b([^>]*)")
    old = re.compile(rf'\s{name}="[^"]*"')

    def replaced(html: str, value: str) -> str:
        start = f'<{tag} {name}="{escape(value)}"'
        return opening.sub(lambda found: start + old.sub("", found[1]), html, count=1)

    return replaced


def _caption(html: str, value: str) -> str:
    if "<figcaption" in html:
        return _words_of("figcaption")(html, value)
    return html.replace("</figure>", f"<figcaption>{value}</figcaption></figure>", 1)


_REPLACEMENTS: Mapping[str, Replacement] = {
    "core/button text": _words_of("a|button"),
    "core/button url": _attribute_of("a", "href"),
    "core/heading content": _words_of("h[1-6]"),
    "core/image alt": _attribute_of("img", "alt"),
    "core/image caption": _caption,
    "core/image title": _attribute_of("img", "title"),
    "core/image url": _attribute_of("img", "src"),
    "core/list-item content": _words_of("li"),
    "core/paragraph content": _words_of("p"),
}
"""By the block and the attribute, as `WP_Block::replace_html` does."""
_LOOKS = frozenset({"id", "linkTarget", "rel", "linkDestination"})
