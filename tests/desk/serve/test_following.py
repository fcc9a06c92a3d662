"""A site that is served follows what is saved, and goes on whatever is wrong with it."""

import os
import signal
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psutil
import pytest

from built_sites import write
from served_desk import ServedDesk, story, waits


def test_saved(desk: ServedDesk) -> None:
    """A saved story is shown; its headline reaches the front page; a new one is there, one that is removed is not."""
    desk.write(tram="A better sentence.")
    assert desk.shows("A better sentence.", "/2024/05/tram/")
    desk.change("content/articles/tram.md", "title: tram", "title: Another headline")
    assert desk.shows("Another headline", "/2024/05/tram/")
    assert desk.shows("Another headline", "/")
    desk.write(gull="The gull.")
    assert desk.shows("The gull.", "/2024/05/gull/")
    (desk.content / "articles" / "ferry.md").unlink()
    assert waits(lambda: desk.ask("/2024/05/ferry/").status == 404)


def test_live(desk: ServedDesk) -> None:
    """A live story that is saved has its entries at once, each once."""
    live = story("gull", "## 10:30 A gull\n\nIt sits.\n\n## 10:20\n\nIt comes.", "kind: live\n")
    write(desk.content, {"articles/gull.md": live})
    assert desk.shows("It sits.", "/2024/05/gull/")
    assert desk.tells("/2024/05/gull/ is shown after")
    desk.change("content/articles/gull.md", "It sits.", "It flies.")

    assert desk.shows("It flies.", "/2024/05/gull/")
    assert 1 == desk.page("/2024/05/gull/").count("<p>It flies.</p>")


@pytest.mark.parametrize(
    ("mistake", "said"),
    [
        (("content/articles/tram.md", "categories:", "categorys:"), "content/articles/tram.md:4: there is no key"),
        (("content/articles/tram.md", "title: tram", "title: tram: x"), "content/articles/tram.md:2:12: no valid YAML"),
        (("content/data/site.yaml", "title:", "titel:"), "content/data/site.yaml:1: "),
        (("theme/templates/article.html", "{% extends", "{% extend"), "theme/templates/article.html:1: "),
        (("theme/templates/article.html", "{{ story(", "{{ nothing.at.all("), "theme/templates/article.html:"),
        (
            ("plugins/reading_aids/plugin.py", "    html = article", "    1 / 0\n    html = article"),
            "plugins/reading_aids/plugin.py:",
        ),
        (
            ("plugins/reading_aids/plugin.py", "def connect() -> None:", "def connect() -> None"),
            "plugins/reading_aids/",
        ),
        (("pelicanconf.py", 'SITESUBTITLE = ""', "SITESUBTITLE = nobody"), "pelicanconf.py:7: "),
    ],
)
def test_mistakes(mistake: tuple[str, str, str], said: str, desk: ServedDesk) -> None:
    """A mistake anywhere is told with its file and line; the site stands as it was, and follows when it is mended."""
    file, old, new = mistake
    desk.change(file, old, new)
    assert desk.tells(f"  {said}"), desk.said
    assert "The tram." in desk.page("/2024/05/tram/")
    before = len(desk.said)
    desk.change(file, new, old)
    desk.write(ferry="The ferry is back.")

    assert desk.shows("The ferry is back.", "/2024/05/ferry/")
    assert desk.tells("The site is whole", before), desk.said
    assert "Traceback" not in desk.said


def test_renamed(desk: ServedDesk) -> None:
    """Folders may be renamed, the content folder itself too, and be put back."""
    (desk.content / "articles").rename(desk.content / "elsewhere")
    (desk.content / "elsewhere").rename(desk.content / "articles")
    desk.content.rename(desk.folder / "away")
    assert desk.tells("stands as it was")
    (desk.folder / "away").rename(desk.content)
    assert desk.tells("whole again")
    desk.write(tram="After all that.")

    assert desk.shows("After all that.", "/2024/05/tram/")


def test_many(desk: ServedDesk) -> None:
    """Thousands of files at once, as another branch brings them, and away again."""
    desk.write(**{f"s{number}": f"Story {number}." for number in range(2000)})
    assert desk.shows("Story 1999.", "/2024/05/s1999/")
    for file in (desk.content / "articles").glob("s*.md"):
        file.unlink()

    assert waits(lambda: desk.ask("/2024/05/s1999/").status == 404)
    assert "The tram." in desk.page("/2024/05/tram/")
    assert "Traceback" not in desk.said


def test_killed(desk: ServedDesk) -> None:
    """Where the process that keeps the site is killed, and all its children with it, the next save begins another."""
    for process in psutil.process_iter(["cmdline", "cwd"]):
        if process.info["cwd"] == str(desk.folder) and "reside" in (process.info["cmdline"] or ()):
            os.kill(process.pid, signal.SIGKILL)
    desk.write(tram="Still here.")

    assert desk.shows("Still here.", "/2024/05/tram/")


def test_drafts(desk: ServedDesk) -> None:
    """Drafts, what waits for its time and what has expired are shown, marked and listed; private ones are nowhere."""
    soon = (datetime.now(UTC) + timedelta(days=3)).strftime("%Y-%m-%d")
    write(desk.content, {
        "articles/a.md": story("a", "A draft.", "status: draft\n"),
        "articles/b.md": story("b", "Of the future.", date=soon),
        "articles/c.md": story("c", "Of the past.", "expires: 2024-05-02\n"),
        "articles/d.md": story("d", "Confidential words.", "status: private\n"),
        "pages/e.md": "---\ntitle: e\nstatus: draft\n---\n\nA page.\n",
    })  # fmt: skip
    month = soon[:7].replace("-", "/")
    for words, address in (
        ("A draft.", "/2024/05/a/"), ("Of the future.", f"/{month}/b/"), ("Of the past.", "/2024/05/c/"),
        ("A page.", "/e/"),
    ):  # fmt: skip
        assert desk.shows(words, f"/drafts{address}")
        assert desk.ask(address).headers["location"] == f"/drafts{address}"
    assert desk.tells("The site is whole")
    listed = desk.page("/drafts/")
    assert all(mark in listed for mark in ("Draft", f"Scheduled for {soon}", "Expired on 2024-05-02"))
    assert all(
        f'href="/drafts{address}"' in listed for address in ("/2024/05/a/", f"/{month}/b/", "/2024/05/c/", "/e/")
    )
    assert "Draft: no reader sees this page" in desk.page("/drafts/2024/05/a/")
    assert "no reader sees this page" not in desk.page("/2024/05/tram/")
    assert 404 == desk.ask("/drafts/2024/05/d/").status
    files = [file for file in (desk.folder / "served").rglob("*") if file.is_file()]
    assert not [file for file in files if b"Confidential words" in file.read_bytes()]
    assert not [file for file in files if b"/.desk/" in file.read_bytes()]


def test_published(desk: ServedDesk) -> None:
    """A draft that is published leaves the list of drafts and stands at its address."""
    write(desk.content, {"articles/a.md": story("a", "Words.", "status: draft\n")})
    assert desk.shows("Words.", "/drafts/2024/05/a/")
    desk.change("content/articles/a.md", "status: draft\n", "")

    assert desk.shows("Words.", "/2024/05/a/")
    assert "/2024/05/a/" not in desk.page("/drafts/")


def test_picture(desk: ServedDesk) -> None:
    """A picture that was just put there is seen before the site has it."""
    file = Path(desk.content, "wp-content", "uploads", "dot.gif")
    file.parent.mkdir()
    file.write_bytes(b"GIF89a")

    assert (200, "image/gif") == (
        (answer := desk.ask("/wp-content/uploads/dot.gif")).status,
        answer.headers["content-type"],
    )


def test_one_site(desk: ServedDesk) -> None:
    """What stays on the disk is one site."""
    desk.write(tram="One.")
    assert desk.shows("One.", "/2024/05/tram/")
    assert waits(lambda: desk.said.count("The site is whole") > 1)

    assert waits(lambda: ["site-2"] == [each.name for each in (desk.folder / "served").iterdir()])
