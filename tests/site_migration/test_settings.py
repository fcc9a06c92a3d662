"""The settings of a migration."""

from pathlib import Path

import pytest

from site_migration.settings import Settings, SettingsError, read_settings
from tiny_exports import item, migrated
from wordpress_export.handlers import HandlersError


def written(folder: Path, text: str) -> Path:
    """Give the path of a file of settings."""
    path = folder / "migration.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_handlers_are_beside_the_settings(tmp_path: Path) -> None:
    """The path of the handlers is relative to the file that names it."""
    (tmp_path / "own.py").write_text("BLOCKS = {}", encoding="utf-8")
    assert Settings(str(tmp_path / "own.py")) == read_settings(written(tmp_path, 'handlers = "own.py"'))


def test_nothing_set(tmp_path: Path) -> None:
    """An empty file sets nothing."""
    assert Settings() == read_settings(written(tmp_path, ""))


@pytest.mark.parametrize("is_there", [True, False])
def test_the_file_that_nobody_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_there: bool) -> None:
    """Where no file is named, migration.toml is read if it is there."""
    monkeypatch.chdir(tmp_path)
    if is_there:
        (tmp_path / "own.py").write_text("BLOCKS = {}", encoding="utf-8")
        written(tmp_path, 'handlers = "own.py"')
    assert bool(read_settings(None).handlers) is is_there


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('handler = "x.py"', "there is no key 'handler'; did you mean handlers?"),
        ("colour = 1", "there is no key 'colour': the keys are handlers, largest_file_mb."),
        ('largest_file_mb = "2 GB"', "largest_file_mb is '2 GB', and a number of megabytes from 1 to 1000000"),
        ("largest_file_mb = 0", "largest_file_mb is 0, and a number"),
        ("handlers = 7", "handlers is 7, and the path of a Python file is expected in quotes"),
        ("handlers = x.py", "is no TOML"),
    ],
)
def test_mistakes_are_named(tmp_path: Path, text: str, words: str) -> None:
    """A mistake is named with its file and what to write instead."""
    path = written(tmp_path, text)
    with pytest.raises(SettingsError) as problem:
        read_settings(path)

    assert str(path) in str(problem.value)
    assert words in str(problem.value)


def test_files_that_are_not_there(tmp_path: Path) -> None:
    """A file of settings, or of handlers, that is named and not there is a mistake."""
    with pytest.raises(SettingsError, match="no such file of settings"):
        read_settings(tmp_path / "none.toml")
    with pytest.raises(HandlersError, match="no such file of handlers"):
        read_settings(written(tmp_path, 'handlers = "none.py"'))


@pytest.mark.parametrize("workers", ["1", "2"])
def test_handlers_reach_every_worker(tmp_path: Path, workers: str) -> None:
    """What a handler gives stands in the Markdown, in however many processes it was converted."""
    (tmp_path / "own.py").write_text("SHORTCODES = {'tide': lambda s, c: '<em>high</em>'}", encoding="utf-8")
    settings = written(tmp_path, 'handlers = "own.py"')
    options = ("--settings", str(settings), "--workers", workers)

    assert 0 == migrated(tmp_path, item(body="The tide is [tide]."), options=options)
    assert "The tide is *high*." in (tmp_path / "content/articles/2023/10/tide.md").read_text(encoding="utf-8")


def test_another_handler_converts_again(tmp_path: Path) -> None:
    """Where a handler has changed, an article that has not is converted all the same."""
    settings = written(tmp_path, 'handlers = "own.py"')
    for word in ("low", "high"):
        # Handlers are loaded once in a process, so that each migration here has a file of its own.
        (tmp_path / f"{word}.py").write_text(f"SHORTCODES = {{'tide': lambda s, c: '{word}'}}", encoding="utf-8")
        settings.write_text(f'handlers = "{word}.py"', encoding="utf-8")
        assert 0 == migrated(tmp_path, item(body="It is [tide]."), options=("--settings", str(settings)))

    assert "It is high." in (tmp_path / "content/articles/2023/10/tide.md").read_text(encoding="utf-8")


def test_mistakes_begin_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A migration with settings that cannot be used does not begin, and says why."""
    settings = written(tmp_path, 'handlers = "none.py"')

    assert 2 == migrated(tmp_path, item(), options=("--settings", str(settings)))
    assert "no such file of handlers" in " ".join(capsys.readouterr().out.split())
    assert not (tmp_path / "content").exists()
