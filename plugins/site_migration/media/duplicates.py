"""Files with the same bytes at several places: noted, never merged, since each has an address of its own."""

from collections.abc import Iterator
from hashlib import blake2b, file_digest
from pathlib import Path

from .wanted import Told, Wanted

SAME = "files with the same bytes"


def tell_duplicates(wanted: Wanted, content: Path, outcome: str) -> int:
    """Say of each file that has the bytes of an earlier one which that is; give how many there are.

    Only files with the same number of bytes are read.
    """
    count = 0
    for places in wanted.of_one_size(outcome):
        first: dict[bytes, str] = {}
        for place, digest in _digests(places, content):
            original = first.setdefault(digest, place)
            if original != place:
                wanted.tell(place, Told(SAME, f"{place}, {original}"))
                count += 1
    return count


def _digests(places: list[str], content: Path) -> Iterator[tuple[str, bytes]]:
    for place in places:
        try:
            with (content / place).open("rb") as file:
                yield place, file_digest(file, lambda: blake2b(digest_size=16)).digest()
        except OSError:
            # What cannot be read now was told when it was brought, or will be when the site is built.
            continue
