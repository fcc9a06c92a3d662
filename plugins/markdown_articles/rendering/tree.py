"""What the families of forms share: looking at paragraphs, and moving nodes.

lexbor copies a node that it did not make in the same tree, so each new node comes from `tree.create_node`.
"""

from selectolax.lexbor import LexborHTMLParser, LexborNode


def paragraph_begun_by(node: LexborNode) -> LexborNode | None:
    """Give the paragraph whose first child a node is."""
    # `tree.tags` and a look at the parent take half the time of `tree.css`.
    paragraph = node.parent if node.prev is None else None
    return paragraph if paragraph is not None and paragraph.tag == "p" else None


def subject_and_caption(paragraph: LexborNode) -> tuple[LexborNode, LexborNode | None] | None:
    """Give a paragraph's only inline and, from the line below it, its caption: all that there is in emphasis.

    None when the paragraph holds anything else.
    """
    subject = paragraph.first_child
    if subject is None:
        return None
    if subject.next is None:
        return subject, None
    gap, caption = subject.next, subject.next.next
    if caption is None or caption.next is not None or caption.tag != "em":
        return None
    return (subject, caption) if gap.is_text_node and gap.text_content == "\n" else None


def before(node: LexborNode) -> LexborNode | None:
    """Give the sibling before a node, blank text apart."""
    sibling = node.prev
    while sibling is not None and is_blank(sibling):
        sibling = sibling.prev
    return sibling


def last_child(node: LexborNode) -> LexborNode | None:
    """Give the last child of a node, blank text apart."""
    child = node.last_child
    return before(child) if child is not None and is_blank(child) else child


def is_blank(node: LexborNode) -> bool:
    """Tell whether a node is text that shows nothing."""
    return node.is_text_node and not (node.text_content or "").strip(" \t\n")


def wrap(tree: LexborHTMLParser, node: LexborNode, tag: str) -> LexborNode:
    """Put a new element around a node, and give it."""
    around = tree.create_node(tag)
    node.insert_before(around, move=True)
    around.insert_child(node, move=True)
    return around


def rename(tree: LexborHTMLParser, node: LexborNode, tag: str) -> LexborNode:
    """Put an element in the place of a node, with the node's children and language, and give it."""
    renamed = tree.create_node(tag)
    speak(renamed, node)
    node.insert_before(renamed, move=True)
    while (child := node.first_child) is not None:
        renamed.insert_child(child, move=True)
    node.remove()
    return renamed


def speak(node: LexborNode, like: LexborNode) -> None:
    """Let an element say about its language what another says."""
    # In selectolax `attributes` reads six times as fast as `attrs`, which writes.
    attributes = like.attributes
    for name in ("lang", "dir"):
        if said := attributes.get(name):
            node.attrs[name] = said


def figure_of(tree: LexborHTMLParser, paragraph: LexborNode) -> LexborNode:
    """Put a figure in the place of a paragraph that `subject_and_caption` knows, and give it."""
    subject, caption = paragraph.first_child, paragraph.last_child
    figure = tree.create_node("figure")
    speak(figure, paragraph)
    paragraph.insert_before(figure, move=True)
    if subject is not None:
        figure.insert_child(subject, move=True)
    if caption is not None and caption.tag == "em":
        figure.insert_child(caption, move=True)
        rename(tree, caption, "figcaption")
    paragraph.remove()
    return figure
