"""Addresses of articles and pages, the files they are written to, and the links to them."""

from datetime import UTC, datetime

import pytest

from markdown_articles.addresses import address_of, save_as_of, url_of
from markdown_articles.front_matter import FrontMatter
from markdown_articles.problems import AddressError

OCTOBER = datetime(2023, 10, 7, tzinfo=UTC)


@pytest.mark.parametrize(
    ("front", "path", "address"),
    [
        (FrontMatter("a", date=OCTOBER), "articles/2023/10/tram.md", "/2023/10/tram/"),
        (FrontMatter("a", date=OCTOBER, slug="night-tram"), "articles/tram.md", "/2023/10/night-tram/"),
        (FrontMatter("a", date=OCTOBER), "articles/επίπεδο.md", "/2023/10/επίπεδο/"),
        (FrontMatter("a"), "articles/tram.md", "/tram/"),
        (FrontMatter("a", date=OCTOBER, permalink="/odd/place.html"), "articles/tram.md", "/odd/place.html"),
        (FrontMatter("a", permalink="/%CE%B5%CF%80%CE%AF/"), "articles/tram.md", "/επί/"),
        (FrontMatter("a", permalink="/"), "pages/home.md", "/"),
        (FrontMatter("a", date=OCTOBER), "pages/about/team.md", "/about/team/"),
        (FrontMatter("a", slug="crew"), "pages/about/team.md", "/about/crew/"),
        (FrontMatter("a", permalink="/who-we-are/"), "pages/about/team.md", "/who-we-are/"),
    ],
)
def test_address(front: FrontMatter, path: str, address: str) -> None:
    """The permalink counts, then the site's pattern; a page lives where its file does."""
    assert address == address_of(front, path)


@pytest.mark.parametrize(
    ("pattern", "address"),
    [
        ("/{slug}/", "/tram/"),
        ("{slug}.html", "/tram.html"),
        ("/{date:%Y}/{date:%m}/{date:%d}/{slug}/", "/2023/10/07/tram/"),
        ("/{category}/{slug}/", "/news/local/tram/"),
        ("/archives/{slug}", "/archives/tram"),
    ],
)
def test_pattern(pattern: str, address: str) -> None:
    """The site's pattern may use the date, the slug and the names that the reader knows."""
    assert address == address_of(
        FrontMatter("a", date=OCTOBER), "articles/tram.md", pattern, {"category": "news/local"}
    )


@pytest.mark.parametrize(
    "front",
    [
        FrontMatter("a", permalink="/../secret/"),
        FrontMatter("a", permalink="/a/%2e%2e/b/"),
        FrontMatter("a", permalink="/a//b/"),
        FrontMatter("a", permalink="//evil.example/"),
        FrontMatter("a", permalink="https://evil.example/"),
        FrontMatter("a", permalink="no-slash/"),
        FrontMatter("a", permalink="/?p=12"),
        FrontMatter("a", permalink="/a\\b/"),
        FrontMatter("a", permalink="/a\nb/"),
        FrontMatter("a", permalink="/" + "επ" * 64 + "/"),
        FrontMatter("a", slug=".."),
        FrontMatter("a", slug="../../etc/passwd"),
        FrontMatter("a", slug="a/b"),
        FrontMatter("a", slug="?x"),
    ],
    ids=str,
)
def test_hostile_address(front: FrontMatter) -> None:
    """An address that leaves the site, or that no disk can hold, is refused with what to write instead."""
    with pytest.raises(AddressError, match=r"write|shorten"):
        address_of(front, "articles/tram.md")


@pytest.mark.parametrize("pattern", ["/{postname}/", "/{date:%Y/{slug}/", "/{0}/", "/{slug.x}/"])
def test_wrong_pattern(pattern: str) -> None:
    """A pattern with unknown names says which there are."""
    with pytest.raises(AddressError, match=r"cannot be filled.*\{date:%Y\}, \{slug\}"):
        address_of(FrontMatter("a", date=OCTOBER), "articles/tram.md", pattern)


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("/", "index.html"),
        ("/2023/10/tram/", "2023/10/tram/index.html"),
        ("/2023/10/tram", "2023/10/tram/index.html"),
        ("/odd/place.html", "odd/place.html"),
        ("/odd/place.PHP", "odd/place.PHP"),
        ("/odd/place.html/", "odd/place.html/index.html"),
        ("/version-2.0", "version-2.0/index.html"),
        ("/2023/10/επίπεδο/", "2023/10/επίπεδο/index.html"),
    ],
)
def test_file(address: str, file: str) -> None:
    """A page is a folder's index, unless its address ends in a file's name."""
    assert file == save_as_of(address)


def test_link() -> None:
    """A link is percent-encoded and begins without the slash, as Pelican has it."""
    assert "2023/10/%CE%B5%CF%80%CE%AF%20a%3Fb/" == url_of("/2023/10/επί a?b/")
