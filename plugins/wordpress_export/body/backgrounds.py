"""Pictures that blocks of plugins show as the background of an empty box: a portrait, the picture of a card."""

import re

from .context import BodyContext
from .tree import BodyTree, Node, attribute, classes, words

_BOXES = "[style*='background']"
_ADDRESS = re.compile(r"\burl\(\s*[\"']?([^\"'()\s]+)[\"']?\s*\)", re.IGNORECASE)
# These are rendered from their block's attributes (`blocks/media.py`).
_RENDERED = ("wp-block-cover", "wp-block-media-text", "wp-block-group")
_SHOWN = "img, iframe, video, audio, object, embed, hr, table"


def show_backgrounds(tree: BodyTree, context: BodyContext) -> None:
    """Put each picture that is the background of an empty box in that box; behind words it is decoration, and noted."""
    for box in tree.find(_BOXES):
        address = background_of(box)
        if not address or box.tag == "hr" or any(name.startswith(_RENDERED) for name in classes(box)):
            continue
        if words(box) or box.css_first(_SHOWN) is not None:
            context.note("background picture left behind", address)
            continue
        picture = tree.new("img", src=address, alt=attribute(box, "aria-label"))
        box.insert_child(picture, move=True)


def background_of(box: Node) -> str:
    """Give the address of a picture among the declarations of an element's `style`."""
    for declaration in attribute(box, "style").split(";"):
        name, _, value = declaration.partition(":")
        found = _ADDRESS.search(value) if name.strip().lower() in ("background", "background-image") else None
        if found and not found[1].lower().startswith("data:"):
            return found[1]
    return ""
