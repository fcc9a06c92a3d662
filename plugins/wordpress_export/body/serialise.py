"""Writes the tree as HTML: one block a line, Unicode as it is."""

from .tree import CONTROLS, BodyTree, children, is_white, tag_set

_LOOSE = tag_set("ul ol dl table thead tbody tfoot tr colgroup blockquote figure details section")


def write_html(tree: BodyTree) -> str:
    """Give the HTML of a body."""
    for node in [tree.root, *(node for node in tree.root.traverse() if node.tag in _LOOSE)]:
        for child in children(node):
            if is_white(child):
                child.decompose()
    for pre in tree.find("pre"):
        first = pre.first_child
        if first is not None and first.is_text_node and (first.text_content or "").startswith("\n"):
            # An HTML parser drops the line break that opens a listing, so that one which is meant is written twice.
            first.insert_before("\n")
    blocks = [child.html or "" for child in children(tree.root)]
    # The HTML standard writes this one character as an entity; here it is a character like any other.
    return CONTROLS.sub("", "\n".join(blocks).replace("&nbsp;", "\u00a0"))
