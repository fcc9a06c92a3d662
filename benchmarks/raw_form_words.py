"""The words of a body that was read from a raw form, beside those that WordPress shows.

What the material does not have cannot be asked for: of a text dump, and of a page that shows one part of several, only
those of WordPress's words count that stand there, in order. Browsers copy alternative texts and what WordPress fills
in: neither is clutter in a text.
"""

import html
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from shown_page import PLAYED, Circumstances, read_page
from site_truth import Item

_NEXT_PAGE = "<!--nextpage-->"
_WORDS_OF_AN_END = 6
_WORDS_QUOTED = 20
_PICTURE = re.compile(r"<img\b[^>]*?\salt=([\"'])(.*?)\1[^>]*>", re.DOTALL)

_LOOKS = re.compile(r"\s(?:class|style)=(?:\"[^\"]*\"|'[^']*')")
_BOXES = re.compile("<(/?)(?:nav|select)")


@dataclass(frozen=True, slots=True)
class Body:
    """How a body came through."""

    recall: float
    """The share of WordPress's words, as far as the material has them, that were kept in order."""
    precision: float
    """The share of the words read that WordPress shows, in order."""
    words: int
    """How many words were read."""
    clutter: int
    """How many of them stand nowhere in WordPress's rendering."""
    missing: str
    """The first words that were lost."""
    added: str
    """The first words that are none of the body's."""


def compare(item: Item, given: Sequence[str], shown: str | None, circumstances: Circumstances) -> Body:
    """Hold the words of a body beside WordPress's rendering; `shown` is all the text that there is."""
    wanted = read_page(_shown_parts(item, shown), circumstances).words
    allowed, reachable = wanted, len(wanted)
    if shown is not None:
        allowed = read_page(_copied(item.rendering), circumstances).words
        wanted, given = (tuple(word for word in words if word != PLAYED) for words in (wanted, given))
        reachable = shared(wanted, read_page(html.escape(shown)).words)
    if "gallery" in item.rendering and Counter(wanted) == Counter(given):
        given = wanted  # `[gallery orderby="rand"]` is in another order each time that it is shown
    kept, known = shared(wanted, given), shared(allowed, given)
    return Body(
        recall=min(kept / reachable, 1.0) if reachable else 1.0,
        precision=known / len(given) if given else 1.0,
        words=len(given),
        clutter=(Counter(given) - Counter(allowed)).total(),
        missing=_first_difference(wanted, given) if kept < reachable else "",
        added=_first_difference(given, allowed) if known < len(given) else "",
    )


def _shown_parts(item: Item, shown: str | None) -> str:
    """Give the first part of a body, and all others whose last words are there too."""
    first, *others = item.rendering.split(_NEXT_PAGE)
    text = " ".join(read_page(html.escape(shown or "")).words)
    ends = ((part, " ".join(read_page(part).words[-_WORDS_OF_AN_END:])) for part in others)
    return first + "".join(part for part, end in ends if shown is None or end in text)


def _copied(rendering: str) -> str:
    """Give a rendering as a browser copies it: alternative texts too, and what WordPress filled in."""
    rendering = _PICTURE.sub(r"<br>\2<br>", rendering)
    return _LOOKS.sub("", _BOXES.sub(r"<\1div", rendering)).replace("<option", "<p")


def shared(one: Sequence[str], other: Sequence[str]) -> int:
    """Count the words that both have in the same order, at most (Hyyrö's longest common subsequence in bits)."""
    places: dict[str, int] = {}
    for number, word in enumerate(one):
        places[word] = places.get(word, 0) | 1 << number
    whole = waiting = (1 << len(one)) - 1
    for word in other:
        found = waiting & places.get(word, 0)
        waiting = (waiting + found | waiting - found) & whole
    return len(one) - waiting.bit_count()


def _first_difference(one: Sequence[str], other: Sequence[str]) -> str:
    """Give the longest run of words that only the one has, found by threes of words, which are rare."""
    runs = SequenceMatcher(None, _threes(one), _threes(other), autojunk=False).get_matching_blocks()
    ends = [0, *(run.a + run.size + 2 for run in runs if run.size)]
    starts = [*(run.a for run in runs if run.size), len(one)]
    return " ".join(max((one[end:start] for end, start in zip(ends, starts, strict=True)), key=len)[:_WORDS_QUOTED])


def _threes(words: Sequence[str]) -> list[tuple[str, str, str]]:
    return list(zip(words, words[1:], words[2:], strict=False))
