from datetime import UTC, datetime, timedelta

import pytest
from selectolax.lexbor import LexborHTMLParser

from built_sites import Build, Site, words


def titles(page: LexborHTMLParser, scope: str = "main") -> list[str]:
    return [words(node) for node in page.css(f"{scope} .card .p-name")]


@pytest.fixture(scope="module")
def site(built: Build) -> Site:
    """Twenty-four stories in two sections and in one that holds all, the sixth of them pinned."""
    files = {}
    for number in range(24):
        date = datetime(2024, 11, 1, tzinfo=UTC) - timedelta(days=number)
        section = ("Sea", "Land")[number % 2]
        files[f"articles/s{number}.md"] = (
            f"---\ntitle: Story {number}\ndate: {date.isoformat()}\nauthors: [Ada]\ncategories: [{section}, Coast]\n"
            f"tags: [gulls]\n{'sticky: true' if number == 5 else ''}\n---\nText {number}.\n"
        )
    return built(files)


def test_lead(site: Site) -> None:
    """The pinned story leads the front page; without one the newest does."""
    assert ["Story 5"] == titles(site.page("/"), ".lead")
    assert "Story 5" not in titles(site.page("/"))[1:]


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
    assert ["/", "/", "/page/3/", "/page/3/"] == [link.attrs["href"] for link in second.css(".pages a")]
    assert [("prev", "/"), ("next", "/page/3/")] == [
        (link.attrs["rel"], link.attrs["href"]) for link in second.css(".pages [rel]")
    ]
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


def test_far_pages(built: Build) -> None:
    """From a page of a long list its ends and its neighbours are one step away."""
    story = "---\ntitle: Story {number}\ndate: 2024-11-01T10:{number:02}:00+00:00\n---\nText.\n"
    site = built({f"articles/{number}.md": story.format(number=number) for number in range(60)})

    links = site.page("/page/4/").css(".pages li")

    assert ["Newer", "1", "…", "3", "Page 4 of 6", "5", "6", "Older"] == [words(node) for node in links]
    assert "Page 6 of 6" == links[6].css("a")[0].attrs["aria-label"]


MENU = """
primary:
  name: Main
  items:
    - title: Sea
      address: /category/sea/
    - title: Land
      address: /category/land/
    - title: Us
      address: /about/
"""


def test_navigation_without_a_menu(site: Site) -> None:
    """Without a menu the sections are the navigation."""
    assert {"Coast", "Land", "Sea"} == {words(node) for node in site.page("/").css(".sections a")}


def test_where_a_page_is(built: Build) -> None:
    """The paper's menu marks the page that is read, and the section of a story, of a later page, of a section below."""
    story = "---\ntitle: Gull {number}\ndate: 2024-11-01\ncategories: [Sea/Deep]\n---\nText.\n"
    site = built({
        "data/menus.yaml": MENU, "pages/about.md": "---\ntitle: Us\n---\nUs.\n",
        **{f"articles/gull-{number}.md": story.format(number=number) for number in range(11)},
        "articles/land.md": "---\ntitle: Land\ndate: 2024-11-01\ncategories: [Land]\n---\nText.\n",
    })  # fmt: skip

    for address, marked in {
        "/": {}, "/about/": {"Us": "page"}, "/category/sea/": {"Sea": "page"}, "/category/sea/page/2/": {"Sea": "true"},
        "/category/sea/deep/": {"Sea": "true"}, "/2024/11/gull-3/": {"Sea": "true"}, "/2024/11/land/": {"Land": "true"},
        "/authors/": {},
    }.items():  # fmt: skip
        links = site.page(address).css(".sections [aria-current]")
        assert marked == {words(link): link.attrs["aria-current"] for link in links}, address


def test_sections_within(built: Build) -> None:
    """A section leads to those below it that have stories, and each of them back."""
    site = built({
        "data/categories.yaml": "sea:\n  name: Sea\ndeep:\n  name: Deep & far\n  parent: sea\n"
                                "shore:\n  name: Shore\n  parent: sea\n",
        "articles/a.md": "---\ntitle: A\ndate: 2024-11-01\ncategories: [deep]\n---\nText.\n",
        "articles/b.md": "---\ntitle: B\ndate: 2024-11-01\ncategories: [Sea]\n---\nText.\n",
    })  # fmt: skip

    below = site.page("/category/sea/").css(".heading .within a")
    above = site.page("/category/sea/deep/").css(".heading .label a")

    assert {"Deep & far": "/category/sea/deep/"} == {words(link): link.attrs["href"] for link in below}
    assert {"Sea": "/category/sea/"} == {words(link): link.attrs["href"] for link in above}
    assert {"A", "B"} == set(titles(site.page("/category/sea/")))


def test_section_lead(built: Build) -> None:
    """On the first page of a section the newest story with a picture stands large, and each story stands once."""
    story = "---\ntitle: Story {number}\ndate: 2024-11-{day:02}\ncategories: [Sea]\n{more}---\nText.\n"
    site = built({f"articles/{number}.md": story.format(
        number=number, day=20 - number, more="image: /wp-content/a.jpg\n" if number in {1, 11} else "",
    ) for number in range(15)})  # fmt: skip
    first, second = site.page("/category/sea/"), site.page("/category/sea/page/2/")

    assert ["Story 1"] == titles(first, ".first")
    assert ["Story 1", "Story 0", *(f"Story {number}" for number in range(2, 10))] == titles(first)
    assert [] == second.css(".first")


def test_writer(built: Build) -> None:
    """A writer's page tells who it is, with a portrait and the ways to find them elsewhere."""
    site = built({
        "data/authors.yaml": "ada:\n  name: Ada <Lowe>\n  bio: Drives <em>well</em>.\n  avatar: /wp-content/ada.svg\n"
                             "  website: https://ada.example/\n  links:\n    Mastodon: https://mastodon.example/@ada\n",
        "articles/a.md": "---\ntitle: A\ndate: 2024-11-01\nauthors: [ada]\n---\nText.\n",
    })  # fmt: skip
    card = site.page("/author/ada/").css_first(".heading .h-card")
    assert card is not None

    assert "Ada <Lowe>" == words(card.css_first("h1"))
    assert "Drives well." == words(card.css_first(".p-note"))
    assert ["/wp-content/ada.svg"] == [image.attrs["src"] for image in card.css("img.u-photo")]
    assert ["https://ada.example/", "https://mastodon.example/@ada"] == [
        link.attrs["href"] for link in card.css("a[rel=me]")
    ]


def test_spans_within(site: Site) -> None:
    """A year leads to its months, a month to its days, and both back; a day says which it is."""
    assert {"November 2024": "/2024/11/", "October 2024": "/2024/10/"} == {
        words(link): link.attrs["href"] for link in site.page("/2024/").css(".heading .within a")
    }
    november = site.page("/2024/11/")
    assert {"1 November 2024": "/2024/11/01/"} == {
        link.attrs["aria-label"]: link.attrs["href"] for link in november.css(".heading .days a")
    }
    assert ["/2024/"] == [link.attrs["href"] for link in november.css(".heading .label a")]
    day = site.page("/2024/11/01/")

    assert "1 November 2024" == words(day.css_first("h1"))
    assert ["/2024/11/"] == [link.attrs["href"] for link in day.css(".heading .label a")]


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
