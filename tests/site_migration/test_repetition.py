"""A migration that is run again: on the same export, on a newer one, over what editors have done meanwhile."""

from pathlib import Path

import pytest

from markdown_articles.front_matter import Status, parse
from tiny_exports import item, lines, migrated

FILE = "content/articles/2023/10/tide.md"
COMMENT = """<wp:comment><wp:comment_id>{}</wp:comment_id><wp:comment_author>Reader</wp:comment_author>
<wp:comment_content>Words.</wp:comment_content><wp:comment_approved>1</wp:comment_approved></wp:comment>"""


def read(folder: Path, file: str = FILE) -> str:
    return (folder / file).read_text(encoding="utf-8")


def edit(folder: Path, old: str, new: str) -> None:
    (folder / FILE).write_text(read(folder).replace(old, new), encoding="utf-8")


def kinds(folder: Path) -> set[str]:
    """Give the kinds of the report's remarks."""
    return {note["kind"] for line in lines(folder) for note in line["notes"]}


def report(folder: Path) -> str:
    return read(folder, "content/migration/report.html")


def everything(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Give each file's bytes and time."""
    files = (file for file in (folder / "content").rglob("*") if file.is_file())
    return {str(file): (file.read_bytes(), file.stat().st_mtime_ns) for file in files}


def test_twice(tmp_path: Path) -> None:
    """A second run changes no byte and no time, of reports and memory neither."""
    posts = [item(number, slug=f"tide-{number}", inside=("publish", COMMENT.format(number))) for number in range(9)]
    migrated(tmp_path, *posts)
    before = everything(tmp_path)
    assert migrated(tmp_path, *posts) == 0
    assert before == everything(tmp_path)


def test_newer_export(tmp_path: Path) -> None:
    """A file that no one has touched follows the export."""
    migrated(tmp_path, item(body="Old."), item(2, slug="ebb"))
    assert migrated(tmp_path, item(body="New."), item(2, slug="ebb"), item(3, slug="flow")) == 0
    assert "New." in read(tmp_path)
    assert {"written"} == {line["fate"] for line in lines(tmp_path)}


def test_edited(tmp_path: Path) -> None:
    """What an editor has written stays, whether the export has changed elsewhere or not."""
    migrated(tmp_path, item(body="One.\n\nTwo."))
    edit(tmp_path, "One.", "One, edited.")
    migrated(tmp_path, item(body="One.\n\nTwo."))
    assert "One, edited." in read(tmp_path)
    migrated(tmp_path, item(body="One.\n\nTwo, and more."))

    assert "One, edited.\n\nTwo, and more.\n" in read(tmp_path)
    assert "edited here and changed in the export: merged" in kinds(tmp_path)


def test_conflict(tmp_path: Path) -> None:
    """Where both changed the same place, the editor's file stays; the export's text stands beside it, reported."""
    migrated(tmp_path, item(body="One."))
    edit(tmp_path, "One.", "One, edited.")
    assert migrated(tmp_path, item(body="Uno.")) == 0

    assert "One, edited." in read(tmp_path)
    assert "Uno." in read(tmp_path, f"{FILE}.incoming")
    assert "at the same place" in report(tmp_path)
    assert ["kept"] == [line["fate"] for line in lines(tmp_path)]


def test_foreign(tmp_path: Path) -> None:
    """A file that was there before the first run is left alone."""
    (tmp_path / FILE).parent.mkdir(parents=True)
    (tmp_path / FILE).write_text("mine\n", encoding="utf-8")
    migrated(tmp_path, item())

    assert read(tmp_path) == "mine\n"
    assert ["kept"] == [line["fate"] for line in lines(tmp_path)]


def test_deleted(tmp_path: Path) -> None:
    """What an editor has deleted stays away, on the same export and on a newer one."""
    migrated(tmp_path, item())
    (tmp_path / FILE).unlink()
    migrated(tmp_path, item())
    migrated(tmp_path, item(body="New."))

    assert not (tmp_path / FILE).exists()
    assert [("kept", "an editor has deleted its file")] == [(line["fate"], line["reason"]) for line in lines(tmp_path)]


def test_moved(tmp_path: Path) -> None:
    """A file that an editor has renamed follows the export at its new place."""
    migrated(tmp_path, item(body="Old."))
    new = tmp_path / "content/articles/2023/10/high-tide.md"
    (tmp_path / FILE).rename(new)
    migrated(tmp_path, item(body="New."))

    assert "New." in new.read_text(encoding="utf-8")
    assert not (tmp_path / FILE).exists()


def test_new_slug(tmp_path: Path) -> None:
    """A post that got another slug keeps its file, and has its new address."""
    migrated(tmp_path, item())
    migrated(tmp_path, item().replace(">tide<", ">ebb<").replace("/tide/", "/ebb/"))

    assert ["/2023/10/ebb/"] == [line["address"] for line in lines(tmp_path)]
    assert ["tide.md"] == [file.name for file in (tmp_path / "content").rglob("*.md")]


def test_gone(tmp_path: Path) -> None:
    """What is gone from WordPress becomes a draft, is reported, and is published again when it comes back."""
    posts = [item(number, slug="tide" if number == 1 else f"tide-{number}") for number in range(1, 5)]
    migrated(tmp_path, *posts)
    assert migrated(tmp_path, *posts[1:]) == 0
    assert parse(read(tmp_path), FILE)[0].status is Status.DRAFT
    assert "gone from WordPress: a draft now" in report(tmp_path)
    migrated(tmp_path, *posts[1:])
    assert parse(read(tmp_path), FILE)[0].status is Status.DRAFT
    migrated(tmp_path, *posts)
    assert parse(read(tmp_path), FILE)[0].status is Status.PUBLISHED


def test_gone_and_edited(tmp_path: Path) -> None:
    """What an editor has worked on is not hidden when it goes from WordPress; the report says so."""
    posts = [item(number, slug="tide" if number == 1 else f"tide-{number}") for number in range(1, 5)]
    migrated(tmp_path, *posts)
    edit(tmp_path, "Words.", "Words, edited.")
    migrated(tmp_path, *posts[1:])

    assert parse(read(tmp_path), FILE)[0].status is Status.PUBLISHED
    assert "gone from WordPress, edited here" in report(tmp_path)


@pytest.mark.parametrize("status", ["draft", "private", "trash"])
def test_unpublished(tmp_path: Path, status: str) -> None:
    """What WordPress no longer shows is hidden, unless an editor has worked on it."""
    posts = [item(number, slug="tide" if number == 1 else f"tide-{number}") for number in (1, 2, 3)]
    hidden = item(inside=(status, ""))
    migrated(tmp_path, *posts)
    migrated(tmp_path, hidden, *posts[1:])
    assert parse(read(tmp_path), FILE)[0].status is not Status.PUBLISHED
    migrated(tmp_path, *posts)
    edit(tmp_path, "Words.", "Words, edited.")
    migrated(tmp_path, hidden, *posts[1:])
    assert parse(read(tmp_path), FILE)[0].status is Status.PUBLISHED
    assert "edited here" in report(tmp_path)


def test_part_of_a_site(tmp_path: Path) -> None:
    """An export of a few posts of many hides none of the others."""
    posts = [item(number, slug=f"tide-{number}") for number in range(9)]
    migrated(tmp_path, *posts)
    migrated(tmp_path, *posts[:2])

    assert not [file for file in (tmp_path / "content").rglob("*.md") if "status: draft" in file.read_text("utf-8")]
    assert "not in this export" in report(tmp_path)


def test_comments(tmp_path: Path) -> None:
    """Threads follow the export as well, to their last comment."""
    thread = "content/comments/2023/10/tide.yaml"
    migrated(tmp_path, item(inside=("publish", COMMENT.format(1))))
    migrated(tmp_path, item(inside=("publish", COMMENT.format(1) + COMMENT.format(2))))
    assert "id: 2" in read(tmp_path, thread)
    migrated(tmp_path, item())
    assert read(tmp_path, thread) == "[]\n"


def test_lists(tmp_path: Path) -> None:
    """A list that an editor has changed takes what is new in the export."""
    authors = "content/data/authors.yaml"
    migrated(tmp_path, item())
    (tmp_path / authors).write_text(read(tmp_path, authors) + "tom:\n  name: Tom Reed\n", encoding="utf-8")
    migrated(tmp_path, item(), item(2, slug="ebb").replace("mara", "ann"))

    assert all(name in read(tmp_path, authors) for name in ("Tom Reed", "mara", "ann"))


def test_dry_run(tmp_path: Path) -> None:
    """A rehearsal says what would happen, and changes neither files nor memory."""
    migrated(tmp_path, item(body="Old."))
    before = {file: state for file, state in everything(tmp_path).items() if "report" not in file}
    migrated(tmp_path, item(body="New."), options=("--dry-run",))
    after = {file: state for file, state in everything(tmp_path).items() if "report" not in file}
    assert before == after


def test_lost_memory(tmp_path: Path) -> None:
    """Without its memory a run takes up the files that say what the export says, and leaves the others alone."""
    posts = [item(1), item(2, slug="ebb")]
    migrated(tmp_path, *posts)
    edit(tmp_path, "Words.", "Words, edited.")
    (tmp_path / "content/migration/state.sqlite").unlink()
    migrated(tmp_path, *posts)

    assert "Words, edited." in read(tmp_path)
    assert ["kept", "written"] == [line["fate"] for line in lines(tmp_path)]


def test_broken_memory(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A memory that is no memory is named, with what to do; nothing is touched."""
    migrated(tmp_path, item())
    (tmp_path / "content/migration/state.sqlite").write_text("x" * 5000, encoding="utf-8")
    capsys.readouterr()

    assert migrated(tmp_path, item(body="New.")) == 2
    assert "state.sqlite" in capsys.readouterr().out
    assert "Words." in read(tmp_path)
