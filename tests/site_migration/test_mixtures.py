"""A folder with several raw forms of one site becomes one site, and the report says what came from where."""

import json
from pathlib import Path

import pytest

from markdown_articles.front_matter import FrontMatter, parse
from site_migration.__main__ import main
from tiny_exports import HEAD, TAIL, item, lines

GULL = "https://gull.example"
WORDS = "The tide came in over the quay at Gull Harbour, and nobody had thought of moving the boats before noon."
EBB = "At four the water went back, and the boats lay on their sides all over the market square of the town."
FLOW = "A third story, which nobody but a reader with a browser has kept, tells of the flood of the following year."
ANSWER = {
    "id": 2, "type": "post", "slug": "ebb", "status": "publish", "link": f"{GULL}/2023/10/ebb/",
    "date": "2023-10-18T09:30:00", "date_gmt": "2023-10-18T08:30:00",
    "modified": "2023-10-18T09:30:00", "modified_gmt": "2023-10-18T08:30:00",
    "title": {"rendered": "Ebb"}, "content": {"rendered": f"<p>{EBB}</p>", "protected": False},
    "excerpt": {"rendered": "", "protected": False}, "author": 3, "featured_media": 0, "comment_status": "open",
    "sticky": False, "format": "standard", "categories": [], "tags": [],
    "_links": {"self": [{"href": f"{GULL}/wp-json/wp/v2/posts/2"}]},
}  # fmt: skip
PAGE = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Tide 1 – The Gull</title>
<link rel="canonical" href="{GULL}/2023/10/tide/"></head>
<body class="post-template-default single single-post postid-1"><h1 class="entry-title">Tide 1</h1>
<p class="entry-subtitle">How the boats were saved</p>
<article class="post-1 post type-post"><div class="entry-content"><p>{WORDS}</p></div></article></body></html>"""
DUMP_OF_EBB = f"Ebb\n\n{EBB}\n"
DUMP_ALONE = f"Flow\n\nWritten by\nMara\n\n{FLOW}\n\nIn Related News  Tide 1\n\nThe water fell for hours after that.\n"


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    """Give a folder with an export file, a REST answer, a saved page and two text dumps."""
    folder = tmp_path / "raw"
    (folder / "rest").mkdir(parents=True)
    (folder / "export.xml").write_text(HEAD + item(body=WORDS) + TAIL, encoding="utf-8")
    (folder / "rest" / "posts-1.json").write_text(json.dumps([ANSWER]), encoding="utf-8")
    (folder / "tide.html").write_text(PAGE, encoding="utf-8")
    (folder / "ebb.txt").write_text(DUMP_OF_EBB, encoding="utf-8")
    (folder / "flow.txt").write_text(DUMP_ALONE, encoding="utf-8")
    return folder


def migrate(raw: Path) -> Path:
    """Migrate the folder; give the content folder."""
    content = raw.parent / "content"
    assert 0 == main(["migrate", str(raw), "--into", str(content)])
    return content


def fronts(content: Path) -> dict[str, FrontMatter]:
    """Give the front matter of each article by its title."""
    found = (parse(file.read_text(encoding="utf-8"), file.name)[0] for file in content.glob("articles/**/*.md"))
    return {front.title: front for front in found}


def test_one_site_of_all_forms(raw: Path) -> None:
    """Each article is there once, with what each form knows of it."""
    found = fronts(migrate(raw))
    assert {"Tide 1", "Ebb", "Flow"} == set(found)
    assert ("How the boats were saved", 1) == (found["Tide 1"].subtitle, found["Tide 1"].wordpress_id)
    assert 2 == found["Ebb"].wordpress_id
    assert ("/2023/10/tide/",) == found["Flow"].related


def test_what_came_from_where(raw: Path) -> None:
    """The report counts what each form gave, and names the fields that were filled and from which file."""
    report = json.loads((migrate(raw) / "migration" / "report.json").read_text(encoding="utf-8"))
    assert [("export file", 1, 0), ("REST answers", 1, 0), ("saved page", 0, 1), ("text dump", 1, 1)] == [
        (origin["form"], origin["leads"], origin["led"]) for origin in report["origins"]
    ]
    (filled,) = report["examples"]["filled from another raw form: saved page"]
    assert "subtitle; tide.html" == filled["note"]["detail"]
    assert [] == report["wrong_sums"]


def test_a_second_run(raw: Path) -> None:
    """A second run over the same folder changes no byte and no time."""
    content = migrate(raw)
    before = {file: (file.read_bytes(), file.stat().st_mtime_ns) for file in content.rglob("*.md")}
    (raw / "note.csv").write_text("something else", encoding="utf-8")
    migrate(raw)
    assert before == {file: (file.read_bytes(), file.stat().st_mtime_ns) for file in content.rglob("*.md")}


def test_a_page_that_comes_later(raw: Path) -> None:
    """A form that is added to the folder afterwards fills gaps in files that stand already."""
    page = (raw / "tide.html").read_text(encoding="utf-8")
    (raw / "tide.html").unlink()
    assert "" == fronts(migrate(raw))["Tide 1"].subtitle
    (raw / "tide.html").write_text(page, encoding="utf-8")
    assert "How the boats were saved" == fronts(migrate(raw))["Tide 1"].subtitle
    assert 3 == len(lines(raw.parent))
