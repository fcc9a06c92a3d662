"""Links to other sites: asked on demand, politely, and remembered for a while."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

from ..finding import Finding, Level, Remark
from ..site.paper import Paper
from .answers import Answer, Answers
from .asking import ask_all

_REFUSED = frozenset({401, 403, 405, 406, 407, 408, 425, 429, 451, 999})
"""What a site says to programs, and not of the page."""
_FIRST_MISTAKE = 400


def web_findings(paper: Paper, cache: Path, told: Callable[[int, int], None]) -> Iterator[Finding]:
    """Give what is to be said about links to other sites. `told` hears how many of how many have been asked."""
    used: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for story in paper.stories:
        for use in story.facts.body.web:
            used[use.text.partition("#")[0]].append((story.place, use.line))
    answers = Answers(cache / "web.json")
    try:
        ask_all(answers.unknown(sorted(used)), answers, told)
    finally:
        answers.keep()
    for address, places in sorted(used.items()):
        answer = answers.of(address)
        remark = _judged(address, answer) if answer else None
        level = paper.settings.levels[remark.kind] if remark else Level.OFF
        if remark and level is not Level.OFF:
            yield from (Finding(place, line, 0, level, remark.kind, remark.what) for place, line in places)


def _judged(address: str, answer: Answer) -> Remark | None:
    shown = address[:200]
    if answer.trouble:
        return Remark("dead-web-link", 0, f"{shown} does not answer ({answer.trouble}): look at it, or take it out")
    if answer.status >= _FIRST_MISTAKE and answer.status not in _REFUSED:
        return Remark("dead-web-link", 0, f"{shown} answers {answer.status}: correct the link, or take it out")
    if answer.moved:
        return Remark("moved-web-link", 0, f"{shown} has moved for good: write {answer.moved[:200]}")
    return None
