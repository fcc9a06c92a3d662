from collections import Counter
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from barriers import violations
from built_sites import Site
from readers import PHONE, Reader, Visit

STATUS, FINDS, BOX = ".found", ".finds li", "#q"


def searched(reader: Reader, query: str, **window: Any) -> Visit:  # noqa: ANN401  # passed on to Chromium
    """Open the address of a search, and wait for its end."""
    visit = reader.window(**window)
    visit.page.goto(f"{reader.address}/search/?{query}")
    expect(visit.page.locator(STATUS)).not_to_have_text("")
    expect(visit.page.locator(STATUS)).not_to_have_text("Searching …")
    return visit


def asked_for(page: Page) -> list[str]:
    """Note what a page asks for from now on."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    return asked


def test_from_the_front(reader: Reader) -> None:
    """The sign in the head of a page leads to the box, which waits for words; stories appear while one writes."""
    page = reader.visit("/").page
    page.get_by_role("link", name="Search").click()
    expect(page.locator(BOX)).to_be_focused()
    page.keyboard.type("night tram", delay=20)

    expect(page).to_have_url(f"{reader.address}/search/?q=night+tram")
    expect(page.locator(STATUS)).to_contain_text("Stories found: ")
    expect(page.locator(".finds h2").first).to_have_text(
        "After nineteen years, the night tram runs along the harbour again"
    )


def test_nothing_before(reader: Reader) -> None:
    """No page asks for anything of search, and the page of search for its script alone, until one turns to its box."""
    for path, scripts in {"/": 1, "/2024/11/leave-the-clock-wrong/": 1, "/search/?": 1}.items():
        page = reader.window().page
        asked = asked_for(page)
        page.goto(reader.address + path, wait_until="networkidle")
        assert scripts == sum(url.endswith(".js") for url in asked), path
        assert path == "/search/?" or not [url for url in asked if "pagefind" in url or "search" in url], path


def test_marks(reader: Reader) -> None:
    """The words are marked, in titles and in passages, and only they; what looks like markup in a text stays text."""
    visit = searched(reader, "q=TRAM")

    marks = set(map(str.lower, visit.page.locator("mark").all_inner_texts()))
    assert marks <= {"tram", "tram’s", "trams", "tram-"}
    assert "tram" in marks
    assert [] == visit.complaints
    assert [] == visit.elsewhere


def test_keyboard(reader: Reader) -> None:
    """Arrows lead from the box through the stories and back; Escape returns to the box, and then empties it."""
    page = searched(reader, "q=harbour").page
    links = page.locator(".finds h2 a")
    page.locator(BOX).focus()
    for key, place in (("ArrowDown", 0), ("ArrowDown", 1), ("ArrowUp", 0)):
        page.keyboard.press(key)
        expect(links.nth(place)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator(BOX)).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(page.locator(BOX)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(BOX)).to_have_value("")
    expect(page.locator(FINDS)).to_have_count(0)
    assert page.url.endswith("/search/")


def test_more(reader: Reader) -> None:
    """Ten stories are shown; the button adds the next, and leads to the first of them."""
    page = searched(reader, "q=the").page
    more = page.get_by_role("button", name="More stories")
    expect(page.locator(FINDS)).to_have_count(10)
    more.focus()
    page.keyboard.press("Enter")
    expect(page.locator(FINDS)).to_have_count(20)
    expect(page.locator(".finds h2 a").nth(10)).to_be_focused()


def test_narrowed(reader: Reader) -> None:
    """Section, writer and kind narrow the stories, alone too; the address keeps them, and leads back to them."""
    page = searched(reader, "q=tram").page
    everything = page.locator(FINDS).count()
    page.get_by_text("Narrow down").click()
    page.get_by_label("Kind").select_option("Interview")
    expect(page.locator(STATUS)).to_have_text("Stories found: 1")
    assert page.url.endswith("/search/?q=tram&kind=interview")
    page.get_by_label("Kind").select_option("All")
    expect(page.locator(FINDS)).to_have_count(everything)

    again = searched(reader, "author=Samir+Haddad&section=Opinion").page
    assert ["Samir Haddad", "Opinion"] == [
        again.locator(f"[name={name}]").input_value() for name in ("author", "section")
    ]
    labels, bylines = again.locator(".finds .label").all_inner_texts(), again.locator(".finds .meta").all_inner_texts()
    assert all("Opinion" in label for label in labels)
    assert all("Samir Haddad" in byline for byline in bylines)


def test_newest_first(reader: Reader) -> None:
    """Stories can be put into the order of their dates, over all indexes."""
    page = searched(reader, "q=the&order=newest").page
    for count in (20, 30):
        page.get_by_role("button", name="More stories").click()
        expect(page.locator(FINDS)).to_have_count(count)
    days = [day.get_attribute("datetime") or "" for day in page.locator(".finds time").all()]

    assert len(days) >= 29
    assert sorted(days, reverse=True) == days


@pytest.mark.parametrize(
    ("query", "title", "language"),
    [
        ("浅瀬", "東の浅瀬にカキが帰ってきた。四千百十二個", "ja"),
        ("السمك", "سوق السمك", "ar"),
        ("Suppe", "Eine Suppe, ein Topf, kein Schild", "de"),
    ],
)
def test_languages(reader: Reader, query: str, title: str, language: str) -> None:
    """A story in any language is found by its words, and set in its own."""
    page = searched(reader, f"q={query}").page
    found = page.locator(FINDS).filter(has_text=title)

    expect(found).to_have_count(1)
    assert language == found.get_attribute("lang")
    assert page.locator("mark").count()


def test_old_address(reader: Reader) -> None:
    """The words may be in `s`, as WordPress has them."""
    assert searched(reader, "s=tram").page.locator(FINDS).count()


def test_bad_questions(reader: Reader) -> None:
    """Ten thousand letters, signs alone, and words that no story has give a sentence, and a way to the web."""
    for query in ("x" * 5_000, "q=" + "tram%20" * 1_400, "q=%3Cscript%3E%22%27%26", "q=zzqqxx"):
        visit = searched(reader, query if "=" in query else "q=" + query)
        assert len(visit.page.locator(BOX).input_value()) <= 200
        assert [] == visit.complaints, query[:20]

    web = visit.page.get_by_role("link", name="Search the web for it")
    assert "https://duckduckgo.com/?sites=courier.example&q=zzqqxx" == web.get_attribute("href")


def test_offline(reader: Reader) -> None:
    """Without a connection a sentence says so; when it is back, search is too."""
    visit = reader.visit("/search/")
    visit.page.context.set_offline(True)
    visit.page.locator(BOX).fill("tram")
    expect(visit.page.locator(STATUS)).to_contain_text("Search cannot be reached.")
    visit.page.context.set_offline(False)
    visit.page.keyboard.press("Enter")
    expect(visit.page.locator(STATUS)).to_contain_text("Stories found: ")


def test_without_javascript(reader: Reader) -> None:
    """Without JavaScript the form is one of a search engine's, for this site alone, with nothing else to choose."""
    page = reader.window(java_script_enabled=False).page
    page.goto(reader.address + "/search/")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))
    page.locator(BOX).fill("night tram")
    assert not page.get_by_text("Narrow down").is_visible()
    page.locator(BOX).press("Enter")
    page.wait_for_timeout(200)

    assert "https://duckduckgo.com/?q=night+tram&sites=courier.example" in sent


@pytest.mark.parametrize("width", [412, 1280])
def test_no_barrier(reader: Reader, width: int) -> None:
    """Axe finds no barrier among results, nor where nothing was found, in both schemes."""
    for query in ("q=tram&kind=interview", "q=zzqqxx", "q=浅瀬"):
        page = searched(reader, query, viewport={"width": width, "height": 800}).page
        assert [] == sorted(violations(page)), query


def test_told(reader: Reader) -> None:
    """A screen reader hears of the search, its box, and how many stories were found."""
    page = searched(reader, "q=tram").page

    assert 1 == page.get_by_role("search").count()
    assert 1 == page.get_by_role("searchbox", name="Search").count()
    assert "Stories found: " in page.get_by_role("status").inner_text()


def test_weight(reader: Reader) -> None:
    """The first search on a phone asks for 250 KB or less, the next one for 50 KB or less."""
    page = reader.window(**PHONE).page
    line = page.context.new_cdp_session(page)
    weights: Counter[str] = Counter()
    stage = "page"
    line.on("Network.loadingFinished", lambda event: weights.update({stage: int(event["encodedDataLength"])}))
    line.send("Network.enable")
    page.goto(reader.address + "/search/?", wait_until="networkidle")
    for stage, query in (("first", "tram"), ("second", "lighthouse")):  # noqa: B007  # the listener reads it
        page.locator(BOX).fill(query)
        expect(page.locator("mark").first).to_be_visible()
        expect(page.locator(STATUS)).to_contain_text("Stories found: ")
        page.wait_for_load_state("networkidle")

    assert weights["page"] <= 20_000
    assert weights["first"] <= 250_000
    assert weights["second"] <= 50_000


def test_not_listed(newspaper: Site) -> None:
    """The page of search is in no sitemap, and asks search engines to leave it out."""
    sitemaps = "".join(path.read_text(encoding="utf-8") for path in newspaper.output.glob("*sitemap*.xml"))

    assert "courier.example" in sitemaps
    assert "/search/" not in sitemaps
    assert ["noindex"] == [meta.attrs["content"] for meta in newspaper.page("/search/").css("meta[name=robots]")]
