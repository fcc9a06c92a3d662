"""What a file is by its bytes: an error page is no picture, and what could run is not published."""

from collections.abc import Mapping
from pathlib import PurePosixPath

import puremagic

from wordpress_export.body.file_names import AUDIO_EXTENSIONS, PICTURE_EXTENSIONS, VIDEO_EXTENSIONS

from .places import ending_of, is_program, words
from .wanted import Told

HEAD = 1 << 16
"""So many bytes of a file's beginning are looked at."""
TAIL = 1 << 12
"""And of its end."""

EMPTY = "empty"
PAGE = "an HTML page, as servers send in place of a file that they do not have"
TEXT = "a text, and no picture, sound or film"
PROGRAM = "of a kind that a browser or a server could run on the site’s own address"

CUT = "file that seems to be cut off"
OTHER_KIND = "file whose ending says another kind than its bytes"
STRANGE = "file whose bytes are of no known kind"

_MARKUP = (b"<!doctype html", b"<html", b"<head", b"<body", b"<script", b"<?php", b"<title", b"<meta", b"<!doctype h")
_TEXTS = words("txt csv tsv asc md json ics vtt srt dfxp css xml geojson kml gpx rtf svg")
"""Endings of texts, in which markup may well stand."""
_RUNNING = frozenset({*PICTURE_EXTENSIONS, *AUDIO_EXTENSIONS, *VIDEO_EXTENSIONS} - {"svg"})

_BEGINNINGS: Mapping[str, tuple[bytes, ...]] = {
    "jpg": (b"\xff\xd8\xff",), "jpeg": (b"\xff\xd8\xff",), "jpe": (b"\xff\xd8\xff",), "png": (b"\x89PNG\r\n\x1a\n",),
    "gif": (b"GIF87a", b"GIF89a"), "pdf": (b"%PDF",), "bmp": (b"BM",), "ico": (b"\0\0\1\0",),
    "tif": (b"II*\0", b"MM\0*"), "tiff": (b"II*\0", b"MM\0*"), "mp3": (b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2"),
    "ogg": (b"OggS",), "oga": (b"OggS",), "ogv": (b"OggS",), "flac": (b"fLaC",), "webm": (b"\x1aE\xdf\xa3",),
    "zip": (b"PK\3\4", b"PK\5\6"), "docx": (b"PK\3\4",), "xlsx": (b"PK\3\4",), "pptx": (b"PK\3\4",),
    "epub": (b"PK\3\4",), "odt": (b"PK\3\4",), "ods": (b"PK\3\4",), "gz": (b"\x1f\x8b",),
}  # fmt: skip
"""How the usual files begin: so that most need no long look."""
_FAMILY_OF: Mapping[str, str] = {"jpeg": "jpg", "jpe": "jpg", "tiff": "tif", "oga": "ogg", "ogv": "ogg"}
_RIFF = {"webp": b"WEBP", "wav": b"WAVE", "avi": b"AVI "}
_BOXED = words("mp4 m4v m4a mov avif heic heif 3gp 3g2 qt")
"""Kinds whose files begin with a box called `ftyp`, `moov` or `mdat` (ISO 14496-12)."""
_BOXES = (b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot")
_TINY = 16


class RefusedError(Exception):
    """A file that is not published; the message says why, as the end of a sentence."""


def refuse(place: str, head: bytes) -> None:
    """Raise RefusedError where a file is not what its name says, or must not be published."""
    if is_program(place):
        raise RefusedError(PROGRAM)
    if not head:
        raise RefusedError(EMPTY)
    ending = ending_of(place)
    if ending in _TEXTS:
        return
    refuse_page(head)
    if ending in _RUNNING and _kind_by_name(ending, head) is None and _is_text(head):
        raise RefusedError(TEXT)


def refuse_page(head: bytes) -> None:
    """Raise RefusedError where the bytes are those of an HTML page, which a server may send under any name."""
    if _is_markup(head):
        raise RefusedError(PAGE)


def doubts(place: str, head: bytes, tail: bytes, size: int) -> list[Told]:
    """Give what is to be said of a file that is published all the same."""
    told = []
    ending = ending_of(place)
    found = _kind_by_name(ending, head) or _guess(head)
    if ending in _RUNNING or ending == "pdf":
        if found is None:
            told.append(Told(STRANGE, place, review=True))
        elif not _is_alike(found, ending):
            told.append(Told(OTHER_KIND, f"{place} is a .{found}"))
    if _is_cut(found or "", head, tail, size):
        told.append(Told(CUT, place, review=True))
    return told


def _is_markup(head: bytes) -> bool:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n\f\0")[:_TINY].lower()
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        start = head[2:].replace(b"\0", b"").lstrip()[:_TINY].lower()
    return start.startswith(_MARKUP) or (start.startswith(b"<!--") and b"<html" in head.lower())


def _is_text(head: bytes) -> bool:
    """Tell whether bytes are a text: no control characters but those of lines."""
    return not any(octet < ord("\t") or ord("\r") < octet < ord(" ") for octet in head[:1024])


def _kind_by_name(ending: str, head: bytes) -> str | None:
    """Give the ending where the bytes are of its kind."""
    if head.startswith(_BEGINNINGS.get(ending, ())) and ending in _BEGINNINGS:
        return ending
    if ending in _RIFF and head.startswith(b"RIFF") and head[8:12] == _RIFF[ending]:
        return ending
    return ending if ending in _BOXED and head[4:8] in _BOXES else None


def _guess(head: bytes) -> str | None:
    """Give the ending that files of these bytes have, where that is known."""
    known = next((kind for kind in (*_BEGINNINGS, *_RIFF) if _kind_by_name(kind, head)), None)
    if known:
        return known
    try:
        guesses = puremagic.magic_string(head)
    except (puremagic.PureError, ValueError):
        return None
    return next((PurePosixPath(f"x{guess.extension}").suffix[1:] or None for guess in guesses), None)


def _is_alike(found: str, ending: str) -> bool:
    """Tell whether two endings mean one kind, as far as a browser cares."""
    if _FAMILY_OF.get(found, found) == _FAMILY_OF.get(ending, ending):
        return True
    return any({found, ending} <= family for family in _FAMILIES)


_FAMILIES = (
    frozenset({*_BOXED} - {"avif", "heic", "heif"}),
    frozenset({"mp3", "mp2", "mpga", "koz", "m4a", "aac"}),
    frozenset({"mpg", "mpeg", "m1v", "vob"}),
    frozenset({"wma", "wmv", "asf"}),
    frozenset({"webm", "mkv", "mka"}),
    frozenset({"ico", "cur", "spl", "png", "bmp"}),
    frozenset({"pdf", "fdf", "ai"}),
    frozenset({"avif", "heic", "heif"}),
)


def _is_cut(kind: str, head: bytes, tail: bytes, size: int) -> bool:
    """Tell whether the end of a picture is not there."""
    match _FAMILY_OF.get(kind, kind):
        case "jpg":
            return b"\xff\xd9" not in tail
        case "png":
            return b"IEND\xaeB`\x82" not in tail
        case "webp":
            return int.from_bytes(head[4:8], "little") + 8 > size + 1
        case _:
            return False
