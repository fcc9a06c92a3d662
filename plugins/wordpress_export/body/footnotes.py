"""Footnotes: references in the text, the notes in the article's own field (block editor) or in shortcodes."""

from .context import BodyContext
from .tree import BodyTree, Node, attribute, children, flatten, move_children, words

_PLACE = "div.wp-block-footnotes"
"""What the block of the notes is rendered as (`render_footnotes`)."""
_TEXT = "div[data-fn-text]"
_BACK = (
    '<a href="#fnref-{mark}" class="footnote-backref" data-footnote-backref data-footnote-backref-idx="{index}"'
    ' aria-label="Back to reference {index}">↩{raised}</a>'
)


def bring_footnotes(tree: BodyTree, context: BodyContext) -> None:
    """Put the texts of the notes at the body's end, so that all steps clean them as they clean the body."""
    notes = (*context.article.footnotes, *context.footnotes)
    for stray in tree.find(_TEXT) if notes else ():
        del stray.attrs["data-fn-text"]
    for name, text in notes:
        note = tree.new("div", data_fn_text=name)
        note.inner_html = text
        tree.root.insert_child(note, move=True)


def number_footnotes(tree: BodyTree, context: BodyContext) -> None:
    """Number the references in their order, and put the notes at the end, in the Markdown renderer's form."""
    brought = tree.find(_TEXT) if context.article.footnotes or context.footnotes else ()
    notes = {attribute(text, "data-fn-text"): text for text in brought}
    numbers: dict[str, int] = {}
    counts: dict[str, int] = {}
    for reference in tree.find("sup[data-fn], a[data-fn]"):
        name = attribute(reference, "data-fn")
        if name not in notes:
            context.note("footnote without a text", f"{reference.html}", review=True)
            reference.unwrap(delete_empty=True)
            continue
        number = numbers.setdefault(name, len(numbers) + 1)
        counts[name] = counts.get(name, 0) + 1
        reference.replace_with(_reference(tree, number, counts[name]), move=True)
    _keep_unreferred(tree, {name: text for name, text in notes.items() if name not in numbers}, context)
    if numbers:
        section = _section(tree, numbers, counts, notes)
        tree.root.insert_child(section, move=True)


def _keep_unreferred(tree: BodyTree, notes: dict[str, Node], context: BodyContext) -> None:
    """Keep notes without a reference as paragraphs where the notes stood: WordPress shows them all there."""
    places = [place for place in tree.find(_PLACE) if not words(place)]
    hidden = {name for name, _ in context.article.footnotes} if not places else frozenset()
    for name, text in notes.items():
        context.note("footnote that nothing refers to", words(text), review=True)
        if name in hidden:
            text.decompose()
        elif places:
            places[0].insert_before(text, move=True)
    for place in places:
        place.decompose()


def _reference(tree: BodyTree, number: int, count: int) -> Node:
    mark = f"{number}" if count == 1 else f"{number}-{count}"
    reference = tree.new("sup", class_="footnote-ref")
    link = tree.new("a", href=f"#fn-{number}", id=f"fnref-{mark}", data_footnote_ref="")
    link.insert_child(str(number))
    reference.insert_child(link, move=True)
    return reference


def _section(tree: BodyTree, numbers: dict[str, int], counts: dict[str, int], notes: dict[str, Node]) -> Node:
    section, texts = tree.new("section", class_="footnotes", data_footnotes=""), tree.new("ol")
    for name, number in numbers.items():
        item, paragraph = tree.new("li", id=f"fn-{number}"), tree.new("p")
        flatten(tree, notes[name])
        move_children(notes[name], paragraph)
        notes[name].decompose()
        for back in _backs(tree, number, counts[name]):
            paragraph.insert_child(" ")
            paragraph.insert_child(back, move=True)
        item.insert_child(paragraph, move=True)
        texts.insert_child(item, move=True)
    section.insert_child(texts, move=True)
    return section


def _backs(tree: BodyTree, number: int, count: int) -> list[Node]:
    """Give the links back to each reference to a note."""
    box = tree.new("div")
    marks = [f"{number}" if turn == 1 else f"{number}-{turn}" for turn in range(1, count + 1)]
    box.inner_html = "".join(
        _BACK.format(mark=mark, index=mark, raised="" if turn == 0 else f'<sup class="footnote-ref">{turn + 1}</sup>')
        for turn, mark in enumerate(marks)
    )
    return children(box)
