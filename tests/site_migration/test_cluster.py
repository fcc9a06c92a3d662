"""A migration on a Dask cluster: a real scheduler and two workers on this machine."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from distributed import Client

from tiny_exports import item, lines, migrated

PLUGINS = Path(__file__).parents[2] / "plugins"
DASK = [sys.executable, "-m", "distributed.cli"]


def start(stack: ExitStack, module: str, *options: str) -> subprocess.Popen[bytes]:
    """Start a part of the cluster, which ends with the test."""
    environment = os.environ | {"PYTHONPATH": str(PLUGINS)}
    command = [sys.executable, "-m", f"distributed.cli.{module}", *options]
    part = stack.enter_context(
        subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    )
    stack.callback(part.kill)
    return part


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """Give the address of a scheduler, and two workers."""
    file = tmp_path / "scheduler.json"
    with ExitStack() as stack:
        start(stack, "dask_scheduler", "--scheduler-file", str(file), "--port", "0", "--no-dashboard")
        one = ("--scheduler-file", str(file), "--nthreads", "1", "--no-nanny", "--no-dashboard")
        workers = [start(stack, "dask_worker", *one, "--local-directory", str(tmp_path / n)) for n in ("one", "two")]
        until(file.exists)
        with Client(scheduler_file=str(file), set_as_default=False) as client:
            client.wait_for_workers(2, timeout=60)
            address = client.scheduler.address
        yield address, workers


def until(is_so: object) -> None:
    """Wait for something that comes soon."""
    deadline = time.monotonic() + 60
    while not is_so():  # type: ignore[operator]
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_cluster(tmp_path: Path, cluster: tuple[str, list[subprocess.Popen[bytes]]]) -> None:
    """A cluster gives the same files as this machine alone."""
    posts = [item(number, slug=f"tide-{number}", body=f"Tide **{number}**.\n\nEbb.") for number in range(200)]
    for folder, options in (("one", ("--workers", "1")), ("two", ("--cluster", cluster[0]))):
        (tmp_path / folder / "site").mkdir(parents=True)
        assert migrated(tmp_path / folder / "site", *posts, options=options) == 0

    one, two = (sorted((tmp_path / folder / "site/content").rglob("*.md")) for folder in ("one", "two"))
    assert [file.read_bytes() for file in one] == [file.read_bytes() for file in two]
    assert len(one) == 200


def test_killed_worker(tmp_path: Path, cluster: tuple[str, list[subprocess.Popen[bytes]]]) -> None:
    """A worker of the cluster that is killed in the middle loses nothing."""
    address, workers = cluster
    paragraphs = "\n\n".join(f"Paragraph **{number}** of the tide." for number in range(40))
    posts = [item(number, slug=f"tide-{number}", body=paragraphs) for number in range(1200)]

    def kill() -> None:
        until(lambda: list((tmp_path / "content").glob("articles/*/*/*.md")))
        os.kill(workers[0].pid, signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    status = migrated(tmp_path, *posts, options=("--cluster", address))
    killer.join()

    assert (status, len(lines(tmp_path))) == (0, 1200)
    assert len(list((tmp_path / "content").rglob("*.md"))) == 1200


def test_no_cluster(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An address at which no scheduler answers ends the command with a sentence."""
    assert migrated(tmp_path, item(), options=("--cluster", "tcp://127.0.0.1:9")) == 2
    assert "127.0.0.1:9" in capsys.readouterr().out
