"""Where files are made and kept between builds, so that none is made twice."""

import json
import os
import shutil
import warnings
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from itertools import groupby
from pathlib import Path
from typing import TypeVar

from .encoding import Variant, make
from .facts import Facts, read_facts

_INDEX = "facts.json"
_FORM = 1
"""Grows whenever `Facts` would say something else of the same file."""
_FEW = 4


Known = tuple[str, Facts]
"""A file's size and time of change when it was read, and what was found."""

Job = tuple[Path, list[Variant]]
"""A picture, and what to make of it."""

G = TypeVar("G")
R = TypeVar("R")


@dataclass(slots=True)
class Workshop:
    """The folder of what was made, and what is known of the files that it was made of.

    Threads are enough: Pillow lets go of Python's lock while it reads, makes smaller and writes.
    """

    folder: Path
    """Where it is; may be deleted at any time."""
    known: dict[str, Known] = field(default_factory=dict)
    """What is known, by path."""
    is_changed: bool = False
    """Whether something is known that the folder does not yet hold."""
    looked: dict[Path, Facts] = field(default_factory=dict)
    """What was found of files in this build: none of them changes while it runs."""

    @classmethod
    def open(cls, folder: Path) -> "Workshop":
        """Open a folder, which need not be there; one that is broken is as good as empty."""
        try:
            stored = json.loads(folder.joinpath(_INDEX).read_text(encoding="utf-8"))
            stored = stored["files"] if stored["form"] == _FORM else {}
            known = {path: (state, Facts(**facts)) for path, (state, facts) in stored.items()}
        except (OSError, ValueError, LookupError, TypeError, AttributeError):
            known = {}
        return cls(folder, known)

    def facts(self, path: Path) -> Facts:
        """Give what is known of a file."""
        if path not in self.looked:
            self.looked[path] = self._facts(path)
        return self.looked[path]

    def _facts(self, path: Path) -> Facts:
        state = _state(path)
        stored = self.known.get(str(path))
        if stored and stored[0] == state:
            return stored[1]
        self.is_changed = True
        self.known[str(path)] = (state, read_facts(path))
        return self.known[str(path)][1]

    def look_at(self, paths: Iterable[Path]) -> None:
        """Read what is not known of these files, side by side."""
        states = {path: _state(path) for path in sorted(set(paths))}
        new = [path for path, state in states.items() if self.known.get(str(path), ("",))[0] != state]
        for path, facts in zip(new, _side_by_side(read_facts, new), strict=True):
            self.known[str(path)] = (states[path], facts)
            self.is_changed = True

    def make(self, wanted: Mapping[str, tuple[Path, Variant]]) -> dict[Path, str]:
        """Make what is not there; give what went wrong, by the picture's file."""
        missing = [order for name, order in sorted(wanted.items()) if not self._holds(name)]
        missing.sort(key=lambda order: order[0])
        jobs: list[Job] = [
            (path, [variant for _, variant in same]) for path, same in groupby(missing, key=lambda order: order[0])
        ]
        if jobs:
            self.folder.mkdir(parents=True, exist_ok=True)
        faults = _side_by_side(self._make, jobs)
        return {path: fault for (path, _), fault in zip(jobs, faults, strict=True) if fault}

    def publish(self, names: Iterable[str], folder: Path) -> None:
        """Put files into a folder of the site, those that could be made."""
        for name in filter(self._holds, names):
            folder.mkdir(parents=True, exist_ok=True)
            folder.joinpath(name).unlink(missing_ok=True)
            shutil.copyfile(self.folder / name, folder / name)

    def keep(self) -> None:
        """Write down what is known."""
        if not self.is_changed:
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        files = {path: (state, asdict(facts)) for path, (state, facts) in sorted(self.known.items())}
        text = json.dumps({"form": _FORM, "files": files})
        part = self.folder / f".{_INDEX}.{os.getpid()}"
        part.write_text(text, encoding="utf-8")
        part.replace(self.folder / _INDEX)

    def _make(self, job: Job) -> str:
        return make(*job, self.folder)

    def _holds(self, name: str) -> bool:
        try:
            return self.folder.joinpath(name).stat().st_size > 0
        except OSError:
            return False


def _state(path: Path) -> str:
    try:
        about = path.stat()
    except OSError:
        return "not there"
    return f"{about.st_size} {about.st_mtime_ns}"


def _side_by_side(work: Callable[[G], R], jobs: Sequence[G]) -> list[R]:
    with warnings.catch_warnings():
        # Pillow warns of what we look at ourselves: size, and files that are not whole.
        warnings.simplefilter("ignore")
        if len(jobs) < _FEW:
            return [work(job) for job in jobs]
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            return list(pool.map(work, jobs))
