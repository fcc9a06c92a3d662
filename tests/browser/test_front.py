"""The front page and the lists, as readers have them on their screens."""

from typing import Any

import pytest
from playwright.sync_api import Page

from readers import Reader

LISTS = [
    "/", "/page/2/", "/category/harbour/", "/author/nora-whitlow/", "/authors/", "/2024/11/", "/tags/", "/404.html",
]  # fmt: skip

PICTURES = """[...document.images].filter(image => image.complete && image.naturalWidth && image.srcset).map(image => ({
  file: image.currentSrc, shown: image.getBoundingClientRect().width * devicePixelRatio,
  made: Number(image.currentSrc.match(/-(\\d+)\\.\\w+$/)?.[1] ?? 0),
}))"""

SHIFT = """new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => { for (const entry of list.getEntries()) sum += entry.value; })
    .observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(sum), 200);
})"""

TARGETS = """[...document.querySelectorAll("a:not(.skip), button, input, summary")]
.filter(node => node.checkVisibility()).map(node => {
  const box = node.getBoundingClientRect(), after = getComputedStyle(node, "::after").position;
  return [node.textContent.trim() || node.id, after === "absolute" ? 99 : box.height];
}).filter(([name, height]) => height > 0 && height < 24)"""


def scrolled(page: Page) -> Page:
    """Go through the whole page, so that all its pictures are loaded."""
    height: int = page.evaluate("document.documentElement.scrollHeight")
    for top in range(0, height, 500):
        page.evaluate(f"scrollTo(0, {top})")
        page.wait_for_timeout(30)
    page.wait_for_load_state("networkidle")
    return page


@pytest.mark.parametrize("path", LISTS)
def test_narrow(reader: Reader, path: str) -> None:
    """On the narrowest phone nothing has to be pushed sideways, and each target is large enough for a finger."""
    page = reader.visit(path, 320).page

    assert 320 == page.evaluate("document.documentElement.scrollWidth")
    assert [] == page.evaluate(TARGETS)


@pytest.mark.parametrize(("width", "density"), [(412, 2.625), (768, 2), (1280, 1)])
def test_pictures_fit(reader: Reader, width: int, density: float) -> None:
    """No picture of the front page is fetched much larger than it is shown, nor so small that it is blurred."""
    pictures: list[dict[str, Any]] = scrolled(
        reader.visit("/", width, device_scale_factor=density).page
    ).evaluate(PICTURES)  # fmt: skip
    made = [picture for picture in pictures if picture["made"]]

    assert len(made) > 8
    assert [] == [picture for picture in made if picture["made"] > max(2.0 * picture["shown"], picture["shown"] + 250)]
    assert [] == [picture for picture in made if picture["made"] < 0.7 * picture["shown"]]


def test_first_view(reader: Reader) -> None:
    """What a phone fetches before its reader scrolls the front page is at most 150 KB, and nothing moves."""
    visit = reader.visit("/", 412, device_scale_factor=2.625)
    visit.page.wait_for_load_state("networkidle")
    weight: int = visit.page.evaluate(
        "[...performance.getEntriesByType('resource'), ...performance.getEntriesByType('navigation')]"
        ".reduce((sum, entry) => sum + entry.encodedBodySize, 0)"
    )

    assert 20_000 < weight <= 150_000
    assert visit.page.evaluate(SHIFT) <= 0.01


def test_lead_first(reader: Reader) -> None:
    """The picture of the lead is asked for before all others, and only it; what is below waits."""
    page = reader.visit("/", 412).page
    hurried = page.evaluate(
        "[...document.querySelectorAll('img[fetchpriority=high]')].map(node => !!node.closest('.lead'))"
    )

    assert [True] == hurried
    assert 1 == page.evaluate("document.querySelectorAll('img:not([loading=lazy])').length")


def test_strip_of_sections(reader: Reader) -> None:
    """On a phone the strip of sections can be pushed, fades where it goes on, and shows the section that is read."""
    strip = reader.visit("/category/opinion/", 320).page.locator(".sections")
    (current,) = strip.locator("[aria-current]").all()
    box, seen = current.bounding_box(), strip.bounding_box()
    assert box is not None
    assert seen is not None

    assert strip.evaluate("node => node.scrollWidth > node.clientWidth")
    assert "linear-gradient" in strip.evaluate("node => getComputedStyle(node).maskImage")
    assert seen["x"] <= box["x"] < seen["x"] + seen["width"]
    assert box["height"] >= 44


def test_no_picture_is_needed(reader: Reader) -> None:
    """With pictures off, all headlines of the front page are there, none below another."""
    page = reader.visit("/", 1280).page
    page.add_style_tag(content="img { visibility: hidden }")
    boxes: list[list[float]] = page.evaluate(
        "[...document.querySelectorAll('.card .p-name')].map(node => node.getBoundingClientRect())"
        ".map(box => [box.x, box.y, box.right, box.bottom])"
    )
    meeting = [
        (one, two) for number, one in enumerate(boxes) for two in boxes[number + 1 :]
        if one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]
    ]  # fmt: skip

    assert [] == meeting


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forced_colours(reader: Reader, scheme: str) -> None:
    """Where a system's own colours are forced, the section that is read is still marked."""
    page = reader.visit("/category/harbour/", color_scheme=scheme, forced_colors="active").page

    current = page.locator(".sections [aria-current]")
    assert "3px" == current.evaluate("node => getComputedStyle(node).borderBottomWidth")
