"""Lists: bullets and numbers, nested four columns in, tight or loose as their items need."""

from selectolax.lexbor import LexborNode

from .escaping import escape_line_starts
from .footnotes import enter_note
from .lines import indented, join
from .tokens import Block, Kind, Place
from .walk import Enter, Leave, Walk, end_block, skip

_COLUMNS = 4
"""How far the content of an item is indented: what every Markdown reader agrees on."""
_GREATEST_NUMBER = 999_999_999
"""CommonMark reads no longer numbers as a list."""
_LISTS = (Kind.BULLETS, Kind.NUMBERS)
_PARAGRAPHS = (Kind.PARAGRAPH, Kind.FIGURE, Kind.EMBED)
_WORDS = (Kind.TEXT, Kind.PICTURE)


def _enter_list(walk: Walk, node: LexborNode) -> Leave | None:
    if walk.frame.place is Place.FOOTNOTES:
        return None
    if node.tag == "ol" and not _is_plain(node):
        walk.flush()
        walk.add(Kind.HTML, walk.raw(node))
        return skip
    return _leave_list if walk.nest(Place.LIST, node) else end_block


def _is_plain(node: LexborNode) -> bool:
    """Say whether Markdown's numbers would be the list's: counting up by one, in figures, from no less than zero."""
    attributes = node.attributes
    if "reversed" in attributes or attributes.get("type", "1") != "1":
        return False
    number = _start(node)
    if not 0 <= number <= _GREATEST_NUMBER:
        return False
    item = node.first_child
    while item is not None:
        if item.tag == "li":
            value = item.attributes.get("value")
            if value is not None and value.strip() != str(number):
                return False
            number += 1
        item = item.next
    return True


def _start(node: LexborNode) -> int:
    try:
        return int(node.attributes.get("start") or 1)
    except ValueError:
        return 1


def _leave_list(walk: Walk, node: LexborNode) -> None:
    _gather_stray(walk)
    frame = walk.unnest()
    numbered = node.tag == "ol"
    if text := _written(frame.items, _start(node) if numbered else None):
        walk.add(Kind.NUMBERS if numbered else Kind.BULLETS, text)


def _enter_item(walk: Walk, node: LexborNode) -> Leave | None:
    if walk.frame.place is Place.FOOTNOTES:
        return enter_note(walk, node)
    if walk.frame.place is Place.LIST:
        _gather_stray(walk)
        if (text := walk.plain(node)) is not None:
            walk.frame.items.append([Block(Kind.TEXT, escape_line_starts(text))])
            return skip
        walk.push(Place.ITEM, node)
        return _leave_item
    return _leave_stray_item if walk.nest(Place.ITEM, node) else end_block


def _gather_stray(walk: Walk) -> None:
    """Text that stands between the items of a list becomes an item, at its place."""
    walk.flush()
    frame = walk.frame
    if frame.blocks:
        frame.items.append(frame.blocks)
        frame.blocks = []


def _leave_item(walk: Walk, _node: LexborNode) -> None:
    blocks = walk.pop().blocks
    walk.frame.items.append(blocks)


def _leave_stray_item(walk: Walk, _node: LexborNode) -> None:
    if blocks := walk.unnest().blocks:
        walk.add(Kind.BULLETS, _written([blocks], None))


def _written(items: list[list[Block]], number: int | None) -> str:
    """Give the list; an item without content shows its number, but as a bullet it shows nothing."""
    if number is None or not any(items):
        items = [item for item in items if item]
    loose = any(_is_loose(item) for item in items)
    lines: list[str] = []
    for place, blocks in enumerate(items):
        marker = "- " if number is None else f"{min(number + place, _GREATEST_NUMBER)}. "
        lines.append(_item(marker, blocks, loose=loose))
    return ("\n\n" if loose else "\n").join(lines)


def _is_loose(item: list[Block]) -> bool:
    """An item is loose when it has paragraphs, or blocks that need an empty line between them."""
    if any(block.kind in _PARAGRAPHS for block in item):
        return True
    match item:
        case [] | [_]:
            return False
        case [first, below]:
            return first.kind not in _WORDS or not _interrupts(below)
    return True


def _interrupts(block: Block) -> bool:
    """Say whether a block can stand below text without an empty line: a list can, but of numbers only from one on."""
    return block.kind is Kind.BULLETS or (block.kind is Kind.NUMBERS and block.text.startswith("1. "))


def _item(marker: str, blocks: list[Block], *, loose: bool) -> str:
    if not blocks:
        return marker.rstrip()
    if blocks[0].kind is Kind.RULE:
        # `- ---` is a rule of its own.
        blocks = [Block(Kind.RULE, "***"), *blocks[1:]]
    if any(block.kind not in (*_WORDS, *_LISTS, *_PARAGRAPHS) for block in blocks) or blocks[0].kind in _LISTS:
        marker = marker.ljust(_COLUMNS)
    text = join(blocks) if loose else "\n".join(block.text for block in blocks)
    return marker + indented(text, max(_COLUMNS, len(marker)))


ENTER: dict[str, Enter] = {**dict.fromkeys(("ul", "ol", "menu", "dir"), _enter_list), "li": _enter_item}
"""Lists and their items."""
