"""What the proof finds: how much was expected, how much is there, and what is not."""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

MOST_KEPT = 1_000
"""So many exceptions of a kind are kept word for word; all are counted."""


@dataclass(frozen=True, slots=True)
class Lack:
    """Something that is not as it has to be."""

    kind: str
    """`words`, `links`, `leaks` …"""
    where: str
    """The old address, or the file."""
    what: str
    """What is missing, quoted."""


@dataclass(slots=True)
class Verdict:
    """The sums of a proof and its exceptions."""

    expected: Counter[str] = field(default_factory=Counter)
    """How many there have to be, by kind."""
    found: Counter[str] = field(default_factory=Counter)
    """How many there are."""
    lacks: dict[str, list[Lack]] = field(default_factory=dict)
    """Exceptions by kind."""
    unserved: dict[str, list[Lack]] = field(default_factory=dict)
    """Addresses of kinds that no build writes yet; failures in a strict proof alone."""
    doubts: dict[str, list[Lack]] = field(default_factory=dict)
    """What is not there, but may never have been the article's; no failures."""
    remarks: list[str] = field(default_factory=list)
    """What cannot be proven, and why."""

    def count(self, kind: str, expected: int, found: int) -> None:
        """Add to the sums of a kind."""
        self.expected[kind] += expected
        self.found[kind] += found

    def add(self, other: "Verdict") -> None:
        """Add what another verdict found."""
        self.expected.update(other.expected)
        self.found.update(other.found)
        for mine, theirs in ((self.lacks, other.lacks), (self.unserved, other.unserved), (self.doubts, other.doubts)):
            for kind, lacks in theirs.items():
                kept = mine.setdefault(kind, [])
                kept += lacks[: MOST_KEPT - len(kept)]

    def lack(self, kind: str, where: str, what: str) -> None:
        """Name an exception."""
        kept = self.lacks.setdefault(kind, [])
        if len(kept) < MOST_KEPT:
            kept.append(Lack(kind, where, what))

    def doubt(self, kind: str, where: str, what: str) -> None:
        """Name what may be lost, or may have been the old theme's."""
        kept = self.doubts.setdefault(kind, [])
        if len(kept) < MOST_KEPT:
            kept.append(Lack(kind, where, what))

    def not_served(self, kind: str, where: str) -> None:
        """Name an address of a kind that no build writes yet."""
        kept = self.unserved.setdefault(kind, [])
        if len(kept) < MOST_KEPT:
            kept.append(Lack(kind, where, "no file in the output answers, and no redirect is known"))

    def exceptions(self) -> list[Lack]:
        """Give all exceptions that are kept, leaks first."""
        kinds = sorted(self.lacks, key=lambda kind: (kind != "leaks", kind))
        return [lack for kind in kinds for lack in self.lacks[kind]]

    def score(self, kind: str) -> float:
        """Give the share of what is there."""
        return self.found[kind] / self.expected[kind] if self.expected[kind] else 1.0

    def holds(self, *, strict: bool = False) -> bool:
        """Tell whether nothing is missing and nothing leaked."""
        return not self.lacks and not (strict and self.unserved)

    def as_json(self) -> Mapping[str, object]:
        """Give all of it for programs."""
        return {
            "proven": self.holds(),
            "scores": {
                kind: {"expected": self.expected[kind], "found": self.found[kind], "score": round(self.score(kind), 6)}
                for kind in self.expected
            },
            "exceptions": [{"kind": lack.kind, "where": lack.where, "what": lack.what} for lack in self.exceptions()],
            "doubtful": {
                kind: [{"where": lack.where, "what": lack.what} for lack in lacks]
                for kind, lacks in sorted(self.doubts.items())
            },
            "not yet served": {kind: [lack.where for lack in lacks] for kind, lacks in sorted(self.unserved.items())},
            "remarks": self.remarks,
        }


def write_report(verdict: Verdict, file: Path) -> None:
    """Write a verdict whole, for programs and for whoever wants all of it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f".{file.name}.part")
    part.write_text(json.dumps(verdict.as_json(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    part.replace(file)
