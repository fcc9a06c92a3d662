"""Questions that are asked of each line of a page, again and again."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

SHORT = 300
"""A line longer than this is text, never furniture; it also bounds what the patterns below have to look at."""
_REMEMBERED = 4096
Told = TypeVar("Told")


def of_short_lines(longest: int = SHORT) -> Callable[[Callable[[str], Told]], Callable[[str], Told]]:
    """Ask a question of short lines only, and once of each: menus and feet are the same on all pages of a site.

    The answer for a longer line is that for one without words.
    """

    def ask(question: Callable[[str], Told]) -> Callable[[str], Told]:
        remembered = lru_cache(_REMEMBERED)(question)

        @wraps(question)
        def answer(text: str) -> Told:
            return remembered(text if len(text) <= longest else "")

        return answer

    return ask
