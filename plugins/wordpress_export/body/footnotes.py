"""Footnotes of the block editor: references in the text, the notes in the article's own field."""

from html import escape

from .context import BodyContext
from .tree import BodyTree, Node, attribute

_BACK = (
    '<a href="#fnref-{mark}" class="footnote-backref" data-footnote-backref data-footnote-backref-idx="{index}"'
    ' aria-label="Back to reference {index}">↩{raised}</a>'
)


def number_footnotes(tree: BodyTree, context: BodyContext) -> None:
    """Number the references in their order, and put the notes at the end, in the Markdown renderer's form."""
    notes = dict(context.article.footnotes)
    numbers: dict[str, int] = {}
    counts: dict[str, int] = {}
    for reference in tree.find("sup[data-fn]"):
        name = attribute(reference, "data-fn")
        if name not in notes:
            context.note("footnote without a text", f"{reference.html}", review=True)
            reference.unwrap(delete_empty=True)
            continue
        number = numbers.setdefault(name, len(numbers) + 1)
        counts[name] = counts.get(name, 0) + 1
        reference.replace_with(_reference(tree, number, counts[name]), move=True)
    for name, text in notes.items():
        if name not in numbers:
            context.note("footnote that nothing refers to", text, review=True)
    if numbers:
        section = "".join(_note(notes[name], number, counts[name]) for name, number in numbers.items())
        tree.root.insert_child(_section(tree, section), move=True)


def _reference(tree: BodyTree, number: int, count: int) -> Node:
    mark = f"{number}" if count == 1 else f"{number}-{count}"
    reference = tree.new("sup", class_="footnote-ref")
    link = tree.new("a", href=f"#fn-{number}", id=f"fnref-{mark}", data_footnote_ref="")
    link.insert_child(str(number))
    reference.insert_child(link, move=True)
    return reference


def _note(html: str, number: int, count: int) -> str:
    marks = [f"{number}" if turn == 1 else f"{number}-{turn}" for turn in range(1, count + 1)]
    backs = [
        _BACK.format(mark=mark, index=mark, raised="" if turn == 0 else f'<sup class="footnote-ref">{turn + 1}</sup>')
        for turn, mark in enumerate(marks)
    ]
    return f'<li id="fn-{escape(str(number))}"><p>{html} {" ".join(backs)}</p></li>'


def _section(tree: BodyTree, html: str) -> Node:
    section = tree.new("section", class_="footnotes", data_footnotes="")
    section.inner_html = f"<ol>{html}</ol>"
    return section
