"""Migrate one export with our command and with its peers, in one run; print seconds, processor time and memory of each.

The peers are not installed with the project: `--wetm` names the `app.js` of a checkout of wordpress-export-to-markdown,
and `--pelican` asks for pelican-import, which needs pandoc.
"""

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

ROOT = Path(__file__).parents[1]
PLUGINS = ROOT / "plugins"


@dataclass(frozen=True, slots=True)
class Measurement:
    """One run of one command."""

    name: str
    """Whose."""
    wall: float
    """Seconds by the clock."""
    processor: float
    """Seconds of processor time, of all its processes."""
    megabytes: float
    """Peak memory of the largest process."""


def measure(name: str, command: list[str], folder: Path) -> Measurement:
    """Run a command in a folder.

    Raises RuntimeError where it fails.
    """
    begun = time.perf_counter()
    environment = os.environ | {"PYTHONPATH": str(PLUGINS)}
    with (folder / "printed.txt").open("ab") as printed:
        actions = [(os.POSIX_SPAWN_DUP2, printed.fileno(), 1), (os.POSIX_SPAWN_DUP2, printed.fileno(), 2)]
        number = os.posix_spawnp(command[0], command, environment, file_actions=actions)
        _, status, usage = os.wait4(number, 0)
    if status:
        raise RuntimeError(f"{name} failed; see {folder / 'printed.txt'}")
    wall = time.perf_counter() - begun
    return Measurement(name, wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def runs(options: argparse.Namespace, folder: Path) -> Iterator[Measurement]:
    """Run everything that was asked for, the bare reading of the file first."""
    export = str(options.export)
    yield measure("lxml alone", [sys.executable, __file__, "--floor", export], folder)
    ours = [sys.executable, "-m", "site_migration", "migrate", export, "--into"]
    yield measure("ours, one worker", [*ours, str(folder / "one"), "--workers", "1"], folder)
    yield measure("ours, two workers", [*ours, str(folder / "two"), "--workers", "2"], folder)
    yield measure("ours, again", [*ours, str(folder / "two"), "--workers", "2"], folder)
    if options.wetm:
        plain = ["--wizard=false", "--post-folders=false", "--save-images=none", "--write-delay=0"]
        where = [f"--input={export}", f"--output={folder / 'wetm'}"]
        yield measure("wordpress-export-to-markdown", ["node", str(options.wetm), *plain, *where], folder)
    if options.pelican:
        (folder / "pelican").mkdir()
        command = [str(Path(sys.executable).with_name("pelican-import")), "--wpfile", "-m", "markdown"]
        yield measure("pelican-import", [*command, "-o", str(folder / "pelican"), export], folder)


def read_bare(export: str) -> None:
    """Stream the items of an export and do nothing with them."""
    for _, item in etree.iterparse(export, tag="item", huge_tree=True):
        item.clear()
        while item.getprevious() is not None:
            del item.getparent()[0]


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("export", type=Path)
    parser.add_argument("--wetm", type=Path, help="app.js of wordpress-export-to-markdown")
    parser.add_argument("--pelican", action="store_true", help="pelican-import, too; it needs pandoc")
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp())
    try:
        for run in runs(options, folder):
            print(
                f"{run.name:30}{run.wall:9.1f} s {run.processor:9.1f} s of processor {run.megabytes:9.1f} MB",
                flush=True,
            )
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--floor"]:
        read_bare(sys.argv[2])
    else:
        main()
