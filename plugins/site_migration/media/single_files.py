"""Pictures inside pages that a browser has saved as single files (MHTML): each part says where it stood on the web."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from email.message import Message
from email.parser import BytesParser
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit

from .stores import Member, Opener

ENDINGS = (".mht", ".mhtml")
LARGEST = 256 << 20
"""Bytes of a page: a larger one is not read."""
_SHOWN = frozenset({"image", "audio", "video"})


class SingleFileStore:
    """All single-file pages in a folder."""

    is_parallel = False

    def __init__(self, folder: Path) -> None:
        self.name = f"single-file pages in {folder}"
        self._folder = folder

    def members(self) -> Iterator[Member]:
        """Give all pictures, sounds and films in the pages, by host and path."""
        for number, part in self._parts():
            address = urlsplit(str(part["content-location"]))
            query = f"?{address.query}" if address.query else ""
            yield Member(number, f"{address.netloc}{address.path}{query}", len(_octets(part)))

    def contents(self, chosen: Mapping[int, str]) -> Iterator[tuple[int, Opener]]:
        """Give what opens some of them, page by page."""
        for number, part in self._parts():
            if number in chosen:
                yield number, lambda part=part: BytesIO(_octets(part))  # type: ignore[misc]  # a lambda's default has the type of what it is given

    def _parts(self) -> Iterator[tuple[int, Message]]:
        number = 0
        for path in sorted(path for path in self._folder.rglob("*.[mM][hH][tT]*") if _is_page(path)):
            for part in _parts_of(path):
                with suppress(ValueError):
                    if part.get_content_maintype() in _SHOWN and urlsplit(str(part["content-location"])).netloc:
                        yield number, part
                number += 1


def _is_page(path: Path) -> bool:
    return path.suffix.lower() in ENDINGS and path.is_file() and path.stat().st_size <= LARGEST


def _parts_of(path: Path) -> list[Message]:
    """Give the parts of a page; none of one whose parts nest so deep that no browser made it."""
    try:
        with path.open("rb") as file:
            return list(BytesParser().parse(file).walk())
    except RecursionError:
        return []


def _octets(part: Message) -> bytes:
    octets = part.get_payload(decode=True)
    return octets if isinstance(octets, bytes) else b""
