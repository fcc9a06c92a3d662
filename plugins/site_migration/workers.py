"""Conversion in this process or in several, through `concurrent.futures.Executor`, in order and in bounded memory.

The executor is loky's: Python's own waits for ever when a worker is killed while an article is handed to it (CPython
issue 94777, in Debian 12's Python 3.11.2), and starts its workers by a fork while the bar's thread runs.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from itertools import islice

from loky import ProcessPoolExecutor

from .conversion import Facts, Placed, Result, convert_batch

BATCH = 40
"""Articles a task: enough that handing them over costs little, few enough that the bar moves."""

FEW = 200
"""Below so many articles, starting processes takes longer than converting."""

AHEAD = 3
"""Tasks under way for each worker: enough to keep it busy, few enough that articles do not pile up."""


def convert_all(articles: Iterable[Placed], facts: Facts, workers: int) -> Iterator[Result]:
    """Give the results in the order of the articles."""
    if workers <= 1:
        for batch in _batches(articles):
            yield from convert_batch(batch, facts)
        return
    with ProcessPoolExecutor(workers, initializer=_remember, initargs=(facts,)) as executor:
        yield from _in_order(lambda batch: executor.submit(_convert_remembered, batch), articles, workers * AHEAD)


def _in_order(
    submit: Callable[[list[Placed]], Future[list[Result]]], articles: Iterable[Placed], most: int
) -> Iterator[Result]:
    waiting: deque[Future[list[Result]]] = deque()
    for batch in _batches(articles):
        waiting.append(submit(batch))
        if len(waiting) >= most:
            yield from waiting.popleft().result()
    while waiting:
        yield from waiting.popleft().result()


def _batches(articles: Iterable[Placed]) -> Iterator[list[Placed]]:
    stream = iter(articles)
    while batch := list(islice(stream, BATCH)):
        yield batch


_remembered: Facts
"""The facts in a worker process: handed over once, since a newsroom's media list is far larger than a batch."""


def _remember(facts: Facts) -> None:
    global _remembered  # noqa: PLW0603  # an executor's initializer has no other way to leave something behind
    _remembered = facts


def _convert_remembered(batch: Sequence[Placed]) -> list[Result]:
    return convert_batch(batch, _remembered)
