"""Check made-up newspapers: from nothing, unchanged, after an edit, after a new story: `check.py 100,10000`."""

import argparse
import re
import shutil
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from build_newsroom import make_content
from build_runs import Command, Run, measure, median_of

ROOT = Path(__file__).parent.parent
SCRATCH = ROOT / "scratch" / "check-benchmark"
COLD, SAME, EDITED, NEW = "from nothing", "nothing changed", "one body edited", "one new story"
ADDED = "\n\nOne more paragraph, with [a link that leads nowhere](/nothing-is-here/).\n"
DATE = re.compile(r"^slug: .*\n|^wordpress_id: .*\n", re.MULTILINE)


def main() -> None:
    """Print the table."""
    asked = arguments()
    print("| stories | check | CPU s | wall s | MB |\n| ---: | :--- | ---: | ---: | ---: |")
    for posts in map(int, asked.posts.split(",")):
        content = make_content(asked.folder / f"{posts}", posts)
        cache = asked.folder / f"{posts}" / "check-cache"
        runs: dict[str, list[Run]] = defaultdict(list)
        for _ in range(asked.rounds):
            for name, run in round_of(content, cache):
                runs[name].append(run)
        for name, run in ((name, median_of(found)) for name, found in runs.items()):
            print(f"| {posts:,} | {name} | {run.cpu:.2f} | {run.wall:.2f} | {run.megabytes:.0f} |", flush=True)


def arguments() -> argparse.Namespace:
    """Give what the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("posts", nargs="?", default="100,1000,10000", help="sizes, with commas")
    parser.add_argument("--folder", type=Path, default=SCRATCH, help="where all is made")
    parser.add_argument("--rounds", type=int, default=3)
    return parser.parse_args()


def round_of(content: Path, cache: Path) -> Iterator[tuple[str, Run]]:
    """Check four times; leave the content as it was."""
    stories = sorted(content.glob("articles/*/*/*.md"))
    middle = stories[len(stories) // 2]
    text = middle.read_text(encoding="utf-8")
    new = middle.with_name("a-story-that-is-new.md")
    shutil.rmtree(cache, ignore_errors=True)
    try:
        yield COLD, check(content, cache)
        yield SAME, check(content, cache)
        middle.write_text(text + ADDED, encoding="utf-8")
        yield EDITED, check(content, cache, "1 error")
        middle.write_text(text, encoding="utf-8")
        new.write_text(DATE.sub("", text), encoding="utf-8")
        yield NEW, check(content, cache)
    finally:
        middle.write_text(text, encoding="utf-8")
        new.unlink(missing_ok=True)


def check(content: Path, cache: Path, found: str = "") -> Run:
    """Check as the task does, and look that what must be found is found. Raises SystemExit where it is not."""
    said = cache.parent / "check.txt"
    command = (
        f'"{sys.executable}" -m desk check --content "{content}" --cache "{cache}" > "{said}"; '
        f"status=$?; [ $status -eq {int(bool(found))} ]"
    )
    run = measure(Command(("/bin/sh", "-c", command), ROOT, {"PYTHONPATH": "plugins"}), lambda: None)
    told = said.read_text(encoding="utf-8").splitlines()[-1]
    if found not in told:
        raise SystemExit(f"{found} expected: {told}")
    return run


if __name__ == "__main__":
    main()
