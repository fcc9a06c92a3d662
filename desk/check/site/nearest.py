"""What an address that leads nowhere was most likely meant to be."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

from .paper import Paper

_MOST = 100
"""Addresses for which all others are looked through: an archive may have 10,000 dead links."""
_ALIKE = 75
"""Of 100, for two last parts of addresses."""


class Nearest:
    """Finds what is spelt much the same, by the last part of an address: that is what people type."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self._asked = 0

    def advice(self, path: str) -> str:
        """Say what to do about a link to a page."""
        meant = self._like(path, self._pages)
        return f"did you mean {meant}?" if meant else "correct the address, or take the link out"

    def file_advice(self, place: str) -> str:
        """Say what to do about a file that is not there."""
        meant = self._like(f"/{place.lstrip('/')}", self._files)
        return f"did you mean {meant}?" if meant else "correct the address, or bring the file there"

    def _like(self, path: str, known: Mapping[str, list[str]]) -> str:
        """Give the address that is spelt most like a path; empty where none is."""
        last = _last(path)
        if last not in known:
            self._asked += 1
            last = _closest(last, known) if self._asked <= _MOST else ""
        named = known.get(last, [""])
        return named[0] if len(named) == 1 else _closest(path, named, 0)

    @cached_property
    def _pages(self) -> dict[str, list[str]]:
        return _by_last(story.address for story in self._paper.public if story.address)

    @cached_property
    def _files(self) -> dict[str, list[str]]:
        return _by_last(self._paper.published_files)


def _by_last(addresses: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for address in addresses:
        found[_last(address)].append(address)
    return dict(found)


def _last(address: str) -> str:
    return address.rstrip("/").rpartition("/")[2].casefold()


def _closest(words: str, known: Iterable[str], alike: int = _ALIKE) -> str:
    from rapidfuzz import fuzz, process  # noqa: PLC0415  # a clean paper need not wait for it

    found = process.extractOne(words, list(known), scorer=fuzz.ratio, score_cutoff=alike)
    return str(found[0]) if found else ""
