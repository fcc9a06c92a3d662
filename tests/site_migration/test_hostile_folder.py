"""A content folder that comes from elsewhere: its links, its memory, its lists and its settings."""

import sqlite3
from contextlib import suppress
from pathlib import Path

import pytest

from site_migration.writing import OutsideError, inside
from tiny_exports import item, lines, migrated

VIEW_WITHOUT_END = """
alter table items rename to other;
create view items as with recursive n(x) as (select 1 union all select x + 1 from n)
select 'post:1' as key, x as file, x as input, x as entry from n
"""


@pytest.mark.parametrize("link", ["articles", "articles/2023", "articles/2023/10"])
def test_link_out_of_the_folder(link: str, tmp_path: Path) -> None:
    """A folder that is a link to another place is not written through: the article is lost, and said to be."""
    (tmp_path / "outside").mkdir()
    (tmp_path / "content" / link).parent.mkdir(parents=True)
    (tmp_path / "content" / link).symlink_to(tmp_path / "outside")

    assert 1 == migrated(tmp_path, item())
    assert [] == list((tmp_path / "outside").iterdir())
    assert "is not in the content folder" in lines(tmp_path)[0]["reason"]


@pytest.mark.parametrize("link", ["migration", "migration/state.sqlite"])
def test_memory_elsewhere(link: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The migration's own folder and memory may not be links either: nothing begins."""
    (tmp_path / "outside").mkdir()
    (tmp_path / "content" / link).parent.mkdir(parents=True)
    (tmp_path / "content" / link).symlink_to(tmp_path / "outside" / ("" if link == "migration" else "state.sqlite"))

    assert 2 == migrated(tmp_path, item())
    assert [] == list((tmp_path / "outside").iterdir())
    assert "link" in capsys.readouterr().out


def test_link_inside_the_folder(tmp_path: Path) -> None:
    """A link to another place of the same folder is an editor's own business."""
    (tmp_path / "content" / "archive").mkdir(parents=True)
    (tmp_path / "content" / "articles").symlink_to("archive")

    assert 0 == migrated(tmp_path, item())
    assert (tmp_path / "content" / "archive" / "2023" / "10" / "tide.md").is_file()


@pytest.mark.parametrize("place", ["../x.md", "a/../../x.md", "/etc/x.md", "..", "../content-2/x.md"])
def test_outside(place: str, tmp_path: Path) -> None:
    """No place that climbs or is absolute is one of the folder."""
    with pytest.raises(OutsideError, match="is not in the content folder"):
        inside(tmp_path / "content", place)


@pytest.mark.parametrize(
    "statement",
    [
        "update items set file = '../outside.md'",
        "update items set file = '/etc/outside.md', input = x''",
        "update items set file = 'data/authors.yaml'",
        "update files set path = '../outside.md' where path like 'articles%'",
        "insert into items values ('post:9', '../outside.md', x'', '{}')",
        "insert into items values ('post:99999999999999999999999', 'articles/x.md', x'', '{}')",
        "update items set entry = '{}'",
        "update items set entry = '[' || replace(hex(zeroblob(50000)), '0', '[')",
        'update items set entry = replace(entry, \'"words": 1\', \'"words": "many"\')',
        "update items set entry = null || 1",
        "update items set file = 7",
        "update items set input = 'text'",
        "update files set keys = '[]'",
        'update files set keys = \'{"title": "zz"}\'',
        "update files set lines = x'00'",
        "update files set whole = 'text'",
        "update seal set until = 'never'",
        "update seal set counts = '[]'",
        "drop table files",
        "create trigger hostile after insert on items begin delete from items; end",
        VIEW_WITHOUT_END,
        "create table other (x)",
        "pragma user_version = 99",
    ],
)
def test_memory_that_was_altered(statement: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A memory with other contents leads no file out of the folder; it is set right, or refused by a sentence."""
    assert 0 == migrated(tmp_path, item())
    database = sqlite3.connect(tmp_path / "content" / "migration" / "state.sqlite")
    with suppress(sqlite3.IntegrityError):
        database.executescript(statement)
    database.close()

    for body in ("Words.", "Other words."):
        status = migrated(tmp_path, item(body=body), item(9, "ebb"))
        assert status in (0, 1, 2)
        assert "migrate: " in capsys.readouterr().out if status > 1 else len(lines(tmp_path)) == 2
    assert {"export.xml", "content"} == {path.name for path in tmp_path.iterdir()}
    assert not Path("/etc/outside.md").exists()


@pytest.mark.parametrize(
    "octets",
    [b"", b"SQLite format 3\0" + bytes(4000), b"words", bytes(10_000)],
    ids=["empty", "head alone", "a text", "zeros"],
)
def test_memory_that_is_none(octets: bytes, tmp_path: Path) -> None:
    """A file that is no memory is refused or made one."""
    (tmp_path / "content" / "migration").mkdir(parents=True)
    (tmp_path / "content" / "migration" / "state.sqlite").write_bytes(octets)
    assert migrated(tmp_path, item()) in (0, 2)


@pytest.mark.parametrize("name", ["authors", "categories", "tags", "menus", "site"])
@pytest.mark.parametrize(
    "text",
    [
        "!!python/object/apply:os.system ['touch owned-by-yaml']",
        "a: &a [x, x]\nb: &b [*a, *a, *a, *a]\nc: &c [*b, *b, *b, *b]\nd: [*c, *c, *c, *c]",
        "&a [*a]",
        "[" * 20_000,
        "- slug: ../../outside\n  name: {{ x }}",
        "%TAG ! tag:evil.example,2000:\n---\n!x y",
        "\x00",
        "words",
    ],
)
def test_lists(name: str, text: str, tmp_path: Path) -> None:
    """A list of the newsroom's that is hostile or none is refused, or stands as an editor's; nothing of it runs."""
    (tmp_path / "content" / "data").mkdir(parents=True)
    (tmp_path / "content" / "data" / f"{name}.yaml").write_text(text, encoding="utf-8")
    assert migrated(tmp_path, item()) in (0, 1, 2)
    assert not Path("owned-by-yaml").exists()
    assert {"export.xml", "content"} == {path.name for path in tmp_path.iterdir()}


@pytest.mark.parametrize(
    "text",
    ["handlers = 7", "handlers = '../../../etc/passwd'", "x" * 100_000, "a = " + "[" * 5_000, "\x00", "[[handlers]]"],
)
def test_settings(text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Settings that cannot be used end the command by a sentence."""
    (tmp_path / "migration.toml").write_text(text, encoding="utf-8")
    assert 2 == migrated(tmp_path, item(), options=("--settings", str(tmp_path / "migration.toml")))
    assert "migrate: " in capsys.readouterr().out
