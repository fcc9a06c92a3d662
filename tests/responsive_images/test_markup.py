import re
from pathlib import Path

import pytest

from cases import Case, read_cases
from responsive_images.album import Album, Order
from responsive_images.facts import Facts
from responsive_images.focus_points import read_focuses
from responsive_images.markup import Place, body_with_pictures
from responsive_images.shapes import CENTRE, cut, read_focus, widths_for

CASES = Path(__file__).parent / "cases"
FACTS = {
    "/a/photo.jpg": Facts("1", 800, 400, shades=("#123", "#456", "#789")),
    "/a/small.png": Facts("2", 100, 50, graphic=True),
    "/a/drawn.svg": Facts("3", 300, 200, as_it_is=True),
    '/a/"><script>.svg': Facts("4", 300, 200, as_it_is=True),
    "/a/tall.jpg": Facts("6", 800, 40_000, graphic=True),
    "/a/endless.jpg": Facts("7", 80, 80_000, graphic=True),
    "/a/broken.jpg": Facts("5", fault="is broken"),
}


def album(told: list[str]) -> Album:
    return Album(
        {address: Path(address) for address in FACTS},
        lambda path: FACTS[str(path)],
        {},
        "images",
        "https://gull.example",
        told.append,
    )


@pytest.mark.parametrize("case", read_cases(CASES / "crops.txt"), ids=str)
def test_crops(case: Case) -> None:
    """A crop is as large as can be and keeps the focus near its middle."""
    size, _, rest = case.given.partition(" ")
    shape, _, focus = rest.partition(" ")
    width, height = map(int, size.split("x"))
    box = cut(width, height, shape, read_focus(focus) or CENTRE)

    assert case.expected == f"{box.left},{box.top} {box.width}x{box.height}"


@pytest.mark.parametrize("case", read_cases(CASES / "focus.txt"), ids=str)
def test_focus(case: Case) -> None:
    """A focus is two shares, or nothing."""
    point = read_focus(case.given)

    assert case.expected == (f"{point[0]} {point[1]}" if point else "None")


@pytest.mark.parametrize("case", read_cases(CASES / "widths.txt"), ids=str)
def test_widths(case: Case) -> None:
    """No picture is made wider than it is."""
    wanted, _, available = case.given.partition(" of ")

    assert case.expected == " ".join(map(str, widths_for(map(int, wanted.split()), int(available))))


@pytest.mark.parametrize("case", read_cases(CASES / "bodies.txt"), ids=str)
def test_bodies(case: Case) -> None:
    """A body's pictures get sources; everything else stays."""
    column, gallery = Place((320, 640), "100vw"), Place((160,), "50vw")
    html = body_with_pictures(case.given, album([]), column, gallery)

    assert case.expected == re.sub(r"(?<=/images/)[0-9a-f]{20}", "N", html)


@pytest.mark.parametrize("case", read_cases(CASES / "galleries.txt"), ids=str)
def test_galleries(case: Case) -> None:
    """In a gallery whose place says so each picture leads to its own file, where a reader can be told what it shows."""
    html = body_with_pictures(case.given, album([]), Place((320,), "100vw"), Place((), "50vw", link=True))

    assert case.expected == re.sub(' (?:loading|decoding|width|height|style)="[^"]*"', "", html)


def test_remarks() -> None:
    """A picture that cannot be shown is told of once, in plain words."""
    told: list[str] = []
    shown = album(told)
    for address in ("/a/gone.jpg", "/a/broken.jpg", "/a/gone.jpg?again", "https://other.example/x.jpg", "data:,"):
        assert shown.picture(address, "", [100]) is None

    gone = "the picture /a/gone.jpg is not among the site's files: put it there, or correct its address."
    seen = "Readers see its alternative text."
    assert [f"{gone} {seen}", f"the picture /a/broken.jpg is broken. {seen}"] == told


def test_wrong_shape() -> None:
    """A theme that asks for a shape that is none is told how to write it."""
    with pytest.raises(ValueError, match="write it like 16:9"):
        cut(10, 10, "wide")


def test_focus_files(tmp_path: Path) -> None:
    """The catalogue's points are read; a broken file of it, or one of another form, is passed over."""
    (tmp_path / "2023-10.yaml").write_text("/a.jpg:\n  focus: 50% 30%\n/b.jpg:\n  alt: no focus\n", encoding="utf-8")
    (tmp_path / "2023-11.yaml").write_text("focus: [\n", encoding="utf-8")
    (tmp_path / "2023-12.yaml").write_text("- focus\n", encoding="utf-8")

    assert {"/a.jpg": (0.5, 0.3)} == read_focuses(tmp_path)


def test_orders() -> None:
    """What a page asked for in an earlier build can be asked for again without it, and the same files are made."""
    shown, again, orders, looked = album([]), album([]), list[Order](), list[str]()
    shown.ordered, shown.looked = orders.append, looked.append
    for _ in range(2):
        shown.picture("https://gull.example/a/photo.jpg", "", [320])
        shown.picture("/a/photo.jpg", "1:1", [])
        shown.picture("/a/gone.jpg", "", [320])
    list(shown.crops("/a/photo.jpg"))
    for order in orders:
        again.want(order)

    assert shown.wanted == again.wanted
    assert {"/a/photo.jpg", "/a/gone.jpg"} == set(looked)
    assert "/a/gone.jpg" not in {address for address, _, _ in orders}
    assert (FACTS["/a/photo.jpg"], None) == shown.about("/a/photo.jpg")
    assert (None, None) == shown.about("/a/gone.jpg")
