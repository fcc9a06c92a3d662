"""What repeats over the pages of a site: menus, buttons, boxes and feet, learnt in readings of all its dumps.

The first reading finds the sentences that many pages share; with these out of the way, the second tells what stands
above the text of a page from what stands among and below it. Then the titles are found. A menu's line and a headline in
a list of recent articles are so kept apart: the same words may be the title of one page and furniture of all others.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from hashlib import blake2b

from .text_dump_fates import Line
from .text_dump_phrases import is_text

MANY = 0.3
"""The share of a site's pages from which a line outside the body is the site's, not the article's."""
MOST = 0.5
"""The same among paragraphs, where authors repeat themselves too."""
NEARLY_ALL = 0.8
"""The same directly above the text, where a column has its heading."""
_WORD = re.compile(r"\w+")
_OFTEN = 4
_TEASER_LENGTH, _TITLE_WORDS = 600, 30
CUT_OFF = ("…", "...", "[…]", "[...]")
"""What a text ends with that was cut off."""
_FEWEST = 3
"""So many pages must share a line; above the title, both of two."""
_KEPT = 250_000
"""Lines that are counted at once: 40 MB, whatever the number of pages."""


@dataclass(slots=True)
class LineCounts:
    """On how many pages each line stands.

    Where there are too many lines the rarest are forgotten again and again (lossy counting by Manku and Motwani): a
    line on many pages is counted short by as many as there were such times, and no more.
    """

    pages: int = 0
    """How many were counted."""
    counts: dict[bytes, int] = field(default_factory=dict)
    """By the line's fingerprint."""
    floor: int = 0
    """How often the rarest were forgotten."""
    of_two: bool = False
    """Whether both of two pages are enough to tell."""

    def add(self, lines: Iterable[bytes]) -> None:
        """Count the lines of a page, each once."""
        self.pages += 1
        for line in set(lines):
            self.counts[line] = self.counts.get(line, 0) + 1
        while len(self.counts) > _KEPT:
            self.floor += 1
            self.counts = {line: count for line, count in self.counts.items() if count > self.floor}

    def share(self, line: bytes) -> float:
        """Give the share of the pages that have a line; 0 where they are too few to tell."""
        count = self.counts.get(line, 0)
        fewest = 2 if self.of_two and self.pages == 2 else _FEWEST  # noqa: PLR2004  # a pair
        return count / self.pages if count >= fewest else 0.0


@dataclass(frozen=True, slots=True)
class Repeats:
    """What was learnt. With one page alone nothing is."""

    sentences: LineCounts = field(default_factory=LineCounts)
    """Lines that say something, wherever they stand."""
    heads: LineCounts = field(default_factory=lambda: LineCounts(of_two=True))
    """Lines above the first sentence of a page's own."""
    others: LineCounts = field(default_factory=LineCounts)
    """Lines below it."""
    titles: set[bytes] = field(default_factory=set)
    """Of all pages, once they are found."""

    @property
    def pages(self) -> int:
        """How many pages were read."""
        return self.sentences.pages

    def mark(self, lines: tuple[Line, ...]) -> tuple[Line, ...]:
        """Give the lines of a page with what is known of them from the others."""
        if self.pages <= 1:
            return lines
        keys = [fingerprint(line.text) for line in lines]
        start = _text_start(lines, keys, self.sentences)
        heads = _numbered(keys[:start]) + keys[start:]
        return tuple(
            self._marked(line, keys[place], heads[place], below=place >= start) for place, line in enumerate(lines)
        )

    def _marked(self, line: Line, key: bytes, head: bytes, *, below: bool) -> Line:
        heads, others = self.heads.share(head), self.others.share(key)
        headline = below and (key in self.titles or self._begins_with_title(line.text))
        if not (heads or others or headline):
            return line
        return replace(line, heads=heads, others=others, is_headline=headline)

    def _begins_with_title(self, text: str) -> bool:
        """Tell whether the line is another article's title and the beginning of its text, cut off."""
        if not text.endswith(CUT_OFF) or len(text) > _TEASER_LENGTH or not self.titles:
            return False
        words = text.split()[:_TITLE_WORDS]
        return any(fingerprint(" ".join(words[:end])) in self.titles for end in range(1, len(words)))


def learn(read: Callable[[], Iterator[tuple[Line, ...]]]) -> Repeats:
    """Give what repeats over the pages that `read` gives, again each time it is called."""
    repeats = Repeats()
    for lines in read():
        repeats.sentences.add(fingerprint(line.text) for line in lines if is_text(line.text))
    if repeats.pages <= 1:
        return repeats
    for lines in read():
        keys = [fingerprint(line.text) for line in lines]
        start = _text_start(lines, keys, repeats.sentences)
        repeats.heads.add(_numbered(keys[:start]))
        # A page without a sentence of its own, a gallery, shows no place where its head ends.
        repeats.others.add(keys[start:] if start < len(keys) else keys)
    return repeats


def fingerprint(text: str) -> bytes:
    """Give eight bytes that stand for a line's words, whatever its spaces, signs and capitals."""
    words = " ".join(_WORD.findall(text.casefold())) or text
    return blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).digest()


def _numbered(keys: list[bytes]) -> list[bytes]:
    """Tell the second line of the same words from the first: a page's title may be a line of every page's menu."""
    met: Counter[bytes] = Counter()
    numbered: list[bytes] = []
    for key in keys:
        numbered.append(key + b"again" * min(met[key], _OFTEN))
        met[key] += 1
    return numbered


def _text_start(lines: tuple[Line, ...], keys: list[bytes], sentences: LineCounts) -> int:
    own = (place for place, line in enumerate(lines) if is_text(line.text) and sentences.share(keys[place]) < MANY)
    return next(own, len(lines))
