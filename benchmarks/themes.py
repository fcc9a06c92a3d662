"""Show one long story in other themes for Pelican and in ours; print what a phone loads, and Lighthouse's marks.

python benchmarks/themes.py [--themes FOLDER with flex/, attila/ and elegant/; else they are cloned into scratch/]
"""

import argparse
import functools
import gzip
import http.server
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import urlsplit

import frontmatter

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "plugins"), str(ROOT / "tests")]

from markdown_articles.rendering import render  # noqa: E402  # found only now
from npm_tools import lighthouse  # noqa: E402
from readers import QuietServer  # noqa: E402

STORY = ROOT / "content/articles/2024/11/night-tram-returns.md"
UPLOADS = "wp-content/uploads/2024/11"
PICTURES = ("harbour-tram.jpg", "tarpaulin.jpg")
ADDRESS = "/2024/11/night-tram-returns/"
PEERS = {
    "flex": "https://github.com/alexandrevicenzi/Flex",
    "attila": "https://github.com/arulrajnet/attila",
    "elegant": "https://github.com/Pelican-Elegant/elegant",
}
RUNS = 3
TEXTS = {".html", ".css", ".js", ".svg", ".json", ".xml", ".txt", ".webmanifest"}
SETTINGS = """
PATH, THEME = {content!r}, {theme!r}
SITENAME, SITEURL, TIMEZONE, DEFAULT_LANG = "The Tidewick Courier", "", "UTC", "en"
ARTICLE_URL = "{{date:%Y}}/{{date:%m}}/{{slug}}/"
ARTICLE_SAVE_AS = ARTICLE_URL + "index.html"
STATIC_PATHS, DIRECT_TEMPLATES = ["wp-content"], ["index", "archives", "categories", "tags", "authors"]
TAGS_URL, CATEGORIES_URL, AUTHORS_URL, ARCHIVES_URL = "tags.html", "categories.html", "authors.html", "archives.html"
PLUGINS = []
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
JINJA_ENVIRONMENT = {{"extensions": ["jinja2.ext.i18n"]}}
JINJA_GLOBALS = {{"gettext": lambda text, **fields: text % fields if fields else text}}
"""
"""A site's settings: where it is, and nothing that a theme does not need. Flex asks for gettext; it stays English."""


class GzipHost(QuietServer):
    """Serves a built site, its texts compressed, without a policy: a theme may ask for whatever it wants."""

    protocol_version = "HTTP/1.1"
    extensions_map = http.server.SimpleHTTPRequestHandler.extensions_map | {
        ".avif": "image/avif",
        ".webp": "image/webp",
        ".webmanifest": "application/manifest+json",
    }

    def do_GET(self) -> None:  # noqa: N802  # the base class's name
        """Send a file."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        octets = path.read_bytes() if path.is_file() else b""
        self.send_response(200 if path.is_file() else 404)
        if path.suffix in TEXTS and octets:
            octets = gzip.compress(octets, 9, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Length", str(len(octets)))
        self.send_header("Cache-Control", "public, max-age=600")
        self.end_headers()
        self.wfile.write(octets)


@contextmanager
def hosted(folder: Path) -> Iterator[str]:
    """Serve a site on this machine while the block runs; give its address."""
    serve = functools.partial(GzipHost, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), serve) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@dataclass(frozen=True, slots=True)
class Measurement:
    """What a phone made of the story in one theme; medians of the runs."""

    requests: int
    """How many files it asked the site's own host for."""
    octets: int
    """Bytes that came from the site's own host, with the heads of the answers."""
    elsewhere: list[str]
    """Other hosts that it asked."""
    marks: list[int]
    """Lighthouse's: performance, accessibility, good practice, findability."""
    paint: float
    """Milliseconds until the largest paint."""
    shift: float
    """Cumulative layout shift."""


def write_plainly(content: Path) -> None:
    """Write the story as HTML that Pelican reads by itself, each picture as it was uploaded.

    Its second picture is loaded late, as our Markdown asks it to be: the other themes have this of us.
    """
    story = frontmatter.loads(STORY.read_text(encoding="utf-8"))
    named = {"date": story["date"], "summary": story["summary"], "slug": STORY.stem, "category": "Harbour",
             "author": "Nora Whitlow", "tags": "Night tram, Transport"}  # fmt: skip
    lines = [f'<meta name="{name}" content="{escape(str(text))}">' for name, text in named.items()]
    lead = f'<p><img src="{story["image"]}" alt="{escape(str(story["image_alt"]))}"></p>'
    head = f"<title>{escape(str(story['title']))}</title>{''.join(lines)}"
    (content / "story.html").write_text(
        f"<html><head>{head}</head><body>{lead}{render(story.content)}</body></html>", encoding="utf-8"
    )


def write_content(folder: Path) -> tuple[Path, Path]:
    """Write the content folders of the other themes and of ours: one story, and its pictures."""
    plain, ours = folder / "plain", folder / "ours"
    for content in (plain, ours):
        (content / UPLOADS).mkdir(parents=True)
        for name in PICTURES:
            shutil.copy(ROOT / "content" / UPLOADS / name, content / UPLOADS)
    write_plainly(plain)
    (ours / "articles").mkdir()
    shutil.copy(STORY, ours / "articles")
    (ours / "data").mkdir()
    shutil.copy(ROOT / "content/data/site.yaml", ours / "data")
    return plain, ours


def themes(folder: Path | None) -> dict[str, Path]:
    """Give where the other themes are; clone those that are not there.

    Raises SystemExit where one cannot be cloned.
    """
    place = folder or ROOT / "scratch" / "themes"
    for name, address in PEERS.items():
        if folder is None and not (place / name).is_dir():
            command = ["git", "clone", "--quiet", "--depth", "1", address, str(place / name)]
            if subprocess.run(command, check=False).returncode:
                raise SystemExit(f"{address} could not be cloned: name a folder that holds {name}/ by --themes.")
    return {name: place / name for name in PEERS}


def build(content: Path, settings: Path, output: Path, **variables: str) -> Path:
    """Build a site; give where it is.

    Raises CalledProcessError where Pelican fails.
    """
    options = ["--settings", str(settings), "--output", str(output), "--quiet"]
    command = [sys.executable, "-m", "pelican", str(content), *options]
    subprocess.run(command, check=True, cwd=ROOT, env=os.environ | variables, stdout=subprocess.DEVNULL)
    return output


def sites(folder: Path, places: dict[str, Path]) -> Iterator[tuple[str, Path]]:
    """Build the story in each theme, ours last; give the theme's name and the site."""
    plain, ours = write_content(folder)
    for name, theme in places.items():
        settings = folder / f"{name}.py"
        settings.write_text(SETTINGS.format(content=str(plain), theme=str(theme)), encoding="utf-8")
        yield name, build(plain, settings, folder / "sites" / name)
    yield "ours", build(ours, ROOT / "pelicanconf.py", folder / "sites" / "ours", PRODUCTION="true")


def measure(site: Path) -> Measurement:
    """Look at the story several times, as the phone that Lighthouse imitates: 412 pixels wide."""
    with hosted(site) as address:
        reports = [lighthouse(address + ADDRESS) for _ in range(RUNS)]
    asked = [each["audits"]["network-requests"]["details"]["items"] for each in reports]
    own = [[one for one in items if one["url"].startswith(address)] for items in asked]
    hosts = {urlsplit(one["url"]).netloc for items in asked for one in items} - {urlsplit(address).netloc, ""}
    names = reports[0]["categories"]
    return Measurement(
        int(median(map(len, own))),
        int(median(sum(one["transferSize"] for one in items) for items in own)),
        sorted(hosts),
        [round(100 * median(each["categories"][name]["score"] for each in reports)) for name in names],
        figure(reports, "largest-contentful-paint"),
        figure(reports, "cumulative-layout-shift"),
    )


def figure(reports: list[dict[str, Any]], name: str) -> float:
    """Give the median of a number that the reports tell."""
    return float(median(each["audits"][name]["numericValue"] for each in reports))


def main() -> None:
    """Build, measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("posts", nargs="?", help="not looked at: `./inv benchmark` gives it to each benchmark")
    parser.add_argument("--themes", type=Path, help="a folder with the other themes, where GitHub cannot be reached")
    places = themes(parser.parse_args().themes)
    print("| theme | requests | bytes | other hosts | Lighthouse: fast, accessible, practice, found | paint | shift |")
    print("| :--- | ---: | ---: | :--- | :--- | ---: | ---: |")
    with tempfile.TemporaryDirectory() as name:
        for theme, site in sites(Path(name), places):
            seen = measure(site)
            hosts, marks = ", ".join(seen.elsewhere) or "none", ", ".join(map(str, seen.marks))
            print(
                f"| {theme} | {seen.requests} | {seen.octets:,} | {hosts} | {marks} "
                f"| {seen.paint:,.0f} ms | {seen.shift:.3f} |",
                flush=True,
            )


if __name__ == "__main__":
    main()
