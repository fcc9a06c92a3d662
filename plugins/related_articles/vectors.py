"""What an article is about, as terms and how often it says them: made of its content alone, so that it can be kept."""

import re
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from html import unescape

import numpy as np
import numpy.typing as npt

from .words import Numbers, lexicon, numbered, paired, words_of

VERSION = b"1"
"""Changes with what this module makes of an article: what was kept is then made anew."""

_TITLE, _TAG, _AUTHOR = 2, 2, 2
"""How often a title, a tag and an author count, beside a word of the body."""
_MOST = 255
_UNSEEN = re.compile(r"<(script|style)\b.*?</\1\s*>|<!--.*?-->|<[^>]*>", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Story:
    """What is asked of an article."""

    address: str
    """On the site; no two stories share one."""
    day: int
    """Of its publication, counted from the first of January of the year 1."""
    title: str
    """Plain text."""
    summary: str
    """What its editor wrote below and about it, plain text."""
    html: str
    """Its body."""
    tags: tuple[str, ...] = ()
    """Their names."""
    authors: tuple[str, ...] = ()
    """Their names."""
    language: str = ""
    """Its code: `de`, `pt-br`."""

    def digest(self) -> bytes:
        """Give what tells its content from any other: 16 bytes."""
        parts = (self.address, str(self.day), self.title, self.summary, self.html, self.language, *self.tags)
        hashed = blake2b("\0".join(parts).encode("utf-8", "replace"), digest_size=16, person=VERSION)
        hashed.update("\0\0".join(("", *self.authors)).encode("utf-8", "replace"))
        return hashed.digest()

    def parts(self) -> tuple[str, ...]:
        """Give its texts, each as often as it counts."""
        return (*(self.title,) * _TITLE, self.summary, unescape(_UNSEEN.sub(" ", self.html)))

    def labels(self) -> list[tuple[str, int]]:
        """Give its tags and authors, as they are numbered, each with how often it counts."""
        labels = {f"#{name.casefold()}": _TAG for name in self.tags}
        return list((labels | {f"@{name.casefold()}": _AUTHOR for name in self.authors}).items())


@dataclass(frozen=True, slots=True)
class Vectors:
    """The terms of many articles, one article after another."""

    starts: npt.NDArray[np.int64]
    """Where each begins, and where the last one ends."""
    terms: Numbers
    """Ascending within an article."""
    counts: npt.NDArray[np.uint8]
    """How often each is said."""

    def __len__(self) -> int:
        return len(self.starts) - 1

    def one(self, row: int) -> tuple[Numbers, npt.NDArray[np.uint8]]:
        """Give the terms of one article, and how often it says each."""
        span = slice(self.starts[row], self.starts[row + 1])
        return self.terms[span], self.counts[span]


def vector_of(story: Story) -> tuple[Numbers, npt.NDArray[np.uint8]]:
    """Give the terms of a story, ascending, and how often it says each."""
    known = lexicon(story.language)
    said: list[Numbers] = []
    for text in story.parts():
        words = words_of(text)
        numbers = np.fromiter(map(known.__getitem__, words), np.uint32, len(words))
        numbers = numbers[numbers != 0]
        said += [numbers, paired(numbers)]
    said += [np.full(times, numbered(label), np.uint32) for label, times in story.labels()]
    terms, counts = np.unique(np.concatenate(said), return_counts=True)
    return terms, np.minimum(counts, _MOST).astype(np.uint8)


def stacked(vectors: Iterable[tuple[Numbers, npt.NDArray[np.uint8]]]) -> Vectors:
    """Put the vectors of articles one after another, without ever holding them twice."""
    starts, terms, counts = array("q", [0]), bytearray(), bytearray()
    for some, times in vectors:
        terms += some.tobytes()
        counts += times.tobytes()
        starts.append(starts[-1] + len(some))
    return Vectors(np.array(starts, np.int64), np.frombuffer(terms, np.uint32), np.frombuffer(counts, np.uint8))
