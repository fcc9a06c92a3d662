"""Menus as trees."""

from wordpress_export.menus import MenuLine, grow
from wordpress_export.model import MenuItem


def line(number: int, parent: int = 0, order: int = 0) -> MenuLine:
    return MenuLine(number, parent, order, f"line {number}", "")


def outline(items: tuple[MenuItem, ...]) -> list[object]:
    return [[item.title.removeprefix("line "), *outline(item.items)] for item in items]


def test_tree() -> None:
    """Lines stand below their parents, in the menu's order."""
    assert [["2"], ["1", ["4"], ["3"]]] == outline(
        grow([line(1, order=2), line(2, order=1), line(3, 1, order=4), line(4, 1, order=3)])
    )


def test_missing_parent() -> None:
    """A line whose parent is not there stands at the top."""
    assert [["1"], ["2"]] == outline(grow([line(1), line(2, parent=99)]))


def test_ring() -> None:
    """Lines below each other are not lost, and do not go round for ever."""
    assert [["3"], ["1", ["2"]]] == outline(grow([line(1, parent=2), line(2, parent=1), line(3)]))


def test_own_parent() -> None:
    """A line below itself stands at the top."""
    assert [["1"]] == outline(grow([line(1, parent=1)]))


def test_depth() -> None:
    """A chain of ten thousand lines is a tree like any other."""
    (item,) = grow(line(number, parent=number - 1) for number in range(1, 10_001))
    depth = 1
    while item.items:
        (item,), depth = item.items, depth + 1

    assert depth == 10_000
