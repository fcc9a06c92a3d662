"""A migration on a Dask cluster: a real scheduler and two workers on this machine."""

import os
import signal
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from dask_cluster import dask_cluster, until
from tiny_exports import item, lines, migrated


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """Give the address of a scheduler, and two workers."""
    with dask_cluster(tmp_path) as found:
        yield found


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
