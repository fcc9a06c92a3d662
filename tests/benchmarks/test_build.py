"""The benchmark of builds: what it tells other generators, what it forgets between builds, what it draws."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from build import size_of
from build_charts import Group, Panel, chart
from build_hugo import in_words, story_path
from build_newsroom import write_export
from build_peers import Peer, write_article
from build_runs import Command, measure
from build_shared import captioned, sections

CATEGORIES = "news:\n  name: News\nharbour:\n  name: Harbour\n  parent: news\n"
FRONT = {
    "title": "The ferry", "date": datetime(2024, 11, 16, 5, tzinfo=UTC), "slug": "ferry", "authors": ["Ada Quay"],
    "categories": ["News/Harbour"], "wordpress_id": 7, "review": "not for Hugo",
}  # fmt: skip


def test_longest_bar_is_the_largest_number_and_words_are_escaped() -> None:
    """Bars of one panel have one scale, whatever the group."""
    panel = Panel("CPU", [Group("a < b", {"ours": 5.0}), Group("c", {"ours": 10.0})])
    tree = LexborHTMLParser(chart("Q&A", [panel]))
    widths = [float(str(bar.attributes["width"])) for bar in tree.css("rect")]
    assert widths[1] == pytest.approx(2 * widths[0], abs=0.2)
    assert "a < b" in [text.text() for text in tree.css("text")]
    assert "<title>Q&amp;A</title>" in chart("Q&A", [panel])


def test_captions_become_titles() -> None:
    """Goldmark and markdown-it hand a picture's title to the theme; a line below it they do not know."""
    assert captioned("a\n\n![b](/c.jpg)\n*d*\n") == 'a\n\n![b](/c.jpg "d")\n'


def test_story_has_hugo_keys(tmp_path: Path) -> None:
    """A story is in its section and in those above it, at its own address."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "categories.yaml").write_text(CATEGORIES)
    given = in_words(FRONT, sections(tmp_path))
    assert (given["url"], given["main"], given["line"]) == ("/2024/11/ferry/", "harbour", ["news", "harbour"])
    assert given["categories"] == ["news", "harbour"]
    assert "review" not in given
    assert story_path(tmp_path, FRONT) == tmp_path / "content/2024/11/16/ferry.md"


def test_forgetting_keeps_pictures(tmp_path: Path) -> None:
    """A cold build has no state, but pictures that were made."""
    cache, output = tmp_path / "cache", tmp_path / "output"
    for folder in (output, cache / "fast_build", cache / "responsive_images"):
        folder.mkdir(parents=True)
    (cache / "state").touch()
    Peer("ours", tmp_path, output, Command((), tmp_path), (cache,), write_article).forget()
    assert [path.name for path in cache.iterdir()] == ["responsive_images"]
    assert not output.exists()


def test_new_site_takes_the_place_of_the_old(tmp_path: Path) -> None:
    """What the old site had and the new one has not is gone."""
    output, building = tmp_path / "output", tmp_path / "building"
    for folder, name in ((output, "old.html"), (building, "new.html")):
        folder.mkdir()
        (folder / name).write_text("12345")
    Peer("ours", tmp_path, output, Command((), tmp_path), (), write_article, building).finish()
    assert [path.name for path in tmp_path.iterdir()] == ["output"]
    assert size_of(output).addresses == {"new.html"}
    assert size_of(output).html == 5


def test_build_that_fails_says_why(tmp_path: Path) -> None:
    """The end of what it printed is told."""
    words = (sys.executable, "-c", "print('no theme'); raise SystemExit(3)")
    with pytest.raises(SystemExit, match="no theme"):
        measure(Command(words, tmp_path), lambda: None)


def test_same_number_is_the_same_export(tmp_path: Path) -> None:
    """What is compared can be made again."""
    for name in ("a", "b"):
        write_export(tmp_path / name, 20)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
