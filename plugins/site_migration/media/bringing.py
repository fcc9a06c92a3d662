"""Every file that the site needs, brought to its old place: read aloud in `Bringing.bring`.

What is in the content folder already is left as it is, so that a run that was stopped goes on where it ended.
"""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from pathlib import Path

from wordpress_export.model import Defect
from wordpress_export.web import Client, Manners, WebError

from ..following import WRITERS
from .checks import PROGRAM, RefusedError
from .delivery import Delivered, SourceError, deliver, opened, too_large
from .finding import Found, Index, open_index
from .places import is_program
from .stores import Opener, Store, StoreError
from .wanted import Told, Wanted, WantedFile
from .web import WebStore

THERE = "in the content folder"
MISSING = "missing"
NOT_COPIED = "not copied: no --media was named"
UNREACHED = "not fetched yet: the host did not answer as it should"
REFUSED = "not published"
FAILED = "could not be written"
ELSEWHERE = "on another site"

STAND_IN = "another size of a file stands in for it"
TWIN = "files whose names differ only in case or in the form of letters"
ABSENT = "file missing"
NOT_PUBLISHED = "file not published"
NOT_FETCHED = "file not fetched yet"
READABLE = "Make it readable, or name another copy by --media, then run the same command again."
WRITABLE = "Make the content folder writable and free some disk, then run the same command again."

_NOTHING = Delivered(0)
_MOST_TRIES = 4
"""So many copies of a file are looked at, where the ones before were no good."""
_AT_ONCE = 10_000
"""So many files are looked for before they are taken."""
_TOGETHER = 200
"""So many files are on their way at a time."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A wanted file, and what was found of it."""

    place: str
    """Below the content folder."""
    found: Found | None = None
    """The member of a store; none where it was fetched."""

    def told(self) -> Iterator[Told]:
        """Say where another size stands in; a person should look where it is a small one."""
        if self.found is not None and self.found.is_variant:
            yield Told(STAND_IN, f"{self.place}: {self.found.member.path}", review=self.found.is_sized)


@dataclass(frozen=True, slots=True)
class Errand:
    """Where files come from, and where they go."""

    content: Path
    """The content folder."""
    stores: Sequence[Store]
    """In the order of asking."""
    hosts: frozenset[str]
    """The site's own, in the form by which hosts are compared."""
    bases: Sequence[str]
    """Addresses that files are fetched from."""
    manners: Manners
    """How hosts are treated."""
    largest: int
    """Bytes of the largest file that is brought."""
    known: Mapping[str, tuple[Told, ...]]
    """What an earlier run found of files that are there, by place."""
    is_named: bool
    """Whether a person has named where files are, so that what is not there is missing."""


@dataclass(slots=True)
class Bringing:
    """A run over all files."""

    wanted: Wanted
    """What is wanted, and what became of it."""
    errand: Errand
    """Where from, and where to."""
    advance: Callable[[int], None] = lambda _: None
    """Moves the bar on."""
    defects: list[Defect] = field(default_factory=list)
    """Files that are there and could not be copied, and stores that could not be read."""
    refused: dict[str, str] = field(default_factory=dict)
    """Why what was found of a file was not taken, by place, as long as another copy may be found."""
    unreached: dict[str, str] = field(default_factory=dict)
    """The same of a file that may well be fetched by a later run."""
    twins: frozenset[str] = frozenset()
    """Places that some systems take for another one."""
    is_settled: bool = True
    """Whether another run would find the same, as long as nothing has changed."""

    def bring(self) -> None:
        """Bring what is wanted."""
        self._settle_known()
        self._part_twins()
        if self.errand.stores and next(self.wanted.open_files(), None) is not None:
            with open_index(self.errand.hosts) as index:
                self._list_stores(index)
                self._take(index, are_variants=False)
                self._fetch()
                self._take(index, are_variants=True)
        else:
            self._fetch()
        self._settle_rest()
        self._tell_twins()

    def _settle_known(self) -> None:
        """Settle what is there already, and what is never published."""
        for file in self.wanted.open_files():
            path = self.errand.content / file.place
            if is_program(file.place):
                self._refuse(file.place, PROGRAM)
            elif path.is_file():
                known = self.errand.known.get(file.place, ())
                self._book(file.place, THERE, Delivered(path.stat().st_size, known))

    def _part_twins(self) -> None:
        """Say which names differ only in case or form of letters; on a disk that takes them for one, one stays."""
        # The folder of the reports is called so in small letters.
        is_folding = (self.errand.content / "MIGRATION").exists()
        twins = []
        for first, *others in self.wanted.twins():
            twins += [first, *others]
            for place in others:
                if is_folding:
                    self._book(place, REFUSED)
        self.twins = frozenset(twins)

    def _tell_twins(self) -> None:
        for first, *others in self.wanted.twins():
            for place in others:
                self.wanted.tell(place, Told(TWIN, f"{place}, {first}", review=True))

    def _list_stores(self, index: Index) -> None:
        for number, store in enumerate(self.errand.stores):
            try:
                index.add(number, store)
            except StoreError as error:
                self._fail("--media", f"{error}.", "Then run the same command again.")
        index.close()

    def _take(self, index: Index, *, are_variants: bool) -> None:
        """Take what the stores have: the best of each file first, the next where that one is no good.

        Some thousands at a time, but all at once where a store is read from its beginning to its end.
        """
        most = _AT_ONCE if all(store.is_parallel for store in self.errand.stores) else sys.maxsize
        for attempt in range(_MOST_TRIES):
            files, is_done = self.wanted.open_files(), True
            while some := list(islice(files, most)):
                chosen = self._chosen(some, index, (attempt, are_variants))
                for number in sorted(chosen):
                    self._take_from(self.errand.stores[number], chosen[number])
                    is_done = False
            if is_done:
                return

    def _chosen(
        self, files: list[WantedFile], index: Index, rank: tuple[int, bool]
    ) -> dict[int, dict[int, list[Chosen]]]:
        """Give what is to be taken of some files, by store and member."""
        attempt, are_variants = rank
        chosen: dict[int, dict[int, list[Chosen]]] = {}
        for file in files:
            # What a later run may fetch whole is not to be kept small for ever.
            if are_variants and file.place in self.unreached:
                continue
            found = [one for one in index.find(file.place) if one.is_variant == are_variants]
            found = [one for one in found if one.is_exact or file.place not in self.twins]
            for one in found[attempt : attempt + 1]:
                chosen.setdefault(one.store, {}).setdefault(one.member.number, []).append(Chosen(file.place, one))
        return chosen

    def _take_from(self, store: Store, chosen: dict[int, list[Chosen]]) -> None:
        contents = store.contents({number: _path_of(places[0]) for number, places in chosen.items()})
        try:
            with ThreadPoolExecutor(WRITERS) as writers:
                while some := list(islice(contents, _TOGETHER if store.is_parallel else 1)):
                    work = [(opener, chosen[number]) for number, opener in some]
                    for outcomes in writers.map(self._delivered, work):
                        for one, outcome in outcomes:
                            self._settle(one, outcome)
        except StoreError as error:
            self._fail("--media", f"{error}.", "Then run the same command again.")

    def _fetch(self) -> None:
        """Fetch what no store has, with several threads; a host that fails stops nothing."""
        if not self.errand.bases or next(self.wanted.open_files(), None) is None:
            return
        fetchers = ThreadPoolExecutor(WRITERS)
        with Client(self.errand.manners) as client:
            store = WebStore(client, self.errand.bases, self.errand.content, self.errand.largest)
            files = self.wanted.open_files()
            try:
                while some := list(islice(files, _TOGETHER)):
                    for file, outcome in zip(some, fetchers.map(store.bring, some), strict=True):
                        self._settle_fetched(file.place, outcome)
            except BaseException:
                # Whoever presses Ctrl-C does not want to wait for a slow host.
                fetchers.shutdown(wait=False, cancel_futures=True)
                raise
            fetchers.shutdown()
            store.close(is_done=not self.unreached)

    def _settle_fetched(self, place: str, outcome: Delivered | Exception | None) -> None:
        if isinstance(outcome, WebError):
            self.unreached[place] = str(outcome)
        elif outcome is not None:
            self._settle(Chosen(place), outcome)

    def _delivered(self, work: tuple[Opener, list[Chosen]]) -> list[tuple[Chosen, Delivered | RefusedError | OSError]]:
        """Deliver a member to each place that it is chosen for; a tar gives its bytes but once."""
        opener, (first, *others) = work
        outcomes = [(first, self._deliver(opener, first))]
        delivered = self.errand.content / first.place
        return outcomes + [(one, self._deliver(partial(opened, delivered), one)) for one in others]

    def _deliver(self, opener: Opener, one: Chosen) -> Delivered | RefusedError | OSError:
        if one.found and one.found.member.size > self.errand.largest:
            return RefusedError(too_large(self.errand.largest))
        try:
            return deliver(opener, one.place, self.errand.content, self.errand.largest)
        except (RefusedError, OSError) as error:
            return error

    def _settle(self, one: Chosen, outcome: Delivered | Exception) -> None:
        if isinstance(outcome, Delivered):
            self._book(one.place, THERE, Delivered(outcome.size, (*outcome.told, *one.told())))
        elif isinstance(outcome, RefusedError):
            self.refused.setdefault(one.place, str(outcome))
        else:
            self._fail_to_write(one.place, outcome)

    def _fail_to_write(self, place: str, error: Exception) -> None:
        remedy = READABLE if isinstance(error, SourceError) else WRITABLE
        self._book(place, FAILED)
        self._fail(place, f"the file could not be copied: {error}.", remedy)

    def _fail(self, where: str, what: str, remedy: str) -> None:
        self.is_settled = False
        self.defects.append(Defect(where, what, remedy))

    def _refuse(self, place: str, reason: str) -> None:
        self._book(place, REFUSED, _said(NOT_PUBLISHED, f"{place}: {reason}"))

    def _book(self, place: str, outcome: str, what: Delivered = _NOTHING) -> None:
        """Say what became of a file."""
        self.wanted.settle(place, outcome, what.size, what.told)
        self.advance(1)

    def _settle_rest(self) -> None:
        """Say of what was not found why it is not there; where nothing at all is there, it is still to be copied."""
        is_expected = self.errand.is_named or self.wanted.outcomes()[THERE] > 0
        for file in self.wanted.open_files():
            if reason := self.unreached.get(file.place):
                self.is_settled = False
                self._book(file.place, UNREACHED, _said(NOT_FETCHED, f"{file.place}: {reason}"))
            elif reason := self.refused.get(file.place):
                self._refuse(file.place, reason)
            elif is_expected:
                self._book(file.place, MISSING, _said(ABSENT, file.place))
            else:
                self._book(file.place, NOT_COPIED)


def _said(kind: str, detail: str) -> Delivered:
    return Delivered(0, (Told(kind, detail, review=True),))


def _path_of(one: Chosen) -> str:
    return one.found.member.path if one.found else ""
