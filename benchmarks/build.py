"""Build the same newspaper with ours, plain Pelican, Hugo and Eleventy, in turn; print a table, and draw a chart."""

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from build_charts import Group, Panel, chart
from build_newsroom import make_content
from build_peers import Peer, peers
from build_runs import Run, measure, median_of
from build_shared import sections, stories

ROOT = Path(__file__).parent.parent
SCRATCH = ROOT / "scratch" / "build-benchmark"
COLD, SAME, EDITED, NEW = "cold", "nothing changed", "one body edited", "one new story"
ADDED = "\n\nOne more paragraph, which tells of the tide and of the wall.\n"
MEASURES = (("CPU, seconds", "cpu"), ("By the clock, seconds", "wall"), ("Memory, MB", "megabytes"))
UNEQUAL = 8
"""So many addresses that differ are shown."""


@dataclass(frozen=True, slots=True)
class Size:
    """What a site came out as."""

    addresses: frozenset[str]
    """Its HTML files."""
    html: int
    """Bytes of these."""
    files: int
    """How many files there are."""
    octets: int
    """Bytes of all."""


def size_of(output: Path) -> Size:
    """Look at a built site."""
    sizes = {path.relative_to(output).as_posix(): path.stat().st_size for path in output.rglob("*") if path.is_file()}
    pages = {path: size for path, size in sizes.items() if path.endswith(".html")}
    return Size(frozenset(pages), sum(pages.values()), len(sizes), sum(sizes.values()))


def round_of(peer: Peer, content: Path) -> Iterator[tuple[str, Run]]:
    """Build from nothing, again, after an edit, after a new story; leave the site as it was before."""
    written = sorted(stories(content, "articles"), key=lambda story: story[0]["date"])
    known = sections(content)
    front, body = written[len(written) // 2]
    newest = written[-1][0]
    peer.forget()
    yield COLD, measure(peer.command, peer.finish)
    yield SAME, measure(peer.command, peer.finish)
    peer.write(peer.site, known, front, body + ADDED)
    yield EDITED, measure(peer.command, peer.finish)
    new = {**newest, "title": "A story that is new", "slug": "new-story", "date": newest["date"] + timedelta(minutes=1)}
    made = peer.write(peer.site, known, new, body)
    yield NEW, measure(peer.command, peer.finish)
    made.unlink()
    peer.write(peer.site, known, front, body)


def compare(posts: int, asked: argparse.Namespace) -> dict[str, dict[str, Run]]:
    """Build one size; give the medians by build and builder."""
    folder = asked.folder / f"{posts}"
    content = make_content(folder, posts)
    made: list[Peer] = []
    for make in peers(folder, asked.folder / "tools", asked.project).values():
        made.append(make(made[0].output if made else Path()))
        made[-1].forget()
        measure(made[-1].command, made[-1].finish)  # makes the pictures, and says whether all is there
    tell_sizes(posts, {peer.name: size_of(peer.output) for peer in made})
    runs: dict[tuple[str, str], list[Run]] = defaultdict(list)
    for number in range(asked.rounds):
        for peer in made:
            for name, run in round_of(peer, content):
                runs[name, peer.name].append(run)
            print(f"{posts:,}: round {number + 1}, {peer.name}", file=sys.stderr, flush=True)
    return {name: {peer.name: median_of(runs[name, peer.name]) for peer in made} for name in (COLD, SAME, EDITED, NEW)}


def tell_sizes(posts: int, sizes: dict[str, Size]) -> None:
    """Print what each made, and whether the addresses are the same."""
    print(f"\n| {posts:,} stories | HTML files | of MB | all files | of MB |\n| :--- | ---: | ---: | ---: | ---: |")
    for name, size in sizes.items():
        print(
            f"| {name} | {len(size.addresses):,} | {size.html / 1e6:.1f} | {size.files:,} | {size.octets / 1e6:.1f} |"
        )
    first, *others = sizes.items()
    for name, size in others:
        unequal = sorted(first[1].addresses ^ size.addresses)
        if unequal:
            print(f"\n{name} and {first[0]} differ in {len(unequal)} addresses: {', '.join(unequal[:UNEQUAL])}")


def tell_runs(posts: int, runs: dict[str, dict[str, Run]]) -> None:
    """Print what each build took, and the part of Hugo's."""
    print(f"\n| {posts:,} stories | | CPU s | wall s | MB | of Hugo's CPU | wall | memory |")
    print("| :--- | :--- | ---: | ---: | ---: | ---: | ---: | ---: |")
    for build, by_peer in runs.items():
        for name, run in by_peer.items():
            hugo = by_peer["Hugo"]
            parts = (run.cpu / hugo.cpu, run.wall / hugo.wall, run.megabytes / hugo.megabytes)
            shares = " | ".join(f"{part:.2f}" if part >= 0.1 else f"{part:.3f}" for part in parts)  # noqa: PLR2004  # two digits
            print(f"| {build} | {name} | {run.cpu:.2f} | {run.wall:.2f} | {run.megabytes:.0f} | {shares} |")
    sys.stdout.flush()


def panels(runs: dict[int, dict[str, dict[str, Run]]]) -> Iterator[Panel]:
    """Give a panel for each measure of the largest size, and one that shows how a cold build grows."""
    posts = max(runs)
    for title, name in MEASURES:
        builds = runs[posts].items()
        groups = [Group(build, {peer: getattr(run, name) for peer, run in by.items()}) for build, by in builds]
        yield Panel(f"{title}: {posts:,} stories", groups)
    if len(runs) > 1:
        groups = [
            Group(f"{each:,} stories", {peer: run.cpu for peer, run in by[COLD].items()}) for each, by in runs.items()
        ]
        yield Panel("CPU of a cold build, seconds", groups)


def main() -> None:
    """Measure every size that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("posts", help="how many stories; several sizes with commas: 500,2000,10000")
    parser.add_argument("--rounds", type=int, default=3, help="how often each builds in turn; medians are told")
    parser.add_argument("--folder", type=Path, default=SCRATCH, help="where all is made; in memory disks do not matter")
    parser.add_argument("--project", type=Path, default=ROOT, help="another working copy of this project")
    asked = parser.parse_args()
    asked.folder, asked.project = asked.folder.resolve(), asked.project.resolve()
    runs: dict[int, dict[str, dict[str, Run]]] = {}
    for posts in map(int, asked.posts.split(",")):
        runs[posts] = compare(posts, asked)
        tell_runs(posts, runs[posts])
    drawn: list[Any] = list(panels(runs))
    path = asked.folder / "build.svg"
    path.write_text(chart("One newspaper, four builders", drawn), encoding="utf-8")
    print(f"\n{path}")


if __name__ == "__main__":
    main()
