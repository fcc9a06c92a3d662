"""Where a related story may lead: to another article of the site, never to its archives, files and forms."""

import re
from collections.abc import Collection

from ..address_book import AddressBook
from ..own_addresses import own_address

_ARCHIVE = re.compile(
    r"/(?:[^/]+/)*?(?:wp-\w+|category|categories|tag|tags|author|authors|feed|page|search|comments|archives?|topics?|section"
    r"|shop|product|cart|checkout|my-account|login|kategorie|categorie|categoria|etiqueta|schlagwort|rubrik|rubrique|autor"
    r"|auteur|contact|contact-us|about|about-us|subscribe|newsletter|donate|privacy-policy)(?:/|$)"
    r"|(?:/[a-z]{2})?/(?:[^/]+/)?\d{4}(?:/\d{1,2}){0,2}/?$",
    re.IGNORECASE,
)
# A headline makes a slug of several words, or of letters beyond ASCII; a date above it does too.
_ARTICLE = re.compile(
    r"/(?:[^/]+/)*(?:\d{4}/\d{1,2}/(?:\d{1,2}/)?[^/.]+|[^/.]*(?:[^/.]-[^/.]|[^\x00-\x7f])[^/.]*)(?:/|\.html?|\.php)?"
)


_LONGEST = 500
"""Characters of a path; WordPress keeps 200 of a slug."""


def path_of(address: str) -> str:
    """Give an address without its query and its fragment."""
    return address.partition("#")[0].partition("?")[0]


def known_story(address: str, stories: Collection[str]) -> str:
    """Give the address of a public article under which it is known, its slash at the end or not; nothing for others."""
    path = path_of(address)
    given = (path, f"{path}/", path.rstrip("/"))
    return next((found for found in given if found in stories), "")


def is_article(address: str, stories: Collection[str]) -> bool:
    """Tell whether a root-relative address is that of an article, or is shaped like one: exports may be partial."""
    if not address.startswith("/") or address.startswith("//"):
        return False
    if known_story(address, stories):
        return True
    path = path_of(address)
    if len(path) > _LONGEST:
        return False
    return _ARCHIVE.match(path) is None and _ARTICLE.fullmatch(path) is not None


def numbered_story(address: str, book: AddressBook, page: str) -> int:
    """Give the id of the public item that an address of the site's own leads to; 0 for all others."""
    own = own_address(address, book, page)
    return 0 if own is None else book.items.get(known_story(own.path, book.items), 0)
