"""Tabs: the labels stood in a row above the panels, each comes to stand above its own."""

from collections.abc import Mapping

from .context import BodyContext
from .tree import BodyTree, Node, ancestors, move_children, words

_TABS: Mapping[str, tuple[str, str]] = {
    ".wp-block-tabs": ("[role=tab]", "[role=tabpanel]"),
    ".kt-tabs-wrap": (".kt-title-item", ".kt-tab-inner-content"),
    ".wp-block-uagb-tabs": (".uagb-tab", ".uagb-tabs__body-container"),
    ".wp-block-ub-tabbed-content": (
        ".wp-block-ub-tabbed-content-tab-title-wrap",
        ".wp-block-ub-tabbed-content-tab-content-wrap",
    ),
    ".et_pb_tabs": (".et_pb_tabs_controls > li", ".et_pb_tab"),
    ".su-tabs": (".su-tabs-nav > span", ".su-tabs-pane"),
    ".elementor-tabs": (".elementor-tabs-wrapper > .elementor-tab-title", ".elementor-tab-content"),
}
"""The labels and the panels, by the class of the whole: core, Kadence, Spectra, Ultimate Blocks; as their pages hold
them Divi, Shortcodes Ultimate and Elementor."""
_EVERY = ", ".join(_TABS)


def label_tabs(tree: BodyTree, _context: BodyContext) -> None:
    """Put each tab's label in bold above its panel."""
    if tree.root.css_first(_EVERY) is None:
        return
    for whole, (label, panel) in _TABS.items():
        # Innermost first: tabs inside a panel have taken their labels when it is the outer ones' turn.
        for tabs in reversed(list(tree.find(whole))):
            labels, panels = _own(tabs, label, whole), _own(tabs, panel, whole)
            if len(labels) == len(panels):
                for text, content in zip(labels, panels, strict=True):
                    _put_above(tree, text, content)
            else:
                for text in labels:
                    text.insert_before(_paragraph(tree, text), move=True)
                    text.decompose()


def _own(tabs: Node, selector: str, whole: str) -> list[Node]:
    """Give what belongs to these tabs and not to tabs inside them."""
    return [
        node
        for node in tabs.css(selector)
        if node.mem_id != tabs.mem_id
        and next((above for above in ancestors(node) if above.css_matches(whole)), tabs).mem_id == tabs.mem_id
    ]


def _put_above(tree: BodyTree, label: Node, panel: Node) -> None:
    # Tags that were left open may have put a panel into a label.
    if words(label) and all(above.mem_id != label.mem_id for above in ancestors(panel)):
        paragraph = _paragraph(tree, label)
        first = panel.first_child
        if first is None:
            panel.insert_child(paragraph, move=True)
        else:
            first.insert_before(paragraph, move=True)
        label.decompose()


def _paragraph(tree: BodyTree, label: Node) -> Node:
    paragraph, emphasis = tree.new("p"), tree.new("strong")
    move_children(label, emphasis)
    paragraph.insert_child(emphasis, move=True)
    for link in emphasis.css("a"):
        link.unwrap(delete_empty=True)
    return paragraph
