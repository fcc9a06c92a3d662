"""What an address says of the file behind it."""

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
