from urllib.parse import quote

from playwright.sync_api import Page

from built_sites import Site
from readers import PHONE, Reader
from web_host import hosted

WORDS = """() => {
  document.querySelectorAll("button, .narrow").forEach(each => each.remove());
  return document.body.innerText.split("\\n").map(line => line.trim()).filter(Boolean);
}"""
"""What a page shows; a button, or what narrows a search, does what only a script can do, and says no news."""

HIDDEN_PICTURES = "[...document.images].filter(image => !image.closest('details') && !image.checkVisibility()).length"

TO_THE_END = """async () => {
  const seen = () => new Promise(requestAnimationFrame);
  for (let y = 0; y < document.body.scrollHeight; y += innerHeight) { scrollTo(0, y); await seen(); await seen(); }
}"""

SCREEN = {"viewport": {"width": 1280, "height": 800}}


def shown(page: Page, address: str) -> list[str]:
    """Give the lines that a page shows."""
    page.goto(address, wait_until="load")
    lines: list[str] = page.evaluate(WORDS)
    return lines


def test_without_scripts(reader: Reader, newspaper: Site) -> None:
    """Every page shows the same words and every picture to a reader whose browser runs no scripts."""
    plain, usual = reader.window(**PHONE, java_script_enabled=False).page, reader.window(**PHONE).page
    for path in newspaper.variety():
        address = reader.address + quote(path)
        assert shown(usual, address) == shown(plain, address), path
        assert 0 == plain.evaluate(HIDDEN_PICTURES), path


def test_without_spaces(reader: Reader, newspaper: Site, as_written: Site) -> None:
    """A page that goes out shows the same words, with the same spaces and lines, as the template wrote it."""
    with hosted(as_written.output) as address:
        # A window speaks to one host alone.
        other = Reader(reader.browser, address, reader.contexts).window(**SCREEN).page
        page = reader.window(**SCREEN).page
        for path in map(quote, newspaper.variety()):
            assert shown(other, address + path) == shown(page, reader.address + path), path


def test_without_others(reader: Reader, newspaper: Site) -> None:
    """Before a click no page asks another host for anything, read to its end; none breaks the host's policy."""
    visit = reader.window(**PHONE)
    for path in newspaper.addresses():
        visit.page.goto(reader.address + quote(path))
        visit.page.evaluate(TO_THE_END)
        assert ([], []) == (visit.elsewhere, visit.complaints), path
    visit.page.wait_for_load_state("networkidle")

    assert ([], []) == (visit.elsewhere, visit.complaints)


def test_policy(reader: Reader) -> None:
    """The policy is a policy: a script that stands in a page does not run, and is complained of."""
    visit = reader.visit("/")
    visit.page.evaluate("document.body.append(Object.assign(document.createElement('script'), {text: 'ran = true'}))")

    assert visit.page.evaluate("typeof ran === 'undefined'")
    assert "Content Security Policy" in visit.complaints[0]
