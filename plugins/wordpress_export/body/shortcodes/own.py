"""Shortcodes that the site has handlers of its own for."""

import re

from ...handlers import Handler, call
from ..context import BodyContext
from .grammar import Shortcode

_LISTING = re.compile(r"(<pre\b)", re.IGNORECASE)
_BREAKS = re.compile(r"\s*\n\s*")


def call_handler(handler: Handler, shortcode: Shortcode, context: BodyContext) -> str:
    """Give the HTML of a handler; where it fails, the shortcode stays as typed and is noted."""
    answer = call(handler, shortcode, context)
    if answer.failure:
        context.note("handler failed", f"{shortcode.tag} {answer.failure}", review=True)
        return shortcode.source
    # WordPress makes paragraphs before it renders shortcodes: a handler's line breaks are only its own layout.
    return answer.html if _LISTING.search(answer.html) else _BREAKS.sub(" ", answer.html)


def text_of_handler(handler: Handler, shortcode: Shortcode, context: BodyContext) -> str:
    """Give what a handler gives inside an attribute, where only text can stand; the source where it gives more."""
    text = call_handler(handler, shortcode, context).strip()
    if any(character in text for character in "<>\"'"):
        context.note("shortcode inside a tag", shortcode.source, review=True)
        return shortcode.source
    return text
