"""Parts without their whole, and wholes where only words can be: what broken markup leaves, brought into a form."""

from collections.abc import Mapping

from .context import BodyContext
from .tree import BLOCKS, BodyTree, Node, attribute, children, closest, is_line, is_white, runs, tag_set

_PARTS: Mapping[str, tuple[frozenset[str], str]] = {
    "li": (tag_set("ul ol menu dir"), "ul"),
    "dt": (tag_set("dl"), "dl"),
    "dd": (tag_set("dl"), "dl"),
}
"""What a part stands in, and the whole that it is given where it stands in something else."""
_LINK = tag_set("a")
_CELLS = tag_set("td th")
_ONLY_WORDS = "ruby, rb, rt, rtc, rp"


def gather_strays(tree: BodyTree, _context: BodyContext) -> None:
    """Give items of lists a list, and make plain blocks of the other parts that stand alone."""
    for table in tree.find("table"):
        if table.css_first("td, th, caption") is None:
            table.decompose()
    for part in tree.find("li, dt, dd"):
        wholes, made = _PARTS[part.tag or ""]
        if part.parent is not None and part.parent.tag not in wholes:
            _gather(part, tree.new(made))
    for whole in tree.find("ul, ol"):
        _own_items(tree, whole)
    for summary in tree.find("summary"):
        if summary.parent is not None and summary.parent.tag != "details":
            tree.rename(summary, "div")
    for details in tree.find("details"):
        label = next((child for child in details.iter() if child.tag == "summary"), None)
        if label is not None and label.prev is not None and details.first_child is not None:
            details.first_child.insert_before(label, move=True)
    _open_wholes(tree)


def _gather(part: Node, whole: Node) -> None:
    """Put a whole around a part and the parts of its kind behind it."""
    wholes = _PARTS[part.tag or ""][0]
    following = part.next
    part.insert_before(whole, move=True)
    whole.insert_child(part, move=True)
    while following is not None and (is_white(following) or _PARTS.get(following.tag or "", ("", ""))[0] == wholes):
        after = following.next
        whole.insert_child(following, move=True)
        following = after


def _own_items(tree: BodyTree, whole: Node) -> None:
    """Put what stands in a list, and in no item of it, into the item before it, or into one of its own."""
    if all(child.tag == "li" or is_white(child) for child in children(whole)):
        return
    item: Node | None = None
    for run in runs(whole):
        if run[0].tag == "li" and len(run) == 1:
            item = run[0]
            continue
        if item is None or run[0].tag not in ("ul", "ol"):
            item = tree.new("li")
            run[0].insert_before(item, move=True)
        for node in run:
            item.insert_child(node, move=True)


def _open_blocks(pre: Node) -> None:
    """Open the blocks in preformatted text, each on a line of its own."""
    for block in [node for node in pre.traverse() if node.tag in BLOCKS and node.mem_id != pre.mem_id]:
        if block.parent is None or block.tag in ("audio", "video", "iframe"):
            continue
        if block.prev is not None:
            block.insert_before("\t" if block.tag in _CELLS else "\n")
        if block.tag == "hr":
            block.decompose()
        else:
            block.unwrap(delete_empty=True)


def _open_wholes(tree: BodyTree) -> None:
    """Take blocks out of what can hold only words."""
    for part in tree.find(_ONLY_WORDS):
        if not all(is_line(child) for child in part.traverse() if child.mem_id != part.mem_id):
            part.unwrap(delete_empty=True)
    for pre in tree.find("pre"):
        _open_blocks(pre)
    for caption in tree.find("figcaption"):
        for player in caption.css("audio, video"):
            caption.insert_before(player, move=True)


def part_links(tree: BodyTree, context: BodyContext) -> None:
    """Take links out of links, which a table between them allows and a parser of the result does not."""
    for target in tree.find("a a[id]:not([href])"):
        if (outer := closest(target, _LINK)) is not None:
            outer.insert_before(target, move=True)
    for inner in tree.find("a a[href]"):
        while (outer := closest(inner, _LINK)) is not None:
            context.note("link around a link left behind", attribute(outer, "href"), review=True)
            outer.unwrap()
