"""Words that stand in a shortcode's attributes and that its function has no place for."""

import re

from ..context import BodyContext
from .grammar import Shortcode

_WORD = re.compile(r"[^\W\d_]{2,}")
_FEWEST = 3
"""So many words are a text; fewer may be the name of a colour or of a font."""
_LOOKS = re.compile(
    r"(?:\A|_|-)(?:class|css|style|styles|font|fonts|animation|effect|hover|color|colour|background|bg|margin|padding|border"
    r"|align|id|attributes|target|rel|icon|size|columns|preset|template|layout|responsive|admin|module|allowfullscreen"
    r"|allow|sandbox)(?:\Z|_|-)|\A_"
)
_NO_TEXT = re.compile(r"[{}]|://|\A[\w%+/=-]+\Z|:[^ ]*;")


def note_unused(shortcode: Shortcode, html: str, context: BodyContext) -> None:
    """Note the attributes whose words are not in what the shortcode was made into."""
    for name, value in shortcode.named.items():
        if _LOOKS.search(name) or _NO_TEXT.search(value):
            continue
        words = _WORD.findall(value)
        if len(words) >= _FEWEST and not all(word in html for word in words):
            context.note("words in an attribute left behind", f'[{shortcode.name} {name}="{value}"]')
