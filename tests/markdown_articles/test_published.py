import os
from pathlib import Path

import pytest

from markdown_articles.published import strays
from markdown_articles.reader import Category
from markdown_articles.registries import Category as Entry


@pytest.mark.parametrize(
    ("file", "remedy"),
    [
        ("articles/x.MD", "name it x.md"),
        ("articles/x.markdown", "name it x.md"),
        ("articles/2024/x.html", "name it x.md"),
        ("pages/Impressum.rst", "name it Impressum.md"),
        ("pages/photo.jpg", "move it below wp-content/uploads/"),
    ],
)
def test_strays(tmp_path: Path, file: str, remedy: str) -> None:
    """A file that no one would read is named, with what to do."""
    (tmp_path / file).parent.mkdir(parents=True)
    (tmp_path / file).touch()
    shown, folder = os.path.relpath(tmp_path / file), file.split("/", maxsplit=1)[0]
    expected = [f"{shown}: nothing reads it: {remedy}, or move it out of {folder}/"]

    assert expected == list(strays(tmp_path, ["articles", "pages"]))


@pytest.mark.parametrize("file", ["articles/x.md", "articles/x.md.incoming", "articles/.DS_Store", "wp-content/x"])
def test_no_strays(tmp_path: Path, file: str) -> None:
    """Articles, hidden files and published folders are left in peace."""
    (tmp_path / file).parent.mkdir(parents=True)
    (tmp_path / file).touch()

    assert list(strays(tmp_path, ["articles", "pages"])) == []


def test_sections_of_one_name() -> None:
    """Two sections may each have a `local` below them, and stay two."""
    settings: dict[str, list[str]] = {"SLUG_REGEX_SUBSTITUTIONS": [], "CATEGORY_REGEX_SUBSTITUTIONS": []}
    local = Entry("local", "Local")
    sport, town = (Category((Entry(slug, slug), local), settings) for slug in ("sport", "town"))

    assert sport != town
    assert len({sport, town, Category((Entry("sport", "sport"), local), settings)}) == 2
