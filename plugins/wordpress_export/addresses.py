"""Addresses as editors read them: the site's own are root-relative and decoded, all others stay as they are."""

import re
from urllib.parse import SplitResult, quote, unquote_to_bytes, urlsplit

RESERVED = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069%?#\\/]")
"""What must stay percent-encoded in a decoded address, so that it can be encoded again to the same one."""
WEB = ("http", "https")
UPLOADS = "/wp-content/uploads/"
"""Where WordPress keeps files."""
FILES_HOST = ".files.wordpress.com"
"""The hosts from which WordPress.com serves that folder of its sites."""
_COPIED = re.compile(r"^(?:https?:)?//i\d\.wp\.com/(?=[^/]+\.[^/]+/)")
LONGEST_NAME = 255
"""Bytes in a name, on every common file system."""


def decode_path(path: str) -> str:
    """Give a path with its percent-encoding undone, where that can be done and undone again.

    Slugs are stored percent-encoded in 200 bytes, so that a long non-Latin one may end within a character: such a rest
    stays encoded, and so does anything that is no UTF-8.
    """
    return "/".join(_decode_segment(segment) for segment in path.split("/")) if "%" in path else path


def _decode_segment(segment: str) -> str:
    octets = unquote_to_bytes(segment)
    try:
        decoded = octets.decode()
    except UnicodeDecodeError as error:
        whole, rest = octets[: error.start].decode(), octets[error.start :]
        return _encode_reserved(whole) + "".join(chr(o) if o < 0x7F else f"%{o:02x}" for o in rest)  # noqa: PLR2004  # the last of ASCII
    return _encode_reserved(decoded)


def _encode_reserved(text: str) -> str:
    return RESERVED.sub(lambda match: quote(match[0], safe="").lower(), text)


def is_web_address(address: str) -> bool:
    """Tell whether an address is absolute, with http or https and a host."""
    parts = split_address(address)
    return parts is not None and parts.scheme.lower() in WEB and bool(parts.netloc)


def split_address(address: str) -> SplitResult | None:
    """Give the parts of an address, or none where it is no address at all (`http://[`)."""
    try:
        return urlsplit(address.strip())
    except ValueError:
        return None


def home_of(address: str) -> str:
    """Give a site's home without a slash at its end, or nothing where it is no web address."""
    return address.strip().rstrip("/") if is_web_address(address) else ""


def root_relative(address: str, home: str) -> str:
    """Give an address of the site itself as a decoded path from the host's root; any other as it is.

    Scheme, its usual port, `www.` and letter case of the host make no difference: sites moved from one to the other
    over the years.
    For a home in a folder (`https://news.example/blog`) only what lies in the folder is the site's own.
    """
    own, parts = urlsplit(home), split_address(address)
    if parts is None or (parts.scheme and parts.scheme.lower() not in WEB):
        return address.strip()
    if parts.netloc and host_of(parts) != host_of(own):
        return address.strip()
    path = parts.path or "/"
    if not _lies_in(path, own.path) or not path.startswith("/"):
        return address.strip()
    return (
        decode_path(path)
        + (f"?{parts.query}" if parts.query else "")
        + (f"#{parts.fragment}" if parts.fragment else "")
    )


def file_address(address: str, home: str) -> str:
    """Give the address of a file that is the site's for certain: root-relative, wherever a copy of it was served from.

    WordPress.com serves `/wp-content/uploads/` from a host of its own, Jetpack's servers carry the file's own address,
    and plugins that move files to another host keep the path of the uploads folder.
    """
    own = root_relative(_COPIED.sub("https://", address), home)
    parts = split_address(own)
    if parts is None or not parts.netloc or parts.scheme.lower() not in WEB:
        return own
    path = decode_path(parts.path)
    if host_of(parts).endswith(FILES_HOST):
        return UPLOADS + path.lstrip("/")
    below = path.find(UPLOADS)
    return path[below:] if below >= 0 else own


def is_same_site(home: str, other: str) -> bool:
    """Tell whether two homes are of one site: the same host and folder, by the rule of `root_relative`."""
    parts, others = urlsplit(home), urlsplit(other)
    return (host_of(parts), parts.path.rstrip("/")) == (host_of(others), others.path.rstrip("/"))


def host_of(parts: SplitResult) -> str:
    """Give the host of an address in the one form by which hosts are compared: no user, `www.` or usual port."""
    host = parts.netloc.lower().rpartition("@")[2].removeprefix("www.")
    if not host[-1:].isalnum() or ":" in host:
        host = host.removesuffix(":443").removesuffix(":80").removesuffix(":").removesuffix(".")
    return host if host.isascii() else _in_ascii(host)


def _in_ascii(host: str) -> str:
    """Give `εφημερίδα.example` as `xn--…`, which the address bar shows to one reader and copies for another."""
    try:
        return host.encode("idna").decode()
    except UnicodeError:
        return host


def _lies_in(path: str, folder: str) -> bool:
    folder = folder.rstrip("/")
    return not folder or path == folder or path.startswith(f"{folder}/")


def permalink(address: str, home: str) -> str:
    """Give the root-relative address of an item of the site; nothing where it has none of its own.

    `?p=7` and the like are not addresses but numbers: an item that was never published has no other (`get_permalink`),
    and no file can answer to a query. A path that climbs (`/../`), or with a part longer than a file's name may be, is
    none either; WordPress makes none like it.
    """
    parts = split_address(address)
    if parts is None or parts.query or not address.strip():
        return ""
    own = root_relative(address, home)
    segments = own.split("/")
    fits = all(len(segment.encode()) <= LONGEST_NAME for segment in segments) and ".." not in segments
    return own if own.startswith("/") and not own.startswith("//") and fits else ""
