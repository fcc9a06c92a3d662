"""The text of an article page as copied from a browser: each of its long sentences has to stand in a built page."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from .leaks import LONG
from .verdict import Verdict
from .words import holds, runs, words_of

_ENDS = tuple(".!?…”’\"'。！？؟।")
LEAST = 12
"""Words of a line that is taken for a sentence of the story, not for a headline or a label."""


@dataclass(slots=True)
class Dumps:
    """Copied pages, and the built page that each is found on."""

    sentences: dict[Path, list[list[str]]] = field(default_factory=dict)
    """Of each copy."""
    signs: dict[tuple[str, ...], Path] = field(default_factory=dict)
    """The first words of each sentence, and the copy that they are from."""
    places: dict[Path, Counter[str]] = field(default_factory=dict)
    """Built pages that hold sentences of a copy, and how many."""
    proven: dict[Path, set[int]] = field(default_factory=dict)
    """Sentences of each copy that a built page holds."""

    def seek(self, page: str, words: list[str]) -> None:
        """Look for sentences of the copies in a built page."""
        for sign in self.signs.keys() & set(runs(words, LONG)):
            copy = self.signs[sign]
            self.places.setdefault(copy, Counter())[page] += 1
            for number, sentence in enumerate(self.sentences[copy]):
                if tuple(sentence[:LONG]) == sign and holds(sentence, words):
                    self.proven.setdefault(copy, set()).add(number)

    def report(self, verdict: Verdict) -> None:
        """Count the sentences that are there, and name those that are not."""
        for copy, sentences in self.sentences.items():
            proven = self.proven.get(copy, set())
            verdict.count("sentences of copied pages", len(sentences), len(proven))
            for number, sentence in enumerate(sentences):
                if number not in proven:
                    verdict.lack("sentences of copied pages", copy.name, f"“{' '.join(sentence)}”")


def read_dumps(files: Iterable[Path]) -> Dumps:
    """Give the sentences of copied pages; a line that two of them share is the old theme's, not the story's."""
    lines = {file: list(_sentences(file)) for file in files}
    shared = Counter(line for sentences in lines.values() for line in set(map(tuple, sentences)))
    dumps = Dumps({file: [line for line in mine if shared[tuple(line)] == 1] for file, mine in lines.items()})
    dumps.signs = {tuple(line[:LONG]): file for file, mine in dumps.sentences.items() for line in mine}
    return dumps


def _sentences(file: Path) -> Iterator[list[str]]:
    for line in file.read_text(encoding="utf-8", errors="replace").splitlines():
        words = words_of(line)
        if len(words) >= LEAST and line.rstrip().endswith(_ENDS):
            yield words
