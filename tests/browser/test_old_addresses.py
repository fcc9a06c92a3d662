"""Readers who come by an old address to a host without rules: scripts of the front page and the 404 page lead on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from built_sites import build, write
from readers import Reader
from web_host import hosted

HEAD = "---\ntitle: {title}\ndate: 2024-11-20T07:15:00+00:00\nslug: {slug}\n{more}---\n\nWords.\n"


def story(title: str, slug: str, more: str = "") -> str:
    """Give the text of an article."""
    return HEAD.format(title=title, slug=slug, more=more)


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a small paper on a host that knows no rules."""
    folder = tmp_path_factory.mktemp("paper")
    write(folder / "content", {
        "articles/2024/11/tram.md": story("The night tram <b>returns</b>", "night-tram-returns",
                                          "wordpress_id: 7\naliases:\n  - /2019/tram.php\n"),
        "articles/2024/11/kai.md": story("東の浅瀬のカキ", "東の浅瀬のカキ"),
        "articles/2024/11/kelp.md": story("Kelp for supper", "kelp-for-supper"),
        "data/addresses/lists.yaml": "/?cat=3: /category/uncategorized/\n",
    })  # fmt: skip
    site = build(folder / "content", folder / "output", 'REDIRECTS_FOR=["html"]')
    with hosted(site.output) as address:
        yield address


@pytest.fixture
def guest(reader: Reader, paper: str) -> Reader:
    """Give a reader of that paper."""
    return Reader(reader.browser, paper, reader.contexts)


@pytest.mark.parametrize(
    ("sent", "place"),
    [
        ("/?p=7", "/2024/11/night-tram-returns/"),
        ("/?page_id=7&utm_source=mail", "/2024/11/night-tram-returns/"),
        ("/?cat=3", "/category/uncategorized/"),
        ("/?m=202411", "/2024/11/"),
        ("/?author_name=nobody", "/author/nobody/"),
        ("/2019/tram.php", "/2024/11/night-tram-returns/"),
        ("/2024/11/NIGHT-Tram-Returns", "/2024/11/night-tram-returns/"),
        ("/2024/11/night-tram-returns/amp/", "/2024/11/night-tram-returns/"),
        ("/2024/11/night-tram-returns/comment-page-2/", "/2024/11/night-tram-returns/"),
        ("/page/9/", "/"),
    ],
)
def test_leads_on(guest: Reader, paper: str, sent: str, place: str) -> None:
    """An old address leads on to its place."""
    page = guest.window().page
    page.goto(paper + sent)
    page.wait_for_url(paper + place)

    assert page.url == paper + place


@pytest.mark.parametrize(
    ("sent", "titles"),
    [
        ("/2019/05/when-the-night-tram-returned/", ["The night tram <b>returns</b>"]),
        ("/2024/11/東の浅瀬の蟹/", ["東の浅瀬のカキ"]),
        ("/constructor/__proto__/", []),
        ("/%E0%A4%A/supper%3Cscript%3E", ["Kelp for supper"]),
    ],
)
def test_suggests(guest: Reader, paper: str, sent: str, titles: list[str]) -> None:
    """A page for what is not there names stories by words of the address, as plain text."""
    visit = guest.window()
    visit.page.goto(paper + sent)
    visit.page.wait_for_load_state("networkidle")

    assert titles == visit.page.locator("[data-suggested] li").all_text_contents()
    assert bool(titles) == visit.page.locator("[data-suggested]").is_visible()


def test_asks_only_when_asked(guest: Reader, paper: str) -> None:
    """A front page that is asked nothing fetches none of the tables."""
    page, asked = guest.window().page, list[str]()
    page.on("request", lambda request: asked.append(request.url))
    page.goto(paper + "/")
    page.wait_for_load_state("networkidle")

    assert [] == [url for url in asked if "_addresses" in url]


def test_other_host(guest: Reader, paper: str) -> None:
    """An address with two slashes at its start leads to no other host."""
    page = guest.window().page
    page.goto(paper + "//other.example/amp/")
    page.wait_for_load_state("networkidle")

    assert page.url.startswith(paper)


def test_page_that_leads_on(reader: Reader, tmp_path: Path) -> None:
    """Where no script runs, a page at the old address leads on by itself."""
    write(tmp_path / "content", {"articles/tram.md": story("Tram", "tram", "aliases:\n  - /old tram/\n")})
    site = build(tmp_path / "content", tmp_path / "output", 'REDIRECTS_FOR=["html"]')
    with hosted(site.output) as address:
        page = Reader(reader.browser, address, reader.contexts).window(java_script_enabled=False).page
        page.goto(address + "/old%20tram/")
        page.wait_for_url(address + "/2024/11/tram/")

        assert "Tram" in page.title()
