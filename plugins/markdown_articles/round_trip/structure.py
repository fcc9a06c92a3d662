"""The marks of structure: headings, quotes, lists, tables, captions, details."""

from collections.abc import Callable
from urllib.parse import unquote

from selectolax.lexbor import LexborNode

from .posters import picture_mark, poster_of
from .reading import LINE_END, PARAGRAPH_END, Reading, Structure, classes_of

_LISTS = ("ul", "ol", "menu", "dir")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def _begin_heading(reading: Reading, node: LexborNode) -> bool:
    reading.mark(f"[heading {(node.tag or '')[1:]}]")
    return True


def _end_heading(reading: Reading, node: LexborNode) -> None:
    reading.unless_empty(f"[heading {(node.tag or '')[1:]}]")


def _begin_quote(reading: Reading, node: LexborNode) -> bool:
    reading.mark("[pull quote]" if "pullquote" in classes_of(node) else "[quote]")
    reading.quotes += 1
    return True


def _end_quote(reading: Reading, node: LexborNode) -> None:
    reading.quotes -= 1
    reading.unless_empty("[pull quote]" if "pullquote" in classes_of(node) else "[quote]", "[end of quote]")


def _begin_attribution(reading: Reading, node: LexborNode) -> bool:
    if node.parent is not None and node.parent.tag == "blockquote":
        reading.boundary()
        reading.one_line += 1
        reading.in_attribution = True
    return True


def _end_attribution(reading: Reading, node: LexborNode) -> None:
    if node.parent is not None and node.parent.tag == "blockquote":
        reading.end_words()
        reading.in_attribution = False
        reading.one_line -= 1
        reading.boundary()


def _begin_list(reading: Reading, node: LexborNode) -> bool:
    number = None
    if node.tag == "ol":
        try:
            number = int(node.attributes.get("start") or 1)
        except ValueError:
            number = 1
    reading.lists.append(number)
    reading.mark("[list]")
    return True


def _end_list(reading: Reading, _node: LexborNode) -> None:
    reading.lists.pop()
    reading.end_words()
    while reading.marks[-1].startswith("[item ") and type(reading.marks[-1]) is Structure:
        reading.marks.pop()
    reading.unless_empty("[list]", "[end of list]")


def _begin_item(reading: Reading, node: LexborNode) -> bool:
    identifier = node.attributes.get("id") or ""
    if identifier.startswith("fn-"):
        reading.mark(f"[text of note {unquote(identifier[3:])}]")
        return True
    number = reading.lists[-1] if reading.lists else None
    if number is not None:
        reading.lists[-1] = number + 1
    reading.mark(f"[item {'•' if number is None else number}]")
    return True


def _end_item(reading: Reading, _node: LexborNode) -> None:
    reading.unless_empty("[item •]")


def _begin_row(reading: Reading, _node: LexborNode) -> bool:
    reading.mark("[row]")
    reading.rows.append(len(reading.marks))
    return True


def _end_row(reading: Reading, _node: LexborNode) -> None:
    """Rows are filled up with empty cells to the width of their table, and a table without a head gets an empty one."""
    reading.end_words()
    start = reading.rows.pop()
    while reading.marks[-1] in {"[cell]", "[head of cells]"}:
        reading.marks.pop()
    if len(reading.marks) == start:
        reading.marks.pop()


def _begin_cell(reading: Reading, node: LexborNode) -> bool:
    """All cells of a table's head are heads, by whatever tag."""
    attributes = node.attributes
    row = node.parent
    is_head = node.tag == "th" or (row is not None and row.parent is not None and row.parent.tag == "thead")
    spans = [f"{name} {span}" for name in ("colspan", "rowspan") if (span := attributes.get(name) or "1") != "1"]
    reading.mark(f"[{' '.join(['head of cells' if is_head else 'cell', *spans])}]")
    return True


def _begin_captioned(reading: Reading, _node: LexborNode) -> bool:
    reading.end_words()
    reading.captions.append((len(reading.marks), []))
    return True


def _end_captioned(reading: Reading, node: LexborNode) -> None:
    """Show the caption below what it belongs to, wherever it stands in the HTML.

    The caption of one picture stays one; those of galleries and tables become paragraphs.
    """
    reading.end_words()
    start, caption = reading.captions.pop()
    if caption:
        if node.tag == "figure" and _is_of_one(node, [mark for mark in reading.marks[start:] if mark != PARAGRAPH_END]):
            reading.marks.append(Structure("[caption]"))
        elif not reading.at_start:
            reading.marks.append(PARAGRAPH_END)
        reading.marks.extend(caption)
        reading.boundary()


def _is_of_one(figure: LexborNode, content: list[str]) -> bool:
    """Say whether a figure is an embed, a player or one picture, linked or not."""
    if "embed" in classes_of(figure) or any(mark.startswith(("[audio ", "[video ")) for mark in content):
        return True
    pictures = [mark for mark in content if mark.startswith("[picture ")]
    return len(pictures) == 1 and all(mark.startswith(("[picture ", "[link to ")) for mark in content)


def _begin_caption(reading: Reading, _node: LexborNode) -> bool:
    reading.caption_starts.append((len(reading.marks), reading.gap))
    reading.mark("[caption]")
    return True


def _end_caption(reading: Reading, _node: LexborNode) -> None:
    """Keep the caption until what it belongs to has ended; one that belongs to nothing stays where it is."""
    reading.end_words()
    start, reading.gap = reading.caption_starts.pop()
    caption = reading.marks[start + 1 :]
    del reading.marks[start:]
    if reading.captions:
        earlier = reading.captions[-1][1]
        earlier.extend([LINE_END, *caption] if earlier and caption else caption)
    elif caption:
        reading.separate()
        reading.marks.extend(caption)


def _begin_details(reading: Reading, node: LexborNode) -> bool:
    """In an embed they hold what the renderer added, a player behind a click; the poster on it is the article's own."""
    if node.parent is not None and "embed" in classes_of(node.parent):
        if (poster := poster_of(node.parent)) is not None:
            reading.show(picture_mark(poster))
        return False
    reading.mark("[details]")
    return True


def _end_details(reading: Reading, _node: LexborNode) -> None:
    reading.mark("[end of details]")


def _begin_summary(reading: Reading, _node: LexborNode) -> bool:
    reading.mark("[summary]")
    return True


BEGIN: dict[str, Callable[[Reading, LexborNode], bool]] = {
    **dict.fromkeys(_HEADINGS, _begin_heading),
    **dict.fromkeys(_LISTS, _begin_list),
    **dict.fromkeys(("caption", "figcaption"), _begin_caption),
    **dict.fromkeys(("figure", "table"), _begin_captioned),
    **dict.fromkeys(("td", "th"), _begin_cell),
    "blockquote": _begin_quote,
    "cite": _begin_attribution,
    "details": _begin_details,
    "li": _begin_item,
    "summary": _begin_summary,
    "tr": _begin_row,
}
"""What is noted when an element begins, by tag; each says whether its content is read."""

END: dict[str, Callable[[Reading, LexborNode], None]] = {
    **dict.fromkeys(_HEADINGS, _end_heading),
    **dict.fromkeys(_LISTS, _end_list),
    **dict.fromkeys(("caption", "figcaption"), _end_caption),
    **dict.fromkeys(("figure", "table"), _end_captioned),
    "blockquote": _end_quote,
    "cite": _end_attribution,
    "details": _end_details,
    "li": _end_item,
    "tr": _end_row,
}
"""What is noted when an element ends, by tag."""
