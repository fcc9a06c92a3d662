"""WordPress's grammar of shortcodes: where they stand in a text, and what they say.

It follows `get_shortcode_regex` and `shortcode_parse_atts`: a name directly behind `[`, attributes up to the next `]`,
and when a closing tag of the same name stands anywhere behind it, all between is its content. As in
`do_shortcodes_in_html_tags`, brackets inside an HTML tag or a comment are none of the text's.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from ...whole_numbers import whole_numbers_in

_OPENING = re.compile(r"\[(\[?)([\w-]++)|\[/([\w-]++)\]|<!--|<[a-zA-Z/][^<>\[]*\[[^<>]*>")
_ATTRIBUTE = re.compile(
    r"""([\w-]+)\s*=\s*"([^"]*)"(?:\s|$)|([\w-]+)\s*=\s*'([^']*)'(?:\s|$)|([\w-]+)\s*=\s*([^\s'"]+)(?:\s|$)"""
    r"""|"([^"]*)"(?:\s|$)|'([^']*)'(?:\s|$)|(\S+)(?:\s|$)"""
)
# WordPress reads the first two as spaces; they come from pasting. So do curly quotation marks and their entities,
# and breaks that the visual editor put between attributes: WordPress fails on them, and we know what was meant.
_SPACES = str.maketrans({"\u00a0": " ", "\u200b": " "})
_QUOTE = r"(?:[“”„″‘’′]|&(?:#0?3[49]|#82[12][0-9]|#824[23]|quot|[lrb][sd]quo|[pP]rime);)"
_PRINTED = re.compile(rf"=\s*{_QUOTE}(.{{0,2000}}?){_QUOTE}(?=\s+[\w-]+\s*=|\s*\Z)", re.DOTALL)
_BREAKS = re.compile(r"</?(?:br|p)\s*/?>", re.IGNORECASE)
_UNCLOSED_TAG = re.compile(r"<[^>]*\Z")
_ESCAPES = re.compile(r"\\(.)", re.DOTALL)


class Form(Enum):
    """How a name is read."""

    ELEMENT = "element"
    """With all up to its closing tag, where there is one."""
    BRACKET = "bracket"
    """Opening and closing tags each by themselves: what arranges a page nests in itself and overlaps."""


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

    def get(self, *names: str) -> str:
        """Give the first of these attributes that says anything; empty where none does."""
        return next((value for name in names if (value := self.named.get(name, "").strip())), "")

    def numbers(self, name: str) -> list[int]:
        """Give the numbers in an attribute (`ids="7, 5"`), in order."""
        return whole_numbers_in(self.get(name))

    @property
    def tag(self) -> str:
        """The opening tag alone, for notes."""
        return self.source.partition("]")[0] + "]"


@dataclass(frozen=True, slots=True)
class Plain:
    """Text between shortcodes."""

    text: str
    """As typed, but a doubled pair of brackets (`[[gallery]]`) is a single one, as WordPress shows it."""


@dataclass(frozen=True, slots=True)
class Closing:
    """A closing tag that belongs to no opening one, or to one that is read by itself."""

    name: str
    """Of the shortcode."""
    source: str
    """`[/vc_row]`."""


@dataclass(frozen=True, slots=True)
class Markup:
    """An HTML tag with brackets in it, `<a href="[url]">`, or a comment."""

    text: str
    """As typed."""


Piece = Shortcode | Plain | Closing | Markup


def read_shortcodes(text: str, form_of: Callable[[str], Form | None]) -> Iterator[Piece]:
    """Give the text in pieces: the outermost shortcodes of known names, and what stands between them."""
    return _Reader(text, form_of).read()


class _Reader:
    """One pass over a text."""

    def __init__(self, text: str, form_of: Callable[[str], Form | None]) -> None:
        self._text, self._form_of = text, form_of
        self._start = 0
        self._last = text.rfind("]")
        self._unclosed: set[str] = set()
        """Names whose closing tag does not stand any further: it spares the search."""

    def read(self) -> Iterator[Piece]:
        """Give the pieces."""
        text, position = self._text, 0
        while found := _OPENING.search(text, position):
            position = found.start() + 1
            if text[found.start()] == "<":
                pieces, end = self._markup(found)
            elif found[3]:
                pieces, end = self._closing(found)
            else:
                pieces, end = self._shortcode(found)
            yield from pieces
            position = max(position, end)
        yield Plain(text[self._start :])

    def _until(self, end: int) -> Plain:
        plain = Plain(self._text[self._start : end])
        self._start = end
        return plain

    def _markup(self, found: re.Match[str]) -> tuple[tuple[Piece, ...], int]:
        end = found.end()
        if found[0] == "<!--":
            closing = self._text.find("-->", end)
            end = len(self._text) if closing < 0 else closing + 3
        if "[" not in (markup := self._text[found.start() : end]):
            return (), end
        before = self._until(found.start())
        self._start = end
        return (before, Markup(markup)), end

    def _closing(self, found: re.Match[str]) -> tuple[tuple[Piece, ...], int]:
        if self._form_of(found[3]) is None:
            return (), found.end()
        before = self._until(found.start())
        self._start = found.end()
        return (before, Closing(found[3], found[0])), found.end()

    def _shortcode(self, found: re.Match[str]) -> tuple[tuple[Piece, ...], int]:
        form = self._form_of(found[2])
        tag_end = self._text.find("]", found.end()) if form and found.end() <= self._last else -1
        if form is None or tag_end < 0:
            return (), 0
        shortcode, end = self._read_one(found, tag_end, form)
        begin = found.start()
        if found[1] and self._text.startswith("]", end):
            plain = Plain(self._text[self._start : begin] + self._text[begin + 1 : end])
            self._start = end + 1
            return (plain,), end + 1
        before = self._until(begin + len(found[1]))
        self._start = end
        return (before, shortcode), end

    def _read_one(self, found: re.Match[str], tag_end: int, form: Form) -> tuple[Shortcode, int]:
        """Give a shortcode and where it ends."""
        text, name, inside = self._text, found[2], self._text[found.end() : tag_end]
        content, end = None, tag_end + 1
        if inside.endswith("/"):
            inside = inside[:-1]
        elif form is Form.ELEMENT and name not in self._unclosed:
            closing = text.find(f"[/{name}]", end)
            if closing < 0:
                self._unclosed.add(name)
            else:
                content, end = text[end:closing], closing + len(name) + 3
        named, bare = read_attributes(inside)
        return Shortcode(name, named, bare, content, text[found.start() + len(found[1]) : end]), end


def read_attributes(text: str) -> tuple[dict[str, str], tuple[str, ...]]:
    """Give the named and the bare attributes of a tag (`shortcode_parse_atts`)."""
    named: dict[str, str] = {}
    bare: list[str] = []
    for match in _ATTRIBUTE.finditer(_with_straight_quotes(text.translate(_SPACES))):
        name = match[1] or match[3] or match[5]
        value = _plain_value(match[match.lastindex or 0])
        if name:
            named[name.lower()] = value
        elif value:
            bare.append(value)
    return named, tuple(bare)


def _with_straight_quotes(text: str) -> str:
    """Mend what a word processor or the visual editor has made of the quotation marks and the line breaks."""
    if "<" in text and '"' not in text:
        text = _BREAKS.sub(" ", text)
    return _PRINTED.sub(lambda value: '="{}"'.format(value[1].replace('"', "&quot;")), text)


def _plain_value(value: str) -> str:
    """Take the backslashes out (`stripcslashes`), and refuse a value with a tag that does not end."""
    if "\\" in value:
        value = _ESCAPES.sub(lambda escape: {"n": "\n", "t": "\t", "r": ""}.get(escape[1], escape[1]), value)
    return "" if "<" in value and _UNCLOSED_TAG.search(value) else value
