"""A span that is all that an element holds gives it its language: a whole paragraph is set from right to left."""

from selectolax.lexbor import LexborHTMLParser

from .tree import speak

_OTHERS = frozenset({"bdi", "bdo", "body"})
"""Elements whose own direction means something else, and the article itself."""


def lift_languages(tree: LexborHTMLParser) -> None:
    """Put the language and direction of each such span on the element around it; the span goes."""
    for span in tree.css("span[lang], span[dir]"):
        around = span.parent
        if around is not None and around.tag not in _OTHERS and span.prev is None and span.next is None:
            speak(around, span)
            span.unwrap()
