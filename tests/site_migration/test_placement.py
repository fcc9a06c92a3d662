from dataclasses import replace
from datetime import UTC, datetime

import pytest

from site_migration.placement import Places
from wordpress_export.model import Article, Status

POST = Article(
    type="post", title="Tide turns", status=Status.PUBLISHED, body="", id=7, slug="tide-turns",
    permalink="/2023/10/tide-turns/", published=datetime(2023, 10, 17, 9, tzinfo=UTC),
)  # fmt: skip


@pytest.mark.parametrize(
    ("article", "file"),
    [
        pytest.param(POST, "articles/2023/10/tide-turns.md", id="a post lies in the folder of its month"),
        pytest.param(replace(POST, slug="επίπεδο"), "articles/2023/10/επίπεδο.md", id="a Greek slug stays Greek"),
        pytest.param(replace(POST, published=None), "articles/undated/tide-turns.md", id="no date is made up"),
        pytest.param(replace(POST, slug=""), "articles/2023/10/tide-turns.md", id="without a slug the title names it"),
        pytest.param(replace(POST, slug="", title=""), "articles/2023/10/untitled-7.md", id="or its id"),
        pytest.param(
            replace(POST, type="page", permalink="/about/team/", slug="team"), "pages/about/team.md",
            id="a page lies in the folders of its address",
        ),
        pytest.param(
            replace(POST, type="page", permalink="", slug="team", status=Status.DRAFT), "pages/drafts/team.md",
            id="a page without an address lies among the drafts",
        ),
        pytest.param(
            replace(POST, type="event", permalink="/event/regatta/", slug="regatta"), "pages/event/regatta.md",
            id="a custom type is a page at its address",
        ),
        pytest.param(replace(POST, slug="é" * 150), f"articles/2023/10/{'é' * 100}.md", id="a name fits a file system"),
    ],
)  # fmt: skip
def test_file(article: Article, file: str) -> None:
    """An article's file says where it stood."""
    assert file == Places().find(article).file


def test_same_slug_same_month() -> None:
    """Two articles with one slug and month get two files; the second says so."""
    places = Places()
    first = places.find(POST)
    second = places.find(replace(POST, id=8, permalink="/2023/10/tide-turns-2/"))
    third = places.find(replace(POST, id=8, permalink="/2023/10/tide-turns-3/"))

    assert first.file == "articles/2023/10/tide-turns.md"
    assert second.file == "articles/2023/10/tide-turns-8.md"
    assert third.file == "articles/2023/10/tide-turns-3.md"
    assert ["file name taken by another item"] == [note.kind for note in second.notes]


def test_same_slug_other_case() -> None:
    """Names that differ in case alone would overwrite each other on some disks."""
    places = Places()
    places.find(POST)

    assert places.find(replace(POST, id=8, slug="Tide-Turns")).file == "articles/2023/10/Tide-Turns-8.md"


def test_same_address() -> None:
    """Two articles with one address: the second loses it, and a person is told."""
    places = Places()
    places.find(POST)
    second = places.find(replace(POST, id=8, slug="other"))

    assert second.permalink == ""
    assert [("address taken by another item", True)] == [(note.kind, note.review) for note in second.notes]


@pytest.mark.parametrize("status", [Status.DRAFT, Status.PENDING, Status.SCHEDULED, Status.TRASH])
def test_no_address_yet(status: Status) -> None:
    """An item that was not public had no address to keep."""
    assert Places().find(replace(POST, status=status)).permalink == ""


def test_old_front_page() -> None:
    """A static front page makes way for the news, and the report says so."""
    place = Places().find(replace(POST, type="page", slug="home", permalink="/"))

    assert place.permalink == ""
    assert ["the old front page has moved"] == [note.kind for note in place.notes]


@pytest.mark.parametrize("permalink", ["/../../etc/passwd/", "/a/../../b/", "//etc/passwd/"])
def test_hostile_address(permalink: str) -> None:
    """No address leads out of the content folder."""
    file = Places().find(replace(POST, type="page", permalink=permalink)).file

    assert file.startswith("pages/")
    assert ".." not in file.split("/")
    assert "//" not in file
