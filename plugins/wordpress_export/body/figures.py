"""Pictures: every form that WordPress has had becomes `<figure><img></figure>`, with its link and its caption."""

from .context import BodyContext
from .tree import (
    BodyTree,
    Node,
    ancestors,
    attribute,
    classes,
    closest,
    flatten,
    is_empty,
    move_children,
    place_before,
    replace,
    tag_set,
    words,
)

_CAPTIONS = "figcaption, .wp-caption-text, .wp-caption-dd"
_PARAGRAPH = tag_set("p")
CLEAN = "clean"
"""The class of a figure that is in its last form."""


def clean_figures(tree: BodyTree, _context: BodyContext) -> None:
    """Bring each framed picture into the form of the dialect; what else stood in the frame follows it."""
    frames: dict[int, tuple[Node, list[Node]]] = {}
    for picture in tree.find("img"):
        frame = next((above for above in ancestors(picture) if _is_frame(above)), None)
        if frame is not None and CLEAN not in classes(frame):
            frames.setdefault(frame.mem_id, (frame, []))[1].append(picture)
    for frame, pictures in frames.values():
        _clean_frame(tree, frame, pictures)


def _is_frame(node: Node) -> bool:
    return node.tag == "figure" or "wp-caption" in classes(node)


def _clean_frame(tree: BodyTree, frame: Node, pictures: list[Node]) -> None:
    caption = frame.css_first(_CAPTIONS)
    figures = [picture_figure(tree, picture, frame) for picture in pictures]
    if len(figures) == 1 and caption is not None:
        set_caption(tree, figures[0], caption)
    elif caption is not None:
        figures.append(emphasised(tree, caption))
    place_before(frame, figures)
    if is_empty(frame):
        frame.decompose()


def picture_figure(tree: BodyTree, picture: Node, frame: Node) -> Node:
    """Take a picture out of its frame, with the link around it, into a figure of its own."""
    figure = tree.new("figure", class_=CLEAN)
    link = None
    for above in ancestors(picture):
        if above.mem_id == frame.mem_id:
            break
        if above.tag == "a" and attribute(above, "href"):
            link = above
            break
    inside = picture
    if link is not None:
        inside = tree.new("a", href=attribute(link, "href"))
        inside.insert_child(picture, move=True)
    figure.insert_child(inside, move=True)
    return figure


def set_caption(tree: BodyTree, figure: Node, caption: Node) -> None:
    """Give a figure its caption: one line of text, a break where paragraphs met."""
    line = tree.new("figcaption")
    flatten(tree, caption)
    move_children(caption, line)
    caption.decompose()
    if not is_empty(line):
        figure.insert_child(line, move=True)


def emphasised(tree: BodyTree, caption: Node) -> Node:
    """Give a caption as an emphasised paragraph, for what has no caption in Markdown."""
    flatten(tree, caption)
    paragraph, emphasis = tree.new("p"), tree.new("em")
    move_children(caption, emphasis)
    caption.decompose()
    if words(emphasis):
        paragraph.insert_child(emphasis, move=True)
    return paragraph


def frame_lone_pictures(tree: BodyTree, _context: BodyContext) -> None:
    """Make a figure of each picture that stands alone in its paragraph, with or without a link."""
    seen = 0
    for first in tree.find("img"):
        paragraph = closest(first, _PARAGRAPH)
        # The second of thousands of pictures in a paragraph need not look at all the others again.
        if paragraph is None or paragraph.mem_id == seen:
            continue
        seen = paragraph.mem_id
        pictures = paragraph.css("img")
        if not words(paragraph) and paragraph.css_first("a[id], iframe, audio, video") is None:
            replace(paragraph, [picture_figure(tree, picture, paragraph) for picture in pictures])
    for figure in tree.find(f"figure.{CLEAN}"):
        del figure.attrs["class"]
