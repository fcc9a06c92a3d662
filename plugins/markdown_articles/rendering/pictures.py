"""Pictures are fetched when the reader comes near them, and decoded without holding the text up."""

from selectolax.lexbor import LexborHTMLParser


def load_pictures_late(tree: LexborHTMLParser) -> None:
    """Mark every picture as lazy and asynchronous, unless its own markup says otherwise."""
    for picture in tree.tags("img"):
        given, attributes = picture.attributes, picture.attrs
        for name, setting in (("loading", "lazy"), ("decoding", "async")):
            if name not in given:
                attributes[name] = setting
