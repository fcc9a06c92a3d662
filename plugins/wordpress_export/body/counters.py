"""Counters of page builders, whose numbers a script fills in when the page is open."""

from .context import BodyContext
from .tree import BodyTree, Node, attribute, words

_COUNTERS = ".elementor-counter-number[data-to-value], .et_pb_number_counter[data-number-value]"


def show_counters(tree: BodyTree, _context: BodyContext) -> None:
    """Give each counter the number that it counts to; until its script runs, it shows a nought."""
    if not tree.may_hold("data-to-value", "data-number-value"):
        return
    for counter in tree.find(_COUNTERS):
        shown = counter.css_first(".percent-value") or counter
        if words(shown) in ("", "0", "1"):
            _fill(shown, attribute(counter, "data-to-value") or attribute(counter, "data-number-value"))


def _fill(node: Node, text: str) -> None:
    for child in list(node.iter(include_text=True)):
        child.decompose()
    node.insert_child(text)
