"""`python -m desk format`: stories and pages in one spelling, or which of them are not."""

import argparse
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path

from desk.changed_files import changed_files

from .spelling import tidied_file

_FOLDERS = ("articles", "pages")
_MANY = 200
"""Files from which on it pays to start more processes."""


class Outcome(StrEnum):
    """What became of a file."""

    FINE = "fine"
    """It is in one spelling already."""
    CHANGED = "changed"
    """It was, or would be, written anew."""
    KEPT = "kept"
    """Another spelling would have shown something else: it stays as it is."""
    UNREADABLE = "unreadable"
    """It cannot be read or written."""


@dataclass(frozen=True, slots=True)
class Report:
    """What became of one file."""

    path: Path
    """The file."""
    outcome: Outcome
    """What became of it."""
    why: str = ""
    """Why it cannot be read."""


def tidy(arguments: Sequence[str]) -> int:
    """Format, or look only; give 1 where a file is not in one spelling, or cannot be read."""
    parser = argparse.ArgumentParser(prog="desk format", description="Stories and pages in one spelling.")
    parser.add_argument("--content", type=Path, default=Path("content"), help="the content folder")
    parser.add_argument("--check", action="store_true", help="write nothing, say which are not")
    parser.add_argument("--changed", action="store_true", help="only files that differ from git's last commit")
    chosen = parser.parse_args(arguments)
    try:
        files = stories_of(chosen.content, changed=chosen.changed)
    except ValueError as error:
        print(f"format: {error}", file=sys.stderr)  # noqa: T201  # a command speaks to its user
        return 2
    return told(formatted(files, write=not chosen.check), check=chosen.check)


def stories_of(content: Path, *, changed: bool) -> list[Path]:
    """Give all stories and pages, in order, or those that changed. Raises ValueError where there is no folder."""
    if not content.is_dir():
        raise ValueError(f"{content} is no folder: name one with articles/ and pages/ in it by --content")
    folders = [content / name for name in _FOLDERS]
    if changed:
        within = [folder.resolve() for folder in folders]
        files = [path for path in changed_files(content) if path.suffix == ".md"]
        return [path for path in files if any(path.resolve().is_relative_to(folder) for folder in within)]
    return sorted(path for folder in folders for path in folder.rglob("*.md") if path.is_file())


def formatted(paths: Sequence[Path], *, write: bool) -> Iterator[Report]:
    """Format files, in order; give what became of each."""
    if len(paths) < _MANY:
        yield from (format_file(path, write=write) for path in paths)
        return
    with ProcessPoolExecutor() as pool:
        yield from pool.map(partial(format_file, write=write), paths, chunksize=32)


def format_file(path: Path, *, write: bool) -> Report:
    """Format one file: it is written whole, or not at all."""
    try:
        text = path.read_bytes().decode()
        done = tidied_file(text)
        if done.text == text:
            return Report(path, Outcome.KEPT if done.kept else Outcome.FINE)
        if write:
            write_whole(path, done.text)
    except (OSError, UnicodeDecodeError) as error:
        return Report(path, Outcome.UNREADABLE, str(error))
    return Report(path, Outcome.CHANGED)


def write_whole(path: Path, text: str) -> None:
    """Write a text beside its file, then put it in the file's place, with the same rights."""
    place = path.resolve()
    beside = place.with_name(f".{place.name}.new")
    with beside.open("wb") as file:
        file.write(text.encode())
        file.flush()
        os.fsync(file.fileno())
    beside.chmod(place.stat().st_mode)
    beside.replace(place)


def told(reports: Iterable[Report], *, check: bool) -> int:
    """Say what became of the files; give the exit status."""
    count = dict.fromkeys(Outcome, 0)
    for report in reports:
        count[report.outcome] += 1
        sentence = _SENTENCES[report.outcome, check]
        if sentence:
            print(f"{report.path}:1: {sentence}{report.why}")  # noqa: T201  # a command speaks to its user
    files = sum(count.values())
    change = "are not in one spelling" if check else "written in one spelling"
    print(f"{files} files: {count[Outcome.CHANGED]} {change}, {count[Outcome.KEPT]} left as they are")  # noqa: T201  # the same
    return 1 if count[Outcome.UNREADABLE] or (check and count[Outcome.CHANGED]) else 0


_UNREADABLE = "cannot be read or written: save it as UTF-8, and mend its rights: "
_SENTENCES = {
    (Outcome.FINE, True): "",
    (Outcome.FINE, False): "",
    (Outcome.CHANGED, True): "not in one spelling: run ./inv format",
    (Outcome.CHANGED, False): "written in one spelling",
    (Outcome.KEPT, True): "",
    (Outcome.KEPT, False): "left as it is: another spelling would show readers something else",
    (Outcome.UNREADABLE, True): _UNREADABLE,
    (Outcome.UNREADABLE, False): _UNREADABLE,
}
"""What is said of a file, with --check and without."""
