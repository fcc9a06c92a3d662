"""What is said of links: of those that were changed, that lead to nothing public, or nowhere."""

import csv
import pickle
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from bodies import EXPORT, LIBRARY, clean
from cases import Case, read_cases
from samples import SAMPLES, needs_samples
from wordpress_export.body import CleanBody, Library, clean_body
from wordpress_export.former_addresses import former_addresses
from wordpress_export.model import Article, Note, Status
from wordpress_export.sources import wxr

CASES = Path(__file__).parent / "cases"
WHOLE = Library.of(replace(EXPORT, holds=frozenset({"post", "page", "category", "attachment"})))
LED_SOMEWHERE = ("home", "post", "page", "category", "post_tag", "author", "month", "year", "day")
HIDDEN = "link to an item that is not public"


def clean_whole(body: str, library: Library = WHOLE) -> CleanBody:
    """Clean a body with the library of an export of all content."""
    return clean_body(Article("post", "Title", Status.PUBLISHED, body, permalink="/2020/05/slug/"), library)


@pytest.mark.parametrize(
    ("kind", "address"),
    [
        ("address of a former home of the site", "http://old.example/about/"),
        ("file of the media list that lay on another host", "https://s3.example/2020/05/tide.jpg"),
        ("link to a form of an article that is no more", "/2020/04/other/amp/"),
        ("link to a form of an article that is no more", "/2020/04/other/?page=2"),
        ("link to a former address", "/2020/04/first-title/"),
        ("link to a read-more mark", "/2020/04/other/#more-7"),
        ("link to an attachment page leads to its file", "/2020/05/slug/a/"),
        ("picture shown as it was edited later", "/wp-content/uploads/2020/05/crowd.jpg"),
        ("size of a picture whose original is not known", "/wp-content/uploads/lost-300x200.jpg"),
        ("tracking in an address left out", "/2020/04/other/?utm_source=a"),
    ],
)
def test_changed_links_are_noted(kind: str, address: str) -> None:
    """A link that leads elsewhere than it did is noted by its kind, and needs no one's eye."""
    body = f'<p><a href="{address}">Words <img class="wp-image-50" src="/wp-content/uploads/2020/05/tide.jpg"></a></p>'

    assert [(kind, False)] == [(n.kind, n.review) for n in clean(body).notes if n.kind != "styling left behind"]


def test_links_that_stay_are_not_noted() -> None:
    """Form alone, scheme, host, slash, encoding, is no alteration."""
    body = '<a href="http://www.news.example/2020/04/other">a</a> <a href="https://other.example/?utm_source=b">b</a>'

    assert () == clean(body).notes


@pytest.mark.parametrize("address", ["https://news.example/2020/06/not-yet-public/", "/?p=20", "/?p=21"])
def test_links_to_what_is_not_public_are_reported(address: str) -> None:
    """An editor is shown the words of a link to a draft, and the address as it was written, and nothing else of it."""
    assert (Note(HIDDEN, f"“the plan” {address}", review=True),) == clean(f'<a href="{address}">the plan</a>').notes


@pytest.mark.parametrize("address", ["/?p=20", "/2020/06/former-title/", "http://old.example/?p=20", "/2020/06/former"])
def test_nothing_tells_the_slug_of_what_is_not_public(address: str) -> None:
    """Neither a number nor a former slug gives away what a draft is called."""
    cleaned = clean_whole(f'<a href="{address}">a</a>')

    assert "not-yet-public" not in f"{cleaned.html} {cleaned.notes}"


@pytest.mark.parametrize("case", read_cases(CASES / "links_of_a_whole_export.txt"), ids=str)
def test_links_of_a_whole_export(case: Case) -> None:
    """Where all that a site had is known, an unknown address leads to the one thing that it ends like."""
    assert case.expected == clean_whole(case.given).html.rstrip("\n")


@pytest.mark.parametrize(
    ("kind", "address"),
    [
        ("link that leads nowhere", "/2020/05/nothing/"),
        ("link that leads nowhere", "/?p=999"),
        ("link that leads nowhere", "/wp-login.php"),
        ("file that is not in the media list", "/wp-content/uploads/2020/05/lost.pdf"),
        ("file that is not in the media list", "/papers/lost.pdf"),
        ("link guessed by its last part", "/archive/other/"),
    ],
)
def test_links_that_lead_nowhere_are_counted(kind: str, address: str) -> None:
    """Of an export of all content it is known that an address led nowhere, unless WordPress made a guess."""
    assert [(kind, False)] == [(note.kind, note.review) for note in clean_whole(f'<a href="{address}">a</a>').notes]


@pytest.mark.parametrize(
    "address", ["/2020/05/", "/2020/", "/feed/", "/category/news/page/2/", "/page/2/", "/sitemap.xml"]
)
def test_lists_and_feeds_are_somewhere(address: str) -> None:
    """What a site has beside its items is known to be there."""
    assert () == clean_whole(f'<a href="{address}">a</a>').notes


@pytest.mark.parametrize("holds", [{"post"}, {"post", "category"}, {"page", "attachment"}])
def test_a_part_of_an_export_does_not_know(holds: set[str]) -> None:
    """An export of one type, or of one category, does not say what else there was."""
    library = Library.of(replace(EXPORT, holds=frozenset(holds)))

    assert () == clean_whole('<a href="/2020/05/nothing/">a</a> <a href="/rain/other/">a</a>', library).notes


def test_links_follow_what_has_moved() -> None:
    """An article that could not keep its address is linked to where it is, by number and by address."""
    library = Library.of(EXPORT, {12: "/other-12/", 30: "/plain/"})
    links = {
        "/?p=12": "/other-12/",
        "/2020/04/other/#b": "/other-12/#b",
        "/2020/04/first-title/": "/other-12/",
        "/?p=30": "/plain/",
    }

    assert [f'<p><a href="{new}">a</a></p>' for new in links.values()] == [
        clean_whole(f'<p><a href="{old}">a</a></p>', library).html.strip() for old in links
    ]


def test_a_home_in_a_folder() -> None:
    """Below a home in a folder everything is the site's; beside it, nothing but its files."""
    site = replace(EXPORT.site, address="https://news.example/paper")
    library = Library.of(replace(EXPORT, site=site, permalinks={12: "/paper/other/"}))
    links = (
        "https://news.example/paper",
        "https://news.example/paper/?p=12",
        "/paper/?cat=40",
        "https://news.example/x/",
    )
    body = "".join(f'<a href="{link}">a</a> ' for link in links)

    assert (
        '<p><a href="/paper/">a</a> <a href="/paper/other/">a</a> <a href="/paper/category/news/">a</a> '
        '<a href="https://news.example/x/">a</a></p>' == clean_whole(body, library).html.strip()
    )


def test_a_source_without_addresses() -> None:
    """A copied page says nothing of its site: only what begins with a slash is its own, and nothing is said of it."""
    cleaned = clean_whole('<a href="/a%20b/">a</a> <a href="b/">b</a> <a href="https://c.example/">c</a>', Library())

    assert '<p><a href="/a b/">a</a> <a href="b/">b</a> <a href="https://c.example/">c</a></p>' == cleaned.html.strip()
    assert () == cleaned.notes


@pytest.mark.parametrize(
    ("address", "key", "old", "expected"),
    [
        ("/2020/05/slug/", "_wp_old_slug", "first", ("/2020/05/first/",)),
        ("/2020/05/slug.html", "_wp_old_slug", "first", ("/2020/05/first.html",)),
        ("/2020/05/slug/", "_wp_old_slug", "%ce%b5%cf%80%ce%af", ("/2020/05/επί/",)),
        ("/2020/05/slug/", "_wp_old_slug", "../../etc", ("/2020/05/etc/",)),
        ("/2020/05/slug/", "_wp_old_slug", "slug", ()),
        ("/2020/05/slug/", "_wp_old_slug", "", ()),
        ("/archives/12", "_wp_old_slug", "first", ()),
        ("/2020/05/slug/", "_wp_old_date", "2019-12-31", ("/2019/12/slug/",)),
        ("/2020/05/17/slug/", "_wp_old_date", "2019-12-31", ("/2019/12/31/slug/",)),
        ("/news/2020/slug/", "_wp_old_date", "2019-12-31", ("/news/2019/slug/",)),
        ("/2020/05/17/", "_wp_old_date", "2019-12-31", ("/2019/12/17/",)),
        ("/slug/", "_wp_old_date", "2019-12-31", ()),
        ("/2020/05/slug/", "_wp_old_date", "yesterday", ()),
        ("", "_wp_old_slug", "first", ()),
    ],
)
def test_former_addresses(address: str, key: str, old: str, expected: tuple[str, ...]) -> None:
    """A former slug or date gives the address that led to the article then."""
    assert expected == former_addresses(address, "slug", [(key, old)])


def test_the_library_of_the_tests_is_a_part() -> None:
    """The cases of other families are not told of links that lead nowhere."""
    assert not LIBRARY.book.is_whole


def test_the_book_goes_to_other_processes() -> None:
    """What addresses lead to is found out once, and handed to each process."""
    assert LIBRARY.book == pickle.loads(pickle.dumps(LIBRARY)).book  # noqa: S301  # it was pickled in this line


@needs_samples
def test_each_address_that_a_site_answered_at() -> None:
    """Each address of a genuine site, by number or by path, becomes the one that WordPress itself led to."""
    unit = SAMPLES / "unit"
    library = Library.of(wxr.read(unit / "export.xml"))
    hidden = {f"?p={number}" for number in library.book.hidden_ids}
    with (unit / "urls.tsv").open(encoding="utf-8") as table:
        rows = [row for row in csv.reader(table, delimiter="\t") if row[1].partition(" ")[0] in LED_SOMEWHERE]
    led = {row[0]: unquote(urlsplit(row[4] or row[0]).path) for row in rows if row[1].count(" ") == ("?" in row[0])}
    found = {address: clean_whole(f'<a href="{address}">a</a>', library) for address in led}

    assert len(led) > 400
    assert {} == {
        address: (place, cleaned.html)
        for address, place in led.items()
        if f'<p><a href="{place}">a</a></p>' != (cleaned := found[address]).html.strip()
        and not any(address.endswith(number) for number in hidden)
    }
