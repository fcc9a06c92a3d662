"""`python -m desk check`: what is wrong with the content, told in the form that is asked for."""

import argparse
import io
import os
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from ..changed_files import changed_files
from .finding import Finding, Level
from .reports import FORMATS, Outcome
from .site.paper import Paper
from .survey import CACHE, CheckOptions, findings_of, survey, without_collection

_BAD_REQUEST = 2
_INTERRUPTED = 130
_WORTH_TELLING = 20
"""Steps of which a person waits for the end."""


def check(arguments: Sequence[str]) -> int:
    """Check a content folder and print what was found; give 1 for errors, 2 where nothing could be checked."""
    asked = _parser().parse_args(arguments)
    content = Path(asked.content)
    if not content.is_dir():
        return _refuse(f"{content} is no folder: name one with articles/ and pages/ in it by --content")
    begun = time.perf_counter()
    try:
        with without_collection():
            options = CheckOptions(cache=asked.cache, workers=asked.workers, told=_progress("looked at {} of {} files"))
            paper = survey(content, options)
            findings = findings_of(paper)
            if asked.links:
                findings = tuple(sorted((*findings, *_of_other_sites(paper, asked.cache))))
            wanted = _wanted(asked, content)
    except ValueError as error:
        return _refuse(str(error))
    except KeyboardInterrupt:
        return _INTERRUPTED
    told = findings if wanted is None else tuple(each for each in findings if _is_within(each, wanted))
    outcome = _outcome(paper, told, time.perf_counter() - begun)
    outcome = replace(outcome, everything=asked.all, colours=asked.format == "text" and shows_colours())
    _print(FORMATS[asked.format](outcome))
    return int(outcome.count(Level.ERROR) > 0)


def _print(words: str) -> None:
    """Print what was found, where it can be printed: a name may hold what no terminal can show."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        sys.stdout.write(words)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever reads has seen enough. Python would complain when it closes what is closed.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _outcome(paper: Paper, findings: Sequence[Finding], seconds: float) -> Outcome:
    texts = [place for place in paper.files if place.endswith(".md")]
    pages = tuple(f"{folder}/" for folder in paper.settings.folders("PAGE_PATHS"))
    count = sum(place.startswith(pages) for place in texts)
    shown = os.path.relpath(paper.content)
    shown = os.path.abspath(paper.content) if shown.startswith("..") else shown  # noqa: PTH100  # as it was named
    return Outcome(findings, shown.replace(os.sep, "/"), len(texts) - count, count, seconds)


def _of_other_sites(paper: Paper, cache: Path) -> Iterable[Finding]:
    from .web_links import web_findings  # noqa: PLC0415  # httpx is slow to import, and rarely asked for

    return web_findings(paper, cache, _progress("asked {} of {} addresses"))


def _progress(words: str) -> Callable[[int, int], None]:
    """Give what tells a person how far the work is; nothing is told to a file or a program."""

    def tell(done: int, count: int) -> None:
        if count >= _WORTH_TELLING:
            end = "\r\033[K" if done == count else ""
            sys.stderr.write(f"\r{words.format(f'{done:,}', f'{count:,}')}{end}")
            sys.stderr.flush()

    return tell if sys.stderr.isatty() else lambda _done, _count: None


def _wanted(asked: argparse.Namespace, content: Path) -> list[str] | None:
    """Give the places of which findings are told; None for all. Raises ValueError for one outside the content."""
    paths = [Path(path) for path in asked.only]
    if asked.changed:
        paths += changed_files(content)
    elif not paths:
        return None
    root = content.resolve()
    places = []
    for path in paths:
        full = path.resolve()
        if not full.is_relative_to(root):
            raise ValueError(f"{path} is not below {content}: name files and folders of the content")
        places.append(full.relative_to(root).as_posix())
    return places


def _is_within(finding: Finding, places: Iterable[str]) -> bool:
    return any(place in {".", finding.place} or finding.place.startswith(f"{place}/") for place in places)


def shows_colours() -> bool:
    """Tell whether colours can be seen: at a terminal, unless its user wants none (https://no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _refuse(why: str) -> int:
    sys.stderr.write(f"check: {why}\n")
    return _BAD_REQUEST


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="check", description="Say what is wrong with the content.")
    parser.add_argument("--content", default="content", help="the content folder (content)")
    parser.add_argument("--format", choices=tuple(FORMATS), default="text", help="how findings are told (text)")
    parser.add_argument("--only", nargs="*", default=[], action="extend", help="files and folders to tell of")
    parser.add_argument("--changed", action="store_true", help="tell only of files that differ from git's last commit")
    parser.add_argument("--all", action="store_true", help="tell each finding, however many there are of its kind")
    parser.add_argument("--links", action="store_true", help="ask other sites whether links to them are alive")
    parser.add_argument("--cache", type=Path, default=CACHE, help="where what was found is kept (.cache/check)")
    parser.add_argument("--workers", type=int, default=0, help="processes; 0 for one a processor")
    return parser
