"""Addresses as metadata needs them: percent-encoded, and the types of the files that they lead to."""

import re
from functools import lru_cache
from pathlib import PurePosixPath
from urllib.parse import quote, unquote, urlsplit

_SIGNS = "/:?#[]@!$&'()*+,;=%~"
"""What an address may hold beside letters; a per cent sign because it may be encoded already."""

_REMEMBERED = 1 << 14
"""Addresses: a page names few that others do not name too."""

_BARE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")

_TYPES = {
    **dict.fromkeys((".jpg", ".jpeg", ".jpe"), "image/jpeg"),
    ".png": "image/png",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".svg": "image/svg+xml",
    ".ico": "image/x-icon",
    ".mp3": "audio/mpeg",
    **dict.fromkeys((".m4a", ".m4b"), "audio/mp4"),
    **dict.fromkeys((".ogg", ".oga", ".opus"), "audio/ogg"),
    ".wav": "audio/wav",
    ".flac": "audio/flac",
    ".aac": "audio/aac",
    **dict.fromkeys((".mp4", ".m4v"), "video/mp4"),
    ".webm": "video/webm",
}


@lru_cache(_REMEMBERED)
def encoded(address: str) -> str:
    """Give an address percent-encoded, whether it was already or not."""
    return quote(_BARE_PERCENT.sub("%25", address.strip()), safe=_SIGNS, errors="replace")


def path_of(address: str) -> str:
    """Give the decoded path of an address; empty where it is none."""
    try:
        return unquote(urlsplit(address).path)
    except ValueError:
        return ""


@lru_cache(_REMEMBERED)
def type_of(address: str) -> str:
    """Give the type of a file by its ending; empty where it is not known.

    Python's own table differs from machine to machine.
    """
    return _TYPES.get(PurePosixPath(path_of(address)).suffix.lower(), "")


def is_raster(address: str) -> bool:
    """Tell whether a picture is one that other sites show: they refuse SVG."""
    return type_of(address) not in {"", "image/svg+xml", "image/x-icon"}
