"""The ledger of a target: what we put there, so that nothing is sent twice, and nothing of others is removed.

Names stand in it as digests: a server may show the file, and an article that is reached by its address alone must not
be told of by a list.
"""

import gzip
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import blake2b

PLACE = "_hosts/published.gz"
"""Where the ledger is, within the target."""
UNSURE = "0"
"""The digest of what was begun: it may be there or not, old or new."""
LEAVING = "1"
"""The digest of what no page needs any more, but for pages in readers' hands: it goes with the next publication."""
_HEAD = "broadsheet ledger 1"


@dataclass(slots=True)
class Ledger:
    """What we put to a target."""

    digests: dict[str, str] = field(default_factory=dict)
    """Of content and headers, by the digest of the place."""

    def knows(self, place: str) -> bool:
        """Tell whether a file is ours."""
        return named(place) in self.digests

    def digest(self, place: str) -> str:
        """Give the digest of what we put to a place."""
        return self.digests.get(named(place), "")

    def begin(self, places: Iterable[str]) -> None:
        """Note what is about to change: should we be stopped, none of it is taken as done."""
        self.digests |= {named(place): UNSURE for place in places}

    def put(self, place: str, digest: str) -> None:
        """Note what is there now."""
        self.digests[named(place)] = short(digest)

    def remove(self, place: str) -> None:
        """Note what is gone."""
        self.digests.pop(named(place), None)

    def octets(self) -> bytes:
        """Give the ledger as it is kept."""
        lines = "".join(f"{place} {digest}\n" for place, digest in sorted(self.digests.items()))
        return gzip.compress(f"{_HEAD}\n{lines}".encode(), compresslevel=6, mtime=0)


def read_ledger(octets: bytes) -> Ledger:
    """Read a ledger; one that cannot be read knows nothing, so that all is sent anew and nothing removed."""
    try:
        head, *lines = gzip.decompress(octets).decode().split("\n")
        if head != _HEAD:
            return Ledger()
        return Ledger(dict(_entry(line) for line in lines if line))
    except (OSError, EOFError, ValueError):
        return Ledger()


def _entry(line: str) -> tuple[str, str]:
    place, digest = line.split(" ")
    return place, digest


def named(place: str) -> str:
    """Give the digest of a name."""
    return blake2b(place.encode("utf-8", "surrogateescape"), digest_size=12).hexdigest()


def short(digest: str) -> str:
    """Give as much of a digest as tells contents apart."""
    return digest[:32]
