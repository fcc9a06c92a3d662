"""For GitHub's workflows: commands that put each finding beside its line in a pull request, errors first.

https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
"""

from collections.abc import Iterator

from ..finding import Finding, Level
from .outcome import Outcome, summary, told
from .text import seen

_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}


def github(outcome: Outcome) -> str:
    """Give what is printed."""
    return "\n".join([*_lines(outcome), summary(outcome), ""])


def _lines(outcome: Outcome) -> Iterator[str]:
    for level, command in _COMMANDS.items():
        for kind, findings, more in told(outcome, level):
            yield from (_line(outcome, command, finding) for finding in findings)
            if more:
                yield f"{more:,} more of this kind ({kind}): ./inv check --all tells each"


def _line(outcome: Outcome, command: str, finding: Finding) -> str:
    places = {"file": outcome.file(finding), "line": finding.line, "col": finding.column, "title": finding.kind}
    given = ",".join(f"{name}={_property(str(value))}" for name, value in places.items() if value)
    return f"::{command} {given}::{_message(finding.what)}"


def _message(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return seen(_message(words)).replace(":", "%3A").replace(",", "%2C")
