"""A real Dask cluster on this machine: a scheduler, and two workers in processes of their own."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from distributed import Client

PLUGINS = Path(__file__).parents[1] / "plugins"


@contextmanager
def dask_cluster(folder: Path, plugins: Path = PLUGINS) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """Give the address of a scheduler, and the workers, which find our plugins in a folder."""
    file = folder / "scheduler.json"
    with ExitStack() as stack:
        _start(stack, plugins, "dask_scheduler", "--scheduler-file", str(file), "--port", "0", "--no-dashboard")
        one = ("--scheduler-file", str(file), "--nthreads", "1", "--no-nanny", "--no-dashboard")
        workers = [
            _start(stack, plugins, "dask_worker", *one, "--local-directory", str(folder / n)) for n in ("one", "two")
        ]
        until(file.exists)
        with Client(scheduler_file=str(file), set_as_default=False) as client:
            client.wait_for_workers(2, timeout=60)
            address = client.scheduler.address
        yield address, workers


def _start(stack: ExitStack, plugins: Path, module: str, *options: str) -> subprocess.Popen[bytes]:
    """Start a part of the cluster, which ends with the test."""
    environment = os.environ | {"PYTHONPATH": str(plugins)}
    command = [sys.executable, "-m", f"distributed.cli.{module}", *options]
    part = stack.enter_context(
        subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    )
    stack.callback(part.kill)
    return part


def until(is_so: object) -> None:
    """Wait for something that comes soon."""
    deadline = time.monotonic() + 60
    while not is_so():  # type: ignore[operator]
        assert time.monotonic() < deadline
        time.sleep(0.02)
