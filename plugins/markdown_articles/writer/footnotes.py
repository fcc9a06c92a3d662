"""Footnotes, as comrak writes them: a mark in the text, the notes in a section at the end."""

from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser, LexborNode

from .lines import indented, join
from .markup import enter_kept_tag
from .tokens import Atom, Kind, Place
from .walk import Enter, Leave, Walk, end_block, skip

_COLUMNS = 4


def names_of_notes(tree: LexborHTMLParser) -> frozenset[str]:
    """Give the names of the footnotes that have a text."""
    return frozenset(filter(None, (_name(node.attributes.get("id")) for node in tree.css("section.footnotes li[id]"))))


def _name(identifier: str | None) -> str:
    """Give the name of a note from its `fn-…`; a name holds no space and no bracket."""
    if not identifier or not identifier.startswith("fn-"):
        return ""
    name = unquote(identifier.removeprefix("fn-"))
    return "" if any(char in "[]^\\" or char.isspace() for char in name) else name


def _enter_raised(walk: Walk, node: LexborNode) -> Leave | None:
    if "footnote-ref" in (node.attributes.get("class") or "").split():
        link = next((child for child in node.iter(include_text=False) if child.tag == "a"), None)
        name = _name((link.attributes.get("href") or "").removeprefix("#")) if link is not None else ""
        if name in walk.scope.notes:
            walk.noted.add(name)
            walk.run.append(Atom(f"[^{name}]"))
            return skip
    return enter_kept_tag(walk, node)


def _enter_section(walk: Walk, node: LexborNode) -> Leave | None:
    if "footnotes" not in (node.attributes.get("class") or "").split():
        walk.flush()
        return end_block
    walk.push(Place.FOOTNOTES, node)
    return _leave_section


def _leave_section(walk: Walk, _node: LexborNode) -> None:
    for block in walk.pop().blocks:
        walk.add(*block)


def enter_note(walk: Walk, node: LexborNode) -> Leave | None:
    """Begin the text of a note, which is an item of the section's list."""
    walk.push(Place.FOOTNOTE, node)
    return _leave_note


def _leave_note(walk: Walk, node: LexborNode) -> None:
    text = join(walk.pop().blocks)
    name = _name(node.attributes.get("id"))
    if not text:
        return
    if name in walk.noted:
        walk.add(Kind.FOOTNOTE, f"[^{name}]: {indented(text, _COLUMNS)}")
    else:
        # Markdown does not show a note that no mark refers to.
        walk.add(Kind.PARAGRAPH, text)


ENTER: dict[str, Enter] = {"section": _enter_section, "sup": _enter_raised}
"""Notes and their marks."""
