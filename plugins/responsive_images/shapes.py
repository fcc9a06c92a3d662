"""The shape of what is cut from a picture, and the widths in which it is made."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from math import isfinite

Focus = tuple[float, float]
"""The point that must stay in sight: shares of the width from the left and of the height from above."""

CENTRE: Focus = (0.5, 0.5)
"""Where nobody has said what matters: what a browser keeps too."""

WHOLE = ""
"""The shape of a picture that is not cut."""

_CROP = re.compile(r"([1-9]\d?):([1-9]\d?)")
_FOCUS = re.compile(r"\s*(\d+(?:\.\d+)?)(%?)[\s,]+(\d+(?:\.\d+)?)(%?)\s*", re.ASCII)
_NEARLY = 1.1


@dataclass(frozen=True, slots=True, order=True)
class Box:
    """A rectangle in a picture, in its pixels."""

    left: int
    """The first column."""
    top: int
    """The first row."""
    width: int
    """How many columns."""
    height: int
    """How many rows."""

    def at(self, width: int) -> tuple[int, int]:
        """Give width and height once it is made that wide."""
        return width, max(1, round(self.height * width / self.width))


def read_focus(words: str) -> Focus | None:
    """Give the point that `50% 30%` or `0.5 0.3` names; None where it names none within the picture."""
    found = _FOCUS.fullmatch(words)
    if not found:
        return None
    across, down = (float(found[at]) / (100 if found[at + 1] else 1) for at in (1, 3))
    return (across, down) if isfinite(across + down) and across <= 1 and down <= 1 else None


def cut(width: int, height: int, crop: str, focus: Focus = CENTRE) -> Box:
    """Give the largest rectangle of a shape such as `16:9` that has the focus as near its middle as the picture lets.

    Raises ValueError for a shape that is none.
    """
    if crop == WHOLE:
        return Box(0, 0, width, height)
    shape = _CROP.fullmatch(crop)
    if not shape:
        raise ValueError(f"{crop!r} is no shape of a picture: write it like 16:9")
    across, down = int(shape[1]), int(shape[2])
    wide = min(width, max(1, round(height * across / down)))
    high = min(height, max(1, round(width * down / across)))
    return Box(_start(width, wide, focus[0]), _start(height, high, focus[1]), wide, high)


def _start(length: int, kept: int, focus: float) -> int:
    return min(max(round(length * focus - kept / 2), 0), length - kept)


def widths_for(wanted: Iterable[int], available: int) -> list[int]:
    """Give the widths to make: never more than the picture has, and its own where that says more than the next less."""
    asked = sorted({width for width in wanted if width > 0})
    made = [width for width in asked if width <= available]
    if not made or (made[-1] != asked[-1] and available > made[-1] * _NEARLY):
        made.append(available)
    return made
