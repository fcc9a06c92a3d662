"""What an address that leads nowhere was most likely meant to be."""

from collections import defaultdict
from functools import cached_property

from .paper import Paper

_MOST = 200
"""Addresses for which all others are looked through: an archive may have 10,000 dead links."""
_ALIKE = 86
"""Of 100."""


class Nearest:
    """Finds what is spelt much the same."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self._asked = 0

    def advice(self, path: str) -> str:
        """Say what to do about a link to a page or a file."""
        close = self._by_slug.get(path.strip("/").rpartition("/")[2], [])
        meant = close[0] if len(close) == 1 else self._like(path, self._addresses)
        return f"did you mean {meant}?" if meant else "correct the address, or take the link out"

    def file_advice(self, place: str) -> str:
        """Say what to do about a file that is not there."""
        named = self._by_name.get(place.rpartition("/")[2].lower(), [])
        meant = named[0] if len(named) == 1 else self._like(f"/{place.lstrip('/')}", self._files)
        return f"did you mean {meant}?" if meant else "correct the address, or bring the file there"

    def _like(self, path: str, known: list[str]) -> str:
        from rapidfuzz import process  # noqa: PLC0415  # a clean paper need not wait for it

        self._asked += 1
        found = process.extractOne(path, known, score_cutoff=_ALIKE) if self._asked <= _MOST else None
        return str(found[0]) if found else ""

    @cached_property
    def _addresses(self) -> list[str]:
        return [story.address for story in self._paper.public if story.address]

    @cached_property
    def _files(self) -> list[str]:
        return list(self._paper.published_files)

    @cached_property
    def _by_slug(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for address in self._addresses:
            found[address.strip("/").rpartition("/")[2]].append(address)
        return found

    @cached_property
    def _by_name(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for address in self._files:
            found[address.rpartition("/")[2].lower()].append(address)
        return found
