"""Tables: pipes where GitHub's form can hold them, clean HTML where cells span or hold blocks."""

import re

from selectolax.lexbor import LexborNode

from ..descendants import descendants
from ..languages import language_of
from .emphasis import emphasise
from .tokens import Kind, Place
from .walk import Enter, Leave, Walk, end_block, skip

_BLOCKS_IN_CELLS = frozenset(
    {
        "audio",
        "blockquote",
        "details",
        "dl",
        "embed",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "iframe",
        "object",
        "ol",
        "pre",
        "table",
        "ul",
        "video",
    }
)
_ALIGNMENT = re.compile(r"text-align(?:-|:\s*)(left|right|center)")
_RULES = {"": "---", "left": ":--", "right": "--:", "center": ":-:"}


def _enter_table(walk: Walk, node: LexborNode) -> Leave | None:
    if not _fits_pipes(node):
        walk.flush()
        walk.add(Kind.HTML, walk.raw(node))
        return skip
    walk.push(Place.TABLE, node)
    return _leave_table


def _fits_pipes(table: LexborNode) -> bool:
    if language_of(table).direction:
        # It says on which side the first column stands.
        return False
    rows: list[LexborNode] = []
    for node in descendants(table):
        tag = node.tag
        if tag in _BLOCKS_IN_CELLS:
            return False
        if tag in {"td", "th"} and _spans(node):
            return False
        if tag == "tr":
            rows.append(node)
    return not any(_has_heads(row) for row in rows[1:]) and (
        not rows or _is_in_head(rows[0]) or _is_of_one_kind(rows[0])
    )


def _has_heads(row: LexborNode) -> bool:
    """Say whether a row holds heads; below the first row pipes have no form for them."""
    return _is_in_head(row) or any(cell.tag == "th" for cell in row.iter())


def _is_of_one_kind(row: LexborNode) -> bool:
    """Say whether all cells of a row are heads, or none; a head beside other cells is that of its row."""
    return len({cell.tag for cell in row.iter()} & {"td", "th"}) < 2  # noqa: PLR2004  # heads, or other cells


def _is_in_head(row: LexborNode) -> bool:
    parent = row.parent
    return parent is not None and parent.tag == "thead"


def _spans(cell: LexborNode) -> bool:
    attributes = cell.attributes
    return any((attributes.get(name) or "1") != "1" for name in ("colspan", "rowspan"))


def _enter_row(walk: Walk, node: LexborNode) -> Leave | None:
    walk.flush()
    if walk.frame.place is Place.TABLE:
        walk.frame.rows.append((node, []))
    return None


def _enter_cell(walk: Walk, node: LexborNode) -> Leave | None:
    if walk.frame.place is not Place.TABLE or not walk.frame.rows:
        walk.flush()
        return end_block
    walk.flush()
    text = walk.plain(node, one_line=True) if node.first_child is not None else ""
    if text is None:
        walk.push(Place.CELL, node)
        return _leave_cell
    walk.frame.rows[-1][1].append((node, text))
    return skip


def _leave_cell(walk: Walk, node: LexborNode) -> None:
    lines = [block.text for block in walk.pop().blocks]
    walk.frame.rows[-1][1].append((node, "<br>".join(lines)))


def _leave_table(walk: Walk, _node: LexborNode) -> None:
    frame = walk.pop()
    rows = [(row, cells) for row, cells in frame.rows if cells]
    if rows:
        grid = [[text for _, text in cells] for _, cells in rows]
        if not _is_head(*rows[0]):
            grid.insert(0, [])
        walk.add(Kind.TABLE, _pipes(grid, _alignments([cells for _, cells in rows])))
    for block in frame.blocks:
        walk.add(*block)
    if frame.caption:
        walk.add(Kind.PARAGRAPH, emphasise(frame.caption, as_tags=walk.scope.style.safe))


def _is_head(row: LexborNode, cells: list[tuple[LexborNode, str]]) -> bool:
    return _is_in_head(row) or all(cell.tag == "th" for cell, _ in cells)


def _alignments(rows: list[list[tuple[LexborNode, str]]]) -> list[str]:
    """Give the alignment of each column, as its first cell with one has it."""
    alignments: list[str] = []
    for cells in rows[:2]:
        for column, (cell, _) in enumerate(cells):
            if column == len(alignments):
                alignments.append("")
            alignments[column] = alignments[column] or _alignment(cell)
    return alignments


def _alignment(cell: LexborNode) -> str:
    attributes = cell.attributes
    given = attributes.get("align") or ""
    match = _ALIGNMENT.search(f"{attributes.get('style') or ''} {attributes.get('class') or ''} text-align:{given}")
    return match[1] if match else ""


def _pipes(grid: list[list[str]], alignments: list[str]) -> str:
    """Give the table; all rows are as wide as the widest, since GitHub drops what goes beyond the head."""
    width = max(len(row) for row in grid)
    rules = [_RULES[alignment] for alignment in alignments]
    rules += [_RULES[""]] * (width - len(rules))
    lines = [_row(row + [""] * (width - len(row))) for row in grid]
    return "\n".join([lines[0], _row(rules), *lines[1:]])


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


ENTER: dict[str, Enter] = {"table": _enter_table, "tr": _enter_row, "td": _enter_cell, "th": _enter_cell}
"""Tables, their rows and cells; captions are written as those of figures."""
