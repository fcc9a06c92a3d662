"""The words of a text in any script, and the numbers that stand for them.

A word is stemmed where its language bends words much. Scripts without spaces are read as overlapping groups of
characters, and so is Korean, whose words carry their endings with them.
"""

import re
import unicodedata
from functools import cache
from hashlib import blake2b

import numpy as np
import numpy.typing as npt
from Stemmer import Stemmer

Numbers = npt.NDArray[np.uint32]
"""Terms: words, groups of characters, pairs of neighbouring words, tags, authors."""

_PAIRS = "\u3005\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
"""Han, kana, Hangul: two characters say what a word does."""
_TRIPLES = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
"""Thai, Lao, Burmese, Khmer: vowels and tones are characters of their own, so that it takes three."""
_OMITTED = re.compile("[\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u0670\u06d6-\u06ed]")
"""What Hebrew and Arabic may write or leave out."""


def _marks() -> str:
    """Give the signs that are part of a word although Python does not think so, such as the vowels of Hindi."""
    return "".join(chr(code) for code in range(0x300, 0x1B00) if unicodedata.category(chr(code)) in {"Mn", "Mc"})


_PLAIN = re.compile(r"[^\W_]{2,}")
_ALL = re.compile(rf"([{_PAIRS}]+)|([{_TRIPLES}]+)|((?:[^\W_{_PAIRS}{_TRIPLES}]|[{_marks()}])+)")
_GROUP = re.compile(f"[{_PAIRS}{_TRIPLES}]")
_PECULIAR = re.compile(f"[{_PAIRS}{_TRIPLES}{_marks()}]")

# English loses by stemming (measured), and every other text has its commonest words left out by their number alone.
_ENGLISH = """
a about above after again against all also am an and any are as at be because been before being below between both
but by can could did do does doing down during each few for from further had has have having he her here hers
herself him himself his how i if in into is it its itself just me more most my myself no nor not now of off on once
only or other our ours ourselves out over own same she should so some such than that the their theirs them
themselves then there these they this those through to too under until up us very was we were what when where which
while who whom why will with would you your yours yourself said says one two new may many much
"""
_UNSTEMMED = frozenset({"en", ""})


def words_of(text: str) -> list[str]:
    """Give the words of a text in its order, in small letters, and groups of characters where there are no words."""
    plain = unicodedata.normalize("NFKC", text).lower()
    if plain.isascii() or not _PECULIAR.search(plain):
        return _PLAIN.findall(plain)
    found: list[str] = []
    for pairs, triples, word in _ALL.findall(_OMITTED.sub("", plain)):
        if len(word) > 1:
            found.append(word)
        elif pairs or triples:
            found += _groups(pairs, 2) if pairs else _groups(triples, 3)
    return found


def _groups(text: str, size: int) -> list[str]:
    if len(text) <= size:
        return [text]
    return ["".join(group) for group in zip(*(text[start:] for start in range(size)), strict=False)]


class Lexicon(dict[str, int]):
    """The numbers of one language's words: even for a word, odd for a group of characters, 0 for what says nothing."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._idle = frozenset(_ENGLISH.split()) if language in _UNSTEMMED else frozenset[str]()
        self._stem = _stemmer(language)

    def __missing__(self, word: str) -> int:
        group = _GROUP.match(word) is not None
        number = 0 if word in self._idle else numbered(word if group else self._stem(word)) & ~1 | group
        self[word] = number
        return number


@cache
def lexicon(language: str) -> Lexicon:
    """Give the lexicon of a language, by its code: `de`, `pt-br`."""
    return Lexicon(language.lower().replace("_", "-").partition("-")[0])


def _stemmer(language: str):  # type: ignore[no-untyped-def]  # noqa: ANN202
    if language in _UNSTEMMED:
        return str
    try:
        return Stemmer(language).stemWord
    except KeyError:  # a language for which Snowball has no rules
        return str


def numbered(text: str) -> int:
    """Give the number of a text, the same on every machine."""
    return int.from_bytes(blake2b(text.encode("utf-8", "replace"), digest_size=4).digest(), "little")


def paired(numbers: Numbers) -> Numbers:
    """Give the numbers of pairs of neighbouring words; groups of characters make none."""
    wide = numbers[(numbers & 1) == 0].astype(np.uint64) if (numbers & 1).any() else numbers.astype(np.uint64)
    mixed = wide[:-1] * np.uint64(0x9E3779B97F4A7C15) + wide[1:] * np.uint64(0xC2B2AE3D27D4EB4F)
    spread: npt.NDArray[np.uint64] = (mixed ^ (mixed >> np.uint64(29))) * np.uint64(0xBF58476D1CE4E5B9)
    return np.right_shift(spread, np.uint64(32)).astype(np.uint32)
