"""Inline elements and the plain blocks: emphasis, links, pictures, code, paragraphs, headings, rules."""

from selectolax.lexbor import LexborNode

from ..languages import UNSAID, language_of
from . import addresses
from .code import code_span, code_tag
from .escaping import escape, escape_heading, escape_line_starts, leaf_facts
from .inline import WHITE_SPACE
from .raw_html import opening_tag
from .tokens import BREAK, Atom, Block, Kind, Link, Open, Place, Text
from .walk import NAME_THEIR_LANGUAGE, PLAIN_LINES, Enter, Leave, Walk, end_block, skip

_MARKS = {"b": "strong", "strong": "strong", "i": "em", "em": "em", "del": "del", "s": "del", "strike": "del"}
_KEPT_TAGS = (
    "abbr",
    "bdi",
    "bdo",
    "cite",
    "data",
    "dfn",
    "ins",
    "kbd",
    "mark",
    "q",
    "rp",
    "rt",
    "ruby",
    "samp",
    "small",
    "sub",
    "sup",
    "u",
    "var",
)
_BLOCKS = (
    "address",
    "article",
    "aside",
    "body",
    "center",
    "dialog",
    "dd",
    "div",
    "dt",
    "fieldset",
    "footer",
    "form",
    "header",
    "hgroup",
    "html",
    "legend",
    "main",
    "nav",
    "noscript",
    "optgroup",
    "option",
    "search",
    "section",
    "summary",
    "td",
    "th",
    "tr",
    "xmp",
)
_OPENS = {mark: Open(mark) for mark in ("strong", "em", "del")}


def _enter_mark(walk: Walk, node: LexborNode) -> Leave | None:
    return walk.open(_OPENS[_MARKS[node.tag or ""]])


def enter_kept_tag(walk: Walk, node: LexborNode) -> Leave | None:
    """Keep an inline element that Markdown has no form for as its bare tag."""
    tag = node.tag or ""
    spoken = language_of(node) if tag in NAME_THEIR_LANGUAGE else UNSAID
    return walk.open(Open(tag, opening_tag(node, tag, spoken)))


def _enter_link(walk: Walk, node: LexborNode) -> Leave | None:
    attributes = node.attributes
    address = attributes.get("href")
    if (
        walk.frame.place is Place.EMBED
        or "data-footnote-backref" in attributes
        or "footnote-backref" in (attributes.get("class") or "")
    ):
        return skip
    if address is None or not addresses.is_harmless(address) or any(token.mark == "a" for token in walk.opened):
        return None
    return walk.open(Open("a", link=Link(address, attributes.get("title") or "")))


def _enter_picture(walk: Walk, node: LexborNode) -> Leave | None:
    attributes = node.attributes
    source = attributes.get("src") or ""
    if not addresses.is_harmless(source):
        source = ""
    markdown = picture(source, attributes.get("alt") or "", attributes.get("title") or "")
    if walk.frame.place is Place.CELL:
        markdown = markdown.replace("|", "\\|")
    walk.run.append(Atom(markdown, picture=True))
    return skip


def picture(source: str, alt: str, title: str = "") -> str:
    """Give a picture in Markdown; its address must be harmless."""
    alt = WHITE_SPACE.sub(" ", alt).strip(" ")
    alt = escape(alt, "", leaf_facts([alt], struck=False), linked=True)
    if alt.startswith("^"):
        alt = "\\" + alt
    return f"![{alt}]({addresses.destination(source)}{addresses.title(title)})"


def _enter_code(walk: Walk, node: LexborNode) -> Leave | None:
    """Code with markup inside cannot stand between backticks."""
    child = node.first_child
    while child is not None:
        if child.tag not in {"-text", "-comment"}:
            return walk.open(Open("code", "<code>"))
        child = child.next
    code = WHITE_SPACE.sub(" ", node.text() or "")
    if inner := code.strip(" "):
        _add_code(walk, inner, before=code[0] == " ", after=code[-1] == " ")
    elif code:
        walk.run.append(Text(" "))
    return skip


def _add_code(walk: Walk, code: str, *, before: bool, after: bool) -> None:
    if before:
        walk.run.append(Text(" "))
    plain = code[0].isprintable() and code[-1].isprintable()
    span = (code_span if plain else code_tag)(code, in_cell=walk.frame.place is Place.CELL)
    walk.run.append(Atom(span, code=code))
    if after:
        walk.run.append(Text(" "))


def _enter_break(walk: Walk, _node: LexborNode) -> Leave | None:
    walk.run.append(BREAK)
    return skip


def _enter_raw_inline(walk: Walk, node: LexborNode) -> Leave | None:
    walk.run.append(Atom(walk.raw(node).replace("\n", " ")))
    return skip


def _enter_checkbox(walk: Walk, node: LexborNode) -> Leave | None:
    """A box at the start of a list item is a task; all other form fields ask for an answer that no one can give."""
    attributes = node.attributes
    if (
        attributes.get("type") == "checkbox"
        and walk.frame.place is Place.ITEM
        and not walk.frame.blocks
        and not walk.run
    ):
        walk.run.append(Atom("[x]" if "checked" in attributes else "[ ]"))
    return skip


def _enter_block(walk: Walk, _node: LexborNode) -> Leave | None:
    walk.flush()
    return end_block


def _enter_paragraph(walk: Walk, node: LexborNode) -> Leave | None:
    walk.flush()
    if walk.frame.place in PLAIN_LINES or (text := walk.plain(node)) is None:
        return _leave_paragraph
    walk.frame.blocks.append(Block(Kind.PARAGRAPH, escape_line_starts(text)))
    return skip


def _leave_paragraph(walk: Walk, _node: LexborNode) -> None:
    walk.flush(Kind.PARAGRAPH)


def _enter_heading(walk: Walk, node: LexborNode) -> Leave | None:
    walk.flush()
    if (text := walk.plain(node, one_line=True)) is None:
        walk.push(Place.HEADING, node)
        return _leave_heading
    walk.add(Kind.HEADING, f"{'#' * _level(node)} {escape_heading(text)}")
    return skip


def _leave_heading(walk: Walk, node: LexborNode) -> None:
    level = _level(node)
    for kind, text in walk.pop().blocks:
        if kind is Kind.TEXT:
            walk.add(Kind.HEADING, f"{'#' * level} {text}")
        else:
            walk.add(kind, text)


def _level(heading: LexborNode) -> int:
    return int((heading.tag or "h2")[1])


def _enter_rule(walk: Walk, _node: LexborNode) -> Leave | None:
    walk.flush()
    walk.add(Kind.RULE, "---")
    return skip


INLINE = frozenset({*_MARKS, *_KEPT_TAGS, "a", "br", "code", "img", "input", "math", "span", "tt"})
"""Elements that stand within a line."""

ENTER: dict[str, Enter] = {
    **dict.fromkeys(_MARKS, _enter_mark),
    **dict.fromkeys(_KEPT_TAGS, enter_kept_tag),
    **dict.fromkeys(_BLOCKS, _enter_block),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _enter_heading),
    "a": _enter_link,
    "br": _enter_break,
    "code": _enter_code,
    "hr": _enter_rule,
    "img": _enter_picture,
    "input": _enter_checkbox,
    "math": _enter_raw_inline,
    "p": _enter_paragraph,
    "tt": _enter_code,
}
"""Inline elements and plain blocks, by tag."""
