"""Whether an excerpt was typed. As readers saw it, it cannot be told from one that WordPress made of the body."""

import re

from ...plain_text import plain_words

_MORE = re.compile(r"\s*(?:\[?\s*(?:…|\.\.\.|&hellip;|&#8230;)\s*\]?)?\s*$")
_LINK = re.compile(
    r"<a\b[^>]{0,500}\bclass=[\"'][^\"'>]{0,300}more[^>]{0,300}>.{0,300}?</a>", re.DOTALL | re.IGNORECASE
)
"""A theme's `Continue reading`, behind a made excerpt."""
_PARAGRAPH = re.compile(r"\s*<p>((?:(?!</?p\b).)*)</p>\s*", re.DOTALL | re.IGNORECASE)
_WORD = re.compile(r"\w+")
_LENGTHS = (6000, 60_000)
"""So much of a body is compared."""
_REACH = 4000
"""Letters that a made excerpt may have left out at once."""
_ENOUGH = 20
_BEHIND = 15
_MOST_OF_BODY = 0.6
_FEWEST_JUMPS = 2
_WORDS_BETWEEN_JUMPS = 8
"""A made excerpt leaves out captions, tables and other blocks, so that it follows the body with a few jumps."""


def typed_excerpt(excerpt: str, body: str) -> str:
    """Give an excerpt as HTML where an editor typed it; nothing where it follows the body from its beginning."""
    plain = plain_words(_LINK.sub("", excerpt)).text
    ending = _MORE.search(plain)
    is_cut = bool(ending and ending[0].strip())
    words = _words(plain[: ending.start()] if ending else plain)
    if not words:
        return ""
    # Nearly all are made of what stands in the beginning.
    for length in _LENGTHS:
        if _is_made(words, "".join(_words(plain_words(body[:length]).text)), is_cut=is_cut):
            return ""
        if length >= len(body):
            break
    return as_typed(excerpt)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _is_made(words: list[str], body: str, *, is_cut: bool) -> bool:
    """Tell whether words follow a body from its beginning, or through most of it.

    The body's words stand without blanks: where WordPress takes tags away, words of two paragraphs grow together, and
    Chinese excerpts are cut within what is a word here.
    """
    place, jumps, first = 0, 0, body.startswith(words[0])
    for count, word in enumerate(words):
        found = place if body.startswith(word, place) else body.find(word, place, place + _REACH)
        if found < 0:
            # A theme's `Continue reading` stands behind the words.
            return first and count >= _ENOUGH and len(words) - count <= _BEHIND
        jumps += found != place
        place = found + len(word)
    through = sum(map(len, words)) >= _MOST_OF_BODY * len(body)
    return (is_cut or first or through) and jumps <= max(_FEWEST_JUMPS, len(words) // _WORDS_BETWEEN_JUMPS)


def as_typed(shown: str) -> str:
    """Give a short text as an editor typed it, from what `wpautop` made of it: blank lines for paragraphs."""
    parts, place = [], 0
    while found := _PARAGRAPH.match(shown, place):
        parts.append(re.sub(r"<br\s*/?>[ \t]*\n", "\n", found[1]).strip())
        place = found.end()
    # Anything but plain paragraphs stays as it is.
    return shown.strip() if shown[place:].strip() or not parts else "\n\n".join(parts)
