"""A picture or an address with its caption is a figure in a list item too, where a tight list has no paragraph."""

from selectolax.lexbor import LexborHTMLParser, LexborNode

from .embeds import is_bare
from .tree import subject_and_caption


def part_captioned(tree: LexborHTMLParser) -> None:
    """Put a picture or an address, and the caption below it, that are all of a list item into a paragraph."""
    for caption in tree.css("li > em:last-child"):
        item = caption.parent
        found = item and subject_and_caption(item)
        if item is not None and found and _may_be_figure(found[0]):
            paragraph = tree.create_node("p")
            while (child := item.first_child) is not None:
                paragraph.insert_child(child, move=True)
            item.insert_child(paragraph, move=True)


def _may_be_figure(subject: LexborNode) -> bool:
    """Tell whether it is a picture, linked or not, or a bare address."""
    if subject.tag != "a":
        return subject.tag == "img"
    content = subject.first_child
    return is_bare(subject) or (content is not None and content.tag == "img" and content.next is None)
