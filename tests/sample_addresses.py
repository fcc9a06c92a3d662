"""Every address that the sample's WordPress answered, and where the new site has what stood there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from asked_hosts import path_of
from samples import SAMPLES

UNIT = SAMPLES / "unit"
NOTHING = ""
"""Where an address leads that shall be answered with 404 or 410."""

_OF_ITEM = frozenset({"post page", "page page", "comment page", "post feed", "embed"})
_OTHER = {
    "/wp-sitemap.xml": "/sitemap.xml",
    "/robots.txt": "/robots.txt",
    "/?s=tide": "/search/?q=tide",
    "/search/tide/": "/search/?q=tide",
    "/wp-json/": NOTHING,
    "/gone/": NOTHING,
    "/2012/01/04/": NOTHING,  # the day of a post that is hidden
    "/2023/13/": NOTHING,  # the year has no article, and no list
    "/wp-login.php": NOTHING,
    "/comments/feed/": "/feed/",
    "/comments/feed/atom/": "/feed/atom/",
    "/feed/rdf/": "/feed/",
}
_HIDDEN = "1168"
"""A post with a password, of which WordPress showed a form to everyone."""
_ALL = {"category": "/categories/", "post_tag": "/tags/"}


@dataclass(frozen=True, slots=True)
class Old:
    """An address of the old site."""

    sent: str
    """As a browser sends it."""
    kind: str
    """What WordPress had there."""
    lands: str
    """Where the new site has it, decoded."""


def old_addresses(output: Path) -> Iterator[Old]:
    """Give each address of the sample, and where it has to lead in a built site."""
    rows = [line.split("\t") for line in (UNIT / "urls.tsv").read_text(encoding="utf-8").splitlines()]
    items = {row[2]: row[0] for row in rows if row[1] in {"post", "page"}}
    files = {row[2]: row[0] for row in rows if row[1] == "file"}
    for address, kind, number, _, redirect, *_ in rows:
        sent = path_of(address)
        yield Old(sent, kind, _landing(sent, (kind, number, redirect), (items, files), output))


def _landing(sent: str, row: tuple[str, str, str], known: tuple[dict[str, str], dict[str, str]], output: Path) -> str:
    kind, number, redirect = row
    items, files = known
    if number == _HIDDEN:
        return NOTHING
    if sent in _OTHER:
        return _OTHER[sent]
    if kind.startswith("attachment") or kind == "file size":
        return _decoded(files[number])
    if kind in _OF_ITEM:
        return _decoded(items[number])
    if kind == "post_format":
        return "/archives/"
    own = _decoded(redirect) if redirect else unquote(sent)
    taxonomy = "category" if kind.startswith("category") else "post_tag" if kind.startswith("post_tag") else ""
    is_list = output.joinpath(re.sub("/(feed|page/[0-9]+)/$", "", own).strip("/"), "feed", "index.xml").is_file()
    return own if is_list or not taxonomy else _ALL[taxonomy]


def _decoded(address: str) -> str:
    return unquote(urlsplit(address).path)
