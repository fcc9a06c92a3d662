"""Work in this process or in several, in order and in bounded memory."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from itertools import chain, islice
from typing import Any, TypeVar

# Python's own executor waits for ever when a worker is killed at a bad moment: CPython issue 94777.
from loky import ProcessPoolExecutor

Given = TypeVar("Given")
Known = TypeVar("Known")
Result = TypeVar("Result")

BATCH = 50
"""Things a task."""
FEW = 4
"""So few tasks are done here: to start processes takes longer."""
AHEAD = 3
"""Tasks under way for each process."""

_known: list[Any] = []


def spread(
    work: Callable[[list[Given], Known], Result], things: Iterable[Given], known: Known, processes: int
) -> Iterator[Result]:
    """Give the results of work on things, batch by batch, in order; what all batches need is handed over once."""
    batches = _batches(iter(things))
    first = list(islice(batches, FEW))
    if processes == 1 or len(first) < FEW:
        yield from (work(batch, known) for batch in chain(first, batches))
        return
    with ProcessPoolExecutor(processes, initializer=_know, initargs=(known,)) as executor:
        waiting: deque[Future[Result]] = deque()
        for batch in chain(first, batches):
            waiting.append(executor.submit(_work, work, batch))
            if len(waiting) > processes * AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _batches(things: Iterator[Given]) -> Iterator[list[Given]]:
    while batch := list(islice(things, BATCH)):
        yield batch


def _know(known: Known) -> None:
    _known[:] = [known]


def _work(work: Callable[[list[Given], Known], Result], batch: list[Given]) -> Result:
    known: Known = _known[0]
    return work(batch, known)
