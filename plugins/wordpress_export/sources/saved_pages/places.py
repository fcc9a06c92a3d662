"""Where a page stood on its site, by its own marks or by the place of its file in a mirror; and what its links mean."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import parse_qsl, unquote, urljoin, urlsplit

from ...addresses import host_of, is_web_address, split_address
from ...body.tree import attribute, words
from ..folder import RawFile
from .page import Page

_HOST = re.compile(
    r"(?!.*\.(?:html?|php|xhtml|shtml|mht|mhtml|zip|txt|d)$)[\w-]+(?:\.[\w-]+)*\.[^\W\d][\w-]+(?:[:+]\d+)?|localhost(?:[:+]\d+)?"
)
_INDEX = re.compile(r"(?:^|(?<=/))index\.(?:html?|php)(?=$|[?#])")
_FEED = re.compile(r"/feed(/?)$")
_NAMED_QUERY = re.compile(r"(?<=index)(?:\.html?|\.php)?[@?]([^/]+?)(?:\.html?)?$")
_QUERY = re.compile(r"@([\w-]+=[^/]*?)(?:\.html?)?$")
_TWIN = re.compile(r"(?:^|/)(?:amp|print|feed|embed)/?$")
_COMMENT_PAGE = re.compile(r"comment-page-(\d{1,6})/?(?:#.*)?$")
_SAVED_FILES = re.compile(r"(?:^|/)[^/]*(?:_files|[-_]Dateien|_fichiers|_archivos|_arquivos|\.files)/")
"""What browsers call the folder of a saved page's files."""
_SAVED_FILE = re.compile(
    r"^(?:\./)?[^/:?#]*(?:_files|[-_]Dateien|_fichiers|_archivos|_arquivos|\.files)/|^file:", re.IGNORECASE
)
_MOST_LINKS = 50
NOT_ITS_OWN = {"replytocom", "share", "nb", "amp", "print", "fbclid", "gclid", "noamp", "output", "theme"}
"""Queries that show an article again."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page stood."""

    address: str
    """Absolute; empty where nothing tells it."""
    base: str = ""
    """What its relative links start from; empty where nothing tells it."""
    mirrored: str = ""
    """The path of its file in the mirror, its host first; empty where the files are in no mirror."""
    home: str = ""
    """The site's home as the page tells it; empty where it does not."""

    @property
    def host(self) -> str:
        """The host in the one form by which hosts are compared; empty where nothing tells it."""
        parts = split_address(self.address or self.home)
        return host_of(parts) if parts and parts.netloc else ""


def place_of(page: Page) -> Place:
    """Give where a page stood, by the surest of its marks."""
    mirrored = mirror_path(page.file)
    base = page.source or (mirror_address(mirrored) if mirrored else "")
    told = Place("", base, mirrored)
    found = [address for address in _candidates(page, told) if is_web_address(address)]
    # A mirror names a file by the number that it was first asked for: any mark that is no number is better.
    address = next((one for one in found if "?" not in one), next(iter(found), ""))
    return Place(address, base or address, mirrored, _home(page, told))


def _candidates(page: Page, told: Place) -> Iterator[str]:
    """Give what may be the page's address, the surest first."""
    canonical = resolve(page.link("canonical"), told)
    is_rewritten = canonical != page.link("canonical")
    # A story that was taken from another site names that site.
    own = [_host(address) for address in (told.base, page.meta("og:url"), *_feeds(page, told)) if address]
    if not is_rewritten and (not own or _host(canonical) in own):
        yield canonical
    for link in page.links.get("alternate", ()):
        if "oembed" in link.type:
            yield dict(parse_qsl(urlsplit(link.address).query)).get("url", "")
    yield resolve(page.meta("og:url"), told)
    article = page.facts.article
    yield page.facts.text(article, "mainEntityOfPage", "url")
    yield from _comment_feed(page, told)
    yield canonical if is_rewritten else ""
    yield told.base
    yield resolve(page.link("shortlink"), told)


def _feeds(page: Page, told: Place) -> Iterator[str]:
    for relation in ("https://api.w.org/", "edituri"):
        yield resolve(page.link(relation), told)


def _comment_feed(page: Page, told: Place) -> Iterator[str]:
    """An article's feed of comments stands below its address, behind that of the site."""
    feeds = [link for link in page.links.get("alternate", ()) if link.type == "application/rss+xml"]
    for link in feeds[1:] if page.id else ():
        address = resolve(link.address, told)
        if (match := _FEED.search(address)) and not address.rstrip("/").endswith("/comments/feed"):
            yield address[: match.start()] + match[1]


def _home(page: Page, told: Place) -> str:
    """Give the site's home, by the REST link, the feed, or a link home."""
    rest = resolve(page.link("https://api.w.org/"), told)
    if "/wp-json" in rest:
        return rest.partition("/wp-json")[0]
    if "rest_route=" in rest:
        return rest.partition("?")[0].removesuffix("index.php").rstrip("/")
    for link in page.links.get("alternate", ()):
        address = resolve(link.address, told)
        if link.type == "application/rss+xml" and is_web_address(address) and address.rstrip("/").endswith("/feed"):
            return address.rstrip("/").removesuffix("/feed").removesuffix("/comments").rstrip("/")
    node = page.body.css_first(
        "a[rel~=home][href], .site-title a[href], .wp-block-site-title a[href], .custom-logo-link[href]"
    )
    if node is None:
        return _home_by_name(page)
    address = resolve(node.attributes.get("href") or "", told)
    return address.rstrip("/") if is_web_address(address) and "?" not in address else ""


def _home_by_name(page: Page) -> str:
    """Give where a link to a host's root leads that is called like the end of the title, in a page without marks."""
    head = page.root.css_first("title")
    title = words(head) if head is not None else ""
    for link in page.body.css("a[href^=http]")[:_MOST_LINKS]:
        address, name = attribute(link, "href"), words(link)
        if name and title.endswith(name) and split_path(address) in ("", "/") and "?" not in address:
            return address.rstrip("/")
    return ""


def resolve(address: str, place: Place) -> str:
    """Give an address as it was on the live site: `-k` and HTTrack make links of a mirror lead from file to file."""
    address = address.strip()
    if not address or address.startswith(("#", "data:", "mailto:", "tel:", "javascript:", "cid:")):
        return address
    parts = split_address(address)
    if parts is None or parts.scheme not in ("", "http", "https"):
        return address
    if parts.scheme or parts.netloc:
        return f"https:{address}" if address.startswith("//") else address
    if place.mirrored and not address.startswith("/"):
        return _from_file(address, place.mirrored)
    joined = urljoin(place.base, address) if place.base else address
    return _INDEX.sub("", joined) if place.mirrored else joined


def _from_file(address: str, mirrored: str) -> str:
    """Give where a link from file to file led; the first folder of the path is the host."""
    path, _, fragment = address.partition("#")
    target = posixpath.normpath(posixpath.join(posixpath.dirname(mirrored), unquote(path))) if path else mirrored
    if path.endswith("/"):
        target += "/"
    host = target.partition("/")[0]
    if not _HOST.fullmatch(host):
        return address
    return mirror_address(target) + (f"#{fragment}" if fragment else "")


def mirror_path(file: RawFile) -> str:
    """Give a file's path from the folder on that is called like a host; nothing where there is none."""
    parts = [*file.path.absolute().parts][-len(file.name.split("/")) - 1 :]
    for number, part in enumerate(parts[:-1]):
        if _HOST.fullmatch(part):
            return "/".join(parts[number:])
    return ""


def mirror_address(mirrored: str) -> str:
    """Give the address that a mirror's file stands for: `index.html@p=7.html` is `/?p=7`."""
    host, _, path = mirrored.partition("/")
    query = ""
    if named := _NAMED_QUERY.search(path) or _QUERY.search(path):
        path, query = path[: named.start()], named[1]
        path = path.removesuffix("index") if named.re is _NAMED_QUERY else path
    path = _INDEX.sub("", path)
    return f"https://{host.replace('+', ':')}/{path}" + (f"?{query}" if query else "")


def is_saved_file(address: str) -> bool:
    """Tell whether an address is that of a file which a browser saved beside a page: the live one is lost."""
    return _SAVED_FILE.match(unquote(address)) is not None


def is_part_of_saved_page(file: RawFile) -> bool:
    """Tell whether a file lies among the pictures and frames that a browser saved with a page."""
    return _SAVED_FILES.search(file.name) is not None


def twin_of(place: Place) -> str:
    """Give in what form a page shows an article again, by the place of its file: `amp`, `print` …; empty where not."""
    address = place.base or place.address
    parts = split_address(address)
    if parts is None:
        return ""
    if again := sorted(NOT_ITS_OWN & {name for name, _ in parse_qsl(parts.query, keep_blank_values=True)}):
        return again[0]
    return match[0].strip("/") if (match := _TWIN.search(parts.path)) else ""


def comment_page(place: Place) -> int:
    """Give which page of an article's comments a page is; 0 for none."""
    match = _COMMENT_PAGE.search(split_path(place.base)) or _COMMENT_PAGE.search(split_path(place.address))
    return int(match[1]) if match else 0


def split_path(address: str) -> str:
    """Give an address's path, empty where it is none."""
    parts = split_address(address)
    return parts.path if parts else ""


def plain_address(address: str) -> str:
    """Give an article's address without the number of a page of comments and without tracking behind it."""
    parts = split_address(address)
    if parts is None or not parts.netloc:
        return ""
    path = re.sub(r"comment-page-\d{1,6}/?$", "", parts.path)
    kept = [(name, value) for name, value in parse_qsl(parts.query) if name in ("p", "page_id", "attachment_id")]
    query = f"?{kept[0][0]}={kept[0][1]}" if kept else ""
    return f"{parts.scheme}://{parts.netloc}{path or '/'}{query}"


def _host(address: str) -> str:
    parts = split_address(address)
    return host_of(parts) if parts else ""
