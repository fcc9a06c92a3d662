"""WordPress's grammar of shortcodes: where they stand in a text, and what they say.

It follows `get_shortcode_regex` and `shortcode_parse_atts`: a name directly behind `[`, attributes up to the next `]`,
and when a closing tag of the same name stands anywhere behind it, all between is its content.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from ...whole_numbers import whole_numbers_in

_OPENING = re.compile(r"\[(\[?)([A-Za-z][\w-]*+)")
_ATTRIBUTE = re.compile(
    r"""([\w-]+)\s*=\s*"([^"]*)"(?:\s|$)|([\w-]+)\s*=\s*'([^']*)'(?:\s|$)|([\w-]+)\s*=\s*([^\s'"]+)(?:\s|$)"""
    r"""|"([^"]*)"(?:\s|$)|'([^']*)'(?:\s|$)|(\S+)(?:\s|$)"""
)
# WordPress reads these as spaces; they come from pasting.
_SPACES = str.maketrans({"\u00a0": " ", "\u200b": " "})


@dataclass(frozen=True, slots=True)
class Shortcode:
    """One shortcode as typed."""

    name: str
    """`gallery`."""
    named: Mapping[str, str]
    """`ids="1,2"`; names in lower case."""
    bare: tuple[str, ...]
    """Values without a name: `[youtube https://…]`."""
    content: str | None
    """Between opening and closing tag; none where there is no closing tag."""
    source: str
    """All of it."""

    def get(self, name: str) -> str:
        """Give an attribute; empty where it is not there."""
        return self.named.get(name, "").strip()

    def numbers(self, name: str) -> list[int]:
        """Give the numbers in an attribute (`ids="7, 5"`), in order."""
        return whole_numbers_in(self.get(name))


@dataclass(frozen=True, slots=True)
class Plain:
    """Text between shortcodes."""

    text: str
    """As typed, but a doubled pair of brackets (`[[gallery]]`) is a single one, as WordPress shows it."""


def read_shortcodes(text: str, is_known: Callable[[str], bool]) -> Iterator[Shortcode | Plain]:
    """Give the text in pieces: the outermost shortcodes of known names, and what stands between them."""
    start = position = 0
    unclosed: set[str] = set()
    while opening := _OPENING.search(text, position):
        position = opening.start() + 1
        if not is_known(opening[2]):
            continue
        tag_end = text.find("]", opening.end())
        if tag_end < 0:
            break
        found, end = _read_one(text, opening, tag_end, unclosed)
        begin = opening.start()
        if opening[1] and text.startswith("]", end):
            yield Plain(text[start:begin] + text[begin + 1 : end])
            start = position = end + 1
            continue
        yield Plain(text[start : begin + len(opening[1])])
        yield found
        start = position = end
    yield Plain(text[start:])


def _read_one(text: str, opening: re.Match[str], tag_end: int, unclosed: set[str]) -> tuple[Shortcode, int]:
    """Give a shortcode and where it ends. `unclosed` spares the search for closing tags that are not there."""
    name, inside = opening[2], text[opening.end() : tag_end]
    content, end = None, tag_end + 1
    if inside.endswith("/"):
        inside = inside[:-1]
    elif name not in unclosed:
        closing = text.find(f"[/{name}]", end)
        if closing < 0:
            unclosed.add(name)
        else:
            content, end = text[end:closing], closing + len(name) + 3
    named, bare = read_attributes(inside)
    begin = opening.start() + len(opening[1])
    return Shortcode(name, named, bare, content, text[begin:end]), end


def read_attributes(text: str) -> tuple[dict[str, str], tuple[str, ...]]:
    """Give the named and the bare attributes of a tag (`shortcode_parse_atts`)."""
    named: dict[str, str] = {}
    bare: list[str] = []
    for match in _ATTRIBUTE.finditer(text.translate(_SPACES)):
        name = match[1] or match[3] or match[5]
        if name:
            named[name.lower()] = match[match.lastindex or 0]
        else:
            bare.append(match[match.lastindex or 0])
    return named, tuple(bare)
