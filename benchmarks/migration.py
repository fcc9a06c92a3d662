"""Migrate made-up exports of two sizes; print speed and memory of each, and their ratio."""

import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import newsroom


@dataclass(frozen=True, slots=True)
class Measurement:
    """One migration."""

    posts: int
    """How many."""
    seconds: float
    """By the clock."""
    megabytes: float
    """Peak memory of the largest process."""


def measure(posts: int) -> Measurement:
    """Migrate so many posts in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        export = Path(folder) / "export.xml"
        newsroom.write(export, posts)
        command = [sys.executable, __file__, "--measured", str(export), str(Path(folder) / "content")]
        seconds, kilobytes = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()[-2:]
    return Measurement(posts, float(seconds), int(kilobytes) / 1024)


def migrate_and_tell(export: str, content: str) -> None:
    """Migrate, and print seconds and kilobytes."""
    from site_migration.__main__ import main  # noqa: PLC0415  # only this process is measured

    begun = time.perf_counter()
    main(["migrate", export, "--into", content])
    peaks = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(time.perf_counter() - begun, max(peaks))


def compare(posts: int) -> None:
    """Print both sizes and their ratio."""
    small, large = measure(posts // 10), measure(posts)
    for size in (small, large):
        print(f"{size.posts:>9,} posts  {size.posts / size.seconds:8.0f} posts/s  {size.megabytes:7.1f} MB at the peak")
    print(f"ten times the posts: {large.seconds / small.seconds:.1f} × the time, "
          f"{large.megabytes / small.megabytes:.2f} × the memory")  # fmt: skip


if __name__ == "__main__":
    if sys.argv[1] == "--measured":
        migrate_and_tell(*sys.argv[2:])
    else:
        compare(int(sys.argv[1]))
