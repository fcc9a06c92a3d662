"""Looks that say something become the tag that says it; all other looks go later, with the attributes.

WordPress's own editor underlines with a `<span style>` since 2005, and what is pasted from a word processor has every
emphasis as a style.
"""

import re
from collections.abc import Callable, Mapping

from .context import BodyContext
from .styles import declarations
from .tree import HEADINGS, BodyTree, Node, ancestors, is_alone, is_white, move_children, tag_set

Says = Mapping[str, str]
"""The values of a style by property."""

_STYLED = tag_set("span font a p li small sub sup u em i strong b del s ins mark q cite abbr big label")
"""Elements whose style is about words; that of a box is about the box."""
_ONLY_LOOKS = tag_set("span font center")
_BOLD = frozenset({"bold", "bolder", "600", "700", "800", "900"})
_NOT_BOLD = frozenset({"normal", "lighter", "100", "200", "300", "400", "500"})
_SLANTED = frozenset({"italic", "oblique"})
_NOISE = frozenset({"", "font-weight", "font-style", "text-decoration", "vertical-align", "font", "white-space"})
"""Properties that say what a tag says, or say nothing."""


def _is_bold(says: Says) -> bool:
    return says.get("font-weight", "") in _BOLD or re.match(r"(?:\S+ )*bold\b", says.get("font", "")) is not None


def _is_slanted(says: Says) -> bool:
    return says.get("font-style", "") in _SLANTED or says.get("font", "").startswith("italic ")


def _is_decorated(says: Says, line: str) -> bool:
    return line in says.get("text-decoration", "").split() or line in says.get("text-decoration-line", "").split()


_MEANT: tuple[tuple[str, frozenset[str], Callable[[Says], bool]], ...] = (
    ("strong", HEADINGS | tag_set("strong b th"), _is_bold),
    ("em", tag_set("em i cite dfn"), _is_slanted),
    ("del", tag_set("del s strike"), lambda says: _is_decorated(says, "line-through")),
    ("u", tag_set("u ins a"), lambda says: _is_decorated(says, "underline")),
    ("sub", tag_set("sub"), lambda says: says.get("vertical-align") == "sub"),
    ("sup", tag_set("sup"), lambda says: says.get("vertical-align") == "super"),
)
"""The tag that says it, the tags around or in which it says nothing new, and how the style says it."""

_UNDONE: Mapping[str, Callable[[Says], bool]] = {
    **dict.fromkeys(("b", "strong"), lambda says: says.get("font-weight", "") in _NOT_BOLD),
    **dict.fromkeys(("i", "em"), lambda says: says.get("font-style") == "normal"),
    **dict.fromkeys(("u", "ins", "s", "strike", "del"), lambda says: says.get("text-decoration") == "none"),
}
"""Emphasis that a style takes back: Google Docs has all that it copies in a `<b style="font-weight:normal">`."""


def show_looks(tree: BodyTree, context: BodyContext) -> None:
    """Give words the tags that their style stands for, and take from them those that their style takes back."""
    for node in list(tree.find("[style], center")):
        tag, says = node.tag or "", declarations(node)
        if tag in _ONLY_LOOKS and not says.keys() <= _NOISE:
            context.note_once("styling left behind")
        if tag in _STYLED and node.first_child is not None:
            above = {tag, *(over.tag or "" for over in ancestors(node))}
            for meant, said_already, says_it in _MEANT:
                if says_it(says) and not above & said_already and not _is_only(node, said_already):
                    inner = tree.new(meant)
                    move_children(node, inner)
                    node.insert_child(inner, move=True)
        _undo(node, says)


def _is_only(node: Node, tags: frozenset[str]) -> bool:
    """Whether all that is in an element is one of these: a link is underlined as it is."""
    first = node.first_child
    while first is not None and is_white(first):
        first = first.next
    return first is not None and first.tag in tags and is_alone(first)


def _undo(node: Node, says: Says) -> None:
    """Open the emphasis that a style takes back: its own, or that of the span that is all it holds."""
    tag = node.tag or ""
    if tag in _UNDONE and _UNDONE[tag](says):
        node.unwrap(delete_empty=True)
    elif tag == "span":
        inner, above = node, node.parent
        while above is not None and above.tag in _UNDONE and is_alone(inner):
            outer = above.parent
            if _UNDONE[above.tag or ""](says):
                above.unwrap()
            else:
                inner = above
            above = outer
