"""The point of a picture that must stay in sight when it is cropped, as plugins keep it in post meta."""

import re
from collections.abc import Mapping

_POINT = re.compile(r"\s*(\d{1,3}(?:\.\d{1,6})?)%?[\s,]+(\d{1,3}(?:\.\d{1,6})?)%?\s*")
_SIDE = r's:\d+:"{}";(?:s:\d+:"|[di]:)(\d{{1,3}}(?:\.\d{{1,20}})?)'
_SIDES = tuple(re.compile(_SIDE.format(side)) for side in ("left", "top"))

TEXTS = ("focal_point", "bg_pos_desktop")
"""Media Focus Point: `45% 34%`."""
ARRAYS = ("_wpsmartcrop_image_focus", "focalpoint")
"""WP SmartCrop, and Focal Point Picker, whose later versions write parts of 1."""
_WHOLE = 100
_MIDDLE = "50% 50%"


def read_focus(meta: Mapping[str, str]) -> str:
    """Give the point as `45% 34%`, from the left and from above; nothing where there is none, or it is the middle."""
    for key in TEXTS:
        if found := _POINT.fullmatch(meta.get(key, "")):
            return _told(float(found[1]), float(found[2]))
    for key in ARRAYS:
        left, top = (side.search(meta.get(key, "")) for side in _SIDES)
        if left and top:
            parts = _WHOLE if "." in left[1] + top[1] and max(float(left[1]), float(top[1])) <= 1 else 1
            return _told(float(left[1]) * parts, float(top[1]) * parts)
    return ""


def _told(left: float, top: float) -> str:
    point = f"{left:.0f}% {top:.0f}%"
    return point if max(left, top) <= _WHOLE and point != _MIDDLE else ""
