"""What an address says of the file behind it."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

AUDIO_EXTENSIONS = ("mp3", "m4a", "ogg", "oga", "wav", "wma", "flac")
"""`wp_get_audio_extensions`."""
VIDEO_EXTENSIONS = ("mp4", "m4v", "webm", "ogv", "flv", "mov", "wmv", "avi", "mpg", "mpeg")
"""`wp_get_video_extensions`, and what older libraries hold."""
PICTURE_EXTENSIONS = ("jpg", "jpeg", "jpe", "gif", "png", "bmp", "tif", "tiff", "webp", "avif", "ico", "heic", "svg")
"""`wp_get_ext_types`, and `svg` of plugins."""


def file_name(address: str) -> str:
    """Give the last part of an address as people read it."""
    path = address.partition("?")[0].partition("#")[0]
    return unquote(path.rstrip("/").rpartition("/")[2])


def extension(address: str) -> str:
    """Give the extension of the file in lower case; empty where there is none."""
    stem, dot, ending = file_name(address).rpartition(".")
    return ending.lower() if dot and stem else ""


def is_picture(address: str) -> bool:
    """Whether the address is that of a picture."""
    return extension(address) in PICTURE_EXTENSIONS


_UPLOADS = re.compile(r"(?:.*?/)??(?:uploads|files)/(?:sites/\d{1,9}/)?")
_DATED = re.compile(r"(.*/)?(?:19|20)\d\d/(?:0[1-9]|1[0-2])/[^/]+")
_SIZE = r"-\d{1,5}x\d{1,5}(?:@2x)?|@2x"
_EDIT = r"-scaled|-rotated|-e\d{10,14}"
_VARIANT = re.compile(rf"(?:{_SIZE}|{_EDIT})(?=\.\w{{2,5}}$)")
_EDITED = re.compile(rf"(?:{_EDIT})(?=\.\w{{2,5}}$)")
_MOST_ENDINGS = 4
_CONVERTED = re.compile(r"(?<=\.)(jpe?g|png|gif)\.(?:webp|avif)$", re.IGNORECASE)


def split_upload(address: str) -> tuple[str, str]:
    """Give the folder that uploads lie in, and the place below it; both empty where it is no upload's address.

    `/wp-content/uploads/`, `/wp-content/uploads/sites/3/`, `/files/`, or nothing but the month: `/2020/05/a.jpg`.
    """
    place = _UPLOADS.match(address)
    if place is None and (dated := _DATED.fullmatch(address)):
        return address[: dated.end(1)] if dated[1] else "", address[dated.end(1) :] if dated[1] else address
    return (address[: place.end()], address[place.end() :]) if place else ("", "")


def originals(address: str) -> Iterator[str]:
    """Give the files that a file may have been made from, the nearest first: `a-e1600000000000-300x200.jpg`.

    Sizes (`image_resize`), big pictures made smaller (`-scaled`), turned (`-rotated`), edited (`-e` and the time), and
    the copies in another format that optimisers put beside a file (`a.jpg.webp`).
    """
    shorter = _CONVERTED.sub(r"\1", address)
    if shorter != address:
        yield shorter
    yield from _without(_VARIANT, shorter)


def without_edits(address: str) -> Iterator[str]:
    """Give the files that an attachment's own file was made from by WordPress or by an editor."""
    yield from _without(_EDITED, address)


def _without(ending: re.Pattern[str], address: str) -> Iterator[str]:
    shorter = address
    for _ in range(_MOST_ENDINGS):
        if (match := ending.search(shorter)) is None:
            return
        shorter = shorter[: match.start()] + shorter[match.end() :]
        yield shorter
