"""Addresses as links have them: of which site they are, and to which place of the site they lead."""

import re
from unicodedata import normalize
from urllib.parse import unquote, urljoin, urlsplit

_SCHEME = re.compile(r"\s*[A-Za-z][\w+.-]*:", re.ASCII)
_SIMPLE = re.compile(r"(?:/[\w-][\w.-]*)+/?", re.ASCII)
"""An address from the root of the site as most are written, for which nothing need be decoded."""
_HOST = re.compile(r"\s*[/\\]\s*[/\\]")


def is_elsewhere(address: str, homes: tuple[str, ...] = ()) -> bool:
    """Tell whether an address is another site's; `homes` are hosts under which the site is at home."""
    if not (_SCHEME.match(address) or _HOST.match(address)):
        return False
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return True
    return parts.scheme in {"http", "https", ""} and bare_host(parts.netloc) not in homes


def bare_host(host: str) -> str:
    """Give a host as it is compared."""
    return host.lower().removeprefix("www.").removesuffix(":443").removesuffix(":80")


def led_to(address: str, page: str) -> tuple[str, str, str]:
    """Give path, question and anchor of where a link on a page leads, decoded. Raises ValueError where it is none."""
    if _SIMPLE.fullmatch(address):
        return address, "", ""
    parts = urlsplit(address.strip())
    if parts.scheme or parts.netloc:
        path = parts.path or "/"
    elif not parts.path:
        path = "/" if parts.query else page
    else:
        path = urlsplit(urljoin(page, parts.path)).path
    return normalize("NFC", unquote(path)), unquote(parts.query), unquote(parts.fragment)
