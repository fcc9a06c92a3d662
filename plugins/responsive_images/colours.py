"""Any picture's colours as every browser and every format has them: sRGB, eight bits."""

from contextlib import suppress
from io import BytesIO

from PIL import Image, ImageCms

_DEEP = {"I;16", "I;16B", "I;16L", "I;16N", "I"}
_SEE_THROUGH = {"RGBA", "LA", "PA", "La", "RGBa"}


def is_see_through(picture: Image.Image) -> bool:
    """Say whether a picture may let what is behind it be seen."""
    return picture.mode in _SEE_THROUGH or "transparency" in picture.info


def plain_colours(picture: Image.Image) -> Image.Image:
    """Give a picture in RGB or RGBA, by its own colour profile where it has one."""
    see_through = is_see_through(picture)
    mode = "RGBA" if see_through else "RGB"
    profile = picture.info.get("icc_profile")
    if picture.mode in _DEEP:
        # Sixteen bits: Pillow would cut all that is lighter than 255 to white.
        picture = picture.point(lambda shade: shade * (1 / 257)).convert("L")
    if picture.mode not in {"RGB", "RGBA", "CMYK", "L", "LAB"}:
        picture = picture.convert(mode)
    if profile:
        # A profile that is broken or of another colour space says nothing: then the numbers are taken as they are.
        with suppress(ImageCms.PyCMSError, OSError, ValueError, TypeError):
            return _by_profile(picture, profile, mode)
    return picture if picture.mode == mode else picture.convert(mode)


def _by_profile(picture: Image.Image, profile: bytes, mode: str) -> Image.Image:
    source = ImageCms.ImageCmsProfile(BytesIO(profile))
    if picture.mode == "RGBA":
        alpha = picture.getchannel("A")
        shown = ImageCms.profileToProfile(picture.convert("RGB"), source, ImageCms.createProfile("sRGB"))
        if shown is None:
            return picture
        shown.putalpha(alpha)
        return shown
    shown = ImageCms.profileToProfile(picture, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    return picture.convert(mode) if shown is None else shown
