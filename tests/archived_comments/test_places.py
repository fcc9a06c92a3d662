"""Which file holds the comments of which article."""

from pathlib import Path

import pytest

from archived_comments.places import leads_to, thread_place


@pytest.mark.parametrize(
    ("source", "folders", "expected"),
    [
        ("articles/2024/11/tram.md", ["articles"], "2024/11/tram.yaml"),
        ("pages/about/us.md", ["articles"], "pages/about/us.yaml"),
        ("tram.v2.rst", [""], "tram.v2.yaml"),
        ("articles-old/tram.md", ["articles"], "articles-old/tram.yaml"),
    ],
)
def test_places(source: str, folders: list[str], expected: str) -> None:
    """The comments of an article have its path without its folder, those of a page its whole path."""
    assert expected == thread_place(source, folders)


def test_strays(tmp_path: Path) -> None:
    """A file of comments is astray when no source of its name is where it must be."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "tram.md").touch()
    site = (["articles"], ["md", "rst"])

    assert leads_to("tram.yaml", tmp_path, site)
    assert not leads_to("articles/tram.yaml", tmp_path, site)
    assert not leads_to("trams.yaml", tmp_path, site)
