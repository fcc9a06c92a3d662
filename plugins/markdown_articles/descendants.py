"""All that an element holds, in order, without recursion: lexbor's own traversal slows down with depth."""

from collections.abc import Iterator

from selectolax.lexbor import LexborNode


def descendants(root: LexborNode) -> Iterator[LexborNode]:
    """Give the nodes within an element, text and comments too, in the order of the document."""
    node = root.first_child
    above: list[LexborNode] = []
    while node is not None:
        yield node
        following = node.first_child
        if following is not None:
            above.append(node)
        else:
            following = node.next
        while following is None and above:
            following = above.pop().next
        node = following
