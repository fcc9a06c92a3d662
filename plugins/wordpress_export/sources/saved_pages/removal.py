"""Taking elements out of a tree: all are chosen before the first goes, since what is gone must not be looked at."""

from collections.abc import Iterable

from ...body.tree import Node


def remove_all(nodes: Iterable[Node]) -> int:
    """Remove elements, of which some may stand in others; give how many were removed by themselves."""
    chosen = {node.mem_id: node for node in nodes}
    outer = [node for node in chosen.values() if not is_in(node, chosen)]
    for node in outer:
        node.decompose()
    return len(outer)


def is_in(node: Node, chosen: Iterable[int]) -> bool:
    """Tell whether an element stands in one of those with these numbers."""
    above = node.parent
    while above is not None:
        if above.mem_id in chosen:
            return True
        above = above.parent
    return False
