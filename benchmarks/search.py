"""Index made-up archives of 1,000, 10,000 and 50,000 stories over twenty years; search them in Chromium.

python benchmarks/search.py [STORIES ...]
"""

import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from html import escape
from itertools import accumulate
from pathlib import Path
from random import Random

from playwright.sync_api import Page, Response, sync_playwright

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "plugins"), str(ROOT / "tests")]

from built_sites import build, write  # noqa: E402  # found only now
from npm_tools import chromium  # noqa: E402
from site_search.entries import Entry  # noqa: E402
from site_search.kept_volumes import Store  # noqa: E402
from site_search.publication import publish  # noqa: E402
from site_search.volumes import Volume, bound  # noqa: E402
from web_host import hosted  # noqa: E402

SIZES = (1_000, 10_000, 50_000)
YEARS = 20
VOCABULARY, LENGTH = 34_000, 480
"""Words of the language, and of a story; as in the archive of a real site."""
QUERIES = ("rare", "usual", "common")
RANKS, LONG = (20_000, 1_000, 10), 9
"""How many words are said oftener than those that are asked for; a short one would be the beginning of others."""
PAUSE = 400
"""Milliseconds before an answer is taken for whole."""


@dataclass(frozen=True, slots=True)
class Story:
    """Stands for an article of Pelican's."""

    title: str
    """Its headline."""
    _content: str
    """Its body."""


@dataclass(frozen=True, slots=True)
class Language:
    """Words, of which few are said often."""

    words: tuple[str, ...]
    """The commonest first."""
    weights: tuple[float, ...]
    """How often each is said, added up."""

    def said(self, random: Random, count: int) -> str:
        """Give so many words."""
        return " ".join(random.choices(self.words, cum_weights=self.weights, k=count))


def language(random: Random) -> Language:
    """Make a language; its words are as frequent as those of any."""
    syllables = [a + b + c for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "ei", "ou") for c in "lnrst"]
    words: dict[str, None] = {}
    while len(words) < VOCABULARY:
        words["".join(random.choices(syllables, k=random.choice((1, 2, 2, 3))))] = None
    return Language(tuple(words), tuple(accumulate(1 / (rank + 2) for rank in range(VOCABULARY))))


def entries(count: int, tongue: Language) -> Iterator[Entry]:
    """Make the stories, the same for the same number."""
    random = Random(count)  # noqa: S311  # repeatable, not secret
    first, apart = datetime(2005, 1, 1, tzinfo=UTC), timedelta(days=365.25 * YEARS) / count
    for number in range(count):
        date = first + number * apart
        paragraphs = (f"<p>{tongue.said(random, LENGTH // 8)}</p>" for _ in range(8))
        yield Entry(
            Story(escape(tongue.said(random, 7).capitalize()), "".join(paragraphs)),
            f"/{date:%Y/%m}/story-{number}/", "en", date.year, f"{date:%Y-%m-%d}", int(date.timestamp()),
            (f"Section {random.randrange(20)}",), (f"Writer {random.randrange(200)}",),
            random.choice(("news", "news", "opinion", "video")),
        )  # fmt: skip


def site(folder: Path) -> Path:
    """Build a site of one story, whose page of search will be asked."""
    write(folder / "content", {"articles/a.md": "---\ntitle: A\ndate: 2024-11-01\n---\nA.\n"})
    return build(folder / "content", folder / "output", "PRODUCTION=true").output


def teach(output: Path, volumes: list[Volume]) -> None:
    """Tell the page of search of these volumes."""
    page = output / "search/index.html"
    for path in page.parent.glob("*.html.*"):
        path.unlink()
    told = " ".join(f"{each.name if place else ''}:en" for place, each in enumerate(volumes))
    before, _, after = page.read_text(encoding="utf-8").partition("data-volumes=")
    after = after.partition(" ")[2] if not after.startswith('"') else after[1:].partition('"')[2]
    page.write_text(f'{before}data-volumes="{told}" {after}', encoding="utf-8")


def timed(what: str, volumes: list[Volume], store: Store, place: Path) -> None:
    """Index, and print what it cost."""
    before, begun = _processor(), time.perf_counter()
    publish(volumes, "en", store, place)
    print(f"  {what}: {_processor() - before:.1f} s of processor, {time.perf_counter() - begun:.1f} s")


def _processor() -> float:
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


def measure(count: int, folder: Path) -> None:
    """Print what one archive costs."""
    random = Random(0)  # noqa: S311  # repeatable, not secret
    tongue = language(random)
    output = site(folder)
    volumes = bound(entries(count, tongue), "en")
    place, store = output / "pagefind", Store(folder / "store")
    print(f"{count:,} stories in {len(volumes)} volumes")
    timed("all", volumes, store, place)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    print(f"  memory of the indexer {peak / 1024:.0f} MB")
    timed("nothing changed", volumes, store, place)
    newest = volumes[0]
    changed = replace(newest.entries[0], story=Story("Another headline", "<p>Another text.</p>"))
    timed("one story changed", [replace(newest, entries=(changed, *newest.entries[1:])), *volumes[1:]], store, place)
    sizes = [path.stat().st_size for path in place.rglob("*") if path.is_file()]
    print(f"  {len(sizes):,} files, {sum(sizes) / 1e6:.0f} MB")
    teach(output, volumes)
    words = [next(word for word in tongue.words[rank:] if len(word) >= LONG) for rank in RANKS]
    with hosted(output) as address:
        ask(address, dict(zip(QUERIES, words, strict=True)))


def ask(address: str, queries: dict[str, str]) -> None:
    """Ask each query of a fresh browser; then, of that browser, the others, and for the newest first."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"])
        for name, word in queries.items():
            page = browser.new_context(bypass_csp=True).new_page()  # what is waited for is a script of ours
            weights = weighed(page)
            page.goto(f"{address}/search/", wait_until="networkidle")
            for stage, query in (
                (f"first, {name}", word),
                *((f"then, {n}", w) for n, w in queries.items() if n != name),
            ):
                print("  " + answered(page, (stage, query), weights))
            page.locator(".narrow summary").click()
            begun = time.perf_counter()
            page.evaluate("document.querySelector('.found').textContent = ''")
            page.locator("[name=order]").select_option("newest")
            page.wait_for_function("document.querySelector('.found').textContent.match(/\\d/)", timeout=120_000)
            print(f"  then, newest first: {(time.perf_counter() - begun) * 1000:.0f} ms")
        browser.close()


def weighed(page: Page) -> Counter[str]:
    """Count the bytes that come through the line, workers' too, and the requests."""
    weights: Counter[str] = Counter()

    def answered(response: Response) -> None:
        weights["bytes"] += int(response.headers.get("content-length", 0))
        weights["requests"] += 1

    page.context.on("response", answered)
    return weights


def answered(page: Page, asked: tuple[str, str], weights: Counter[str]) -> str:
    """Ask, and tell how long it took and what it weighed."""
    stage, query = asked
    before, begun = Counter(weights), time.perf_counter()
    page.evaluate("document.querySelector('.found').textContent = ''")
    page.locator("#q").fill(query)
    page.locator("#q").press("Enter")
    page.wait_for_function("document.querySelector('.found').textContent.match(/\\d|No story/)", timeout=120_000)
    spent = (time.perf_counter() - begun) * 1000
    found = page.locator(".found").inner_text()
    page.wait_for_timeout(PAUSE)
    weight = weights - before
    return f"{stage} ({found}): {spent:.0f} ms, {weight['requests']} requests, {weight['bytes'] / 1000:.0f} KB"


def main(sizes: list[str]) -> None:
    """Measure; several sizes each in a process of its own, or the peak of one would be that of all."""
    if len(sizes) == 1:
        with tempfile.TemporaryDirectory() as scratch:
            measure(int(sizes[0]), Path(scratch))
        return
    for size in sizes or map(str, SIZES):
        subprocess.run([sys.executable, __file__, size], check=True)


if __name__ == "__main__":
    main(sys.argv[1:])
