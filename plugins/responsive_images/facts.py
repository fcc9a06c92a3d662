"""What is known of a picture's file without making anything of it."""

import re
import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

from .colours import is_see_through, plain_colours

FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF", "BMP", "TIFF")
"""What is read: what WordPress took as a picture. Each more is a door for hostile files."""

READ_FAULTS = (
    OSError, ValueError, SyntaxError, EOFError, ArithmeticError, LookupError, TypeError, AttributeError, MemoryError,
    RuntimeError, struct.error, zlib.error,
)  # fmt: skip
"""What Pillow raises for files that are no whole pictures."""

MOST_PIXELS = Image.MAX_IMAGE_PIXELS or 0
"""Pillow's own limit, at which it warns: a file of some bytes may claim any size."""

_SVG = re.compile(rb"<svg\b[^>]*>", re.IGNORECASE)
_BOX = re.compile(rb"""\sviewBox\s*=\s*["']\s*[-+.\d]+[\s,]+[-+.\d]+[\s,]+([.\d]+)[\s,]+([.\d]+)\s*["']""")
_LENGTH = rb"""\s%s\s*=\s*["']\s*(\d+(?:\.\d+)?)(?:px)?\s*["']"""
_SVG_HEAD = 4096
_LARGEST_SIDE = 100_000
_SHADES = 3
_DRAFT = (64, 64)


@dataclass(frozen=True, slots=True)
class Facts:
    """A picture's file."""

    digest: str
    """SHA-256 of its bytes."""
    width: int = 0
    """In pixels as a reader sees it, turned upright; 0 where nobody can say."""
    height: int = 0
    """The same."""
    as_it_is: bool = False
    """Whether nothing is made of it: an SVG, or a picture that moves."""
    graphic: bool = False
    """Whether it is see-through or has few colours, so that JPEG would spoil it."""
    shades: Sequence[str] = ()
    """Its colours from top to bottom, for the time until it is there; none where it is see-through."""
    fault: str = ""
    """Why it cannot be shown, in words for an editor."""


def read_facts(path: Path) -> Facts:
    """Give what is known of a file; one that is no picture has a fault and no size."""
    try:
        octets = path.read_bytes()
    except OSError as error:
        return Facts("", fault=f"cannot be read ({error.strerror})")
    digest = sha256(octets).hexdigest()
    if svg := _SVG.search(octets[:_SVG_HEAD]):
        return Facts(digest, *_svg_size(svg[0]), as_it_is=True)
    del octets
    try:
        return _pillow_facts(path, digest)
    except Image.DecompressionBombError:
        return Facts(digest, fault=f"has more than {MOST_PIXELS // 1_000_000} million pixels: make it smaller")
    except UnidentifiedImageError:
        return Facts(digest, fault="is no picture, or of a kind that browsers do not show")
    except READ_FAULTS:
        return Facts(digest, fault="is broken: put a whole file in its place")


def _pillow_facts(path: Path, digest: str) -> Facts:
    with Image.open(path, formats=FORMATS) as picture:
        width, height = picture.size
        if width * height > MOST_PIXELS:
            raise Image.DecompressionBombError
        # Pillow takes a photograph that a telephone stored with its preview for an animation of two.
        if getattr(picture, "is_animated", False) and picture.format != "MPO":
            return Facts(digest, width, height, as_it_is=True)
        graphic = is_see_through(picture) or picture.mode in {"1", "P"}
        see_through = is_see_through(picture)
        picture.draft(None, _DRAFT)
        upright = ImageOps.exif_transpose(picture)
        if (upright.width > upright.height) != (picture.width > picture.height):
            width, height = height, width
        return Facts(digest, width, height, graphic=graphic, shades=() if see_through else _shades(upright))


def _shades(picture: Image.Image) -> tuple[str, ...]:
    small = plain_colours(picture.resize((1, _SHADES), Image.Resampling.BOX) if picture.mode != "P" else picture)
    rows = small.convert("RGB").resize((1, _SHADES), Image.Resampling.BOX).tobytes()
    return tuple("#" + "".join(f"{round(part / 17):x}" for part in rows[at : at + 3]) for at in range(0, len(rows), 3))


def _svg_size(tag: bytes) -> tuple[int, int]:
    """Give the size that an SVG says it has, from its width and height or from what it shows."""
    sides = [re.search(_LENGTH % name, tag) for name in (b"width", b"height")]
    box = _BOX.search(tag)
    told = [side[1] for side in sides if side] if all(sides) else list(box.groups()) if box else []
    try:
        width, height = (round(float(side)) for side in told)
    except ValueError:
        return 0, 0
    return (width, height) if 0 < width < _LARGEST_SIDE and 0 < height < _LARGEST_SIDE else (0, 0)
