"""Read text cases: a title, what is given, what is expected, each closed by a line with a single dot."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Case:
    """One transformation and its result."""

    title: str
    """The fact that the case states."""
    given: str
    """The input, without the newline at its end."""
    expected: str
    """The output, without the newline at its end."""

    def __str__(self) -> str:
        return self.title


def read_cases(path: Path) -> list[Case]:
    """Give the cases of a file, in order.

    Raises ValueError, naming the file, when the last case is not closed.
    """
    cases: list[Case] = []
    parts: list[str] = []
    lines: list[str] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        if not parts and not lines and not line.strip():
            continue
        if line != ".":
            lines.append(line)
            continue
        parts.append("\n".join(lines))
        lines = []
        if len(parts) == 3:
            cases.append(Case(*parts))
            parts = []
    if parts or lines:
        raise ValueError(f"{path}: the case {(parts or lines)[0]!r} is not closed by a dot")
    return cases
