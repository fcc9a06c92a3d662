"""Emoji that a browser without a font for them got as small pictures (`wp_staticize_emoji`), saved with the text."""

from .context import BodyContext
from .tree import BodyTree, attribute

_PICTURES = "img.emoji, img.wp-smiley, img[src*='/emoji/'][alt], img[src*='/images/smilies/'][alt]"
_LONGEST = 16
"""Characters of an emoji with all its joiners, or of a smiley such as `:mrgreen:`."""


def show_emoji(tree: BodyTree, context: BodyContext) -> None:
    """Put the character in the place of its picture."""
    for picture in tree.find(_PICTURES):
        character = attribute(picture, "alt")
        if character and len(character) <= _LONGEST:
            context.note_once("emoji that were pictures")
            picture.replace_with(character)
