"""Live articles in a whole site."""

import subprocess
import sys
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from built_sites import ROOT, write

HEAD = "---\ntitle: Storm\ndate: 2024-11-23T06:40:00+01:00\nkind: {}\n---\n"
LIVE = HEAD.format("Live") + (
    "See the [map]({filename}/pages/map.md).[^1]\n\n## 07:30 &lt;/script>&lt;b>\n\n"
    "The [map]({filename}/pages/map.md).\n\n## 07:00\n\nMorning.\n\n[^1]: By hand.\n"
)
TEMPLATE = (
    "{{ article.live_introduction }}{% for each in article.live_updates %}"
    '<section id="{{ each.id }}" data-at="{{ each.moment.isoformat() }}"><h1>{{ each.headline|e }}</h1>{{ each.html }}'
    "</section>{% endfor %}<footer>{{ article.live_notes }}</footer><main>{{ article.content }}</main>"
)
FILES = {
    "content/articles/storm.md": LIVE,
    "content/articles/calm.md": HEAD.format("news") + "## 07:30 No entry\n\nCalm.\n",
    "content/articles/silent.md": HEAD.format("live") + "Nothing yet.\n",
    "content/articles/timeless.md": "---\ntitle: When?\nkind: live\n---\n## 07:30 Then\n\nThere.\n",
    "content/pages/map.md": "---\ntitle: Map\n---\nHere.\n",
    "theme/templates/article.html": TEMPLATE,
    **{f"theme/templates/{name}.html": "" for name in ("base", "page", "index", "category", "author", "tag", "archives",
                                                       "authors", "categories", "tags", "period_archives")},
    "pelicanconf.py": f"PATH = 'content'\nSITEURL = ''\nTIMEZONE = 'UTC'\nTHEME = 'theme'\n"
                      f"PLUGIN_PATHS = [{str(ROOT / 'plugins')!r}]\nPLUGINS = ['markdown_articles', 'live_coverage']\n"
                      "ARTICLE_PATHS = ['articles']\nPAGE_PATHS = ['pages']\nARTICLE_URL = '{slug}/'\n",
}  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A small site, and what its build said."""
    folder = tmp_path_factory.mktemp("live")
    write(folder, FILES)
    (folder / "theme/static").mkdir()
    built = subprocess.run(
        [sys.executable, "-m", "pelican", "content", "-s", "pelicanconf.py", "--fatal", "errors"],
        cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip
    said = built.stdout + built.stderr
    assert built.returncode == 0, said
    return folder / "output", said


def test_entries(site: tuple[Path, str]) -> None:
    """A live article has its entries, their text with Pelican's links led to where they lead."""
    page = LexborHTMLParser((site[0] / "storm/index.html").read_text(encoding="utf-8"))

    assert [("at-20241123-0730", "2024-11-23T07:30:00+01:00"), ("at-20241123-0700", "2024-11-23T07:00:00+01:00")] == [
        (node.attributes["id"], node.attributes["data-at"]) for node in page.css("section[data-at]")
    ]
    assert ["</script><b>", ""] == [node.text() for node in page.css("section > h1")]
    assert ["/map/"] * 4 == [node.attributes["href"] for node in page.css("a[href*=map]")]
    assert 1 == len(page.css("footer > section.footnotes"))


def test_body_stays_whole(site: tuple[Path, str]) -> None:
    """The body has all of it, and leads to its entries."""
    page = LexborHTMLParser((site[0] / "storm/index.html").read_text(encoding="utf-8"))

    assert ["at-20241123-0730", "at-20241123-0700"] == [node.attributes.get("id") for node in page.css("main > h2")]
    assert 1 == len(page.css("main > section.footnotes"))


@pytest.mark.parametrize("name", ["calm", "silent", "timeless"])
def test_no_entries(site: tuple[Path, str], name: str) -> None:
    """Another kind, nothing written yet, or no day: an ordinary article, and its body as it was."""
    page = LexborHTMLParser((site[0] / name / "index.html").read_text(encoding="utf-8"))

    assert [] == page.css("section, h2[id]")
    assert 1 == len(page.css("main > p"))


def test_no_day(site: tuple[Path, str]) -> None:
    """Whoever forgets the date of a live article is told so, once."""
    assert 1 == site[1].count("kind: live, and no date")
    assert "timeless.md" in site[1]
