"""By which guids readers of the old site's feeds know its stories, kept through migration and build."""

import subprocess
import sys
from pathlib import Path

import feedparser
import frontmatter
import pytest

from built_sites import ROOT, write
from tiny_exports import item, migrated

OLD = "http://www.gull.example/?p=2"
FOREIGN = "tag:blogger.example,2004:blog-7.post-9"
TYPED = "https://gull.example/?post_type=story&#038;p=4"


def guid(text: str) -> tuple[str, str]:
    return "publish", f'<guid isPermaLink="false">{text}</guid>'


def extra(folder: Path, slug: str) -> object:
    return frontmatter.load(folder / f"content/articles/2023/10/{slug}.md").metadata.get("extra")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("https://gull.example/?p=1", None),
        (" https://gull.example/?p=1\n", None),
        ("", None),
        ("http://gull.example/?p=1", {"guid": "http://gull.example/?p=1"}),
        ("https://gull.example/?p=11", {"guid": "https://gull.example/?p=11"}),
        (FOREIGN, {"guid": FOREIGN}),
        ("https://gull.example/?post_type=story&amp;#038;p=1", {"guid": "https://gull.example/?post_type=story&p=1"}),
        ("x" * 256, None),
        ("a&#133;b", None),
    ],
)
def test_front_matter(text: str, kept: object, tmp_path: Path) -> None:
    """A guid stands in the front matter only where it is not the one that the build makes of the number."""
    migrated(tmp_path, item(1, "tide", inside=guid(text)))

    assert kept == extra(tmp_path, "tide")


def test_never_in_feeds(tmp_path: Path) -> None:
    """A draft and a page were in no feed: nobody knows their guid."""
    page = item(2, "about", inside=guid(OLD)).replace(">post<", ">page<")
    migrated(tmp_path, item(1, "tide", inside=("draft", f"<guid>{OLD}</guid>")), page)

    files = list((tmp_path / "content").rglob("*.md"))
    assert 2 == len(files)
    assert not [file for file in files if "guid" in file.read_text(encoding="utf-8")]


def test_feeds_of_the_new_site(tmp_path: Path) -> None:
    """Each feed of the migrated site names each story as the export does, to the letter."""
    guids = ["https://gull.example/?p=1", OLD, FOREIGN, TYPED]
    items = [item(number, f"tide-{number}", inside=guid(text)) for number, text in enumerate(guids, 1)]
    migrated(tmp_path, *items)
    kinds = ("article", "page", "category", "tag", "author", "period_archives")
    write(tmp_path / "theme/templates", {f"{kind}.html": "" for kind in kinds})
    done = subprocess.run(
        [sys.executable, "-m", "pelican", str(tmp_path / "content"), "-s", str(ROOT / "pelicanconf.py"),
         "-o", str(tmp_path / "output"), "--fatal", "errors", "-e", f'THEME="{tmp_path / "theme"}"',
         "DIRECT_TEMPLATES=[]"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr

    exported = feedparser.parse((tmp_path / "export.xml").read_bytes())
    expected = {entry.title: entry.id for entry in exported.entries}
    assert 4 == len(expected)
    for form in ("feed/index.xml", "feed/atom/index.xml"):
        feed = feedparser.parse((tmp_path / "output" / form).read_bytes())
        assert expected == {entry.title: entry.id for entry in feed.entries}, form
