"""What a check found, and what is worth telling of it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ..finding import Finding, Level


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a check found."""

    findings: Sequence[Finding]
    """By file and line."""
    content: str
    """The content folder, as the reader of the report would name it."""
    articles: int
    """How many were checked."""
    pages: int
    """How many were checked."""
    seconds: float
    """How long it took."""
    everything: bool = False
    """Whether each finding is told, however many there are of its kind."""
    colours: bool = False
    """Whether it is told at a terminal that shows colours."""

    def count(self, level: Level) -> int:
        """Give how many findings weigh so much."""
        return sum(finding.level is level for finding in self.findings)

    def file(self, finding: Finding) -> str:
        """Give the path of a finding's file, as the reader of the report would name it."""
        return f"{self.content}/{finding.place}" if self.content not in {"", "."} else finding.place


MOST = {Level.ERROR: 20, Level.WARNING: 5, Level.NOTE: 3}
"""Findings of one kind that are told to people: 9,000 times the same help nobody."""


def told(outcome: Outcome, level: Level) -> list[tuple[str, list[Finding], int]]:
    """Give each kind of a level with the findings to tell and how many more there are; the rarest kinds last."""
    kinds = Counter(finding.kind for finding in outcome.findings if finding.level is level)
    found = []
    for kind, count in kinds.most_common():
        most = count if outcome.everything else MOST[level]
        shown = [each for each in outcome.findings if each.kind == kind and each.level is level][:most]
        found.append((kind, shown, count - len(shown)))
    return found


def summary(outcome: Outcome) -> str:
    """Give the outcome in a line."""
    checked = f"{_counted(outcome.articles, 'article')} and {_counted(outcome.pages, 'page')} checked"
    counts = [_counted(outcome.count(level), level) for level in MOST if outcome.count(level)]
    return f"{checked} in {outcome.seconds:.1f} s: {', '.join(counts) or 'nothing to mend'}"


def _counted(count: int, word: str) -> str:
    return f"{count:,} {word}{'' if count == 1 else 's'}"
