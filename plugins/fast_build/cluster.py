"""Pages made by the workers of a Dask cluster."""

import os
import uuid
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import CancelledError, Executor, Future
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .crew import VARIABLES, CrewError, Order, Sheaf, pages_of
from .world import own_modules

TOGETHER = 100
"""Pages a task: some hundred thousand octets that travel."""
_AHEAD = 3
"""Tasks under way for each worker."""
_SECONDS_TO_ANSWER = 10
"""So long a cluster is waited for."""


class ClusterError(RuntimeError):
    """There is no cluster that could be asked."""


@dataclass(frozen=True, slots=True)
class Begun:
    """What workers are told of a build: it is written down before any plugin put something among the settings."""

    settings: bytes
    """Pelican's, pickled, functions among them too."""
    modules: tuple[tuple[str, str], ...]
    """Where they come from: modules and their files."""


def begun(settings: dict[str, Any]) -> Begun:
    """Write down what workers are told. Raises ClusterError where Dask is not installed."""
    try:
        import cloudpickle  # noqa: PLC0415  # comes with Dask, an extra that most sites do without
    except ImportError as error:
        raise ClusterError(
            "FAST_BUILD_CLUSTER needs Dask: install it by .venv/bin/pip install 'distributed'"
        ) from error
    return Begun(cloudpickle.dumps(settings), tuple(own_modules(map(Path, settings.get("PLUGIN_PATHS", ())))))


def order_of(told: Begun, site: bytes) -> Order:
    """Give what is told to the workers of a site."""
    variables = {name: os.environ[name] for name in VARIABLES if name in os.environ}
    return Order(uuid.uuid4().hex, os.getcwd(), told.modules, told.settings, site, variables)  # noqa: PTH109  # as a text


def sheaves(address: str, order: Order, batches: Sequence[list[str]]) -> Iterator[Sheaf | CrewError]:
    """Give the pages of some places at a time, in order; or why they could not be made there.

    Raises ClusterError where no scheduler answers.
    """
    from distributed import Client  # noqa: PLC0415  # see above

    try:
        client = Client(address, timeout=_SECONDS_TO_ANSWER, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ClusterError(f"no scheduler of a Dask cluster answers at {address}: {error}") from error
    with client:
        executor: Executor = client.get_executor(pure=False)
        shared = client.scatter(order, broadcast=True)
        waiting: deque[Future[Sheaf]] = deque()
        most = _AHEAD * (len(client.ncores()) or 1)
        for places in batches:
            waiting.append(executor.submit(pages_of, shared, places))
            if len(waiting) >= most:
                yield _awaited(waiting.popleft())
        while waiting:
            yield _awaited(waiting.popleft())


def _awaited(batch: Future[Sheaf]) -> Sheaf | CrewError:
    """Wait for pages: what a worker that dies had in hand is given to another one."""
    try:
        return batch.result()
    except (Exception, CancelledError) as error:  # noqa: BLE001  # whatever happens there, the pages are made here
        return error if isinstance(error, CrewError) else CrewError(f"{type(error).__name__}: {error}")
