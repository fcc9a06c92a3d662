"""Navigation menus: lines that name their parent by number, made into a tree."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from .model import MenuItem


@dataclass(frozen=True, slots=True)
class MenuLine:
    """A line of a menu before it has found its place."""

    id: int
    """Its number, which the lines below it name."""
    parent: int
    """The number of the line above it; 0 at the top."""
    order: int
    """Its place in the whole menu (`menu_order`)."""
    title: str
    """Plain text."""
    address: str
    """As in `MenuItem`."""


def grow(lines: Iterable[MenuLine]) -> tuple[MenuItem, ...]:
    """Give the tree of a menu's lines.

    A line whose parent is not there stands at the top, as WordPress shows it (`Walker::walk`); so does the first of a
    ring of lines, each below the next. Built from the leaves up, without recursion: depth has no limit.
    """
    ordered = sorted(lines, key=lambda line: (line.order, line.id))
    known, below = {line.id for line in ordered}, defaultdict[int, list[MenuLine]](list)
    for line in ordered:
        below[line.parent if line.parent in known else 0].append(line)
    top, reached = list[int](), dict[int, MenuLine]()
    for line in (*below[0], *ordered):
        if line.id not in reached:
            top.append(line.id)
            _reach(line, below, reached)
    items: dict[int, MenuItem] = {}
    for line in reversed(reached.values()):
        children = tuple(items[child.id] for child in below[line.id] if child.id in items)
        items[line.id] = MenuItem(line.title, line.address, children)
    return tuple(items[number] for number in top)


def _reach(first: MenuLine, below: dict[int, list[MenuLine]], reached: dict[int, MenuLine]) -> None:
    """Note a line and all below it, parents before children."""
    waiting = [first]
    while waiting:
        line = waiting.pop()
        if line.id not in reached:
            reached[line.id] = line
            waiting += below[line.id]
