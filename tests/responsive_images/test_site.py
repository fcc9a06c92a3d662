import os
import subprocess
import sys
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from built_sites import ROOT, Site, write
from drawn_pictures import GPS, camera_exif, halves, moving, octets

UPLOADS = "wp-content/uploads"
STORY = """---
title: The tram
date: 2024-11-02
image: /wp-content/uploads/tram.jpg
image_alt: A tram
---
![A boat](/wp-content/uploads/boat.png)

![Waves](/wp-content/uploads/waves.gif)

![A map](/wp-content/uploads/map.svg)

![Torn](/wp-content/uploads/torn.jpg)

![Gone](/wp-content/uploads/gone.jpg)

![Elsewhere](https://other.example/a.jpg)
"""
QUAY = (
    "---\ntitle: The quay\ndate: 2024-10-01\nimage: /wp-content/uploads/quay.jpg\nimage_alt: A quay\n"
    "image_focus: 0% 50%\n---\nA quay.\n"
)
DRAFT = "---\ntitle: Not yet\nstatus: draft\nimage: /wp-content/uploads/secret.jpg\n---\nSecret.\n"
PICTURES: Mapping[str, bytes] = {
    "tram.jpg": octets(halves((800, 1000)).transpose(Image.Transpose.ROTATE_270), "JPEG", exif=camera_exif()),
    "boat.png": octets(halves((500, 250)), "PNG"),
    "quay.jpg": octets(halves((1200, 300)), "JPEG"),
    "waves.gif": moving("GIF"),
    "map.svg": b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"/>',
    "torn.jpg": octets(halves(), "JPEG")[:900],
    "secret.jpg": octets(Image.new("RGB", (700, 700), "#00c000"), "JPEG"),
}


class Paper:
    """A site that can be built again."""

    def __init__(self, folder: Path) -> None:
        self.content = folder / "content"
        self.cache = folder / "cache"
        self.output = folder / "output"
        focus = "/wp-content/uploads/tram.jpg:\n  focus: 50% 0%\n"
        write(
            self.content,
            {
                "articles/tram.md": STORY,
                "articles/quay.md": QUAY,
                "articles/draft.md": DRAFT,
                "data/media/undated-t.yaml": focus,
                "data/media/undated-q.yaml": "/wp-content/uploads/quay.jpg:\n  focus: 100% 50%\n",
            },
        )
        (self.content / UPLOADS).mkdir(parents=True)
        for name, content in PICTURES.items():
            (self.content / UPLOADS / name).write_bytes(content)
        self.said = ""

    def build(self) -> Site:
        """Build as the tasks do."""
        done = subprocess.run(
            [sys.executable, "-m", "pelican", str(self.content), "-s", str(ROOT / "pelicanconf.py"), "--fatal",
             "errors", "-o", str(self.output), "--cache-path", str(self.cache), "--log-handler", "plain"],
            cwd=ROOT, env=os.environ | {"SITEURL": "https://gull.example"}, capture_output=True, text=True, check=False,
        )  # fmt: skip
        self.said = done.stdout + done.stderr
        assert done.returncode == 0, self.said
        return Site(self.output)

    def files(self) -> dict[str, bytes]:
        """Give every file of the output."""
        return {str(path.relative_to(self.output)): path.read_bytes()
                for path in sorted(self.output.rglob("*")) if path.is_file()}  # fmt: skip


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Paper:
    """A paper that was built once."""
    paper = Paper(tmp_path_factory.mktemp("paper"))
    paper.build()
    return paper


def test_lead_picture(paper: Paper) -> None:
    """The lead picture is loaded first, has its size, its formats and never more pixels than it has."""
    page = Site(paper.output).page("/2024/11/tram/")
    image = page.css_first(".hero picture > img")
    assert image is not None
    told = image.attributes

    assert ("/wp-content/uploads/tram.jpg", "A tram", "1000", "800", "high") == tuple(
        told[name] for name in ("src", "alt", "width", "height", "fetchpriority")
    )
    assert "loading" not in told
    assert ["image/avif", "image/webp"] == [node.attributes["type"] for node in page.css(".hero source")]
    widths = [int(file.split()[1].removesuffix("w")) for file in (told["srcset"] or "").split(", ")]
    assert [480, 640, 864, 1000] == widths


def test_every_file_is_there(paper: Paper) -> None:
    """Every address in a srcset is a file of that width."""
    nodes = [node for page in Site(paper.output).pages().values() for node in page.css("[srcset]")]
    named = {tuple(file.split()) for node in nodes for file in (node.attributes["srcset"] or "").split(", ")}
    assert named
    for address, width in named:
        with Image.open(paper.output / address.lstrip("/")) as picture:
            assert width == f"{picture.width}w"


def test_body(paper: Paper) -> None:
    """In a body, what moves, is drawn, broken, missing or another's stays as it was, with its alternative text."""
    page = Site(paper.output).page("/2024/11/tram/")
    framed = {node.attributes["alt"] for node in page.css(".body picture > img")}
    sizes = {node.attributes["alt"]: node.attributes.get("width") for node in page.css(".body img")}

    assert {"A boat"} == framed
    expected = {"A boat": "500", "Waves": "640", "A map": "30", "Torn": None, "Gone": None, "Elsewhere": None}
    assert expected == sizes
    assert "<svg" not in (paper.output / "2024/11/tram/index.html").read_text(encoding="utf-8").partition("<body")[2]


def test_warnings(paper: Paper) -> None:
    """What cannot be shown is told of once, by its address."""
    assert 1 == paper.said.count("the picture /wp-content/uploads/torn.jpg is broken")
    assert 1 == paper.said.count("the picture /wp-content/uploads/gone.jpg is not among the site's files")
    assert "other.example" not in paper.said


def test_focus(paper: Paper) -> None:
    """A card shows the part that the catalogue names: here the upper edge, where the red half is."""
    image = Site(paper.output).page("/").css_first(".card picture > img")
    assert image is not None
    first = (image.attributes["srcset"] or "").split()[0]
    with Image.open(paper.output / first.lstrip("/")) as picture:
        assert picture.height < 800
        red, _, blue = (
            picture.convert("RGB").crop((0, picture.height * 11 // 20, 1, picture.height * 11 // 20 + 1)).tobytes()
        )
        assert red > blue


def test_focus_of_a_story(paper: Paper) -> None:
    """Where a story names the focus of its lead picture, that counts before the catalogue's: here the red half."""
    image = Site(paper.output).page("/").css_first('img[src$="quay.jpg"]')
    assert image is not None
    first = (image.attributes["srcset"] or "").split()[0]
    with Image.open(paper.output / first.lstrip("/")) as picture:
        red, _, blue = picture.convert("RGB").resize((1, 1)).tobytes()
        assert red > blue


def test_feeds(paper: Paper) -> None:
    """Feeds have plain pictures."""
    feed = next(path for path in sorted(paper.output.rglob("feed/**/index.xml"))).read_text(encoding="utf-8")

    assert "boat.png" in feed
    assert "srcset" not in feed


def test_place(paper: Paper) -> None:
    """The original is published without its place; the newsroom's own file keeps it."""
    for folder, has_place in ((paper.output, False), (paper.content, True)):
        with Image.open(BytesIO((folder / UPLOADS / "tram.jpg").read_bytes())) as picture:
            assert has_place == (GPS in picture.getexif())


def test_draft(paper: Paper) -> None:
    """Nothing is made of a picture that only a draft shows."""
    made = sorted((paper.output / "images").iterdir())

    assert made
    assert not any(is_green(path) for path in made)


def is_green(path: Path) -> bool:
    with Image.open(path) as picture:
        red, green, blue = picture.convert("RGB").resize((1, 1)).tobytes()
    return green > red + blue


def test_second_build(tmp_path: Path) -> None:
    """A second build makes no picture, and gives the same site to the byte."""
    paper = Paper(tmp_path)
    paper.build()
    first = paper.files()
    cache = paper.cache / "responsive_images"
    times = {path: path.stat().st_mtime_ns for path in cache.rglob("*") if path.is_file()}
    paper.build()

    assert first == paper.files()
    assert times == {path: path.stat().st_mtime_ns for path in cache.rglob("*") if path.is_file()}
    made = {path.name for path in times} - {"facts.json"}
    assert made == {path.name for path in (paper.output / "images").iterdir()}
