"""Many pages made at once, by processes that begin with all that this one knows."""

from __future__ import annotations

import gc
import logging
import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from .cluster import TOGETHER, Begun, order_of, sheaves
from .crew import CrewError
from .desk import Desk, Job
from .notes import Touch
from .printed import Printed
from .store import Record, Used, numbers

_FEW = 300
"""Fewer pages than these are sooner made than handed out."""
_STRETCH = 4000
"""After so many pages new processes begin: each writes, by and by, into a copy of all that it looks at."""
_TURNS = 10
"""How often each process comes for work in that time: often enough that none waits long for the last."""

if TYPE_CHECKING:
    from array import array

Print = Callable[[Job], Printed]
"""Makes a page, writes it, and gives what is to be remembered of it."""

Put = Callable[[Job, bytes, bytes], None]
"""Writes a page that was made: its octets, and their digest."""

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Batch:
    """What a process made in one turn, in its own numbers."""

    worker: int
    """Which process."""
    touches: list[tuple[Touch, bytes]]
    """What it met for the first time, with what that says."""
    parts: list[tuple[int, bytes, Used]]
    """Parts of pages that it made for the first time."""
    records: list[Record | None]
    """What is to be remembered of each page; None for one that must be made in the first process."""


@dataclass(slots=True)
class Shift:
    """The work of all the processes."""

    jobs: Sequence[Job]
    """The pages of a stretch."""
    make: Print
    """Makes one."""
    desk: Desk
    """Where."""
    sent_touches: int
    """How many of what this process met have been told."""
    sent_parts: int
    """How many of the parts that it took up."""


@dataclass(slots=True)
class Press:
    """Makes pages side by side where there are many, and where that can be done."""

    desk: Desk
    """Where one is made."""
    workers: int
    """Processes; one is this one."""
    cluster: str = ""
    """Address of the scheduler of a Dask cluster, `tcp://host:8786`, which does it in place of processes."""
    begun: Begun | None = None
    """What its workers are told; None where there is none."""

    def printed(self, jobs: Sequence[Job], make: Print, put: Put) -> Iterator[Printed]:
        """Make pages, and give what is to be remembered of each, in their order.

        Raises ClusterError where there is no cluster at the address.
        """
        if self.begun is not None and len(jobs) >= _FEW:
            yield from self._far(self.begun, jobs, make, put)
            return
        if len(jobs) < _FEW or self.workers < 2 or "fork" not in multiprocessing.get_all_start_methods():  # noqa: PLR2004  # one is no company
            yield from map(make, jobs)
            return
        self.desk.prepare(jobs)
        size = -(-len(jobs) // -(-len(jobs) // _STRETCH))
        for first in range(0, len(jobs), size):
            yield from self._pressed(jobs[first : first + size], make)

    def _pressed(self, jobs: Sequence[Job], make: Print) -> Iterator[Printed]:
        ledger = self.desk.ledger
        ledger.fill()
        base = len(ledger.store.values)
        known: dict[int, list[int]] = {}
        for spread, batch in _batches(Shift(jobs, make, self.desk, base, len(ledger.taken_up)), self.workers):
            if batch is None:
                yield from (_again(job, make) for job in jobs[spread.start : spread.stop])
                continue
            moved = _Moved(base, known.setdefault(batch.worker, []))
            moved.to.extend(ledger.take(touch, value) for touch, value in batch.touches)
            for number, output, used in batch.parts:
                ledger.settle_used(moved.number(number), output, moved.used(used))
            for job, record in zip(jobs[spread.start : spread.stop], batch.records, strict=True):
                if record is None:
                    yield _again(job, make)
                    continue
                self.desk.made[str(job.template.name)] += 1
                logger.info('Writing "%s"', job.path)
                printed = Record(moved.used(record.used), record.own, record.own_digest, record.output, record.sight)
                self.desk.replay(printed)
                yield Printed(printed)

    def _far(self, begun: Begun, jobs: Sequence[Job], make: Print, put: Put) -> Iterator[Printed]:
        """Let a cluster make the pages; what it cannot make is made here."""
        ledger, failures = self.desk.ledger, set[str]()
        order = order_of(begun, self.desk.site.everything())
        batches = [jobs[first : first + TOGETHER] for first in range(0, len(jobs), TOGETHER)]
        places = [[job.place for job in batch] for batch in batches]
        for batch, sheaf in zip(batches, sheaves(self.cluster, order, places), strict=True):
            if isinstance(sheaf, CrewError):
                if str(sheaf) not in failures:
                    failures.add(str(sheaf))
                    logger.warning("The cluster gives up some pages, which are made here: %s", sheaf)
                yield from map(make, batch)
                continue
            moved = _Moved(0, [ledger.take(touch, value) for touch, value in sheaf.touches])
            for number, output, used in sheaf.parts:
                ledger.settle_used(moved.number(number), output, moved.used(used))
            for job, page in zip(batch, sheaf.pages, strict=True):
                if page is None:
                    yield make(job)
                    continue
                put(job, page[0], page[1].output)
                self.desk.made[str(job.template.name)] += 1
                printed = page[1]._replace(used=moved.used(page[1].used))
                self.desk.replay(printed)
                yield Printed(printed)


@dataclass(slots=True)
class _Moved:
    """Numbers of another process, as they are in this one."""

    base: int
    """Those below it are the same in both."""
    to: list[int]
    """The numbers of the others here."""

    def number(self, number: int) -> int:
        return number if number < self.base else self.to[number - self.base]

    def numbers(self, found: array[int]) -> array[int]:
        return numbers(sorted(map(self.number, found)))

    def used(self, used: Used) -> Used:
        return Used(self.numbers(used.touches), self.numbers(used.parts), used.effects)


def _again(job: Job, make: Print) -> Printed:
    """Make a page in this process that another one could not; its file may be one with the last site's."""
    Path(job.path).unlink(missing_ok=True)
    return make(job)


_shift: Shift


def _batches(shift: Shift, workers: int) -> Iterator[tuple[range, Batch | None]]:
    global _shift  # noqa: PLW0603  # processes inherit it when they begin, and nothing of it need be sent
    _shift = shift
    size = -(-len(shift.jobs) // (workers * _TURNS))
    spreads = [range(first, min(first + size, len(shift.jobs))) for first in range(0, len(shift.jobs), size)]
    # What stands stays until the build ends: none of it is looked through, neither here again nor in the processes.
    gc.freeze()
    try:
        executor: Executor = ProcessPoolExecutor(workers, multiprocessing.get_context("fork"), _begin)
        with executor:
            waiting = deque(executor.submit(_work, spread) for spread in spreads)
            for spread in spreads:
                try:
                    yield spread, waiting.popleft().result()
                except BrokenProcessPool:
                    logger.info("A process that made pages ended before its time; its pages are made here.")
                    yield spread, None
    finally:
        del _shift


def _begin() -> None:
    """Let this process say nothing: a page about which there is something to say is made in the first one again."""
    logging.getLogger().handlers[:] = [logging.NullHandler()]
    _shift.desk.notes.memory.leave()


def _work(spread: range) -> Batch:
    shift = _shift
    records = [_record(shift, shift.jobs[number]) for number in spread]
    ledger = shift.desk.ledger
    store = ledger.store
    touches = [(store.touches[number], store.values[number]) for number in range(shift.sent_touches, len(store.values))]
    fresh = dict.fromkeys(ledger.taken_up[shift.sent_parts :])
    parts = [(number, store.values[number], store.parts[number]) for number in fresh]
    shift.sent_touches, shift.sent_parts = len(store.values), len(ledger.taken_up)
    return Batch(os.getpid(), touches, parts, records)


def _record(shift: Shift, job: Job) -> Record | None:
    try:
        printed = shift.make(job)
    except Exception:  # noqa: BLE001  # whatever it is, it comes again in the first process, which tells it
        return None
    return None if printed.is_doubtful else printed.record
