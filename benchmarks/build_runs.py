"""Run a build and tell what it took: processor time of all its processes, time by the clock, memory."""

import os
import resource
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Self

LOOKS = 0.2
"""Seconds between two looks at the memory."""


@dataclass(frozen=True, slots=True)
class Command:
    """What a shell would be told."""

    words: tuple[str, ...]
    """The program and its arguments."""
    folder: Path
    """Where it runs."""
    variables: Mapping[str, str] = field(default_factory=dict)
    """What it finds in its environment beside ours."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one build took."""

    cpu: float
    """Seconds of processors, of all processes, in the program and in the system."""
    wall: float
    """Seconds by the clock."""
    megabytes: float
    """The most memory that all processes had together; at least that of the largest."""


def median_of(runs: Iterable[Run]) -> Run:
    """Give the median of each number."""
    rows = [(run.cpu, run.wall, run.megabytes) for run in runs]
    return Run(*(median(column) for column in zip(*rows, strict=True)))


def measure(command: Command, afterwards: Callable[[], None]) -> Run:
    """Run a build, and what belongs to it afterwards.

    Raises SystemExit with the last lines of its output where the build fails.
    """
    with tempfile.TemporaryFile() as said:
        begun, own = time.perf_counter(), _own_seconds()
        build = subprocess.Popen(
            command.words, cwd=command.folder, env=os.environ | command.variables, stdout=said, stderr=subprocess.STDOUT
        )
        with _watched(build.pid) as shares:
            _, status, usage = os.wait4(build.pid, 0)
        build.returncode = os.waitstatus_to_exitcode(status)
        looked = shares.cpu
        afterwards()
        wall, spent = time.perf_counter() - begun, _own_seconds() - own - looked
        if build.returncode:
            said.seek(0)
            raise SystemExit(f"{' '.join(command.words)}\n{said.read().decode(errors='replace')[-3000:]}")
    largest = usage.ru_maxrss / 1024
    return Run(usage.ru_utime + usage.ru_stime + max(spent, 0.0), wall, max(largest, shares.most))


class _watched:  # noqa: N801  # a context
    """Look at the memory of a process and of all that it began, until the build is over."""

    def __init__(self, root: int) -> None:
        self.most = 0.0
        """Megabytes."""
        self.cpu = 0.0
        """Seconds of our own that the looking took: they are not the build's."""
        self._root = root
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._over.wait(LOOKS):
            self.most = max(self.most, sum(map(_share, _family(self._root))))
        self.cpu = time.thread_time()


def _own_seconds() -> float:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def _family(root: int) -> Iterator[int]:
    """Give a process and all that it began; none where the system does not tell."""
    yield root
    for tasks in Path(f"/proc/{root}/task").glob("*/children"):
        try:
            children = tasks.read_text().split()
        except OSError:
            continue  # it has ended meanwhile
        for child in children:
            yield from _family(int(child))


def _share(process: int) -> float:
    """Give a process's own megabytes and its part of what it shares with others."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0  # it has ended meanwhile, or the system has no such file
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
