"""Paragraphs for bodies of the classic editor: what WordPress's `wpautop` does when it shows one.

One pass over tags and text. A blank line parts paragraphs, a single line break is a `<br>`, and where a block begins or
ends, so does a paragraph. WordPress switches `wpautop` off for a body that has blocks.
"""

import re
from collections.abc import Iterator

from .context import BodyContext
from .tree import HEADINGS, tag_set

# The list of `wpautop`: these begin and end paragraphs.
_BLOCK_TAGS = HEADINGS | tag_set(
    "table thead tfoot caption col colgroup tbody tr td th div dl dd dt ul ol li pre form map area blockquote address"
    " style p hr fieldset legend section article aside hgroup header footer nav figure figcaption details menu summary"
)
_VERBATIM = tag_set("pre script style textarea svg math")
_ONE_LINE = HEADINGS | tag_set("p dt figcaption summary caption legend pre")
"""A blank line inside these cannot begin a paragraph of its own."""
_SHORT = tag_set("li dd td th address figure aside")
"""Text directly inside these becomes a paragraph only when there are two."""
_VOID = tag_set("hr col area")
_CLOSED_BY_THE_NEXT = tag_set("li dt dd td th tr")
_TAG_NAME = re.compile(r"</?([a-zA-Z][^\s/>]*)")
_SPACE = " \t\n"
"""White space that means nothing; a no-break or an ideographic space is the author's."""
_BREAK = r"<br\s*/?>"
_BLANK_LINE = re.compile(rf"\n[ \t]*\n\s*|{_BREAK}\s*{_BREAK}\s*", re.IGNORECASE | re.ASCII)
_OPENING_BREAK = re.compile(_BREAK, re.IGNORECASE)
_CLOSING_BREAK = re.compile(rf"{_BREAK}\Z", re.IGNORECASE)


def add_paragraphs(text: str, _context: BodyContext) -> str:
    """Give classic text, its lines ended by line feeds alone, with its paragraphs and line breaks as tags."""
    return _Paragraphs().mark(text)


class _Paragraphs:
    """The pass: what is written, the line being gathered, and the blocks that are open around it."""

    def __init__(self) -> None:
        self._written: list[str] = []
        self._line: list[str] = []
        self._around: list[str] = []

    def mark(self, text: str) -> str:
        """Give the text with its paragraphs marked."""
        for token, tag in _tokens(text):
            if tag in _BLOCK_TAGS:
                self._end_line()
                # A style sheet ends no paragraph for an HTML parser, and does so for WordPress.
                parts_paragraph = tag == "style" and self._around[-1:] == ["p"]
                self._written.append(f"</p>{token}<p>" if parts_paragraph else token)
                self._follow(token, tag)
            else:
                self._line.append(token)
        self._end_line()
        return "".join(self._written)

    def _follow(self, token: str, tag: str) -> None:
        if token.endswith("/>") or tag in _VOID or tag in _VERBATIM:
            return
        if self._around and (self._around[-1] == "p" or (self._around[-1] == tag and tag in _CLOSED_BY_THE_NEXT)):
            self._around.pop()
        if not token.startswith("</"):
            self._around.append(tag)
        elif tag in self._around[-20:]:
            while self._around.pop() != tag:
                pass

    def _end_line(self) -> None:
        """Write the gathered line as the paragraphs that it holds."""
        line = "".join(self._line)
        self._line.clear()
        if not line.strip(_SPACE):
            return
        around = self._around[-1] if self._around else ""
        parts = [part for part in map(_with_breaks, _BLANK_LINE.split(line)) if part]
        if around == "p":
            self._written.append("</p><p>".join(parts))
        elif around in _ONE_LINE:
            self._written.append("<br>".join(parts))
        elif around in _SHORT and len(parts) == 1:
            self._written.extend(parts)
        else:
            self._written.extend(f"<p>{part}</p>" for part in parts)


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    """Give each piece of text with an empty name, and each tag with its name; verbatim elements are one piece."""
    start = seeming_end = 0
    last_end = text.rfind(">")
    while (opening := text.find("<", start)) >= 0:
        if opening > start:
            yield _joined(text, start, opening, seeming_end), ""
        end = _end_of_tag(text, opening) if opening < last_end else opening + 1
        if end == opening + 1:
            yield "&lt;", ""
            if opening >= seeming_end:
                seeming_end = text.find(">", opening) if opening < last_end else len(text)
            start = end
            continue
        name_match = _TAG_NAME.match(text, opening, end)
        name = name_match[1].lower() if name_match else ""
        if name in _VERBATIM and text[opening + 1] != "/":
            end = _end_of_element(text, name, end)
        token = text[opening:end]
        # A line break inside a tag, a comment or a script is no line break of the text.
        yield (token if name == "pre" else token.replace("\n", " ")), name
        start = end
    yield _joined(text, start, len(text), seeming_end), ""


def _joined(text: str, start: int, end: int, seeming_end: int) -> str:
    """Give a piece of text without the line breaks of what WordPress takes for a tag: a lone `<` up to the next `>`."""
    seeming = max(start, min(end, seeming_end))
    return text[start:seeming].replace("\n", " ") + text[seeming:end]


def _end_of_tag(text: str, opening: int) -> int:
    """Give the place behind a tag or a comment; a `<` that opens neither is a piece by itself."""
    if text.startswith("<!--", opening):
        end = text.find("-->", opening + 4)
        return len(text) if end < 0 else end + 3
    if text.startswith("<![CDATA[", opening):
        end = text.find("]]>", opening)
        return len(text) if end < 0 else end + 3
    following = text[opening + 1 : opening + 2]
    if not (following.isascii() and (following.isalpha() or following in ("/", "!", "?"))):
        return opening + 1
    return text.find(">", opening) + 1


def _end_of_element(text: str, name: str, start: int) -> int:
    closing = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(text, start)
    return closing.end() if closing else len(text)


def _with_breaks(part: str) -> str:
    """Give a paragraph with a `<br>` for each line break, and none at its edges."""
    part = part.strip(_SPACE)
    if opening := _OPENING_BREAK.match(part):
        part = part[opening.end() :].lstrip(_SPACE)
    part = _CLOSING_BREAK.sub("", part).rstrip(_SPACE)
    if "\n" not in part:
        return part
    lines = [line.strip(_SPACE) for line in part.split("\n")]
    breaks = ["\n" if _CLOSING_BREAK.search(line) else "<br>\n" for line in lines[:-1]]
    return "".join(line + end for line, end in zip(lines, [*breaks, ""], strict=True))
