"""Which files a piece of clean HTML refers to: what it shows, and what it links to that is no page."""

import html
import re
from collections.abc import Iterable, Iterator

from wordpress_export.body.file_names import extension

from .places import words

DOCUMENTS = words(
    "jpg jpeg jpe gif png bmp tif tiff webp avif ico heic heif svg psd ai eps aac ac3 aif aiff flac m3a m4a"
    " m4b mka mp1 mp2 mp3 ogg oga ram wav wma mid midi opus 3g2 3gp 3gpp asf avi divx dv flv m4v mkv mov mp4"
    " mpeg mpg mpv ogm ogv qt rm vob wmv webm doc docx docm dotm odt pages pdf xps oxps rtf wp wpd psw numbers"
    " ods xls xlsx xlsm xlsb key ppt pptx pptm pps ppsx ppsm sldx sldm odp odg asc csv tsv txt json xml ics vtt"
    " srt dfxp css gz rar tar zip 7z bz2 tgz epub mobi azw azw3 djvu kml kmz gpx geojson shp stl ttf otf woff"
    " woff2 exe dmg apk msi iso torrent vcf"
)
"""Endings of files to which an article links (`wp_get_ext_types`, `wp_get_mime_types`, and what newsrooms add)."""

# As lexbor writes them: each value in double quotes; in text every `<` is an entity.
_TAG = re.compile(r"""<(?:a|area|img|audio|video|source|track)\b(?:\s+[\w:-]+(?:="[^"]*")?)*""", re.IGNORECASE)
_ADDRESS = re.compile(r'\s(src|poster|href)="([^"]+)"')
_ELSEWHERE = ("http://", "https://")
_UPLOADS = ("/wp-content/", "/uploads/", "/files/")


def files_in(markup: str) -> tuple[str, ...]:
    """Give the addresses of files, each once, in order; those on other hosts only where they are shown."""
    return tuple(dict.fromkeys(_addresses(markup)))


def _addresses(markup: str) -> Iterator[str]:
    for tag in _TAG.finditer(markup):
        for name, written in _ADDRESS.findall(tag[0]):
            address = html.unescape(written).partition("#")[0].strip()
            if is_file(address) if name == "href" else _is_shown(address):
                yield address


def _is_shown(address: str) -> bool:
    return address.startswith(_ELSEWHERE) or _is_own(address)


def is_file(address: str) -> bool:
    """Tell whether a link leads to a file of the site's own: by its ending, and among uploads by any ending."""
    path = address.partition("?")[0]
    if not _is_own(path) or path.endswith("/"):
        return False
    ending = extension(path)
    return ending in DOCUMENTS or (bool(ending) and any(folder in path for folder in _UPLOADS))


def _is_own(address: str) -> bool:
    return address.startswith("/") and not address.startswith("//")


def files_among(addresses: Iterable[str]) -> tuple[str, ...]:
    """Give those of some addresses that are of files of the site's own."""
    return tuple(dict.fromkeys(address for address in addresses if is_file(address)))
