"""Tell the excerpt that a theme shows above the text from the text itself."""

from difflib import SequenceMatcher

from .text_dump_fates import Line
from .text_dump_phrases import is_text
from .text_dump_repeats import CUT_OFF

EXCERPT_LINES = 12
"""So many lines below it may begin the text."""
_WORDS, _BEGIN = 5, 12
_LETTERS, _MORE, _ALIKE, _SURE = 150, 30, 0.7, 0.85


def begins_text(line: Line, below: tuple[Line, ...]) -> bool:
    """Tell whether the line is the beginning, cut off, of what stands below (`wp_trim_excerpt`).

    One that is not cut off is an excerpt where it has the words of several lines, or their letters but for some.
    """
    words = line.text.split()
    if len(words) < _WORDS or not below:
        return False
    # The lead picture may stand between, of which a copy has the text.
    if len(below) > 1 and not is_text(below[0].text) and begins_text(line, below[1:]):
        return True
    if not line.text.endswith(CUT_OFF):
        # Poems say the same line twice, and a caption says what the picture's text says.
        return (
            is_text(line.text)
            and _letters(line.text) != _letters(below[0].text)
            and _likeness(line.text, below) > _SURE
        )
    return any(_begin_alike(words, other.text.split()) for other in below) or _likeness(line.text, below) > _ALIKE


def _begin_alike(words: list[str], others: list[str]) -> bool:
    # An excerpt has lost shortcodes and markup, and sometimes letters.
    begin = words[:_BEGIN]
    there = set(others[: 2 * _BEGIN])
    return 2 * sum(word in there for word in begin) >= len(begin)


def _likeness(text: str, below: tuple[Line, ...]) -> float:
    """Give how alike the letters of two texts are, from 0 to 1: some programs have dropped some from the excerpt."""
    letters = _letters(text)[:_LETTERS]
    others = _letters("".join(line.text[: 2 * _LETTERS] for line in below))
    return max(
        SequenceMatcher(None, letters, others[: len(letters) + more], autojunk=False).ratio()
        for more in (0, len(letters) // 5, _MORE)
    )


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))
