"""A run after which nothing is left to do, and what makes the next one look again."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from site_migration import migration, recall, sealing
from tiny_exports import TAIL, item, lines, migrated

FILE = "content/articles/2023/10/tide.md"
POSTS = (item(), item(2, slug="ebb"))
SCHEDULED = item(3, slug="flow", inside=("future", "")).replace("2023-", "2123-")


class ReadError(Exception):
    """The export was read."""


@pytest.fixture
def unread(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Give what forbids the next run to read its export."""

    def forbid(_: Path) -> None:
        raise ReadError

    return lambda: monkeypatch.setattr(migration, "read_export", forbid)


def everything(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Give each file's bytes and time."""
    files = (file for file in (folder / "content").rglob("*") if file.is_file())
    return {str(file): (file.read_bytes(), file.stat().st_mtime_ns) for file in files}


@pytest.mark.parametrize("posts", [POSTS, (*POSTS, SCHEDULED)])
def test_nothing_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], unread: Callable[[], None], posts: tuple[str, ...]
) -> None:
    """Where nothing has changed, nothing is read or written, and the terminal shows the same."""
    assert migrated(tmp_path, *posts) == 0
    before, told = everything(tmp_path), capsys.readouterr().out
    unread()
    assert migrated(tmp_path, *posts) == 0
    assert (before, told.splitlines()[-8:]) == (everything(tmp_path), capsys.readouterr().out.splitlines()[-8:])


def delete_article(folder: Path) -> None:
    (folder / FILE).unlink()


def rename_article(folder: Path) -> None:
    (folder / FILE).rename(folder / "content/articles/2023/10/high-tide.md")


def edit_list(folder: Path) -> None:
    with (folder / "content/data/authors.yaml").open("a", encoding="utf-8") as file:
        file.write("tom:\n  name: Tom Reed\n")


def delete_report(folder: Path) -> None:
    (folder / "content/migration/report.html").unlink()


def edit_report(folder: Path) -> None:
    (folder / "content/migration/items.jsonl").write_text("", encoding="utf-8")


def bring_picture(folder: Path) -> None:
    picture = folder / "content/wp-content/uploads/tide.jpg"
    picture.parent.mkdir(parents=True)
    picture.write_bytes(b"picture")


def let_time_pass(folder: Path) -> None:
    with sqlite3.connect(folder / "content/migration/state.sqlite") as memory:
        memory.execute("update seal set until = '2023-10-17T08:30:00+00:00'")


def rehearse_another(folder: Path) -> None:
    migrated(folder, POSTS[1], options=("--dry-run",))


def unsettle(folder: Path) -> None:
    migrated(folder, item(body="New."), POSTS[1])


@pytest.mark.parametrize(
    "change",
    [
        delete_article, rename_article, edit_list, delete_report, edit_report, bring_picture, let_time_pass,
        rehearse_another, unsettle,
    ],
)  # fmt: skip
def test_looks_again(tmp_path: Path, unread: Callable[[], None], change: Callable[[Path], None]) -> None:
    """Whatever a run could answer in another way makes it read its export again."""
    migrated(tmp_path, *POSTS)
    change(tmp_path)
    unread()
    with pytest.raises(ReadError):
        migrated(tmp_path, *POSTS)


def test_other_export_of_the_same_size(tmp_path: Path) -> None:
    """An export is told by its bytes, not by its size and time."""
    migrated(tmp_path, item(body="Old."))
    migrated(tmp_path, item(body="New."))
    assert "New." in (tmp_path / FILE).read_text(encoding="utf-8")


def test_other_code(tmp_path: Path, unread: Callable[[], None], monkeypatch: pytest.MonkeyPatch) -> None:
    """With another version of ours, or of what we use, all is looked at again."""
    migrated(tmp_path, *POSTS)
    monkeypatch.setattr(recall, "_CONVERTERS", ("pytest",))
    unread()
    with pytest.raises(ReadError):
        migrated(tmp_path, *POSTS)


def test_other_template(tmp_path: Path, unread: Callable[[], None], monkeypatch: pytest.MonkeyPatch) -> None:
    """With another template of the report, it is written anew."""
    migrated(tmp_path, *POSTS)
    (tmp_path / "templates").mkdir()
    monkeypatch.setattr(sealing, "_TEMPLATES", tmp_path / "templates")
    unread()
    with pytest.raises(ReadError):
        migrated(tmp_path, *POSTS)


def test_other_handlers(tmp_path: Path, unread: Callable[[], None]) -> None:
    """A change in the site's own handlers makes it look again."""
    handlers, settings = tmp_path / "own.py", tmp_path / "migration.toml"
    settings.write_text('handlers = "own.py"\n', encoding="utf-8")
    handlers.write_text("BLOCKS = {}\n", encoding="utf-8")
    migrated(tmp_path, *POSTS, options=("--settings", str(settings)))
    handlers.write_text("BLOCKS = {}\n\n", encoding="utf-8")
    unread()
    with pytest.raises(ReadError):
        migrated(tmp_path, *POSTS, options=("--settings", str(settings)))


def test_damaged_export(tmp_path: Path) -> None:
    """What a damaged export lacks fails each run, unless a person accepts it."""
    cut = (*POSTS, "<item><title>Cut")
    assert [1, 1, 0, 1] == [
        migrated(tmp_path, *cut, tail=tail, options=options)
        for tail, options in (("", ()), ("", ()), ("", ("--accept-loss",)), ("", ()))
    ]
    assert 0 == migrated(tmp_path, *POSTS, tail=TAIL)


def test_after_a_deletion(tmp_path: Path, unread: Callable[[], None]) -> None:
    """What an editor has deleted is told by each run; the run after the one that found it has nothing new to find."""
    migrated(tmp_path, *POSTS)
    delete_article(tmp_path)
    migrated(tmp_path, *POSTS)
    found = everything(tmp_path)
    unread()
    migrated(tmp_path, *POSTS)
    assert found == everything(tmp_path)
    assert ["kept", "written"] == [line["fate"] for line in lines(tmp_path)]


def test_after_a_conflict(tmp_path: Path) -> None:
    """A conflict is told by the run that met it; what the next one tells does not depend on a seal."""
    migrated(tmp_path, *POSTS)
    file = tmp_path / FILE
    file.write_text(file.read_text(encoding="utf-8").replace("Words.", "Mine."), encoding="utf-8")
    newer = (item(body="Theirs."), POSTS[1])
    migrated(tmp_path, *newer)
    assert ["kept", "written"] == [line["fate"] for line in lines(tmp_path)]
    migrated(tmp_path, *newer)
    assert ["written", "written"] == [line["fate"] for line in lines(tmp_path)]


def test_seal_of_an_older_memory(tmp_path: Path, unread: Callable[[], None]) -> None:
    """A memory from before there were seals gets one."""
    migrated(tmp_path, *POSTS)
    with sqlite3.connect(tmp_path / "content/migration/state.sqlite") as memory:
        memory.executescript("drop table seal; pragma user_version = 1")
    assert migrated(tmp_path, *POSTS) == 0
    unread()
    assert migrated(tmp_path, *POSTS) == 0
