"""Related stories and tags on public sites, beside shared tags; then speed and memory: `related.py 10000`."""

import argparse
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from math import log2
from pathlib import Path
from statistics import fmean

import numpy as np

from linked_sites import SITES, Piece, linked_pairs, read_site

sys.path.insert(0, str(Path(__file__).parents[1] / "plugins"))

from related_articles.matches import asking_of, found_of
from related_articles.memory import compare, recall, remember
from related_articles.tag_suggestions import Adviser
from related_articles.vectors import Story

SHOWN, RANKED = 5, 10
NEWEST = 300
"""Articles whose tags are hidden from the suggestions."""

Ranking = list[list[int]]
"""For each article the others, the best first."""


def main() -> None:
    """Print the tables."""
    options = arguments()
    sites = {name: read_site(site, repository(name, options.sites)) for name, site in SITES.items()}
    if options.alone:
        measure(sites, options.posts)
        return
    print_recall(sites)
    print_tags(sites)
    print("\n| articles | cold, CPU s | one new, CPU s | peak of memory, GB | kept, MB |")
    print("| ---: | ---: | ---: | ---: | ---: |")
    for posts in (options.posts // 10, options.posts):
        command = [sys.executable, __file__, str(posts), "--alone", "--sites", str(options.sites)]
        print(subprocess.run(command, capture_output=True, text=True, check=True).stdout, end="", flush=True)


def arguments() -> argparse.Namespace:
    """Give what the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("posts", nargs="?", type=int, default=10_000)
    parser.add_argument("--sites", type=Path, default=Path(__file__).parents[1] / "scratch" / "sites")
    parser.add_argument("--alone", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


def repository(name: str, folder: Path) -> Path:
    """Give a site's repository, cloned where it is not there yet."""
    place = folder / name
    if not place.exists():
        address = f"https://github.com/{SITES[name].repository}"
        subprocess.run(["git", "clone", "--quiet", "--bare", "--depth", "1", address, str(place)], check=True)
    return place


def stories(pieces: Sequence[Piece], hidden: int = 0) -> tuple[list[int], list[Story]]:
    """Give the articles in the order of their dates, and their places; the newest `hidden` ones without tags."""
    order = sorted(range(len(pieces)), key=lambda place: (pieces[place].day, place))
    bare = set(order[len(order) - hidden :])
    return order, [
        Story(f"{place:07}", one.day, one.title, one.summary, one.body.replace("<", "&lt;"),
              () if place in bare else one.tags, one.authors, "en")
        for place in order for one in [pieces[place]]
    ]  # fmt: skip


def by_likeness(pieces: Sequence[Piece]) -> Ranking:
    """Give our order."""
    order, told = stories(pieces)
    matches = compare(told).matches
    ranking: Ranking = [[] for _ in pieces]
    for asking, found in zip(asking_of(matches).tolist(), found_of(matches).tolist(), strict=True):
        ranking[order[asking]].append(order[found])
    return ranking


def by_shared_tags(pieces: Sequence[Piece]) -> Ranking:
    """Give the order of the plugins for Hugo, Jekyll and Pelican: the number of shared tags, then the newest."""
    having: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(pieces):
        for tag in one.tags:
            having[tag].append(place)
    ranking = []
    for place, one in enumerate(pieces):
        shared = Counter(other for tag in one.tags for other in having[tag] if other != place)
        ranking.append(sorted(shared, key=lambda other: (-shared[other], -pieces[other].day, other))[:RANKED])
    return ranking


def recall_of(ranking: Ranking, pairs: dict[int, set[int]]) -> float:
    """Give the share of an article's held-out links among its first five, on average."""
    return fmean(len(true & set(ranking[place][:SHOWN])) / len(true) for place, true in pairs.items())


def gain_of(ranking: Ranking, pairs: dict[int, set[int]]) -> float:
    """Give nDCG@10."""

    def gain(places: Sequence[int]) -> float:
        return sum(1 / log2(place + 2) for place in places)

    return fmean(
        gain([n for n, other in enumerate(ranking[place][:RANKED]) if other in true])
        / gain(range(min(RANKED, len(true))))
        for place, true in pairs.items()
    )


def print_recall(sites: dict[str, list[Piece]]) -> None:
    """Print how many held-out links are found again."""
    print("| site | articles | links | recall@5 | shared tags | ratio | nDCG@10 | shared tags |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    sums: dict[Callable[[Sequence[Piece]], Ranking], list[tuple[float, float]]] = defaultdict(list)
    for name, pieces in sites.items():
        pairs = linked_pairs(pieces)
        tagged = any(one.tags for one in pieces)
        for way in (by_likeness, by_shared_tags)[: 1 + tagged]:
            ranking = way(pieces)
            sums[way].append((recall_of(ranking, pairs), gain_of(ranking, pairs)))
        links = sum(map(len, pairs.values())) // 2
        row = row_of(sums[by_likeness][-1], sums[by_shared_tags][-1] if tagged else None)
        print(f"| {name} | {len(pieces)} | {links} | {row}", flush=True)
    means = [tuple(map(fmean, zip(*sums[way], strict=True))) for way in (by_likeness, by_shared_tags)]
    print(f"| mean | | | {row_of(*means)}")


def row_of(ours: Sequence[float], theirs: Sequence[float] | None) -> str:
    """Give the end of a table's row."""
    if not theirs:
        return f"{ours[0]:.3f} | no tags | | {ours[1]:.3f} | |"
    return f"{ours[0]:.3f} | {theirs[0]:.3f} | {ours[0] / theirs[0]:.1f} | {ours[1]:.3f} | {theirs[1]:.3f} |"


def print_tags(sites: dict[str, list[Piece]]) -> None:
    """Print how many of the hidden tags of the newest articles are suggested, from older articles alone."""
    print("\n| site | tags | suggested of five | precision | recall |\n| --- | ---: | ---: | ---: | ---: |")
    for name, pieces in sites.items():
        tagged = [one for one in pieces if one.tags]
        if not tagged:
            continue
        hidden = min(NEWEST, len(tagged) // 4)
        order, told = stories(tagged, hidden)
        rows = range(len(told) - hidden, len(told))
        tags = [[tag.replace("-", " ") for tag in story.tags] for story in told]
        adviser = Adviser(compare(told).space, tags, np.array(rows))
        precision, found, given = [], [], []
        for row in rows:
            advice = {suggestion.tag.replace(" ", "-") for suggestion in adviser.suggest(row, "en")}
            true = set(tagged[order[row]].tags)
            given.append(len(advice))
            precision.append(len(advice & true) / max(1, len(advice)))
            found.append(len(advice & true) / len(true))
        known = len({tag for listed in tags for tag in listed})
        print(f"| {name} | {known} | {fmean(given):.1f} | {fmean(precision):.3f} | {fmean(found):.3f} |", flush=True)


def measure(sites: dict[str, list[Piece]], posts: int) -> None:
    """Print the time and memory that as many made-up articles take, of 400 words spliced from those of the sites."""
    told = spliced([one for pieces in sites.values() for one in pieces], posts)
    sites.clear()
    begun = time.process_time()
    likeness = compare(told)
    cold, memory = time.process_time() - begun, peak()
    with tempfile.TemporaryDirectory() as name:
        remember(likeness, Path(name))
        size = sum(path.stat().st_size for path in Path(name).iterdir()) / 1e6
        begun = time.process_time()
        compare([*told, replace(told[0], address="~", day=told[-1].day)], recall(Path(name)))
        warm = time.process_time() - begun
    print(f"| {posts} | {cold:.1f} | {warm:.2f} | {memory:.2f} | {size:.0f} |")


def spliced(pieces: Sequence[Piece], posts: int) -> list[Story]:
    """Give made-up articles; half of each is of one article, the rest of two others."""
    rnd = random.Random(7)  # noqa: S311  # the same articles each time
    texts = [one.body.split() for one in pieces]
    made = []
    for number in range(posts):
        source = rnd.randrange(len(pieces))
        words: list[str] = []
        for text in (texts[source], texts[source], rnd.choice(texts), rnd.choice(texts)):
            first = rnd.randrange(max(1, len(text) - 100))
            words += text[first : first + 100]
        one = pieces[source]
        day, body = 730_000 + number * 4000 // posts, " ".join(words)
        made.append(Story(f"{number:07}", day, one.title, "", body, one.tags[:5], one.authors[:1], "en"))
    return made


def peak() -> float:
    """Give the most memory that this process had, in GB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


if __name__ == "__main__":
    main()
