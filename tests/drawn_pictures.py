"""Pictures that tests draw for themselves."""

from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw

ORIENTATION = 0x0112
ARTIST = 0x013B
GPS = 0x8825
PLACE = {1: "N", 2: (51.0, 28.0, 38.0), 3: "W", 4: (0.0, 0.0, 5.5)}


def halves(size: tuple[int, int] = (640, 320), mode: str = "RGB") -> Image.Image:
    """Give a picture of which the left half is red and the right half blue."""
    picture = Image.new("RGB", size, "#c00000")
    ImageDraw.Draw(picture).rectangle((size[0] // 2, 0, size[0], size[1]), fill="#0000c0")
    return picture.convert(mode)


def octets(picture: Image.Image, form: str, **options: Any) -> bytes:  # noqa: ANN401  # Pillow's own options
    """Give a picture's file."""
    stream = BytesIO()
    picture.save(stream, form, **options)
    return stream.getvalue()


def camera_exif(orientation: int = 1) -> Image.Exif:
    """Give what a camera says of a picture: how it was held, by whom, and where."""
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    exif[ARTIST] = "Mara Quill"
    exif.get_ifd(GPS).update(PLACE)
    return exif


def moving(form: str) -> bytes:
    """Give an animation of two pictures."""
    return octets(halves(), form, save_all=True, append_images=[Image.new("RGB", (640, 320), "#00c000")])
