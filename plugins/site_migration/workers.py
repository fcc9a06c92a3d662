"""Conversion in this process or in several, through `concurrent.futures.Executor`, in order and in bounded memory.

The executor is loky's: Python's own waits for ever when a worker is killed while an article is handed to it (CPython
issue 94777, in Debian 12's Python 3.11.2), and starts its workers by a fork while the bar's thread runs.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from itertools import groupby, islice

import psutil
from loky import ProcessPoolExecutor

from wordpress_export.shelves import let_shelves_travel

from .conversion import Facts, Placed, Result, convert_batch, recalled

BATCH = 40
"""Articles a task: enough that handing them over costs little, few enough that the bar moves."""

FEW = 200
"""Below so many articles, starting processes takes longer than converting."""

AHEAD = 3
"""Tasks under way for each worker: enough to keep it busy, few enough that articles do not pile up."""

SECONDS_BETWEEN_LOOKS = 2
"""So often it is looked whether the workers live, while one is waited for."""

SECONDS_TO_ANSWER = 10
"""So long a cluster is waited for."""


class ClusterError(RuntimeError):
    """The cluster cannot be used. What was written so far is whole."""


@dataclass(frozen=True, slots=True)
class Crew:
    """Who converts."""

    processes: int = 1
    """On this machine; with one, this process does it."""
    cluster: str = ""
    """Address of the scheduler of a Dask cluster, `tcp://host:8786`, which then does it in place of processes."""


def convert_all(articles: Iterable[Placed], facts: Facts, crew: Crew) -> Iterator[Result]:
    """Give the results in the order of the articles.

    Raises ClusterError where there is no cluster at the address, or Dask is not installed.
    """
    if crew.cluster:
        yield from _convert_in_cluster(articles, facts, crew.cluster)
    elif crew.processes > 1:
        executor = ProcessPoolExecutor(crew.processes, initializer=_remember, initargs=(facts,))
        try:
            submit = partial(executor.submit, _convert_remembered)
            yield from _in_order(submit, articles, crew.processes * AHEAD)
        except BrokenProcessPool:
            executor.shutdown(wait=False, kill_workers=True)
            raise
        executor.shutdown()
    else:
        for batch in _batches(articles):
            yield from _recalled(batch) or convert_batch(batch, facts)


def _convert_in_cluster(articles: Iterable[Placed], facts: Facts, address: str) -> Iterator[Result]:
    """Convert on a Dask cluster; what a worker that dies had in hand is given to another one."""
    try:
        from distributed import Client  # noqa: PLC0415  # an extra, which most migrations do without
    except ImportError as error:
        raise ClusterError("--cluster needs Dask: install it by .venv/bin/pip install 'distributed'") from error
    try:
        client = Client(address, timeout=SECONDS_TO_ANSWER, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ClusterError(f"no scheduler of a Dask cluster answers at {address}: {error}") from error
    let_shelves_travel()
    with client:
        executor = client.get_executor(pure=False)
        shared = client.scatter(facts, broadcast=True)
        cores = sum(client.ncores().values()) or 1
        yield from _in_order(lambda batch: executor.submit(convert_batch, batch, shared), articles, cores * AHEAD)


def _in_order(
    submit: Callable[[list[Placed]], Future[list[Result]]], articles: Iterable[Placed], most: int
) -> Iterator[Result]:
    waiting: deque[Future[list[Result]] | list[Result]] = deque()
    for batch in _batches(articles):
        waiting.append(_recalled(batch) or submit(batch))
        if len(waiting) >= most:
            yield from _awaited(waiting.popleft())
    while waiting:
        yield from _awaited(waiting.popleft())


def _awaited(batch: Future[list[Result]] | list[Result]) -> list[Result]:
    """Wait for a batch. Raises BrokenProcessPool where a worker was killed."""
    if isinstance(batch, list):
        return batch
    dead: set[int] = set()
    while True:
        try:
            return batch.result(timeout=SECONDS_BETWEEN_LOOKS)
        except TimeoutError:
            # loky sees a killed worker itself, unless it had begun to send a result, whose rest it then waits for.
            found = _dead_children()
            if dead & found:
                raise BrokenProcessPool("a worker was killed while it sent its result") from None
            dead = found


def _dead_children() -> set[int]:
    """Give the processes of ours that have ended and that nobody has asked after."""
    children = psutil.Process().children()
    return {child.pid for child in children if child.is_running() and child.status() == psutil.STATUS_ZOMBIE}


def _batches(articles: Iterable[Placed]) -> Iterator[list[Placed]]:
    """Give batches in which either all articles are to be converted or none is."""
    for _, stream in groupby(articles, key=lambda placed: placed.known is None):
        while batch := list(islice(stream, BATCH)):
            yield batch


def _recalled(batch: list[Placed]) -> list[Result]:
    return [recalled(placed, placed.known) for placed in batch if placed.known is not None]


_remembered: Facts
"""The facts in a worker process: handed over once, since a newsroom's media list is far larger than a batch."""


def _remember(facts: Facts) -> None:
    global _remembered  # noqa: PLW0603  # an executor's initializer has no other way to leave something behind
    _remembered = facts


def _convert_remembered(batch: Sequence[Placed]) -> list[Result]:
    return convert_batch(batch, _remembered)
