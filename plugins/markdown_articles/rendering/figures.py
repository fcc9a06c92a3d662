"""A picture alone in its paragraph is a figure; the emphasised line below it its caption; neighbours are a gallery."""

from selectolax.lexbor import LexborHTMLParser, LexborNode

from .tree import before, figure_of, paragraph_begun_by, subject_and_caption


def make_figures(tree: LexborHTMLParser) -> None:
    """Turn paragraphs that hold one picture, linked or not, into figures, and two or more in a row into a gallery."""
    paragraphs = [_paragraph_around(picture) for picture in tree.tags("img")]
    figures = [figure_of(tree, paragraph) for paragraph in paragraphs if paragraph is not None]
    for run in _runs(figures):
        _make_gallery(tree, run)


def _paragraph_around(picture: LexborNode) -> LexborNode | None:
    """Give the paragraph whose only subject is this picture, or the link around it."""
    subject = picture
    if picture.parent is not None and picture.parent.tag == "a":
        if picture.prev is not None or picture.next is not None:
            return None
        subject = picture.parent
    paragraph = paragraph_begun_by(subject)
    return paragraph if paragraph is not None and subject_and_caption(paragraph) is not None else None


def _runs(figures: list[LexborNode]) -> list[list[LexborNode]]:
    """Give the figures that stand next to each other, two or more together."""
    runs: list[list[LexborNode]] = []
    for figure in figures:
        neighbour = before(figure)
        if runs and neighbour is not None and neighbour.mem_id == runs[-1][-1].mem_id:
            runs[-1].append(figure)
        else:
            runs.append([figure])
    return [run for run in runs if len(run) > 1]


def _make_gallery(tree: LexborHTMLParser, run: list[LexborNode]) -> None:
    gallery = tree.create_node("figure")
    gallery.attrs["class"] = "gallery"
    run[0].insert_before(gallery, move=True)
    for figure in run:
        gallery.insert_child(figure, move=True)
    while (gap := gallery.next) is not None and gap.is_text_node:
        gap.remove()
    gallery.insert_after("\n")
