"""A site that stays in memory, in a process that another one asks: each question and each answer is a line of JSON.

It builds the site, and answers `{"whole": …}`, or `{"problems": […]}` and ends. Then it is asked `{"stories": [file …],
"templates": [place …]}`, and answers for each page that it could make again `{"page": …}`, for each story with mistakes
`{"problems": […], "file": …}`, for each that it cannot show `{"unshown": file}`, and at the end `{"done": true}`.
"""

import json
import logging
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any, Protocol, TextIO

from .plain_errors import plain, short

_MOST = 100
"""Problems that are told: nobody reads more at once."""


class Kept(Protocol):
    """A site that was built and is still in memory."""

    def shown_anew(self, file: Path) -> Any:  # noqa: ANN401  # a page, or what is wrong, as lists
        """Give the page of a story that was saved, or what is wrong with it."""

    def made_again(self, places: list[str]) -> Iterator[Any]:
        """Give pages by the templates as they are saved now."""

    def unpublished(self) -> list[dict[str, str]]:
        """Tell of each story that is no reader's to see."""


class Heard(logging.Handler):
    """Hears what is said while the site is built: errors, which make it no site, and what somebody should look at."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.errors: list[str] = []
        self.warnings: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep what is said."""
        error = record.exc_info[1] if record.exc_info else None
        if record.levelno < logging.ERROR:
            self.warnings.append(short(record.getMessage()))
        else:
            self.errors += plain(error) if error else [short(record.getMessage())]


def reside(build: Callable[[], Kept], questions: TextIO, answers: TextIO) -> None:
    """Build the site, and answer until there are no more questions."""

    def answer(**told: Any) -> None:  # noqa: ANN401  # whatever JSON can say
        answers.write(json.dumps(told) + "\n")
        answers.flush()

    kept, heard = _built(build)
    if kept is None:
        answer(problems=heard.errors[:_MOST], warnings=heard.warnings)
        return
    answer(whole=kept.unpublished(), warnings=heard.warnings)
    for line in questions:
        asked = json.loads(line)
        for told in _answers(kept, asked):
            answer(**told)
        answer(done=True)


def _built(build: Callable[[], Kept]) -> tuple[Kept | None, Heard]:
    heard, root = Heard(), logging.getLogger()
    root.addHandler(heard)
    try:
        kept = build()
    except (Exception, SystemExit) as error:  # noqa: BLE001  # whatever is wrong with content, theme or code, it is told
        heard.errors += [each for each in plain(error) if each not in heard.errors]
        return None, heard
    finally:
        root.removeHandler(heard)
    return None if heard.errors else kept, heard


def _answers(kept: Kept, asked: dict[str, list[str]]) -> Iterator[dict[str, Any]]:
    if asked.get("templates"):
        try:
            yield from ({"page": asdict(page)} for page in kept.made_again(asked["templates"]))
        except Exception as error:  # noqa: BLE001  # whatever is wrong with a template, it is told
            yield {"problems": plain(error), "file": "templates"}
    for file in asked.get("stories", ()):
        try:
            shown = kept.shown_anew(Path(file))
        except Exception as error:  # noqa: BLE001  # whatever is wrong with a story, it is told
            shown = plain(error)
        if not isinstance(shown, list):
            yield {"page": asdict(shown), "file": file}
        elif shown:
            yield {"problems": shown, "file": file}
        else:
            yield {"unshown": file}


def own_streams() -> tuple[TextIO, TextIO]:
    """Give the streams of questions and answers; whatever else is printed by anybody goes where errors go."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    return sys.stdin, answers
