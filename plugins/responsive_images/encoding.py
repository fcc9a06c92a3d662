"""One picture made in many widths and formats. What a camera wrote beside the picture is not in them."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from PIL import Image, ImageOps, __version__, features

from .colours import plain_colours
from .facts import FORMATS, READ_FAULTS
from .shapes import Box

AVIF = "avif"
WEBP = "webp"
JPEG = "jpg"
PNG = "png"

TYPES: Mapping[str, str] = {AVIF: "image/avif", WEBP: "image/webp", JPEG: "image/jpeg", PNG: "image/png"}
"""What each ending is to a browser."""

LONGEST_SIDE = 16_383
"""In pixels: WebP has no more."""

_RECIPES: Mapping[str, Mapping[str, Any]] = {
    # One thread, so that the bytes do not depend on the machine; pictures are made side by side instead.
    AVIF: {"format": "AVIF", "quality": 52, "speed": 8, "max_threads": 1},
    WEBP: {"format": "WEBP", "quality": 74, "method": 4},
    JPEG: {"format": "JPEG", "quality": 78, "optimize": True, "progressive": True},
    PNG: {"format": "PNG", "optimize": True},
}


@dataclass(frozen=True, slots=True, order=True)
class Variant:
    """A file to make of a picture."""

    name: str
    """`3f0c…-480.avif`."""
    box: Box
    """What is cut from the upright picture."""
    width: int
    """How wide it becomes."""

    @property
    def ending(self) -> str:
        """Its format."""
        return self.name.rpartition(".")[2]


def recipe_stamp() -> str:
    """Give what else decides a file's bytes beside the picture: how it is made, and by which version of what."""
    codecs = [f"{name} {features.version(name)}" for name in ("avif", "webp", "libjpeg_turbo", "zlib")]
    return repr((_RECIPES, __version__, codecs))


def make(source: Path, variants: Sequence[Variant], folder: Path) -> str:
    """Make the files in the folder, each there whole or not at all; give what went wrong, or nothing."""
    try:
        with Image.open(source, formats=FORMATS) as picture:
            _make_all(picture, variants, folder)
    except (*READ_FAULTS, Image.DecompressionBombError) as error:
        return str(error) or type(error).__name__
    return ""


def _make_all(picture: Image.Image, variants: Sequence[Variant], folder: Path) -> None:
    upright = ImageOps.exif_transpose(picture)
    shapes = sorted(variants, key=lambda variant: (variant.box, variant.width, variant.name))
    for (box, width), same in groupby(shapes, key=lambda variant: (variant.box, variant.width)):
        shown = _shown(upright, box, width)
        for variant in same:
            _save(shown, folder / variant.name, variant.ending)


def _shown(picture: Image.Image, box: Box, width: int) -> Image.Image:
    """Give the part of the picture in that width. Colours come first where a palette could not be made smaller."""
    if picture.mode in {"P", "PA", "1"} or "transparency" in picture.info or picture.mode.startswith("I"):
        picture = plain_colours(picture)
    area = (box.left, box.top, box.left + box.width, box.top + box.height)
    small = picture.resize(box.at(width), Image.Resampling.LANCZOS, area, reducing_gap=3.0)
    return plain_colours(small)


def _save(picture: Image.Image, path: Path, ending: str) -> None:
    fresh = Image.frombytes(picture.mode, picture.size, picture.tobytes())  # nothing that the file said of itself
    part = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        fresh.save(part, **_RECIPES[ending])
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
