"""Words that readers never saw: hidden by their style, or pushed off the page."""

import re

from .context import BodyContext
from .styles import declarations
from .tree import BodyTree, Node, attribute, classes, words

_MAYBE = "[hidden], [style]"
_OPENED_BY_A_CLICK = re.compile(
    "toggle|collaps|accord|spoiler|tab|panel|expand|reveal|more|faq|answer|slide|show|hide|hidden-", re.IGNORECASE
)
"""What plugins call a part that a click opens."""
_POINTING = ("href", "aria-controls", "data-target", "data-bs-target", "onclick")
_NAME = re.compile(r"[\w-]+")
_OFF_THE_PAGE = re.compile(r"-\d{4,}(?:\.\d*)?(?:px|pt)?")


def remove_hidden(tree: BodyTree, context: BodyContext) -> None:
    """Remove what readers never saw; what a click opened was seen, and stays."""
    openers: frozenset[str] | None = None
    for node in tree.find(_MAYBE):
        if not _is_hidden(node):
            continue
        text = words(node)
        openers = _openers(tree) if openers is None else openers
        if text and _opens(node, openers):
            context.note("hidden part that a click opened", text, review=True)
            continue
        # An advertiser's counter is nothing that anyone could miss.
        context.note("hidden part", text or node.html or "", review=bool(text) or node.css_first("img") is not None)
        node.decompose()


def _is_hidden(node: Node) -> bool:
    if "hidden" in node.attributes and attribute(node, "hidden").lower() != "until-found":
        return True
    says = declarations(node)
    # What is `visibility:hidden` waits for a script of the theme's that lets it appear.
    if says.get("display") == "none" or says.get("mso-hide") == "all":
        return True
    # The editor of 2009 pasted into a box that stood there, and sometimes left it behind: `_mcePaste`.
    return says.get("position") == "absolute" and any(
        _OFF_THE_PAGE.fullmatch(says.get(side, "")) for side in ("left", "top")
    )


def _opens(node: Node, openers: frozenset[str]) -> bool:
    """Whether something on the page opens a hidden part."""
    around = [node] if node.parent is None else [node, node.parent]
    if any(_OPENED_BY_A_CLICK.search(name) for above in around for name in classes(above)):
        return True
    return attribute(node, "id") in openers


def _openers(tree: BodyTree) -> frozenset[str]:
    """Give the names that links, buttons and their scripts speak of."""
    names: set[str] = set()
    for node in tree.find(", ".join(f"[{name}]" for name in _POINTING)):
        for name in _POINTING:
            names.update(_NAME.findall(attribute(node, name)))
    return frozenset(names)
