import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from drawn_pictures import ARTIST, GPS, ORIENTATION, camera_exif, halves, moving, octets
from responsive_images.encoding import Variant, make
from responsive_images.facts import Facts, read_facts
from responsive_images.location import without_location
from responsive_images.shapes import Box
from responsive_images.workshop import Workshop

SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def facts_of(folder: Path, content: bytes) -> Facts:
    (folder / "picture").write_bytes(content)
    return read_facts(folder / "picture")


def made(folder: Path, content: bytes, variant: Variant) -> Image.Image:
    (folder / "picture").write_bytes(content)
    assert "" == make(folder / "picture", [variant], folder)
    with Image.open(folder / variant.name) as picture:
        picture.load()
        return picture


def huge_png() -> bytes:
    """Give a file of some bytes that claims to be 30,000 pixels wide and high."""
    header = b"IHDR" + struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0)
    chunk = struct.pack(">I", 13) + header + struct.pack(">I", zlib.crc32(header))
    return b"\x89PNG\r\n\x1a\n" + chunk + b"\0\0\0\0IEND\xaeB`\x82"


def test_upright(tmp_path: Path) -> None:
    """A photograph that the camera stored on its side is measured, and made, as it is seen."""
    lying = octets(halves(), "JPEG", exif=camera_exif(6))

    assert (320, 640) == (facts_of(tmp_path, lying).width, facts_of(tmp_path, lying).height)
    seen = made(tmp_path, lying, Variant("a.png", Box(0, 0, 320, 640), 160))
    assert (160, 320) == seen.size
    assert [True, False] == [is_red(seen, 80, row) for row in (40, 280)]


def is_red(picture: Image.Image, column: int, row: int) -> bool:
    red, _, blue, *_ = picture.convert("RGBA").getpixel((column, row))  # type: ignore[misc]  # RGBA has four
    return red > 120 > blue


@pytest.mark.parametrize("ending", ["avif", "webp", "jpg", "png"])
def test_nothing_of_the_camera(tmp_path: Path, ending: str) -> None:
    """No variant says where, when or by whom the picture was taken, nor what its colours are but sRGB."""
    picture = made(tmp_path, octets(halves(), "JPEG", exif=camera_exif(), icc_profile=SRGB, comment=b"at home"),
                   Variant(f"a.{ending}", Box(0, 0, 640, 320), 64))  # fmt: skip

    assert {} == dict(picture.getexif())
    assert not {"icc_profile", "comment", "xmp", "exif"} & set(picture.info)


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "LA", "P", "1", "CMYK", "I;16", "I"])
def test_every_kind_of_colours(tmp_path: Path, mode: str) -> None:
    """Whatever a file's colours are, its left half stays darker or redder than its right."""
    base = halves()
    if mode.startswith("I"):
        row = struct.pack("<640" + ("H" if mode == "I;16" else "i"), *[20_000] * 320, *[60_000] * 320)
        picture = Image.frombytes(mode, base.size, row * 320)
    else:
        picture = base.convert(mode)
    content = octets(picture, "JPEG" if mode == "CMYK" else "TIFF" if mode == "I" else "PNG")
    seen = made(tmp_path, content, Variant("a.png", Box(0, 0, 640, 320), 64))
    left, right = (seen.convert("RGB").getpixel((column, 16)) for column in (10, 54))

    assert not facts_of(tmp_path, content).fault
    if mode.startswith("I"):
        assert [(77, 77, 77), (233, 233, 233)] == [left, right]
    elif mode in {"RGB", "RGBA", "P", "CMYK"}:
        assert [True, False] == [is_red(seen, column, 16) for column in (10, 54)]
    else:
        assert left != right or mode == "1"


def test_profile(tmp_path: Path) -> None:
    """Colours of another profile are brought into sRGB; a broken profile says nothing."""
    lab_white = made(tmp_path, octets(halves(mode="L"), "JPEG", icc_profile=b"no profile"),
                     Variant("a.png", Box(0, 0, 640, 320), 64))  # fmt: skip

    assert "RGB" == lab_white.mode


def test_see_through(tmp_path: Path) -> None:
    """What is see-through stays so, and gets no colours to stand behind it."""
    content = octets(Image.new("RGBA", (64, 64), (255, 0, 0, 0)), "PNG")
    facts = facts_of(tmp_path, content)

    assert (True, ()) == (facts.graphic, tuple(facts.shades))
    assert (0, 0) == made(tmp_path, content, Variant("a.webp", Box(0, 0, 64, 64), 32)).getchannel("A").getextrema()


@pytest.mark.parametrize("form", ["GIF", "WEBP", "PNG"])
def test_moving(tmp_path: Path, form: str) -> None:
    """What moves is left as it is; its size is known."""
    facts = facts_of(tmp_path, moving(form))

    assert (True, 640, 320, "") == (facts.as_it_is, facts.width, facts.height, facts.fault)


def test_photograph_with_a_preview(tmp_path: Path) -> None:
    """A telephone's JPEG with a second picture in it is no animation."""
    assert not facts_of(tmp_path, octets(halves(), "MPO", save_all=True, append_images=[halves()])).as_it_is


@pytest.mark.parametrize(
    ("tag", "size"),
    [
        ('<svg xmlns="x" width="30" height="20.4px">', (30, 20)),
        ('<?xml version="1.0"?><svg width="100%" viewBox="0 0 800 600">', (800, 600)),
        ('<svg viewBox="0 0 . ..">', (0, 0)),
        ("<svg>", (0, 0)),
    ],
)
def test_drawn(tmp_path: Path, tag: str, size: tuple[int, int]) -> None:
    """An SVG is left as it is, with the size that it says, or none."""
    facts = facts_of(tmp_path, tag.encode())

    assert (True, *size) == (facts.as_it_is, facts.width, facts.height)


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", "is no picture"),
        (b"<html>Not found</html>", "is no picture"),
        (octets(halves(), "JPEG")[:900], "is broken"),
        (octets(halves(), "PNG")[:200], "is broken"),
        (huge_png(), "has more than 89 million pixels"),
    ],
    ids=["empty", "a page", "half a JPEG", "half a PNG", "a bomb"],
)
def test_faults(tmp_path: Path, content: bytes, fault: str) -> None:
    """A file that is no whole picture says so in plain words."""
    assert facts_of(tmp_path, content).fault.startswith(fault)


def test_not_there(tmp_path: Path) -> None:
    """A file that cannot be read is no picture."""
    assert "cannot be read (No such file or directory)" == read_facts(tmp_path / "gone").fault


def test_never_half(tmp_path: Path) -> None:
    """A picture that breaks while it is made leaves nothing behind."""
    (tmp_path / "picture").write_bytes(octets(halves(), "JPEG")[:900])

    assert make(tmp_path / "picture", [Variant("a.avif", Box(0, 0, 640, 320), 64)], tmp_path)
    assert ["picture"] == [path.name for path in tmp_path.iterdir()]


def test_made_once(tmp_path: Path) -> None:
    """What is there is not made again; what is empty is."""
    (tmp_path / "picture").write_bytes(octets(halves(), "PNG"))
    variant = Variant("a.webp", Box(0, 0, 640, 320), 64)
    workshop = Workshop.open(tmp_path / "cache")
    workshop.make({variant.name: (tmp_path / "picture", variant)})
    (tmp_path / "picture").unlink()

    assert {} == workshop.make({variant.name: (tmp_path / "picture", variant)})
    (tmp_path / "cache" / variant.name).write_bytes(b"")
    assert [tmp_path / "picture"] == list(workshop.make({variant.name: (tmp_path / "picture", variant)}))


def test_broken_index(tmp_path: Path) -> None:
    """A cache whose list is broken, or of another form, is as good as empty."""
    for text in ("{", "[]", '{"form": 1, "files": {"a": 1}}', '{"form": 0, "files": {}}', '{"form": 1, "files": []}'):
        (tmp_path / "facts.json").write_text(text, encoding="utf-8")
        assert {} == Workshop.open(tmp_path).known


@pytest.mark.parametrize("form", ["JPEG", "WEBP", "PNG"])
def test_location(tmp_path: Path, form: str) -> None:
    """A published file loses its place; its pixels, its length and its maker's name stay."""
    content = octets(halves(), form, exif=camera_exif(6))
    without = without_location(content)
    (tmp_path / "a").write_bytes(without)
    (tmp_path / "b").write_bytes(content)

    assert len(content) == len(without)
    with Image.open(tmp_path / "a") as picture, Image.open(tmp_path / "b") as old:
        exif = picture.getexif()
        assert GPS in old.getexif()
        assert (6, "Mara Quill", False) == (exif[ORIENTATION], exif[ARTIST], GPS in exif)
        assert old.tobytes() == picture.tobytes()
    assert without_location(without) is without


def test_location_of_a_tiff() -> None:
    """A TIFF, which is nothing but what others have inside, loses its place too."""
    content = camera_exif(6).tobytes().removeprefix(b"Exif\0\0")
    exif = Image.Exif()
    exif.load(without_location(content))

    assert (6, "Mara Quill", False) == (exif[ORIENTATION], exif[ARTIST], GPS in exif)
    assert struct.pack(">I", 51) in content
    assert struct.pack(">I", 51) not in without_location(content)


def test_location_behind() -> None:
    """What a telephone hung behind a photograph loses its place too."""
    content = octets(halves(), "JPEG")
    behind = octets(halves(), "JPEG", exif=camera_exif())

    assert content + without_location(behind) == without_location(content + behind)


def test_location_in_words() -> None:
    """The packet of XMP loses coordinates, and nothing else."""
    packet = (
        b'<x:xmpmeta><rdf:Description dc:creator="Mara" exif:GPSLatitude="51,28.64N" exif:GPSLongitude=\'0,0W\'/>'
        b"<exif:GPSAltitude>3/1</exif:GPSAltitude></x:xmpmeta>"
    )
    content = octets(halves(), "JPEG", xmp=packet)
    without = without_location(content)

    assert len(content) == len(without)
    assert b'dc:creator="Mara"' in without
    assert b"GPS" not in without
    assert b"28.64" not in without


def test_hostile_location() -> None:
    """Pointers that lead nowhere, or in a circle, neither raise nor change another byte's place."""
    content = octets(halves(), "JPEG", exif=camera_exif())
    start = content.index(b"Exif\0\0")
    for place in range(start, start + 60):
        for value in (0, 0xFF):
            broken = content[:place] + bytes([value]) + content[place + 1 :]
            assert len(broken) == len(without_location(broken))
    assert content[: start + 8] == without_location(content[: start + 8])
