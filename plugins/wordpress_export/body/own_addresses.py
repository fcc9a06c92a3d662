"""Which addresses in a body are the old site's own, in all the forms that editors and plugins have written them in."""

import re
from dataclasses import dataclass
from enum import IntEnum
from urllib.parse import SplitResult, parse_qs, unquote, urljoin

from ..addresses import FILES_HOST, UPLOADS, WEB, decode_path, host_of, split_address
from .address_book import AddressBook

LONGEST = 20_000
"""An address beyond this is no one's."""
# Jetpack's picture and file servers: `https://i0.wp.com/news.example/wp-content/…?resize=300%2C200`.
_CACHES = re.compile(
    r"(?:https?:)?//(?:[ics]\d\.wp\.com/(?=[^/]+\.[^/]+/)"
    r"|(?:[\w-]+\.cdn\.ampproject\.org/[acv]|(?:www\.)?google\.[a-z.]{2,6}/amp)/(?:s/)?)"
)
_THUMB_SCRIPT = re.compile(r"/(?:tim)?thumb\.php$|/phpthumb/|/resize\.php$", re.IGNORECASE)
_AMPERSAND = re.compile("&(?:amp|#0?38);")
_SLASHES = re.compile(r"/{2,}")
_SITE_HOST = ".wordpress.com"


class Trust(IntEnum):
    """What makes an address the site's own."""

    SITE = 1
    """Its host alone."""
    KNOWN = 2
    """Only that it leads to something known: it is on a former home, or relative."""
    FILE = 3
    """Only that it leads to a known file: it is on a host beside the site's own."""


@dataclass(frozen=True, slots=True)
class OwnAddress:
    """An address that is the site's own, or that is if it leads to something known."""

    path: str
    """Decoded, from the host's root."""
    query: str = ""
    """As written, without the question mark."""
    fragment: str = ""
    """Decoded, without the hash."""
    host: str = ""
    """Of a host that is not today's, with the scheme: `https://files.example`; empty for the site's own."""
    trust: Trust = Trust.SITE
    """How it was recognised."""


def own_address(address: str, book: AddressBook, page: str) -> OwnAddress | None:
    """Give the parts of an address of the site's own; `page` is the address of the article that it stands in."""
    if len(address) > LONGEST:
        return None
    parts = split_address(_unwrapped(address))
    if parts is None or (parts.scheme and parts.scheme.lower() not in WEB):
        return None
    if not parts.netloc:
        return _without_host(parts, book, page)
    host = host_of(parts)
    if book.host and host == book.host:
        if _lies_in(parts.path, book.folder):
            return _of(parts, parts.path)
        return _of(parts, parts.path, host, Trust.FILE)
    return _on_former_home(parts, host, book) or _on_file_host(parts, host, book)


def _unwrapped(address: str) -> str:
    """Give the address that a cache's or a script's address holds, its entities undone once more than HTML does."""
    if "&" in address:
        address = _AMPERSAND.sub("&", address)
    if wrapped := _CACHES.match(address):
        return f"https://{address[wrapped.end() :]}"
    if ".php?" in address and _THUMB_SCRIPT.search(address.partition("?")[0]):
        source = parse_qs(address.partition("?")[2]).get("src", [""])[0]
        return source or address
    return address


def _without_host(parts: SplitResult, book: AddressBook, page: str) -> OwnAddress | None:
    """Read a root-relative address; a host whose scheme was forgotten; or an address relative to the article."""
    if parts.scheme or not (parts.path or parts.query):
        return None
    if parts.path.startswith("/"):
        return _of(parts, parts.path)
    first, _, rest = parts.path.partition("/")
    if book.host and first.lower().removeprefix("www.") == book.host:
        return _of(parts, f"/{rest}")
    if not parts.path:
        return _of(parts, f"{book.folder}/") if book.host else None
    if not page and not parts.path.startswith("wp-content/"):
        return None
    above = f"{book.folder}/" if parts.path.startswith("wp-content/") else page
    joined = decode_path(urljoin(above, parts.path))
    return OwnAddress(_SLASHES.sub("/", joined), parts.query, unquote(parts.fragment), trust=Trust.KNOWN)


def _on_former_home(parts: SplitResult, host: str, book: AddressBook) -> OwnAddress | None:
    """Read an address of a host that the site had before: it is the site's only if it leads to something known."""
    place = host + parts.path
    home = next((home for home in book.former_homes if _lies_in(place, home)), None)
    if home is None:
        return None
    return _of(parts, f"{book.folder}/{place[len(home) :].lstrip('/')}", host, Trust.KNOWN)


def _on_file_host(parts: SplitResult, host: str, book: AddressBook) -> OwnAddress | None:
    """Read an address of a host that serves the site's files: `cdn.news.example`, `news.files.wordpress.com`."""
    label = host.removesuffix(FILES_HOST)
    is_known = host in book.file_hosts
    if label != host and (is_known or f"{label}{_SITE_HOST}" in (book.host, *book.former_homes)):
        return _of(parts, UPLOADS + parts.path.lstrip("/"))
    is_beside = bool(book.host) and host.endswith(f".{book.host}")
    return _of(parts, parts.path, host, Trust.FILE) if is_known or is_beside else None


def _of(parts: SplitResult, path: str, host: str = "", trust: Trust = Trust.SITE) -> OwnAddress:
    path = decode_path(path) or "/"
    if "//" in path:
        path = _SLASHES.sub("/", path)
    fragment = unquote(parts.fragment) if "%" in parts.fragment else parts.fragment
    return OwnAddress(path, parts.query, fragment, host and f"{parts.scheme or 'https'}://{host}", trust)


def _lies_in(path: str, folder: str) -> bool:
    return not folder or path == folder or path.startswith(f"{folder}/")
