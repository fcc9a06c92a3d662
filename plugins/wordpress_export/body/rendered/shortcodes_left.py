"""Shortcodes that nothing rendered: their plugin is gone, or works on the site's pages alone and not in REST."""

import re

from ..context import BodyContext
from ..shortcodes import expand_shortcodes

_TAG = re.compile(r"\[/?[^\W\d_]|\$latex")
_LISTING = re.compile(r"<(pre|code|textarea|kbd|samp)\b", re.IGNORECASE)
_OWN = ("audio", "caption", "embed", "gallery", "playlist", "video", "wp_caption")
"""WordPress always renders these: where one can be read, its author speaks of it."""
_SPOKEN_OF = re.compile(rf"\[(?=/?(?:{'|'.join(_OWN)})(?![\w:-]))")
_BREAK_BEHIND = re.compile(r"(\[/?[a-zA-Z][^\[\]<>]{0,2000}\])\s*<br\s*/?>\s*(?=\[/?[a-zA-Z]|</p>)", re.IGNORECASE)


def expand_left_shortcodes(text: str, context: BodyContext) -> str:
    """Render the shortcodes that stand in the text, as in a stored body."""
    if not _TAG.search(text):
        return text
    return expand_shortcodes(_BREAK_BEHIND.sub(r"\1", _with_kept_brackets(text)), context)


def _with_kept_brackets(text: str) -> str:
    """Hide the brackets that stand for themselves, in listings and before WordPress's own names, as entities."""
    text = _SPOKEN_OF.sub("&#91;", text)
    kept: list[str] = []
    position = 0
    folded = text.lower()
    while opening := _LISTING.search(text, position):
        end = folded.find(f"</{opening[1].lower()}", opening.end())
        end = len(text) if end < 0 else end
        kept += (text[position : opening.end()], text[opening.end() : end].replace("[", "&#91;"))
        position = end
    return "".join((*kept, text[position:]))
