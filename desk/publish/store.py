"""Targets to which files go one by one: a folder, a bucket. In order, and so that a reader never stumbles.

What pages need goes first, then pages, then the front page and feeds; removals last. The ledger is written before and
after, so that whatever stops us, the next run knows what it cannot be sure of.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Protocol, TypeVar

from .difference import Difference
from .edition import Edition, SiteFile, in_order
from .headers import is_hashed
from .ledger import LEAVING, PLACE, UNSURE, Ledger, named, read_ledger, short
from .progress import SendingProgress

_AHEAD = 4
"""So many tasks wait for each worker: enough to keep it at work, and no more memory than that."""
_MANY = 500
"""Files that are worth noting as done before all are: a run that is killed need not send them again."""
Thing = TypeVar("Thing")


class Store(Protocol):
    """What a folder or a bucket can do."""

    @property
    def workers(self) -> int:
        """Give how many files are sent at once."""

    @property
    def keeps_sizes(self) -> bool:
        """Tell whether a file has as many bytes there as here."""

    def standing(self) -> Iterator[tuple[str, int]]:
        """Give place and bytes of each file that is there."""

    def read(self, place: str) -> bytes:
        """Give a small file; nothing where it is not there."""

    def write(self, place: str, octets: bytes) -> None:
        """Write a small file, whole."""

    def settle(self) -> None:
        """Let all that was put survive a power cut."""

    def put(self, edition: Edition, file: SiteFile) -> None:
        """Put a file there, whole."""

    def remove(self, places: Sequence[str]) -> None:
        """Take files away."""

    def sent_with(self, file: SiteFile) -> str:
        """Give the headers of a file: where they change, it is sent anew."""


@dataclass(slots=True)
class StoreHost:
    """A target that is a store."""

    store: Store
    """The store."""
    ledger: Ledger
    """What we put there."""
    lingering: list[str] = field(default_factory=list, kw_only=True)
    """Files that stay until the next publication."""

    def compare(self, edition: Edition) -> Difference:
        """Give what a publication would change. What is not ours is neither counted nor removed."""
        there = {place: octets for place, octets in self.store.standing() if place != PLACE}
        difference = Difference()
        for place, file in edition.files.items():
            if place not in there:
                difference.added.append(file)
            elif self.ledger.digest(place) != self._digest(file) or self._other_size(there[place], file):
                difference.changed.append(file)
            else:
                difference.same += 1
        ours = [place for place in there if self.ledger.knows(place)]
        gone = [place for place in ours if place not in edition.files]
        difference.removed = sorted(place for place in gone if not self._lingers(place))
        self.lingering = [place for place in gone if self._lingers(place)]
        difference.pages_before = sum(place.endswith(".html") for place in ours)
        return difference

    def send(self, edition: Edition, difference: Difference, progress: SendingProgress) -> None:
        """Make the target what the edition is."""
        self.ledger.begin(file.place for file in difference.sent)
        self.store.write(PLACE, self.ledger.octets())
        for phase in in_order(difference.sent):
            self._put_all(edition, phase, progress)
            if len(phase) >= _MANY:
                self._keep()
        if difference.removed:
            self.store.remove(difference.removed)
        self._settle_ledger(edition)
        self._keep()

    def _put_all(self, edition: Edition, files: Sequence[SiteFile], progress: SendingProgress) -> None:
        def put(file: SiteFile) -> SiteFile:
            self.store.put(edition, file)
            return file

        for file in side_by_side(put, files, self.store.workers):
            self.ledger.put(file.place, self._digest(file))
            progress.sent()

    def _digest(self, file: SiteFile) -> str:
        told = self.store.sent_with(file)
        return short(sha256(f"{file.digest} {told}".encode()).hexdigest())

    def _other_size(self, octets: int, file: SiteFile) -> bool:
        return self.store.keeps_sizes and octets != file.size

    def _lingers(self, place: str) -> bool:
        """Tell whether pages that readers hold may still ask for a file: its name tells its content, so that it may."""
        return is_hashed(place) and self.ledger.digest(place) != LEAVING

    def _settle_ledger(self, edition: Edition) -> None:
        """Keep what is there now, and strike what we began once and never put, and what others have taken away."""
        known = {place: self.ledger.digest(place) for place in edition.files}
        self.ledger = Ledger({named(place): digest for place, digest in known.items() if digest not in {"", UNSURE}})
        self.ledger.digests |= {named(place): LEAVING for place in self.lingering}

    def _keep(self) -> None:
        """Note what is done, after it is."""
        self.store.settle()
        self.store.write(PLACE, self.ledger.octets())


def store_host(store: Store, *, again: bool) -> StoreHost:
    """Give a target that is a store; `again` trusts nothing that the ledger says of contents."""
    ledger = read_ledger(store.read(PLACE))
    if again:
        ledger.digests = dict.fromkeys(ledger.digests, UNSURE)
    return StoreHost(store, ledger)


def side_by_side(work: Callable[[Thing], Thing], things: Iterable[Thing], workers: int) -> Iterator[Thing]:
    """Do something with each thing, some at once; give each that is done. The first error ends it."""
    waiting: set[Future[Thing]] = set()
    with ThreadPoolExecutor(workers) as pool:
        try:
            for thing in things:
                waiting.add(pool.submit(work, thing))
                if len(waiting) >= workers * _AHEAD:
                    done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
                    yield from (each.result() for each in done)
            while waiting:
                done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
                yield from (each.result() for each in done)
        finally:
            for each in waiting:
                each.cancel()
