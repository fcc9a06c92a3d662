"""Toggles and tabs of page builders, brought into the forms that their shortcodes have in a stored body."""

from collections.abc import Mapping

from ..context import BodyContext
from ..tree import BodyTree, Node, move_children, words

_TOGGLES: Mapping[str, tuple[str, str]] = {
    ".et_pb_toggle": (".et_pb_toggle_title", ".et_pb_toggle_content"),
    ".vc_toggle": (".vc_toggle_title", ".vc_toggle_content"),
    ".su-spoiler": (".su-spoiler-title", ".su-spoiler-content"),
    ".fusion-panel": (".fusion-toggle-heading", ".panel-body"),
}
"""The title and the content of a part that opens, by its class: Divi, WPBakery, Shortcodes Ultimate, Avada."""
_LABELS = ".vc_tta-panel-title"
_ONCE = ".vc_tta-panel-title, .elementor-tab-desktop-title"
_TWICE = ".vc_tta-tabs-list > li, .elementor-tab-mobile-title"
"""Labels that stand with the panels as well, for narrow screens."""
_MARKS = ("et_pb_toggle", "vc_toggle", "vc_tta", "su-spoiler", "fusion-panel", "elementor-tab")


def open_toggles(tree: BodyTree, _context: BodyContext) -> None:
    """Make `<details>` of parts that a click opened, and leave each label of a tab once, in bold above its panel."""
    if not tree.may_hold(*_MARKS):
        return
    labels = {words(label) for label in tree.find(_ONCE)}
    for twice in tree.find(_TWICE):
        if words(twice) in labels:
            twice.decompose()
    for label in tree.find(_LABELS):
        if words(label):
            _embolden(tree, label)
    for whole, (title, content) in _TOGGLES.items():
        # Innermost first: the first title inside a part must be its own.
        for part in reversed(list(tree.find(whole))):
            _make_details(tree, part, part.css_first(title), part.css_first(content))


def _embolden(tree: BodyTree, label: Node) -> None:
    paragraph, emphasis = tree.new("p"), tree.new("strong")
    emphasis.insert_child(words(label))
    paragraph.insert_child(emphasis, move=True)
    label.replace_with(paragraph, move=True)


def _make_details(tree: BodyTree, part: Node, title: Node | None, content: Node | None) -> None:
    if title is None or content is None or not words(title):
        return
    details, summary = tree.new("details"), tree.new("summary")
    summary.insert_child(words(title))
    details.insert_child(summary, move=True)
    move_children(content, details)
    part.replace_with(details, move=True)
