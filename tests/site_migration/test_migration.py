"""Whole migrations of tiny exports, as the migrator runs them."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from markdown_articles.front_matter import parse
from site_migration.__main__ import main
from tiny_exports import HEAD, TAIL, item, lines, migrated


def test_post(tmp_path: Path) -> None:
    """A public post becomes one file with front matter and Markdown, and the command succeeds."""
    assert migrated(tmp_path, item()) == 0
    text = (tmp_path / "content/articles/2023/10/tide.md").read_text(encoding="utf-8")
    front, body = parse(text, "tide.md")

    assert ("Tide 1", "tide", 1, ("mara",)) == (front.title, front.slug, front.wordpress_id, front.authors)
    assert front.date is not None
    assert front.date.isoformat() == "2023-10-17T09:30:00+01:00"
    assert body.strip() == "Words."
    assert not front.permalink


@pytest.mark.parametrize(
    ("status", "extra", "expected"),
    [
        ("draft", "", "draft"),
        ("pending", "", "draft"),
        ("future", "", "draft"),
        ("private", "", "private"),
        ("publish", "<wp:post_password>hunter2</wp:post_password>", "private"),
        ("some-plugin", "", "draft"),
    ],
)
def test_not_public(tmp_path: Path, status: str, extra: str, expected: str) -> None:
    """What was not public does not become public, and no password is written anywhere."""
    assert migrated(tmp_path, item(inside=(status, extra))) == 0
    text = (tmp_path / "content/articles/2023/10/tide.md").read_text(encoding="utf-8")

    assert parse(text, "tide.md")[0].status == expected
    assert not [file for file in (tmp_path / "content").rglob("*.*") if b"hunter2" in file.read_bytes()]
    assert [""] == [line["address"] for line in lines(tmp_path)]


def test_trash(tmp_path: Path) -> None:
    """What was in the trash stays out, and is counted."""
    assert migrated(tmp_path, item(inside=("trash", ""))) == 0
    assert [("skipped", "it was in the trash")] == [(line["fate"], line["reason"]) for line in lines(tmp_path)]


def test_same_slug(tmp_path: Path) -> None:
    """Two posts with one slug and month are two files at two addresses."""
    assert migrated(tmp_path, item(1), item(2)) == 0
    assert sorted(path.name for path in (tmp_path / "content").rglob("*.md")) == ["tide-2.md", "tide.md"]
    assert ["/2023/10/tide/", "/2023/10/tide-2/"] == [line["address"] for line in lines(tmp_path)]


def test_odd_address(tmp_path: Path) -> None:
    """An address that the pattern does not give stands in the front matter."""
    odd = item(9).replace("https://gull.example/2023/10/tide/", "https://gull.example/tales/of-the-tide.html")
    assert migrated(tmp_path, *(item(n, slug=f"s{n}") for n in range(3)), odd) == 0
    text = (tmp_path / "content/articles/2023/10/tide.md").read_text(encoding="utf-8")

    assert parse(text, "tide.md")[0].permalink == "/tales/of-the-tide.html"


def test_cut_export(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An export that is cut in the middle: what is whole is kept, the loss is named, and the command fails."""
    assert migrated(tmp_path, item(1), item(2, slug="ebb")[:200], tail="") == 1
    printed = capsys.readouterr().out

    assert (tmp_path / "content/articles/2023/10/tide.md").is_file()
    assert "lost:" in printed
    assert "Nothing was lost" not in printed
    assert "Something was lost" in (tmp_path / "content/migration/report.html").read_text(encoding="utf-8")


def test_accepted_loss(tmp_path: Path) -> None:
    """A loss that a person accepts no longer fails the command."""
    assert migrated(tmp_path, item(1), item(2, slug="ebb")[:200], tail="", options=("--accept-loss",)) == 0


def test_dry_run(tmp_path: Path) -> None:
    """A dry run writes the report and nothing else."""
    assert migrated(tmp_path, item(), options=("--dry-run",)) == 0
    assert [tmp_path / "content" / "migration"] == list((tmp_path / "content").iterdir())


def test_unwritable(tmp_path: Path) -> None:
    """An article that cannot be written is lost, named, and stops nothing else."""
    (tmp_path / "content" / "articles" / "2023").mkdir(parents=True)
    (tmp_path / "content" / "articles" / "2023" / "10").write_text("a file where a folder should be", encoding="utf-8")

    assert migrated(tmp_path, item()) == 1
    assert ["lost"] == [line["fate"] for line in lines(tmp_path)]


def test_another_site(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two papers are never mixed in one content folder."""
    (tmp_path / "content" / "data").mkdir(parents=True)
    (tmp_path / "content/data/site.yaml").write_text("title: Other\naddress: https://other.example\n", encoding="utf-8")

    assert migrated(tmp_path, item()) == 2
    assert "--into" in capsys.readouterr().out
    assert not list((tmp_path / "content").rglob("*.md"))


def test_same_site_by_https(tmp_path: Path) -> None:
    """A site that has moved to https since the last migration is still the same paper."""
    (tmp_path / "content" / "data").mkdir(parents=True)
    (tmp_path / "content/data/site.yaml").write_text("title: The Gull\naddress: http://www.gull.example\n", "utf-8")

    assert migrated(tmp_path, item()) == 0


def test_wrong_uploads(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An uploads folder that is not there is said before anything is done."""
    assert migrated(tmp_path, item(), options=("--media", str(tmp_path / "nowhere"))) == 2
    assert "--media" in capsys.readouterr().out
    assert not (tmp_path / "content").exists()


def test_unwritable_list(tmp_path: Path) -> None:
    """A list that cannot be written is a loss in the report, which is written all the same."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "data").symlink_to(tmp_path / "a disk that is not there" / "data")

    assert migrated(tmp_path, item()) == 1
    assert "data/site.yaml" in (tmp_path / "content/migration/report.html").read_text(encoding="utf-8")


def test_lost_among_many(tmp_path: Path) -> None:
    """With several workers, too, an article that cannot be written is lost alone."""
    posts = [item(number, slug=f"tide-{number}") for number in range(250)]
    (tmp_path / "content/articles/2023/10/tide-7.md").mkdir(parents=True)

    assert migrated(tmp_path, *posts, options=("--workers", "2")) == 1
    assert [7] == [line["id"] for line in lines(tmp_path) if line["fate"] == "lost"]


def test_closing_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command ends with a table of counts by kind and fate."""
    migrated(tmp_path, item(1), item(2, slug="ebb"), item(3, slug="rip", inside=("trash", "")))
    rows = [line.split() for line in capsys.readouterr().out.splitlines()]

    assert ["│", "posts", "│", "2", "│", "1", "│"] in rows


@pytest.mark.parametrize("source", ["nowhere.xml", "."])
def test_no_export(tmp_path: Path, capsys: pytest.CaptureFixture[str], source: str) -> None:
    """Without anything to migrate the command says what it looked for, and has a status of its own."""
    assert main(["migrate", str(tmp_path / source), "--into", str(tmp_path / "content")]) == 2
    assert "Tools" in capsys.readouterr().out


def test_workers(tmp_path: Path) -> None:
    """Two processes give the same files as one."""
    posts = [item(number, slug=f"tide-{number}", body=f"Tide **{number}**.\n\nEbb.") for number in range(100)]
    for workers in ("1", "2"):
        (tmp_path / workers).mkdir()
        assert migrated(tmp_path / workers, *posts, options=("--workers", workers)) == 0

    one, two = (sorted((tmp_path / workers / "content").rglob("*.md")) for workers in ("1", "2"))
    assert [file.read_bytes() for file in one] == [file.read_bytes() for file in two]
    assert len(one) == 100


def test_comments(tmp_path: Path) -> None:
    """Comments are kept beside the article, with who answered whom, and without e-mail or IP address."""
    comment = """<wp:comment><wp:comment_id>4</wp:comment_id><wp:comment_author>Editor</wp:comment_author>
<wp:comment_content>Zero.</wp:comment_content><wp:comment_approved>1</wp:comment_approved></wp:comment>
<wp:comment><wp:comment_id>5</wp:comment_id><wp:comment_author>Reader</wp:comment_author>
<wp:comment_author_email>reader@mail.example</wp:comment_author_email>
<wp:comment_author_IP>192.0.2.7</wp:comment_author_IP>
<wp:comment_date>2023-10-17 10:00:00</wp:comment_date><wp:comment_date_gmt>2023-10-17 09:00:00</wp:comment_date_gmt>
<wp:comment_content>First.

Second &amp; last.</wp:comment_content><wp:comment_approved>1</wp:comment_approved>
<wp:comment_parent>4</wp:comment_parent>
</wp:comment>"""
    assert migrated(tmp_path, item(inside=("publish", comment))) == 0
    thread = (tmp_path / "content/comments/2023/10/tide.yaml").read_text(encoding="utf-8")

    assert "author: Reader" in thread
    assert "answers: 4" in thread
    assert "Second & last." in thread
    assert "mail.example" not in thread
    assert "192.0.2.7" not in thread


def test_hostile_report(tmp_path: Path) -> None:
    """What a foreign site says is text in the report, never markup."""
    hostile = item().replace("<title>Tide 1</title>", "<title><![CDATA[</b><script>alert(1)</script>]]></title>")
    migrated(tmp_path, hostile, item(2, body="<script>alert(2)</script>Words."))

    assert "<script" not in (tmp_path / "content/migration/report.html").read_text(encoding="utf-8")


def test_killed_worker(tmp_path: Path) -> None:
    """Workers that are killed end the command with a sentence and what to do, not with a traceback or a wait."""
    paragraphs = "\n\n".join(f"Paragraph **{number}** of the tide." for number in range(60))
    posts = (item(number, slug=f"tide-{number}", body=paragraphs) for number in range(1500))
    (tmp_path / "export.xml").write_text(HEAD + "".join(posts) + TAIL, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "site_migration", "migrate", "export.xml", "--into", "content", "--workers", "2"],
        cwd=tmp_path, env={"PYTHONPATH": str(Path(__file__).parents[2] / "plugins"), "PATH": "", "COLUMNS": "200"},
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    ) as running:  # fmt: skip
        children = Path(f"/proc/{running.pid}/task/{running.pid}/children")
        while running.poll() is None and not list((tmp_path / "content").glob("articles/*/*/*.md")):
            time.sleep(0.01)
        workers = [
            pid
            for pid in children.read_text("utf-8").split()
            if b"popen_loky" in Path(f"/proc/{pid}/cmdline").read_bytes()
        ]
        for worker in workers:
            os.kill(int(worker), signal.SIGKILL)
        try:
            printed, _ = running.communicate(timeout=60)
        finally:
            running.kill()

    assert workers
    assert running.returncode == 2
    assert "--workers 1" in printed
    assert "Traceback" not in printed


def test_hidden_slug(tmp_path: Path) -> None:
    """A link by number does not give away the slug of an item that was not public."""
    link = '<a href="https://gull.example/?p=2">x</a>'
    assert migrated(tmp_path, item(1, body=link), item(2, slug="zsecret", inside=("private", ""))) == 0
    text = (tmp_path / "content/articles/2023/10/tide.md").read_text(encoding="utf-8")

    assert "zsecret" not in text
    assert "link to an item that is not public" in text


@pytest.mark.parametrize("address", ["{static}/migration/items.jsonl", "%7Bstatic%7D/../x", "|static|/data/site.yaml"])
def test_hostile_placeholder(tmp_path: Path, address: str) -> None:
    """An address that would make the build copy files of the newsroom into the site is refused and reported."""
    assert (
        migrated(tmp_path, item(body=f'<p><a href="{address}">Words</a></p><p><img src="{address}" alt=""></p>')) == 0
    )
    text = (tmp_path / "content/articles/2023/10/tide.md").read_text(encoding="utf-8")

    assert "static" not in parse(text, "tide.md")[1]
    assert "Words" in text
    assert ["address refused"] * 2 == [
        note["kind"] for note in json.loads((tmp_path / "content/migration/items.jsonl").read_text("utf-8"))["notes"]
        if note["kind"] == "address refused"
    ]  # fmt: skip
