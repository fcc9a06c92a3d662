"""Convert the same bodies with our writer and its peers, in one process, and print the time of each beside the rest."""

import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from html_to_markdown import convert
from markdownify import markdownify

import newsroom
from markdown_articles.round_trip import convert_checked
from markdown_articles.writer import to_markdown
from wordpress_export.body import Library, clean_body
from wordpress_export.model import Article
from wordpress_export.sources import wxr

ROOT = Path(__file__).parent.parent
UNIT = ROOT.parent / "shared" / "samples" / "unit" / "export.xml"
"""The sample of the project's own machines; absent elsewhere."""
PASSES = 3
"""How often each converter goes through all bodies; the fastest counts, since other work only ever slows one down."""
PLAIN = "markdownify"


@dataclass(frozen=True, slots=True)
class Corpus:
    """Bodies of one origin."""

    name: str
    """What they are."""
    articles: tuple[Article, ...]
    """As the export holds them."""
    library: Library
    """What the articles of the export know of each other."""
    bodies: tuple[str, ...]
    """Their cleaned HTML, which all converters get."""


def corpus(name: str, export: Path) -> Corpus:
    """Read an export and clean its bodies; those without a word are left out."""
    site = wxr.read(export)
    library = Library.of(site)
    articles = tuple(article for article in site.read_articles() if article.body.strip())
    return Corpus(name, articles, library, tuple(clean_body(article, library).html for article in articles))


def corpora(posts: int) -> Iterable[Corpus]:
    """Give what is there to convert: made-up stories, the exports of the repository, the unit sample."""
    with tempfile.TemporaryDirectory() as folder:
        newsroom.write(made_up := Path(folder) / "export.xml", posts)
        yield corpus("made-up stories", made_up)
    for export in sorted((ROOT / "exports").glob("*.xml")):
        yield corpus(export.stem, export)
    if UNIT.exists():
        yield corpus("unit sample", UNIT)


def seconds(run: Callable[[], object]) -> float:
    """Give the processor time of the fastest of some passes."""
    times = []
    for _ in range(PASSES):
        begun = time.process_time()
        run()
        times.append(time.process_time() - begun)
    return min(times)


def each(convert_one: Callable[[str], object], bodies: Iterable[str]) -> None:
    """Convert all bodies."""
    for body in bodies:
        convert_one(body)


def clean_and_convert(chosen: Corpus) -> None:
    """Take all bodies the whole way, from what WordPress stores to proved Markdown."""
    for article in chosen.articles:
        convert_checked(clean_body(article, chosen.library).html)


def measure(chosen: Corpus) -> None:
    """Print a table of one corpus."""
    converters: dict[str, Callable[[str], object]] = {
        PLAIN: markdownify,
        "markdownify with lxml": partial(markdownify, bs4_options="lxml"),
        "html-to-markdown (Rust)": convert,
        "ours, without the proof": to_markdown,
        "ours, with the proof": convert_checked,
    }
    times = {name: seconds(partial(each, one, chosen.bodies)) for name, one in converters.items()}
    times["ours, with cleaning and proof"] = seconds(partial(clean_and_convert, chosen))
    count = len(chosen.bodies)
    print(f"\n{chosen.name}: {count:,} bodies of {sum(map(len, chosen.bodies)) / count:,.0f} characters")
    for name, took in times.items():
        print(f"{name:<32}{took / count * 1000:8.3f} ms{count / took:10,.0f} posts/s{times[PLAIN] / took:8.2f} ×")


if __name__ == "__main__":
    for one in corpora(int(sys.argv[1]) if len(sys.argv) > 1 else 300):
        measure(one)
