"""Questions to an editor in a terminal, with choices from the registries."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz import process as closest
from rich.console import Console
from rich.prompt import Prompt

_SHOWN = 15
"""More choices than these are not read; all can be written."""
_LIKE = 80
"""From this on of a hundred a name is so like another that it may be meant."""


@dataclass(frozen=True, slots=True)
class Question:
    """Something that is asked."""

    text: str
    """The question."""
    choices: Sequence[str] = ()
    """What may be answered, the likeliest first; another answer is a new name."""
    usual: str = ""
    """The answer of who just presses Enter."""


def has_terminal() -> bool:
    """Tell whether somebody is there who can answer."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def answer_to(question: Question, console: Console) -> str:
    """Ask, until the answer is clear; give the choice that is meant, or a new name."""
    shown = question.choices[:_SHOWN]
    for number, choice in enumerate(shown, 1):
        console.print(f"  {number:>2}  {choice}", markup=False, highlight=False)
    if len(question.choices) > len(shown):
        console.print(f"      … and {len(question.choices) - len(shown)} more: write some of the name", style="dim")
    while True:
        given = Prompt.ask(question.text, console=console, default=question.usual, show_default=bool(question.usual))
        found = meant(given.strip(), question.choices)
        if len(found) == 1:
            return found[0]
        console.print("Which one: " + ", ".join(found[:_SHOWN]) + "?", markup=False, highlight=False)


def meant(given: str, choices: Sequence[str]) -> list[str]:
    """Give what an answer may mean: a number, a name, the part of one; a new name means itself."""
    if not given or given in choices:
        return [given]
    if given.isdecimal() and 0 < int(given) <= min(len(choices), _SHOWN):
        return [choices[int(given) - 1]]
    small = given.casefold()
    exact = [choice for choice in choices if choice.casefold() == small]
    return exact or [choice for choice in choices if small in choice.casefold()] or [given]


def like(name: str, choices: Sequence[str]) -> str:
    """Give the name that may have been meant by a new one; nothing for none."""
    found = closest.extractOne(name, choices, scorer=fuzz.ratio, score_cutoff=_LIKE)
    return found[0] if found else ""
