from typing import Any

import pytest

from readers import Reader

FRONT, SECTION, TRAM = "/", "/category/harbour/", "/2024/11/night-tram-returns/"
FILM, TABLES = "/2024/10/night-ferry-film/", "/2024/11/budget-in-three-tables/"
EVERY_KIND = [
    FRONT, SECTION, TRAM, FILM, TABLES, "/2024/10/what-the-swifts-know/",
    "/2024/09/kite-festival/", "/2024/10/lighthouse-keeper/", "/2024/11/سوق-السمك/", "/page/2/", "/about/corrections/",
    "/archives/", "/tags/", "/author/nora-whitlow/", "/404.html",
]  # fmt: skip

CONTRAST = """selector => {
  const numbers = colour => colour.match(/[\\d.]+/g).map(Number);
  const light = colour => numbers(colour).slice(0, 3).map(c => c / 255)
    .map(c => c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [.2126, .7152, .0722][i], 0);
  const paper = node => {
    for (; node; node = node.parentElement) {
      const colour = getComputedStyle(node).backgroundColor;
      if ((numbers(colour)[3] ?? 1) === 1) return colour;
    }
  };
  return [...document.querySelectorAll(selector)].filter(node => node.checkVisibility()).map(node => {
    const [a, b] = [light(getComputedStyle(node).color), light(paper(node))].sort((x, y) => y - x);
    return (a + .05) / (b + .05);
  });
}"""


@pytest.mark.parametrize("path", EVERY_KIND)
def test_fits(reader: Reader, path: str) -> None:
    """No page has to be pushed sideways, none complains, and none asks another host for anything."""
    visit = reader.visit(path)
    for width in (1280, 768, 360):
        visit.page.set_viewport_size({"width": width, "height": 800})
        visit.page.evaluate("scrollTo(0, document.body.scrollHeight)")
        assert width == visit.page.evaluate("document.documentElement.scrollWidth")
    visit.page.wait_for_load_state("networkidle")

    assert [] == visit.complaints
    assert [] == visit.elsewhere


def test_nothing_of_others_before_a_click(reader: Reader) -> None:
    """A film is asked for when its reader opens it, and not before; the address of the player keeps no cookies."""
    visit = reader.visit(FILM, 360)
    visit.page.locator(".embed").first.scroll_into_view_if_needed()
    visit.page.wait_for_load_state("networkidle")
    assert [] == visit.elsewhere

    # Asked for, and refused by the test.
    with visit.page.expect_event("requestfailed") as asked:
        visit.page.locator(".embed summary").first.click()

    assert asked.value.url.startswith("https://www.youtube-nocookie.com/embed/tidewick0001")
    assert ["https://www.youtube-nocookie.com"] == ["/".join(url.split("/")[:3]) for url in visit.elsewhere]


def test_embed_by_keyboard(reader: Reader) -> None:
    """A film can be opened from the keyboard."""
    visit = reader.visit(FILM)
    visit.page.locator(".embed summary").first.focus()

    with visit.page.expect_request(lambda request: "youtube" in request.url):
        visit.page.keyboard.press("Enter")


def test_skip_link(reader: Reader) -> None:
    """The first key brings up a link that leads past the navigation."""
    page = reader.visit(TRAM).page
    page.keyboard.press("Tab")

    assert "Skip to the story" == page.evaluate("document.activeElement.textContent")
    box = page.locator(".skip").bounding_box()
    assert box is not None
    assert box["width"] > 100
    assert box["height"] > 24
    page.keyboard.press("Enter")

    assert "content" == page.evaluate("document.activeElement.id")


def test_visible_focus(reader: Reader) -> None:
    """Whoever reads by keyboard sees where they are, on every stop of the front page."""
    page = reader.visit(FRONT).page
    for _ in range(30):
        page.keyboard.press("Tab")
        assert "solid" == page.evaluate("getComputedStyle(document.activeElement).outlineStyle")


def test_dark(reader: Reader) -> None:
    """Who likes it dark gets light words on dark paper."""
    colours = [
        reader.visit(TRAM, color_scheme=scheme).page.evaluate(
            "[getComputedStyle(document.documentElement).backgroundColor, getComputedStyle(document.body).color]"
        )
        for scheme in ("light", "dark")
    ]

    assert [["rgb(255, 255, 255)", "rgb(22, 24, 28)"], ["rgb(19, 21, 25)", "rgb(236, 234, 228)"]] == colours


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [FRONT, SECTION, TRAM, FILM, TABLES, "/2024/10/what-the-swifts-know/", "/tags/"])
def test_contrast(reader: Reader, path: str, scheme: str) -> None:
    """All words stand out from their paper by at least 4.5 to 1."""
    page = reader.visit(path, color_scheme=scheme).page
    ratios: list[float] = page.evaluate(
        CONTRAST, "h1, h2, h3, p, a, li, time, figcaption, summary, th, td, cite, pre, pre span, small, .meta, .count"
    )

    assert len(ratios) > 10
    assert min(ratios) >= 4.5


def test_size_of_words(reader: Reader) -> None:
    """The body of a story is set in at least 18 pixels on a phone, and its lines are not too long on a screen."""
    phone = reader.visit(TRAM, 360).page
    screen = reader.visit(TRAM, 1280).page

    assert 18 <= phone.evaluate("parseFloat(getComputedStyle(document.querySelector('.body')).fontSize)")
    assert 640 >= screen.evaluate("document.querySelector('.body p').getBoundingClientRect().width")


def test_right_to_left(reader: Reader) -> None:
    """A story in Arabic begins at the right."""
    page = reader.visit("/2024/11/سوق-السمك/").page

    assert "rtl" == page.evaluate("getComputedStyle(document.querySelector('.story h1')).direction")
    assert page.evaluate("document.querySelector('.tags li').getBoundingClientRect().right > innerWidth / 2")


def test_columns(reader: Reader) -> None:
    """The top of the front page is one column on a phone; on a screen what is new stands beside it."""

    def columns(width: int) -> int:
        tops: list[Any] = reader.visit(FRONT, width).page.evaluate(
            "[...document.querySelectorAll('.top > *')].map(node => node.getBoundingClientRect().left)"
        )
        return len(set(tops))

    assert (1, 2) == (columns(360), columns(1280))


def test_targets_of_comments(reader: Reader) -> None:
    """A link beside a comment is tall enough for a finger, and a comment that is asked for is seen at once."""
    page = reader.visit(TABLES, 360, reduced_motion="reduce").page
    page.evaluate("location.hash = '#comment-42'")
    heights: list[float] = page.evaluate(
        "[...document.querySelectorAll('.comment .meta a, .pings a')].map(a => a.getBoundingClientRect().height)"
    )

    assert len(heights) > 4
    assert min(heights) >= 24
    assert page.locator("#comment-42 > .comment").evaluate("node => node.getBoundingClientRect().top < innerHeight")


def test_print(reader: Reader) -> None:
    """On paper there is the story, black on white, without navigation and cards."""
    page = reader.visit(TRAM, color_scheme="dark").page
    page.emulate_media(media="print")

    assert "rgb(255, 255, 255)" == page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert page.locator(".e-content").is_visible()
    for hidden in (".sections", ".related", ".tags", ".crumbs"):
        assert not any(each.is_visible() for each in page.locator(hidden).all())


def test_still(reader: Reader) -> None:
    """Nothing moves for whoever asked for stillness."""
    page = reader.visit(FRONT, reduced_motion="reduce").page

    assert "auto" == page.evaluate("getComputedStyle(document.documentElement).scrollBehavior")
