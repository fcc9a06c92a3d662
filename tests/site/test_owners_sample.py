"""The owner's sample, the text of a page as copied from a browser, from the file to its page."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from commands import ROOT, build, migrate
from markdown_articles.front_matter import FrontMatter, parse

DUMP = ROOT / "exports" / "putin-visits-china.txt"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Migrate the one file, and build what came of it."""
    folder = tmp_path_factory.mktemp("owner")
    for done in (migrate(folder, DUMP), build(folder)):
        assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="module")
def article(site: Path) -> tuple[FrontMatter, str]:
    """Read the one article."""
    (file,) = site.joinpath("content").rglob("*.md")
    return parse(file.read_text(encoding="utf-8"), file.name)


@pytest.fixture(scope="module")
def notes(site: Path) -> dict[str, str]:
    """Read what the report says of it."""
    line = site.joinpath("content", "migration", "items.jsonl").read_text(encoding="utf-8")
    return {note["kind"]: note["detail"] for note in json.loads(line)["notes"]}


def test_front_matter(article: tuple[FrontMatter, str]) -> None:
    """Title, byline, caption, dek and related titles are where editors look for them."""
    front, _ = article

    assert front.title == "Putin’s Visit to China Aimed at Strengthening Boundless Collaboration with Xi"
    assert front.authors == ("Tiffany Hudson",)
    assert front.image_caption == "Vladimir Putin is scheduled to have a meeting with Xi Jinping"
    assert front.summary.startswith("Russian President Vladimir Putin is scheduled to have a meeting")
    assert front.related == (
        "Israel’s Resolve: A Nation at War",
        "Microsoft’s Warning: China Hackers Launch Devastating Attacks on US Infrastructure",
    )


def test_nothing_is_invented(article: tuple[FrontMatter, str]) -> None:
    """The page shows no date, no address and no picture, so the article has none."""
    front, _ = article

    assert (None, None, "", "", "") == (front.date, front.modified, front.permalink, front.slug, front.image)


def test_body(article: tuple[FrontMatter, str]) -> None:
    """The dek, sixteen paragraphs, and the pull quote with its attribution; nothing else."""
    front, body = article
    blocks = body.strip().split("\n\n")
    quotes = [block for block in blocks if block.startswith("<!-- pullquote -->")]

    assert front.summary == blocks[0]
    assert 1 + 16 == len(blocks) - len(quotes)
    assert ["> — Graham Allison"] == [quote.splitlines()[-1] for quote in quotes]
    assert "In Related News" not in body


def test_author_box(article: tuple[FrontMatter, str]) -> None:
    """A name of unknown meaning is neither a co-author nor text, but a question for a person."""
    front, body = article

    assert ["Clayton Harrison"] == [note.rpartition(": ")[2] for note in front.review if "author box" in note]
    assert "Clayton" not in body


def test_clutter_is_named(notes: dict[str, str]) -> None:
    """The comment form, the widgets and the stray comma are gone, and the report quotes each."""
    assert notes["stray punctuation left out"] == ","
    assert "Leave a Reply" in notes["comment form left out"]
    assert "Required fields are marked *" in notes["comment form left out"]
    assert {"Latest", "posts", "Search", "Cateegories"} <= words(notes["widget heading left out"]).keys()


def test_every_word_has_one_fate(article: tuple[FrontMatter, str], notes: dict[str, str]) -> None:
    """Each word of the dump is in the article or in the report, as often as in the dump, the dek counted once."""
    front, body = article
    labels = {"label left out", "label of a related story left out"}
    said = [notes[kind] for kind in notes if kind.endswith("left out") and kind not in labels]
    fates = words(
        front.title, *front.authors, front.image_caption, *front.related, body.replace("pullquote", ""), *said
    )
    fates += words("Clayton Harrison")

    unaccounted = words(DUMP.read_text(encoding="utf-8")) - fates
    assert Counter({"Avatar": 2, "In": 2, "Related": 2, "News": 2}) == unaccounted
    assert {"Avatar", "In", "Related", "News"} <= words(*(notes[kind] for kind in labels)).keys()
    assert Counter() == fates - words(DUMP.read_text(encoding="utf-8"))


def test_page(site: Path) -> None:
    """Its page shows all of it, without a date. There is no feed: nobody knows a host that it could name."""
    (page,) = (p for p in site.joinpath("output").glob("*/index.html") if "Graham Allison" in p.read_text("utf-8"))
    tree = LexborHTMLParser(page.read_text(encoding="utf-8"))

    assert len(tree.css(".e-content > p")) == 17
    assert len(tree.css(".e-content > blockquote.pullquote > cite")) == 1
    assert not tree.css("time")
    assert not tree.css(".e-content img")
    assert not site.joinpath("output", "feed").exists()


def words(*texts: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", " ".join(texts)))
