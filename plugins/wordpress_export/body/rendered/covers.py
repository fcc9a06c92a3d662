"""Covers: a picture behind words, which some versions of the block show as a background of styles."""

from ..backgrounds import background_of
from ..context import BodyContext
from ..tree import BodyTree, Node, attribute

_BOXES = ".wp-block-cover, .wp-block-cover-image, .wp-block-media-text__media"
_LEAD = "img.wp-block-cover__image-background.wp-post-image"


def show_covers(tree: BodyTree, context: BodyContext) -> None:
    """Put the picture of a cover before its words; where it is the article's lead picture, that has its own place."""
    if not tree.may_hold("wp-block-cover", "wp-block-media-text"):
        return
    for picture in tree.find(_LEAD):
        context.note("picture of a block that is the article's lead picture", attribute(picture, "src"))
        picture.decompose()
    for box in tree.find(_BOXES):
        _show(tree, box)


def _show(tree: BodyTree, box: Node) -> None:
    inner = next(
        (child for child in box.iter() if "wp-block-cover__image-background" in attribute(child, "class")), None
    )
    shown = [child for child in box.iter() if child.tag in ("img", "video", "iframe")]
    behind = next((node for node in (box, inner) if node is not None and background_of(node)), None)
    if behind is None or shown:
        return
    label = attribute(behind, "aria-label") or attribute(box, "aria-label")
    figure, picture = tree.new("figure"), tree.new("img", src=background_of(behind), alt=label)
    figure.insert_child(picture, move=True)
    first = box.first_child
    if first is None:
        box.insert_child(figure, move=True)
    else:
        first.insert_before(figure, move=True)
    if behind.mem_id != box.mem_id:
        behind.decompose()
