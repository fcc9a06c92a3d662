"""What an editor sees in the browser while the paper is written."""

from playwright.sync_api import Browser, Page

from served_desk import ServedDesk

LONG = "\n\n".join(f"Paragraph {number} of a long story." for number in range(200))
PROBLEMS = "document.querySelector('desk-note')?.shadowRoot.querySelector('.problems:not([hidden])')"
PATIENCE = 60_000
"""Milliseconds."""


def opened(browser: Browser, desk: ServedDesk, address: str) -> Page:
    """Open a page, and wait until it listens."""
    page = browser.new_page()
    page.set_default_timeout(PATIENCE)
    with page.expect_websocket() as socket:
        page.goto(f"http://127.0.0.1:{desk.port}{address}")
    socket.value.wait_for_event("framereceived")
    return page


def test_reloaded_in_place(browser: Browser, desk: ServedDesk) -> None:
    """A saved story is shown in the browser by itself, where its reader was."""
    desk.write(tram=LONG)
    assert desk.shows("Paragraph 199", "/2024/05/tram/")
    page = opened(browser, desk, "/2024/05/tram/")
    page.evaluate("scrollTo({top: 900, behavior: 'instant'})")
    desk.write(tram=f"{LONG}\n\nA last word.")

    page.get_by_text("A last word.").wait_for()
    page.wait_for_function("scrollY === 900")
    page.close()


def test_styles(browser: Browser, desk: ServedDesk) -> None:
    """Where styles alone were saved, they are put in without a reload."""
    page = opened(browser, desk, "/2024/05/tram/")
    page.evaluate("window.isTheSame = true")
    styles = desk.folder / "theme" / "templates" / "styles" / "page.css"
    styles.write_text(f"{styles.read_text(encoding='utf-8')}\nbody {{ outline-offset: 7px; }}\n", encoding="utf-8")

    page.wait_for_function("getComputedStyle(document.body).outlineOffset === '7px'")
    assert page.evaluate("window.isTheSame")
    page.close()


def test_mistake(browser: Browser, desk: ServedDesk) -> None:
    """What is wrong stands before the last good page, as text; mended, it goes. Markup in it is no markup."""
    page = opened(browser, desk, "/2024/05/ferry/")
    desk.change("content/articles/tram.md", "title: tram", "titel: tram\n<img src=x onerror=alert(1)>: x")
    page.wait_for_function(f"{PROBLEMS}?.querySelectorAll('li').length > 1")

    told = page.evaluate(f"{PROBLEMS}.innerText")
    assert "content/articles/tram.md:2" in told
    assert "did you mean title?" in told
    assert 0 == page.evaluate(f"{PROBLEMS}.querySelectorAll('img').length")
    assert "The ferry." in page.inner_text("main")
    desk.write(tram="Mended.")
    page.wait_for_function(f"!{PROBLEMS}")
    page.close()


def test_draft_appears(browser: Browser, desk: ServedDesk) -> None:
    """The list of drafts follows by itself, and a page that was not there appears."""
    drafts, coming = opened(browser, desk, "/drafts/"), opened(browser, desk, "/2024/05/gull/")
    desk.write(gull="The gull.")
    coming.get_by_text("The gull.").wait_for()
    desk.change("content/articles/gull.md", "title: gull", "title: A gull\nstatus: draft")

    drafts.get_by_role("link", name="A gull").wait_for()
    drafts.close()
    coming.close()
