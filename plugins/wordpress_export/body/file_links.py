"""Where an address of an uploaded file leads now: sizes and copies of a picture to the picture itself."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from ..whole_numbers import whole_number
from .address_book import AddressBook, last_part
from .file_names import extension, is_picture, originals
from .own_addresses import OwnAddress, Trust, own_address
from .page_links import NO_FILE, PROGRAMS, Found
from .tree import BodyTree, Node, attribute

SIZE_KEPT = "size of a picture whose original is not known"
ELSEWHERE = "file of the media list that lay on another host"
EDITED = "picture shown as it was edited later"
_IMAGE_NUMBER = re.compile(r"(?:^|\s)wp-image-(\d+)(?:\s|$)")
_ATTACHMENT_NUMBER = re.compile(r"(?:^|\s)wp-att-(\d+)(?:\s|$)")
_WITNESSES = "a[href], img, source[src]"
_WITNESS_NAMES = ("href", "src", "data-orig-file", "data-full-url", "data-large-file", "data-full-file")
_MOST_WITNESSES = 2000


@dataclass(slots=True)
class Witnesses:
    """What the rest of a body tells of a file."""

    tree: BodyTree
    """The body."""
    book: AddressBook
    """To tell the site's own addresses from others."""
    page: str
    """The address of the article."""
    _paths: frozenset[str] | None = field(default=None, init=False)
    """Of the site's own pictures that the body names; none until it is asked for."""

    def have(self, path: str) -> bool:
        """Tell whether a file of the site's own is named somewhere in the body: found out when first asked for."""
        if self._paths is None:
            owns = (own_address(address, self.book, self.page) for address in self._addresses() if is_picture(address))
            self._paths = frozenset(own.path for own in owns if own is not None)
        return path in self._paths

    def _addresses(self) -> Iterator[str]:
        for node in islice(self.tree.find(_WITNESSES), _MOST_WITNESSES):
            named = node.attributes
            yield from (address for name in _WITNESS_NAMES if (address := named.get(name)) and "/" in address)
            yield from (part.split()[0] for part in (named.get("srcset") or "").split(",") if part.split())


def number_of(node: Node) -> int:
    """Give the id of the attachment that a picture, or a link around one, says it is of; 0 where it says none."""
    if node.tag == "a":
        if named := _ATTACHMENT_NUMBER.search(attribute(node, "rel")):
            return whole_number(named[1])
        picture = node.css_first("img")
        return number_of(picture) if picture is not None else 0
    if node.tag != "img":
        return 0
    if named := _IMAGE_NUMBER.search(attribute(node, "class")):
        return whole_number(named[1])
    return whole_number(attribute(node, "data-id")) or whole_number(attribute(node, "data-attachment-id"))


def find_file(own: OwnAddress, node: Node, witnesses: Witnesses) -> Found | None:
    """Give where an address leads if it is that of a file; none where it is a page's, or another site's."""
    book = witnesses.book
    if "." not in last_part(own.path):
        return None
    if number := _listed(own, book):
        return Found(book.media[number].address, _edited(own, book.media[number].address))
    if own.trust is Trust.SITE and not _is_upload(own.path):
        return None
    found = named_file(own.path, node, book)
    return _unlisted(own, witnesses) if found is None and own.trust is Trust.SITE else found


def _unlisted(own: OwnAddress, witnesses: Witnesses) -> Found:
    """Give the original of a picture where the body itself names it; else the file as it is named."""
    variants = list(originals(own.path))
    if original := next(filter(witnesses.have, variants), ""):
        return Found(original)
    if variants:
        return Found(own.path, SIZE_KEPT)
    return Found(own.path, NO_FILE if "attachment" in witnesses.book.holds else "")


def named_file(path: str, node: Node, book: AddressBook) -> Found | None:
    """Give the file of the attachment that a picture names by number, where the two have the same name."""
    media = book.media.get(number_of(node)) if book.media else None
    if media is None:
        return None
    name = last_part(media.address)
    is_same = name == last_part(path) or name in map(last_part, originals(path))
    return Found(media.address, "" if path.startswith("/") else ELSEWHERE) if is_same else None


def file_of(address: str, book: AddressBook) -> str:
    """Give where a file that an article names beside its body is now: another site's stays where it was."""
    own = own_address(address, book, "")
    if own is None:
        return address
    if number := _listed(own, book):
        return book.media[number].address
    return own.path if own.trust is Trust.SITE else address


def _listed(own: OwnAddress, book: AddressBook) -> int:
    """Give the id of the attachment that the address is of, or of a variant of which it is."""
    place = own.host + own.path
    if number := book.file_at(place):
        return number
    return next((number for path in originals(place) if (number := book.file_at(path))), 0)


def _edited(own: OwnAddress, address: str) -> str:
    """Say when a body shows a picture as it was before an editor cropped or turned it."""
    name, now = last_part(own.path), last_part(address)
    return EDITED if now not in (name, *map(last_part, originals(own.path))) and "-e" in now else ""


def _is_upload(path: str) -> bool:
    is_below = any(folder in path for folder in ("/wp-content/", "/uploads/", "/files/"))
    return is_below and extension(path) not in ("", *PROGRAMS)
