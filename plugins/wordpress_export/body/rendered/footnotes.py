"""Footnotes as WordPress and its plugins show them, brought back to what they were made of: a mark and a text.

WordPress's own, Easy Footnotes, Footnotes (`mci`), Modern Footnotes, FD Footnotes, Simple Footnotes, WP Footnotes,
Civil Footnotes and Jetpack's Markdown: all but two have a list whose items and references lead to each other.
"""

import re

from ..context import BodyContext
from ..tree import BodyTree, Node, ancestors, attribute, is_empty, is_white, words

_MARKS = (
    "wp-block-footnotes", "easy-footnote", "footnote_referrer", "modern-footnotes", "footnote", "fnref", "fn1-",
)  # fmt: skip
_LISTS = ".wp-block-footnotes, .easy-footnotes-wrapper, .footnotes, .simple-footnotes, ol.footnotes, .footnotes-list"
_INLINE = ".footnote_referrer, .modern-footnotes-footnote"
"""Plugins that have the text beside its mark."""
_TEXTS = ".footnote_tooltip, .modern-footnotes-footnote__note"
_RESTS = (
    ".footnotes_reference_container, .modern-footnotes-list, .modern-footnotes-list-heading, .easy-footnote-title,"
    " .footnotedivider, .easy-footnote-margin-adjust, .simple-footnotes > .notes"
)
"""What stands around the notes, and the lists of those whose text was taken beside its mark."""
_EMPTY_BRACKETS = re.compile(r"\s*(?:\[\s*\]|\(\s*\))?[\s\u00a0]*\Z")
_SPACE_AT_END = re.compile(r"(?:\s|&nbsp;)+(?=</p>\s*\Z)")
_LONGEST_MARK = 12
_NAME = "rendered-{}"


def read_footnotes(tree: BodyTree, context: BodyContext) -> None:
    """Give each reference the form that an editor stores, and the article its notes."""
    if not tree.may_hold(*_MARKS):
        return
    rows = _rows(tree)
    for mark in tree.find(_INLINE):
        _read_inline(tree, mark, rows, context)
    targets = _targets(tree)
    for reference in tree.find('a[href*="#"]') if targets else ():
        _read_listed(tree, reference, targets, context)
    _clear(tree, context)


def _targets(tree: BodyTree) -> dict[str, Node]:
    """Give the notes in the lists of footnotes by every id that stands in them."""
    targets: dict[str, Node] = {}
    seen: set[int] = set()
    for whole in tree.find(_LISTS):
        if whole.mem_id in seen:
            continue
        seen.update(inner.mem_id for inner in whole.css(_LISTS))
        for item in whole.css("li, p.footnote, div.footnote"):
            for node in (item, *item.css("[id]")):
                if name := attribute(node, "id"):
                    targets.setdefault(name, item)
    return targets


def _rows(tree: BodyTree) -> dict[str, Node]:
    """Give the rows of the tables that the plugin Footnotes lists its notes in, by the id of their references."""
    rows: dict[str, Node] = {}
    for row in tree.find("tr.footnotes_plugin_reference_row"):
        for node in row.css("[id^='footnote_plugin_reference_']"):
            rows[attribute(node, "id").replace("_reference_", "_tooltip_", 1)] = row
    return rows


def _read_listed(tree: BodyTree, reference: Node, targets: dict[str, Node], context: BodyContext) -> None:
    """Read a reference whose note leads back to it."""
    note = targets.get(attribute(reference, "href").rpartition("#")[2])
    if (
        note is None
        or len(words(reference)) > _LONGEST_MARK
        or any(n.mem_id == note.mem_id for n in ancestors(reference))
    ):
        return
    name = attribute(note, "data-fn-read")
    if not name:
        name = _own_name(reference) or _NAME.format(len(context.footnotes) + 1)
        note.attrs["data-fn-read"] = name
        if name not in dict(context.article.footnotes):
            context.footnotes.append((name, _text_of(note)))
    _put_mark(tree, _whole_mark(reference), name)


def _own_name(reference: Node) -> str:
    """Give the id under which WordPress itself keeps a note."""
    around = reference.parent
    return attribute(around, "data-fn") if around is not None else ""


def _whole_mark(reference: Node) -> Node:
    """Give the outermost element that shows nothing but the reference."""
    mark = reference
    while (
        (above := mark.parent) is not None
        and above.tag in ("sup", "span")
        and all(child.mem_id == mark.mem_id or is_white(child) for child in above.iter(include_text=True))
    ):
        mark = above
    return mark


def _text_of(note: Node) -> str:
    """Give the text of a note without the way back and without what stands around it."""
    for link in note.css('a[href*="#"]'):
        # A link to a place in the text is a note's own where it has words.
        if not any(character.isalpha() for character in words(link)) or "backlink" in attribute(link, "class"):
            around = link.parent
            link.decompose()
            if around is not None and around.tag in ("span", "sup") and _EMPTY_BRACKETS.match(words(around)):
                around.decompose()
    for empty in note.css("span[id]"):
        if is_empty(empty) or not words(empty):
            empty.decompose()
    html = note.inner_html or ""
    return _SPACE_AT_END.sub("", html) if "<p" in html else _EMPTY_BRACKETS.sub("", html)


def _read_inline(tree: BodyTree, mark: Node, rows: dict[str, Node], context: BodyContext) -> None:
    """Read a mark that has its text beside it: within it, behind it, or in full in a table below."""
    beside = mark.css_first(_TEXTS) or _behind(mark)
    place = mark.css_first("sup[id]")
    row = rows.get(attribute(place, "id")) if place is not None else None
    text = row.css_first(".footnote_plugin_text") if row is not None else beside
    if text is None:
        return
    name = attribute(row, "data-fn-read") if row is not None else ""
    if not name:
        name = _NAME.format(len(context.footnotes) + 1)
        context.footnotes.append((name, text.inner_html or ""))
        if row is not None:
            row.attrs["data-fn-read"] = name
    if beside is not None:
        beside.decompose()
    _put_mark(tree, mark, name)


def _behind(mark: Node) -> Node | None:
    following = mark.next
    is_text = following is not None and following.is_element_node and following.css_matches(_TEXTS)
    return following if is_text else None


def _put_mark(tree: BodyTree, mark: Node, name: str) -> None:
    reference = tree.new("sup", data_fn=name)
    reference.insert_child("*")
    mark.replace_with(reference, move=True)


def _clear(tree: BodyTree, context: BodyContext) -> None:
    """Remove the notes that were read, and what stood around them."""
    for note in tree.find("[data-fn-read]"):
        note.decompose()
    for rest in tree.find(_RESTS):
        if rest.css_first(".footnote_plugin_text") is None:
            if text := words(rest):
                context.note("title of a list of footnotes left behind", text)
            rest.decompose()
    for whole in tree.find(_LISTS):
        if not words(whole) and whole.css_first("img") is None:
            whole.decompose()
