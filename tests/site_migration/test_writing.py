from pathlib import Path

from site_migration.writing import Written, overwrite, write_new


def test_new(tmp_path: Path) -> None:
    """A file comes with its folders, whole, readable by others, and with nothing left beside it."""
    file = tmp_path / "articles" / "2023" / "επίπεδο.md"

    assert Written.NEW is write_new(file, "text\n")
    assert "text\n" == file.read_text(encoding="utf-8")
    assert 0o644 == file.stat().st_mode & 0o777
    assert [file] == list(file.parent.iterdir())


def test_same(tmp_path: Path) -> None:
    """Writing the same bytes again does not touch the file."""
    file = tmp_path / "a.md"
    write_new(file, "text\n")
    before = file.stat()

    assert Written.SAME is write_new(file, "text\n")
    assert (before.st_mtime_ns, before.st_ino) == (file.stat().st_mtime_ns, file.stat().st_ino)


def test_differs(tmp_path: Path) -> None:
    """A file with other bytes, an editor's perhaps, is never overwritten."""
    file = tmp_path / "a.md"
    file.write_text("an editor's text\n", encoding="utf-8")

    assert Written.DIFFERS is write_new(file, "ours\n")
    assert "an editor's text\n" == file.read_text(encoding="utf-8")


def test_report_overwrites(tmp_path: Path) -> None:
    """A report of ours takes the place of the last one."""
    overwrite(tmp_path / "report.html", "old")
    overwrite(tmp_path / "report.html", "new")

    assert "new" == (tmp_path / "report.html").read_text(encoding="utf-8")
