"""HTML that stays HTML: clean tags, attributes by allow-list, and no blank line that would end the block."""

import html
import re

from selectolax.lexbor import LexborNode

from ..languages import UNSAID, Language, language_of
from .addresses import is_harmless, readable

ATTRIBUTES: dict[str, tuple[str, ...]] = {
    "a": ("href", "title", "id"),
    "abbr": ("title",),
    "audio": ("controls", "loop", "src"),
    "data": ("value",),
    "del": ("datetime",),
    "details": ("open",),
    "img": ("src", "alt", "title"),
    "iframe": ("src", "title"),
    "ins": ("datetime",),
    "li": ("value",),
    "ol": ("start", "reversed", "type"),
    "q": ("cite",),
    "source": ("src", "type"),
    "td": ("colspan", "rowspan"),
    "th": ("colspan", "rowspan", "scope"),
    "time": ("datetime",),
    "track": ("src", "kind", "srclang", "label"),
    "video": ("controls", "loop", "muted", "poster", "src"),
}
"""The attributes that mean something to a reader, by tag; language and direction, which any tag may have, apart."""

DROPPED = frozenset(
    {
        "base",
        "area",
        "basefont",
        "canvas",
        "col",
        "colgroup",
        "embed",
        "frame",
        "frameset",
        "head",
        "input",
        "link",
        "map",
        "meta",
        "noembed",
        "noframes",
        "object",
        "param",
        "script",
        "style",
        "svg",
        "template",
        "title",
        "wbr",
    }
)
"""Elements that go with all they hold: they run something, or show nothing by themselves."""

_ADDRESSES = frozenset({"href", "src", "poster", "cite"})
_FLAGS = frozenset({"controls", "loop", "muted", "open", "reversed"})
_UNWRAPPED = frozenset(
    {"font", "big", "center", "tbody", "form", "button", "label", "nobr", "noscript", "blink", "marquee", "picture"}
)
_OWN_LINE = frozenset({"tr", "dt", "dd", "li", "thead", "tfoot", "caption", "table", "dl", "ol", "ul", "figcaption"})
_RENAMED = {"b": "strong", "i": "em", "s": "del", "strike": "del", "tt": "code"}
_VOID = frozenset({"br", "hr", "img", "source", "track"})
_WHITE_SPACE = re.compile(r"[ \t\r\n\f]+")
_LINE_ENDS = re.compile(r"[\t\r\n]+")
_BLANK_LINE = re.compile(r"\n(?=[ \t]*\n)")
_NAME = re.compile(r"[a-z][a-z0-9-]*")


def opening_tag(node: LexborNode, tag: str, spoken: Language = UNSAID) -> str:
    """Give the opening tag with the attributes that may stay, and the language that it is to name."""
    kept = ATTRIBUTES.get(tag)
    if not kept:
        return f"<{tag}{spoken.attributes}>"
    attributes = node.attributes
    parts = [f"{tag}{spoken.attributes}"]
    for name in kept:
        if name not in attributes:
            continue
        value = attributes[name] or ""
        if name in _FLAGS:
            parts.append(name)
        elif name not in _ADDRESSES or is_harmless(value):
            parts.append(f'{name}="{_attribute(name, value)}"')
    return f"<{' '.join(parts)}>"


def _attribute(name: str, value: str) -> str:
    # A line end says nothing in an address, and two spaces are two.
    value = readable(_LINE_ENDS.sub("", value).strip()) if name in _ADDRESSES else _WHITE_SPACE.sub(" ", value)
    return html.escape(value, quote=False).replace('"', "&quot;")


class _Serialiser:
    """Clean HTML, put together in one pass over the tree."""

    def __init__(self, around: Language) -> None:
        self.around = around
        """What is said about the language around the element; its own tag says it on."""
        self.parts: list[str] = []
        self.preformatted = 0

    def open(self, node: LexborNode, tag: str) -> bool:
        """Write an opening tag; say whether its content follows."""
        if tag in DROPPED or not _NAME.fullmatch(tag) or (tag == "source" and "src" not in node.attributes):
            return False
        if tag in _OWN_LINE and not self.preformatted:
            self.new_line()
        if not _is_unwrapped(node, tag):
            spoken = language_of(node).within(self.around)
            self.around = UNSAID
            self.parts.append(opening_tag(node, _RENAMED.get(tag, tag), spoken))
        self.preformatted += tag == "pre"
        return tag not in _VOID

    def close(self, node: LexborNode, tag: str) -> None:
        """Write a closing tag."""
        self.preformatted -= tag == "pre"
        if tag in {"table", "dl", "ol", "ul"} and not self.preformatted:
            self.new_line()
        if not _is_unwrapped(node, tag):
            self.parts.append(f"</{_RENAMED.get(tag, tag)}>")

    def text(self, text: str, *, after_pre: bool) -> None:
        """Write words; outside of `<pre>` white space is one space, so that no blank line comes about."""
        text = html.escape(text, quote=False)
        if not self.preformatted:
            text = _WHITE_SPACE.sub(" ", text)
            if text == " " and self.parts and self.parts[-1] in {"\n", " "}:
                return
        elif after_pre and text.startswith("\n"):
            text = "\n" + text
        self.parts.append(text)

    def new_line(self) -> None:
        """Begin a line, where nothing but white space is lost by it."""
        while self.parts and self.parts[-1] in {"\n", " "}:
            self.parts.pop()
        if self.parts:
            self.parts[-1] = self.parts[-1].rstrip(" ")
            self.parts.append("\n")


def _is_unwrapped(node: LexborNode, tag: str) -> bool:
    """Say whether only the content of an element stays; a span says something only by its language."""
    if tag == "div":
        # The renderer puts it around each table.
        return node.attributes.get("class") == "table-scroll"
    return tag in _UNWRAPPED or (tag == "span" and language_of(node) == UNSAID)


def clean_html(node: LexborNode, around: Language = UNSAID) -> str:
    """Give an element as clean HTML, in the language around it; its lines hold no blank one, in a `<pre>` neither."""
    serialiser = _Serialiser(around)
    _walk(node, serialiser)
    text = "".join(serialiser.parts)
    return text if text.startswith("<pre") else _BLANK_LINE.sub("&#10;", text)


def _walk(root: LexborNode, serialiser: _Serialiser) -> None:
    node, tag = root, root.tag or ""
    opened = [(root, tag)] if serialiser.open(root, tag) else []
    following = root.first_child
    while opened:
        while following is None:
            node, tag = opened.pop()
            serialiser.close(node, tag)
            if not opened:
                return
            following = node.next
        node, tag = following, following.tag or ""
        following = node.next
        if tag == "-text":
            serialiser.text(node.text_content or "", after_pre=node.prev is None and opened[-1][1] == "pre")
        elif serialiser.open(node, tag):
            opened.append((node, tag))
            following = node.first_child
