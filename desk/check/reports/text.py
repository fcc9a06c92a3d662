"""For people at a terminal: notes first, errors last, as what is printed last is read first."""

from collections.abc import Iterator

from ..finding import Finding, Level
from .outcome import Outcome, summary, told

_COLOURS = {Level.ERROR: "31", Level.WARNING: "33", Level.NOTE: "36"}
_BOLD, _DIM, _GREEN = "1", "2", "32"


def text(outcome: Outcome) -> str:
    """Give what is printed."""
    return "\n".join([*_lines(outcome), _summary(outcome), ""])


def _lines(outcome: Outcome) -> Iterator[str]:
    for level in (Level.NOTE, Level.WARNING, Level.ERROR):
        for kind, findings, more in reversed(told(outcome, level)):
            yield from (_line(outcome, finding) for finding in findings)
            if more:
                yield _in(outcome, _DIM, f"    … and {more:,} more of this kind ({kind}); --all tells each")
    if outcome.findings:
        yield ""


def _line(outcome: Outcome, finding: Finding) -> str:
    places = [outcome.file(finding), *(str(each) for each in (finding.line, finding.column) if each)]
    level = _in(outcome, _COLOURS[finding.level], f"{finding.level}:")
    return f"{_in(outcome, _BOLD, seen(':'.join(places)) + ':')} {level} {seen(finding.what)}"


def _summary(outcome: Outcome) -> str:
    worst = next((level for level in _COLOURS if outcome.count(level)), None)
    return _in(outcome, _COLOURS[worst] if worst else _GREEN, summary(outcome))


def _in(outcome: Outcome, colour: str, words: str) -> str:
    return f"\033[{colour}m{words}\033[0m" if outcome.colours else words


def seen(words: str) -> str:
    """Give words in which nothing can move a terminal's cursor or colour it: they may be a stranger's."""
    return "".join(letter if letter.isprintable() or letter == " " else f"\\x{ord(letter):02x}" for letter in words)
