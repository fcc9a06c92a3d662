"""Columns, groups, wrappers: their content stays, in order, as paragraphs and other blocks."""

from .context import BodyContext
from .figures import emphasised
from .tree import (
    LAYOUT,
    BodyTree,
    Node,
    ancestors,
    attribute,
    children,
    classes,
    is_alone,
    is_line,
    is_white,
    move_children,
    place_before,
    runs,
    strip_edges,
    tag_set,
)

_FLOW = LAYOUT | tag_set("body blockquote details li td th dd")
"""Tags that may hold blocks."""
_CELLS = tag_set("li td th dd")
_INLINE = (
    "a, strong, em, u, del, ins, mark, small, span, code, q, cite, sup, sub, kbd, abbr, var, dfn, samp, time, bdo, bdi"
)
_WHOLE = tag_set("hr audio video pre iframe table aside")
_KEPT_FIGURES = frozenset({"clean", "gallery", "embed"})


def is_kept(node: Node) -> bool:
    """Whether a figure, an aside or a section is one of the dialect's own."""
    if node.tag == "figure":
        return bool(classes(node) & _KEPT_FIGURES)
    return "related-story" in classes(node) or "footnotes" in classes(node)


def push_inline_inward(tree: BodyTree, context: BodyContext) -> None:
    """Put a link or an emphasis around the lines inside blocks, where it stood around the blocks."""
    waiting = list(tree.find(_INLINE))
    while waiting:
        outer = waiting.pop()
        if outer.parent is None or all(is_line(child) for child in outer.iter()):
            continue
        if outer.tag == "span":
            # What is left of spans marks a language, which a wrapper hands on.
            tree.rename(outer, "div")
            continue
        # The same emphasis twice says nothing more, and an author who never closed it has it thousands of times.
        if any(above.tag == outer.tag for above in ancestors(outer)):
            outer.unwrap()
            continue
        for run in runs(outer):
            if is_line(run[0]):
                inner = _like(tree, outer)
                run[0].insert_before(inner, move=True)
                for node in run:
                    inner.insert_child(node, move=True)
            elif outer.tag == "a" and "embed" in classes(run[0]):
                context.note("link around an embed left behind", attribute(outer, "href"), review=True)
            elif run[0].tag not in _WHOLE and run[0].first_child is not None:
                inner = _like(tree, outer)
                move_children(run[0], inner)
                run[0].insert_child(inner, move=True)
                waiting.append(inner)
        outer.unwrap()


def _like(tree: BodyTree, node: Node) -> Node:
    copy = tree.new(node.tag or "span")
    for name, value in node.attributes.items():
        if name != "id":
            copy.attrs[name] = value
    return copy


def lift_blocks(tree: BodyTree, _context: BodyContext) -> None:
    """Part a paragraph or a heading around a block that a step has put in it."""
    for line in tree.find("p, h1, h2, h3, h4, h5, h6"):
        if all(is_line(child) for child in line.iter()):
            continue
        parts: list[Node] = []
        for run in runs(line):
            if not is_line(run[0]):
                parts.append(run[0])
                continue
            part = tree.new(line.tag or "p")
            for node in run:
                part.insert_child(node, move=True)
            strip_edges(part)
            parts.append(part)
        place_before(line, parts)
        line.decompose()
    # A player is a block of its own, and so are the lines beside it.
    around = {above.mem_id: above for player in tree.find("audio, video") if (above := player.parent) is not None}
    for cell in around.values():
        if cell.tag in _CELLS and len(runs(cell)) > 1:
            _wrap_lines(tree, cell)


def unwrap_layout(tree: BodyTree, _context: BodyContext) -> None:
    """Open every wrapper, and make paragraphs of the lines that stood directly in it."""
    _wrap_lines(tree, tree.root)
    # Outermost first: so each node moves once, however deep it stands.
    for node in tree.find(", ".join(sorted(LAYOUT | {"blockquote", "details", "legend", "figcaption"}))):
        if is_kept(node) or (node.tag == "figcaption" and node.parent is not None and is_kept(node.parent)):
            continue
        if node.tag == "figcaption":
            marker = tree.new("p")
            node.insert_before(marker, move=True)
            marker.replace_with(emphasised(tree, node), move=True)
        elif node.tag == "legend":
            tree.rename(node, "p")
        elif node.tag in ("blockquote", "details"):
            _wrap_lines(tree, node)
        else:
            _open(tree, node)
    _order_what_is_left(tree)


def _order_what_is_left(tree: BodyTree) -> None:
    """Bring galleries, cells and items into order, whose wrappers are open now."""
    for line in tree.find("figure.gallery > p"):
        # The target of a link, or a word between two pictures.
        if line.parent is not None:
            line.parent.insert_before(line, move=True)
    for cell in tree.find("td, th"):
        shown = [child for child in children(cell) if not is_white(child)]
        if len(shown) == 1 and shown[0].tag == "p":
            shown[0].unwrap(delete_empty=True)


def _open(tree: BodyTree, node: Node) -> None:
    parent = node.parent
    if parent is None:
        return
    if parent.tag in _CELLS and is_alone(node):
        node.unwrap(delete_empty=True)
    elif parent.tag in _FLOW:
        _wrap_lines(tree, node)
        node.unwrap(delete_empty=True)
    else:
        _open_in_line(tree, node)


def _open_in_line(tree: BodyTree, node: Node) -> None:
    """Open a wrapper inside a heading or a caption, which cannot hold paragraphs."""
    if node.prev is not None and not is_white(node.prev):
        node.insert_before(tree.new("br"), move=True)
    if node.next is not None and not is_white(node.next):
        node.insert_after(tree.new("br"), move=True)
    node.unwrap(delete_empty=True)


def _wrap_lines(tree: BodyTree, node: Node) -> None:
    lines = runs(node)
    for run in lines:
        shown = [child for child in run if not is_white(child)]
        # A name stands at the end; what is cited before it is a line like any other.
        is_last = run[0].mem_id == lines[-1][0].mem_id
        is_signature = node.tag == "blockquote" and is_last and len(shown) == 1 and shown[0].tag == "cite"
        if not is_line(run[0]) or is_signature:
            continue
        paragraph = tree.new("p")
        run[0].insert_before(paragraph, move=True)
        for child in run:
            paragraph.insert_child(child, move=True)
        strip_edges(paragraph)
