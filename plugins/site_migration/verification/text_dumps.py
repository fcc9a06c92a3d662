"""The text of an article page as copied from a browser: each of its long sentences has to stand in a built page."""

import codecs
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, product
from pathlib import Path

from charset_normalizer import from_bytes

from .leaks import LONG
from .locations import URL
from .verdict import Verdict
from .words import holds, runs, words_of

_ENDS = tuple(".!?…”’\"'。！？؟।")
_CUT = ("…", "...", "[…]", "[...]")
"""The end of a teaser, of which the theme showed so much as it had room for."""
_NUMBER = re.compile(r"^\W*\d{1,3}[.)]\s+")
"""Of an entry in a list, which a built page does not have as text."""
_LOCKED = re.compile(r"password[- ]protected")
"""What WordPress shows in the place of a text that wants a password, in English."""
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_LIKELY = (
    "cp1252", "cp1250", "cp1251", "koi8_r", "cp1253", "cp1254", "cp1255", "cp1256", "cp932", "euc_jp", "gb18030",
    "big5", "cp949",
)  # fmt: skip
"""What people save a text in that is no UTF-8."""
LEAST_SHARE = 0.25
"""The share of a copy's sentences that makes another text its article's: it may have been changed since."""
LEAST = 12
"""Words of a line that is taken for a sentence of the story, not for a headline or a label."""
FEW = 6
"""So many words at most stand before a headline that a theme repeats."""
KIND = "sentences of copied pages"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A long line of a copy."""

    copy: Path
    """Of which."""
    words: tuple[str, ...]
    """In order."""
    is_cut: bool
    """Whether it ends as a teaser does."""


@dataclass(slots=True)
class Dumps:
    """Copied pages, and what is found of them."""

    copies: dict[Path, list[Sentence]] = field(default_factory=dict)
    """Their sentences."""
    signs: dict[tuple[str, ...], list[Sentence]] = field(default_factory=dict)
    """Sentences by their first words."""
    led: set[Path] = field(default_factory=set)
    """Copies of articles that a better source tells of: they prove nothing more."""
    proven: set[Sentence] = field(default_factory=set)
    """Those that a built page or a comment holds."""
    waiting: set[Sentence] = field(default_factory=set)
    """Those that wait for an editor among the remarks on an article."""
    unread: list[str] = field(default_factory=list)
    """Copies in an encoding that they do not name."""

    def add(self, lines: Mapping[Path, Iterable[str]]) -> None:
        """Add the texts of some pages: a line that two of them share is the old theme's, not the story's."""
        copies = {file: list(dict.fromkeys(_sentences(file, given))) for file, given in lines.items()}
        shared = Counter(sentence.words for sentences in copies.values() for sentence in sentences)
        for file, sentences in copies.items():
            self.copies[file] = [sentence for sentence in sentences if shared[sentence.words] == 1]
            for sentence in self.copies[file]:
                self.signs.setdefault(sentence.words[:LONG], []).append(sentence)

    def copies_in(self, words: list[str]) -> list[Path]:
        """Give the copies of a text: those of which it holds a good part."""
        found = Counter(sentence.copy for sentence in self._like(words))
        return [copy for copy, number in found.items() if number >= len(self.copies[copy]) * LEAST_SHARE]

    def held_by(self, words: list[str]) -> Iterator[Sentence]:
        """Give the sentences that a text holds."""
        return (sentence for sentence in self._like(words) if holds(sentence.words, words))

    def wait(self, remarks: Iterable[list[str]]) -> None:
        """Look for lost sentences in what waits for an editor; the label of a related story may be gone."""
        signs: dict[tuple[str, ...], list[tuple[int, Sentence]]] = {}
        for start, sentence in product(range(FEW), (lost for lost in self._asked() if lost not in self.proven)):
            if start <= len(sentence.words) - LONG:
                signs.setdefault(sentence.words[start : start + LONG], []).append((start, sentence))
        for words in remarks:
            for sign in signs.keys() & set(runs(words, LONG)):
                self.waiting.update(sentence for start, sentence in signs[sign] if holds(sentence.words[start:], words))

    def _like(self, words: list[str]) -> Iterator[Sentence]:
        """Give the sentences that begin with words of a text."""
        for sign in self.signs.keys() & set(runs(words, LONG)):
            yield from self.signs[sign]

    def _asked(self) -> Iterator[Sentence]:
        return chain.from_iterable(sentences for copy, sentences in self.copies.items() if copy not in self.led)

    def report(self, verdict: Verdict) -> None:
        """Count the sentences that are there, and name those that are not."""
        for sentence in self._asked():
            told = f"“{' '.join(sentence.words)}”"
            if sentence not in self.proven and (sentence.is_cut or sentence in self.waiting):
                verdict.doubt(KIND, sentence.copy.name, told)
                continue
            verdict.count(KIND, 1, int(sentence in self.proven))
            if sentence not in self.proven:
                verdict.lack(KIND, sentence.copy.name, told)
        if self.led:
            verdict.remarks.append(f"Copied pages of articles that a better source tells of: {len(self.led)}.")
        if self.unread:
            verdict.remarks.append(f"Copied pages in no known encoding, which prove nothing: {len(self.unread)}.")


def read_dumps(files: Iterable[Path]) -> Dumps:
    """Give the sentences of copied pages."""
    dumps = Dumps()
    texts = {file: _text_of(file) for file in files}
    dumps.unread += [file.name for file, text in texts.items() if text is None]
    dumps.add({file: text.splitlines() for file, text in texts.items() if text is not None})
    return dumps


def _text_of(file: Path) -> str | None:
    """Give a copy's text: in UTF-8, in what its first bytes name, or in what its letters are likest to."""
    written = file.read_bytes()
    encoding = next((name for mark, name in _MARKS if written.startswith(mark)), "utf-8")
    try:
        return written.decode(encoding)
    except UnicodeDecodeError:
        likest = from_bytes(written, cp_isolation=[*_LIKELY], enable_fallback=False).best()
        return None if likest is None else str(likest)


def _sentences(file: Path, text: Iterable[str]) -> Iterator[Sentence]:
    lines = {line: tuple(words_of(URL.sub(" ", _NUMBER.sub("", line)))) for line in text}
    known = set(lines.values())
    for line, words in lines.items():
        if len(words) < LEAST or not line.rstrip().endswith(_ENDS) or _LOCKED.search(line):
            continue
        # “3 thoughts on”, and the headline once more.
        if not any(words[start:] in known for start in range(1, FEW)):
            yield Sentence(file, words, line.rstrip().endswith(_CUT))
