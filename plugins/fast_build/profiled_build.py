"""A run of Pelican that is watched: what was at work is asked a thousand times a second."""

import runpy
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from pyinstrument import Profiler
from pyinstrument.renderers import HTMLRenderer
from pyinstrument.session import Session
from rich.console import Console
from rich.text import Text

from .time_owners import Frame
from .time_picture import picture
from .time_spent import Profile, Work, time_spent
from .time_words import caution, conclusion, heading, lines

_SECONDS = 0.001
"""From one look to the next."""
_POLICY = (
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; img-src data:; '
    "style-src 'unsafe-inline'; script-src 'unsafe-inline'\">"
)
"""Keeps the page of all calls from asking another host for its fonts."""


def build_and_tell(folder: Path, arguments: Sequence[str]) -> None:
    """Run Pelican, print where the time went, and leave pictures in a folder. Raises SystemExit where Pelican does."""
    session = _watched(arguments)
    profile = profile_of(session)
    works = time_spent(profile)
    folder.mkdir(parents=True, exist_ok=True)
    calls = HTMLRenderer().render(session).replace("<head>", f"<head>{_POLICY}", 1)
    (folder / "calls.html").write_text(calls, encoding="utf-8")
    (folder / "time.html").write_text(picture(profile, works, "calls.html"), encoding="utf-8")
    _print(profile, works, folder)


def profile_of(session: Session) -> Profile:
    """Give what was at work, as pyinstrument saw it, and what the build itself counted."""
    seconds: defaultdict[tuple[Frame, ...], float] = defaultdict(float)
    for stack, spent in session.frame_records:
        seconds[tuple(map(_frame, stack))] += spent
    from .plugin import pages_made  # noqa: PLC0415  # importing Pelican is part of what is watched

    made, every = pages_made()
    return Profile(seconds, session.cpu_time, made, every)


def _watched(arguments: Sequence[str]) -> Session:
    before, sys.argv = sys.argv, ["pelican", *arguments]
    profiler = Profiler(interval=_SECONDS)
    profiler.start()
    try:
        runpy.run_module("pelican", run_name="__main__", alter_sys=True)
    finally:
        session = profiler.stop()
        sys.argv = before
    return session


def _frame(written: str) -> Frame:
    """Read a function and its file from what pyinstrument writes of it: also the line, and more after that."""
    function, _, place = written.partition("\x01")[0].partition("\x00")
    return function, place.partition("\x00")[0]


def _print(profile: Profile, works: Sequence[Work], folder: Path) -> None:
    console = Console(highlight=False, soft_wrap=True)
    told = [Text(f"\nWhere the time went: {heading(profile)}.\n", "bold"), Text("  seconds  share", "dim")]
    told += [
        Text.assemble(numbers, "  ", (f"{bar:<16}", "cyan"), "  ", words, style="dim" if words.startswith(" ") else "")
        for numbers, bar, words in lines(works)
    ]
    told += [
        Text("\n" + f"{conclusion(works)} {caution(profile)}".strip() + "\n"),
        Text(f"As a picture:    {folder / 'time.html'}"),
        Text(f"Every function:  {folder / 'calls.html'}"),
    ]
    for line in told:
        console.print(line)
