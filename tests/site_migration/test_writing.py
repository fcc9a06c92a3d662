from pathlib import Path

from site_migration.writing import overwrite


def test_new(tmp_path: Path) -> None:
    """A file comes with its folders, whole, readable by others, and with nothing left beside it."""
    file = tmp_path / "articles" / "2023" / "επίπεδο.md"
    overwrite(tmp_path, "articles/2023/επίπεδο.md", "text\n")

    assert "text\n" == file.read_text(encoding="utf-8")
    assert 0o644 == file.stat().st_mode & 0o777
    assert [file] == list(file.parent.iterdir())


def test_same(tmp_path: Path) -> None:
    """Writing the same bytes again does not touch the file."""
    file = tmp_path / "a.md"
    overwrite(tmp_path, "a.md", "text\n")
    before = file.stat()
    overwrite(tmp_path, "a.md", "text\n")

    assert (before.st_mtime_ns, before.st_ino) == (file.stat().st_mtime_ns, file.stat().st_ino)
    assert [file] == list(tmp_path.iterdir())


def test_other(tmp_path: Path) -> None:
    """Other bytes take the place of the old ones."""
    overwrite(tmp_path, "report.html", "old")
    overwrite(tmp_path, "report.html", "new")

    assert "new" == (tmp_path / "report.html").read_text(encoding="utf-8")
