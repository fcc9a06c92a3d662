"""What the scripts of a story add, each in Chromium, under the policy of a host that lets no script stand in a page."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from built_sites import build, write
from readers import Reader
from web_host import hosted

KITES, TRAM = "/2024/09/kite-festival/", "/2024/11/night-tram-returns/"
COVERAGE = "---\ntitle: The gate\ndate: 2024-11-01T10:00:00+00:00\nkind: live\n---\n"
ENTRY = "## {time} At {time}\n\n" + "It is still being looked at. " * 90 + "\n\n"
EARLY = [ENTRY.format(time=f"{hour}:00") for hour in range(10, 15)]
LATE = [ENTRY.format(time=f"{hour}:00") for hour in range(15, 17)]
TOP = "document.getElementById('at-20241101-1200').getBoundingClientRect().top"


def lightbox(page: Page) -> tuple[str, str]:
    """Give what the lightbox shows: which picture of how many, and what it is."""
    box = page.locator("dialog.lightbox")
    return box.locator(".lightbox-count").inner_text(), box.locator("img").get_attribute("alt") or ""


def test_lightbox(reader: Reader) -> None:
    """A gallery is seen large from the keyboard: on, back, round, out; the focus is on the picture seen last."""
    page = reader.visit(KITES).page
    links = page.locator("a.enlarge")
    alts = [link.locator("img").get_attribute("alt") for link in links.all()]
    links.first.focus()
    page.keyboard.press("Enter")
    seen = [lightbox(page)]
    for key in ("ArrowRight", "ArrowLeft", "ArrowLeft"):
        page.keyboard.press(key)
        seen.append(lightbox(page))
    page.keyboard.press("Escape")

    count = len(alts)
    assert [(f"{place + 1} / {count}", alts[place]) for place in (0, 1, 0, count - 1)] == seen
    assert not page.locator("dialog.lightbox").is_visible()
    # A dialog says that it was closed a moment after it was.
    page.wait_for_function(
        "place => [...document.querySelectorAll('a.enlarge')].indexOf(document.activeElement) === place", arg=count - 1
    )


def test_lightbox_by_finger(reader: Reader) -> None:
    """A caption stands below the large picture, a swipe shows the next one, and the cross closes."""
    page = reader.visit(KITES, 390).page
    page.locator("a.enlarge").first.click()
    box = page.locator("dialog.lightbox")
    assert page.locator("figure.gallery figure figcaption").first.inner_text().strip() in box.inner_text()
    page.mouse.move(300, 300)
    page.mouse.down()
    page.mouse.move(100, 300)
    page.mouse.up()
    assert lightbox(page)[0].startswith("2 / ")
    page.get_by_role("button", name="Close").click()

    assert not box.is_visible()


def test_gallery_without_scripts(reader: Reader) -> None:
    """Without a script each picture of a gallery is a link to its file."""
    page = reader.visit(KITES, java_script_enabled=False).page
    page.locator("a.enlarge").first.click()

    assert "/wp-content/uploads/" in page.url


def test_copied_link(reader: Reader) -> None:
    """The address of a story can be copied where there is a clipboard."""
    visit = reader.visit(TRAM, permissions=["clipboard-read", "clipboard-write"])
    visit.page.get_by_role("button", name="Copy the link").click()
    visit.page.get_by_role("button", name="Copied").wait_for()

    assert visit.page.evaluate("navigator.clipboard.readText()").endswith(TRAM)


def test_sharing_without_scripts(reader: Reader) -> None:
    """Without a script the link by e-mail is the only way, and no dead button stands beside it."""
    page = reader.visit(TRAM, java_script_enabled=False).page

    assert ["Send by e-mail"] == [item.inner_text() for item in page.locator(".share li").all() if item.is_visible()]


@pytest.fixture
def coverage(tmp_path: Path) -> Path:
    """The folder of a site with one story that is being told."""
    tell(tmp_path, EARLY)
    return tmp_path


def tell(folder: Path, entries: list[str]) -> None:
    """Build the site anew with these entries."""
    write(folder / "content", {"articles/gate.md": COVERAGE + "".join(entries)})
    build(folder / "content", folder / "output")


def watch(reader: Reader, address: str, moment: str) -> Page:
    """Open the coverage at a moment of the reader's clock."""
    page = Reader(reader.browser, address, reader.contexts).window(viewport={"width": 1280, "height": 800}).page
    page.clock.install(time=moment)
    page.goto(f"{address}/2024/11/gate/")
    return page


def test_live(reader: Reader, coverage: Path) -> None:
    """New entries come to whoever reads; what is being read stays where it is, and a button leads to the newest."""
    with hosted(coverage / "output") as address:
        page = watch(reader, address, "2024-11-01T14:30:00Z")
        page.evaluate("document.getElementById('at-20241101-1200').scrollIntoView({behavior: 'instant'})")
        before = page.evaluate(TOP)
        tell(coverage, EARLY + LATE)
        page.clock.fast_forward(60_000)
        button = page.get_by_role("button", name="New entries: 2")
        button.wait_for()
        assert ["16:00", "15:00", "14:00"] == page.locator(".update time").all_inner_texts()[:3]
        assert 7 == page.locator(".key-events a").count()
        assert abs(before - page.evaluate(TOP)) < 2
        button.click()

        assert "at-20241101-1600" == page.evaluate("document.activeElement.id")
        assert 0 == page.get_by_role("button", name="New entries").count()


def test_live_is_over(reader: Reader, coverage: Path) -> None:
    """A day after its last entry the page of a story asks for nothing more."""
    with hosted(coverage / "output") as address:
        page = watch(reader, address, "2024-11-03T10:00:00Z")
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.clock.fast_forward(600_000)
        page.wait_for_load_state("networkidle")

        assert [] == asked


def test_live_is_gone(reader: Reader, coverage: Path) -> None:
    """A page that has been taken away is asked for once."""
    with hosted(coverage / "output") as address:
        page = watch(reader, address, "2024-11-01T14:30:00Z")
        (coverage / "output/2024/11/gate/index.html").unlink()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        with page.expect_response(lambda answer: answer.status == 404):
            page.clock.fast_forward(60_000)
        page.clock.fast_forward(600_000)
        page.wait_for_load_state("networkidle")

        assert [f"{address}/2024/11/gate/"] == asked
