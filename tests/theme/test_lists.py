from datetime import UTC, datetime, timedelta

import pytest
from selectolax.lexbor import LexborHTMLParser

from built_sites import Build, Site, words


def titles(page: LexborHTMLParser, scope: str = "main") -> list[str]:
    return [words(node) for node in page.css(f"{scope} .card .p-name")]


@pytest.fixture(scope="module")
def site(built: Build) -> Site:
    """Twenty-four stories in two sections and in one that holds all, the oldest of them pinned."""
    files = {}
    for number in range(24):
        date = datetime(2024, 11, 1, tzinfo=UTC) - timedelta(days=number)
        section = ("Sea", "Land")[number % 2]
        files[f"articles/s{number}.md"] = (
            f"---\ntitle: Story {number}\ndate: {date.isoformat()}\nauthors: [Ada]\ncategories: [{section}, Coast]\n"
            f"tags: [gulls]\n{'sticky: true' if number == 23 else ''}\n---\nText {number}.\n"
        )
    return built(files)


def test_lead(site: Site) -> None:
    """The pinned story leads the front page; without one the newest does."""
    assert ["Story 23"] == titles(site.page("/"), ".lead")
    assert "Story 23" not in titles(site.page("/"))[1:]


def test_every_story_once(site: Site) -> None:
    """No story stands on the front page twice, and the newest page of stories is there whole."""
    shown = titles(site.page("/"))

    assert len(set(shown)) == len(shown)
    assert {f"Story {number}" for number in range(10)} <= set(shown)


def test_sections(site: Site) -> None:
    """A section that has enough more stories gets a row of its own, of stories that no row above has shown."""
    front = site.page("/")

    rows = {
        words(row.css_first(".rubric")): [words(node) for node in row.css(".p-name")] for row in front.css(".section")
    }

    assert {
        "Coast": ["Story 10", "Story 11", "Story 12", "Story 13"],
        "Sea": ["Story 14", "Story 16", "Story 18", "Story 20"],
        "Land": ["Story 15", "Story 17", "Story 19", "Story 21"],
    } == rows


def test_second_page(site: Site) -> None:
    """Older stories are at WordPress's own addresses, in one plain list."""
    second = site.page("/page/2/")

    assert [f"Story {number}" for number in range(10, 20)] == titles(second)
    assert ["/", "/page/3/"] == [link.attrs["href"] for link in second.css(".pages a")]
    assert ["Page 2 of 3"] == [words(node) for node in second.css(".pages .here")]
    assert words(second.css_first("title")).startswith("Page 2 of 3")


@pytest.mark.parametrize(
    ("address", "heading", "count"),
    [
        ("/category/sea/", "Sea", 10),
        ("/category/sea/page/2/", "Sea", 2),
        ("/tag/gulls/page/3/", "gulls", 4),
        ("/author/ada/", "Ada", 10),
        ("/2024/", "2024", 10),
        ("/2024/10/", "October 2024", 10),
        ("/2024/10/page/3/", "October 2024", 3),
    ],
)
def test_archives(site: Site, address: str, heading: str, count: int) -> None:
    """Every archive of WordPress is where it was, page by page."""
    page = site.page(address)

    assert heading == words(page.css_first("h1"))
    assert count == len(titles(page))


def test_years(site: Site) -> None:
    """The archives lead to every year and month."""
    links = [link.attrs["href"] for link in site.page("/archives/").css("main a")]

    assert ["/2024/", "/2024/11/", "/2024/10/"] == links


def test_directories(site: Site) -> None:
    """Sections, topics and writers are listed with the number of their stories."""
    for address, entries in {
        "/categories/": ["Coast 24", "Land 12", "Sea 12"],
        "/tags/": ["gulls 24"],
        "/authors/": ["Ada 24"],
    }.items():
        assert entries == [words(node) for node in site.page(address).css(".directory li")]


def test_navigation_without_a_menu(site: Site, sample: Site) -> None:
    """The paper's own menu is the navigation; without one its sections are."""
    assert {"Coast", "Land", "Sea"} == {words(node) for node in site.page("/").css(".sections a")}
    links = sample.page("/category/harbour/").css(".sections a")

    assert ["Harbour", "Town Hall", "Culture", "Science", "Opinion", "Tides", "About us"] == [words(a) for a in links]
    assert ["Harbour"] == [words(node) for node in links if "aria-current" in node.attrs]


def test_a_page_wins_over_a_list(built: Build) -> None:
    """A page may have the address of one of the theme's own lists: its address is old, so the list gives way."""
    places = ["/archives/", "/tags/", "/categories/", "/authors/", "/2024/", "/2024/11/", "/category/sea/", "/404.html"]
    pages = {
        f"pages/{number}.md": f"---\ntitle: An old page\npermalink: {place}\n---\nAs it was.\n"
        for number, place in enumerate(places)
    }
    pages["pages/tag/gulls.md"] = "---\ntitle: An old page\n---\nAs it was.\n"
    story = "---\ntitle: Gull\ndate: 2024-11-01\ncategories: [Sea]\ntags: [gulls]\n---\nText.\n"
    site = built(pages | {"articles/a.md": story})

    assert {"An old page"} == {words(site.page(place).css_first("h1")) for place in [*places, "/tag/gulls/"]}
    assert ["Gull"] == titles(site.page("/"))


def test_nothing_yet(built: Build) -> None:
    """A newspaper without a story has a front page that says so."""
    page = built({"pages/about.md": "---\ntitle: About\n---\nUs.\n"}).page("/")

    assert "Nothing has been published here yet." == words(page.css_first("main"))


def test_not_found(sample: Site) -> None:
    """The page for what is not there is not to be indexed, and offers ways on."""
    page = sample.page("/404.html")

    assert "noindex" == page.css("meta[name=robots]")[0].attrs["content"]
    assert {"/", "/archives/"} <= {link.attrs["href"] for link in page.css(".notice a")}
