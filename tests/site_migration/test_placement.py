from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from site_migration.placement import Places, moved_addresses
from wordpress_export.model import Article, Export, Site, Status

PATTERN = "/{date:%Y}/{date:%m}/{slug}/"
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
            replace(POST, type="page", permalink="", slug="team", parent=3, status=Status.DRAFT), "pages/about/team.md",
            id="a page without an address lies below its parent",
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
    assert file == Places(PATTERN, {3: "/about/"}).find(article).file


def test_same_slug_same_month() -> None:
    """Two articles with one slug and month get two files and keep their own addresses; the second says so."""
    places = Places(PATTERN)
    first = places.find(POST)
    second = places.find(replace(POST, id=8, permalink="/2023/10/tide-turns-2/"))
    third = places.find(replace(POST, id=8, permalink="/2023/10/tide-turns-3/"))

    assert ("articles/2023/10/tide-turns.md", "", "/2023/10/tide-turns/") == (
        first.file,
        first.permalink,
        first.address,
    )
    assert second.file == "articles/2023/10/tide-turns-8.md"
    assert second.permalink == second.address == "/2023/10/tide-turns-2/"
    assert third.file == "articles/2023/10/tide-turns-2.md"
    assert ["file name taken by another item"] == [note.kind for note in second.notes]


def test_same_slug_other_day() -> None:
    """With the day in their addresses, two articles of one slug and month are told apart by it alone."""
    places = Places("/{date:%Y}/{date:%m}/{date:%d}/{slug}/")
    later = replace(POST, id=8, permalink="/2023/10/18/tide-turns/", published=datetime(2023, 10, 18, tzinfo=UTC))
    places.find(replace(POST, permalink="/2023/10/17/tide-turns/"))

    found = places.find(later)

    assert ("articles/2023/10/tide-turns-8.md", "tide-turns", "") == (found.file, found.slug, found.permalink)


def test_same_slug_other_case() -> None:
    """Names that differ in case alone would overwrite each other on some disks."""
    places = Places(PATTERN)
    places.find(POST)

    assert places.find(replace(POST, id=8, slug="Tide-Turns")).file == "articles/2023/10/Tide-Turns-8.md"


def test_same_address() -> None:
    """Two articles with one address: the second gets another, and a person is told."""
    places = Places(PATTERN)
    first = places.find(POST)
    second = places.find(replace(POST, id=8))

    assert first.address != second.address == "/2023/10/tide-turns-8/"
    assert ("address taken by another item", True) in [(note.kind, note.review) for note in second.notes]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("/archives/1", "/archives/1/"),
        ("/a/b.html", "/a/b.html/c/"),
        ("/index.php/2020/x/", "/index.php"),
    ],
)
def test_same_file(first: str, second: str) -> None:
    """Two addresses of one file, or a file where another needs a folder, are one address too many."""
    places = Places(PATTERN)
    places.find(replace(POST, permalink=first))
    found = places.find(replace(POST, id=8, slug="other", permalink=second))

    assert found.address == "/2023/10/other/"
    assert ["address taken by another item"] == [note.kind for note in found.notes]


@pytest.mark.parametrize("permalink", ["/2020/05/./x/", "/2020//05/x/", "/a?b/"])
def test_impossible_address(permalink: str) -> None:
    """An old address that no file can have is given up with a note, and the article is not."""
    found = Places(PATTERN).find(replace(POST, permalink=permalink))

    assert found.address == "/2023/10/tide-turns/"
    assert ["old address that no file can have"] == [note.kind for note in found.notes]


def test_address_of_a_later_item() -> None:
    """An article without an old address never takes one that another item has."""
    places = Places(PATTERN, {8: "/2023/10/tide-turns/"})
    first = places.find(replace(POST, permalink=""))
    second = places.find(replace(POST, id=8))

    assert second.address == "/2023/10/tide-turns/"
    assert first.address not in {"/2023/10/tide-turns/", ""}


def test_last_resort() -> None:
    """Where file, slug and date lead to a taken address all the same, the article's id makes a new one."""
    places = Places("/{slug}/")
    places.find(replace(POST, permalink="/tide-turns/"))
    later = places.find(replace(POST, id=8, permalink="", published=datetime(2024, 1, 1, tzinfo=UTC)))

    assert later.permalink == later.address == "/tide-turns-8/"


@pytest.mark.parametrize("status", [Status.DRAFT, Status.PENDING, Status.SCHEDULED, Status.TRASH])
def test_no_address_yet(status: Status) -> None:
    """An item that was not public had no address to keep, and takes none from a public one."""
    places = Places(PATTERN)
    draft = places.find(replace(POST, status=status, permalink="/odd/"))

    assert (draft.permalink, places.find(replace(POST, id=8)).address) == ("", "/2023/10/tide-turns/")


def test_old_front_page() -> None:
    """Whatever stood at the home address makes way for the news, and the report says so."""
    place = Places(PATTERN).find(replace(POST, type="page", slug="home", permalink="/"))
    post = Places(PATTERN).find(replace(POST, permalink="/"))

    assert ("/home/", "/2023/10/tide-turns/") == (place.address, post.address)
    assert ["the old front page has moved"] == [note.kind for note in place.notes]


@pytest.mark.parametrize("permalink", ["/../../etc/passwd/", "/a/../../b/", "//etc/passwd/"])
def test_hostile_address(permalink: str) -> None:
    """No address leads out of the content folder."""
    file = Places(PATTERN).find(replace(POST, type="page", permalink=permalink)).file

    assert file.startswith("pages/")
    assert ".." not in file.split("/")
    assert "//" not in file


def export_of(*articles: Article, address: str = "https://news.example") -> Export:
    """Give the export of a site that has some public articles."""
    return Export(
        Site(address),
        read_articles=lambda: iter(articles),
        article_count=len(articles),
        permalinks={article.id or 0: article.permalink for article in articles if article.permalink},
    )


@pytest.mark.parametrize(
    ("articles", "moved"),
    [
        pytest.param([POST], {}, id="who keeps an address has not moved"),
        pytest.param(
            [POST, replace(POST, id=8)], {8: "/2023/10/tide-turns-8/"}, id="the second at an address has moved"
        ),
        pytest.param([replace(POST, permalink="")], {7: "/2023/10/tide-turns/"}, id="a number is no address"),
        pytest.param(
            [replace(POST, type="page", slug="home", permalink="/")], {7: "/home/"}, id="the old front page has moved"
        ),
    ],
)
def test_moved(articles: list[Article], moved: dict[int, str]) -> None:
    """The new addresses of those that do not keep theirs are known before links are written, and are the final ones."""
    export = export_of(*articles)
    places = Places(PATTERN, export.permalinks)

    assert moved == moved_addresses(export, PATTERN)
    assert moved == {a.id: p.address for a in articles if (p := places.find(a)).address != a.permalink}


def test_nothing_is_read_where_nothing_moves() -> None:
    """A site whose articles all keep their addresses is not read once more."""

    def read_again() -> Iterator[Article]:
        raise AssertionError("the articles were read once more")

    assert {} == moved_addresses(replace(export_of(POST), read_articles=read_again), PATTERN)
