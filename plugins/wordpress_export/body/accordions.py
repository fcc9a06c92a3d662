"""Accordions: parts of a text that opened on a click, each with its title."""

from collections.abc import Mapping

from .context import BodyContext
from .tree import HEADINGS, BodyTree, Node, children, closest, move_children

_HEADING_BUTTONS = ".wp-block-accordion-heading__toggle"
_SIGNS = ".wp-block-accordion-heading__toggle-icon"
"""The plus beside the title of a core accordion, which screen readers skip."""
_PARTS: Mapping[str, tuple[str, str]] = {
    ".kt-accordion-pane": (".kt-blocks-accordion-title", ".kt-accordion-panel"),
    ".uagb-faq-child__outer-wrap": (".uagb-question", ".uagb-faq-content"),
    ".wp-block-ub-content-toggle-accordion": (
        ".wp-block-ub-content-toggle-accordion-title",
        ".wp-block-ub-content-toggle-accordion-content-wrap",
    ),
    ".eb-accordion-wrapper": (".eb-accordion-title", ".eb-accordion-content-wrapper"),
}
"""The title and the content of a part, by the plugin's class of the whole: Kadence, Spectra, Ultimate Blocks,
Essential Blocks. Core accordions have headings, those of most other plugins are `<details>` already."""
_EVERYTHING = ", ".join((_HEADING_BUTTONS, _SIGNS, *_PARTS))


def open_accordions(tree: BodyTree, _context: BodyContext) -> None:
    """Leave the headings of core accordions plain, and make `<details>` of the parts that have no heading."""
    if tree.root.css_first(_EVERYTHING) is None:
        return
    for sign in tree.find(_SIGNS):
        sign.decompose()
    for button in tree.find(_HEADING_BUTTONS):
        button.unwrap(delete_empty=True)
    for whole, (title, content) in _PARTS.items():
        # Innermost first: the first title inside a part must be its own.
        for part in reversed(list(tree.find(whole))):
            _make_details(tree, part, part.css_first(title), part.css_first(content))


def _make_details(tree: BodyTree, part: Node, title: Node | None, content: Node | None) -> None:
    if title is None or content is None:
        return
    if title.tag in HEADINGS or title.css_first("h1, h2, h3, h4, h5, h6") is not None:
        return
    if closest(title, HEADINGS) is not None:
        return
    details, summary = tree.new("details"), tree.new("summary")
    move_children(title, summary)
    details.insert_child(summary, move=True)
    for child in children(content):
        details.insert_child(child, move=True)
    part.insert_before(details, move=True)
    part.decompose()
