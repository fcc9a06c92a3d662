"""Where a link or a picture of the old site leads to: one place may have had several addresses."""

import re
from collections.abc import Iterable, Iterator

from .locations import FOLLOWED, number_asked
from .site import Site

_FILE = re.compile(r"\.\w{2,5}$")


def link_place(address: str, site: Site) -> str:
    """Give a link as it is compared; nothing for one that leads nowhere, within its page, or to what was not public."""
    plain = re.sub(r"[\t\n\r]", "", address).strip()
    scheme = plain.partition(":")[0].lower() if ":" in plain.partition("/")[0] else ""
    if plain.startswith("#") or scheme not in FOLLOWED or not plain:
        return ""
    place = site.old.place(plain)
    number = number_asked(place)
    if number in site.public:
        return site.old.place(site.public[number].path)
    if number in site.attachments:
        return site.old.place(site.attachments[number].url)
    return "" if number in site.hidden or place.partition("#")[0] in site.secluded else place


def other_places(place: str, left: Iterable[str], site: Site) -> Iterator[str]:
    """Give, of the places that a page has, those that an address of the old site may have become.

    The same path on another host (a former home of the site, its files' host), a place within the same page, a page
    without the mark of its read-more, the file of a picture's own page, a file that has the same name, and the home of
    a site that has moved.
    """
    path, _, fragment = place.partition("#")
    host, slash, rest = path.partition("/")
    is_home = not slash and "." in host and ":" not in host
    here = slash + rest if host and slash else ("/" if is_home else path)
    within = f"#{fragment}" if fragment else path
    meant = {path, here, within, site.old.place(site.pages.get(path, site.pages.get(here, path)))}
    name = _name(path, site)
    for other in left:
        if other in meant or (_FILE.search(name) and other.startswith("/") and _name(other, site) == name):
            yield other


def _name(place: str, site: Site) -> str:
    """Give the name of a file; a picture in another size is the same."""
    return site.old.picture(place).rpartition("/")[2]
