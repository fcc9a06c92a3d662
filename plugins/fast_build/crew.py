"""Pages made on other machines: a process there reads the site once for a build, and makes pages when it is asked.

A worker of a cluster lives longer than a build, and a site in its memory would be that of old code: so it is a process
of the worker's that reads the site, and ends with it or when another build begins.
"""

from __future__ import annotations

import logging
import os
import pickle
import subprocess
import sys
import tempfile
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from .canonical import digest_of_bytes
from .packed import Record, Used, numbers

if TYPE_CHECKING:
    from .desk import Desk, Job
    from .ledger import Ledger
    from .notes import Touch

VARIABLES = ("LANG", "LC_ALL", "LC_TIME", "SOURCE_DATE_EPOCH", "TZ")
"""What of the environment may change a site, beside its settings."""


class CrewError(RuntimeError):
    """A machine cannot make pages of this site."""


@dataclass(frozen=True, slots=True)
class Order:
    """A site of which pages will be asked."""

    build: str
    """Which build asks."""
    folder: str
    """Where it was begun: settings name places from there."""
    modules: Sequence[tuple[str, str]]
    """Where settings come from: modules and their files."""
    settings: bytes
    """Pelican's, pickled, before any plugin put something among them."""
    site: bytes
    """Digest of all that is known of the site: pages of another one are of no use."""
    variables: Mapping[str, str]
    """Of the environment."""


@dataclass(frozen=True, slots=True)
class Sheaf:
    """Pages that were made, with all that is to be remembered of them, in numbers of its own."""

    pages: list[tuple[bytes, Record] | None]
    """What becomes of each file; None for one that must be made in the first process."""
    touches: list[tuple[Touch, bytes]]
    """What they used, by number, with what that says."""
    parts: list[tuple[int, bytes, Used]]
    """Parts that were made for them: number, digest, and what they used."""


@dataclass(slots=True)
class _Hand:
    """The process that has read the site."""

    build: str
    """For which build."""
    process: subprocess.Popen[bytes]
    """It is told places of pages, and answers."""

    def pages(self, places: Sequence[str]) -> Sheaf:
        """Let pages be made. Raises CrewError where the process cannot, or has ended."""
        told, answers = self.process.stdin, self.process.stdout
        assert told is not None and answers is not None  # noqa: S101, PT018  # it was begun with both
        try:
            pickle.dump(places, told)
            told.flush()
            answer = pickle.load(answers)  # noqa: S301  # of our own process
        except (OSError, EOFError, pickle.UnpicklingError) as error:
            raise CrewError("the process that makes pages has ended; the worker's log says why") from error
        if isinstance(answer, Sheaf):
            return answer
        raise CrewError(str(answer))


_lock = Lock()
"""A worker may have several threads, and the site is there once."""
_hands: list[_Hand] = []
"""The one that is at work."""


def pages_of(order: Order, places: Sequence[str]) -> Sheaf:
    """Make pages, on a worker of a cluster. Raises CrewError where this machine cannot."""
    with _lock:
        if not _hands or _hands[0].build != order.build:
            _dismiss()
            _hands.append(_hired(order))
        return _hands[0].pages(places)


def _dismiss() -> None:
    while _hands:
        process = _hands.pop().process
        process.kill()
        process.communicate()


def _hired(order: Order) -> _Hand:
    variables = os.environ | dict(order.variables) | {"PYTHONPATH": str(Path(__file__).parents[1])}
    try:
        process = subprocess.Popen(
            [sys.executable, "-m", "fast_build", "crew"],
            cwd=order.folder, env=variables, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip
    except OSError as error:
        raise CrewError(f"the project must be at {order.folder} here too: {error}") from error
    hand = _Hand(order.build, process)
    assert process.stdin is not None  # noqa: S101  # as above
    pickle.dump(order, process.stdin)
    return hand


def serve() -> None:
    """Read a site as standard input tells, and make pages of it until that ends."""
    orders, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what Pelican says is for the worker's log
    order: Order = pickle.load(orders)  # noqa: S301  # of our own worker
    with tempfile.TemporaryDirectory() as folder:
        held = _held(order, Path(folder))
        while True:
            try:
                places = pickle.load(orders)  # noqa: S301  # the same
            except EOFError:
                return
            pickle.dump(held if isinstance(held, str) else held.sheaf(places), answers, pickle.HIGHEST_PROTOCOL)
            answers.flush()


def _held(order: Order, folder: Path) -> Held | str:
    """Give the site, or why there is none."""
    from .plugin import hold_site  # noqa: PLC0415  # workers of a cluster need no Pelican

    try:
        for module in order.modules:
            _load(*module)
        settings = pickle.loads(order.settings)  # noqa: S301  # of our own build
        held = hold_site(settings | {"OUTPUT_PATH": str(folder / "output"), "CACHE_PATH": str(folder / "cache")})
    except Exception as error:  # noqa: BLE001  # whatever it is, the build that asks goes on
        return f"the site cannot be read there: {error}"
    if held.desk.site.everything() != order.site:
        return "content, theme, code, settings or versions are others there"
    logging.getLogger().handlers[:] = [logging.NullHandler()]
    return held


def _load(name: str, file: str) -> None:
    spec = spec_from_file_location(name, file)
    if spec is None or spec.loader is None or name in sys.modules:
        return
    module = sys.modules[name] = module_from_spec(spec)
    spec.loader.exec_module(module)


@dataclass(frozen=True, slots=True)
class Held:
    """A site that was read, and of which no page was made."""

    desk: Desk
    """Where pages are made."""
    jobs: Mapping[str, Job]
    """Its pages, by place."""

    def sheaf(self, places: Sequence[str]) -> Sheaf:
        """Make pages."""
        self.desk.prepare(list(self.jobs.values())[:1])
        pages = [self._page(place) for place in places]
        ledger = self.desk.ledger
        ledger.fill()
        bound = _Bound(ledger)
        records = [page and (page[0], page[1]._replace(used=bound.used(page[1].used))) for page in pages]
        return Sheaf(records, *bound.known())

    def _page(self, place: str) -> tuple[bytes, Record] | None:
        job = self.jobs.get(place)
        if job is None:
            return None
        try:
            page = self.desk.make(job)
            octets = page.text.encode()
            record = self.desk.record(job, page, digest_of_bytes(octets))
        except Exception:  # noqa: BLE001  # whatever it is, it comes again in the first process, which tells it
            return None
        is_doubtful = page.frame is None or bool(page.frame.reasons)
        return None if record is None or is_doubtful else (octets, record)


@dataclass(slots=True)
class _Bound:
    """Numbers of what some pages used, from 0."""

    ledger: Ledger
    """Knows it by its own numbers."""
    local: dict[int, int] = field(default_factory=dict)
    """The numbers by those."""
    parts: list[tuple[int, bytes, Used]] = field(default_factory=list)
    """Parts that were met."""

    def used(self, used: Used) -> Used:
        """Give what was used, in these numbers."""
        for number in used.parts:
            if number not in self.local:
                self._number(number)
                inner = self.used(self.ledger.store.parts[number])
                self.parts.append((self._number(number), self.ledger.store.values[number], inner))
        return Used(self._numbers(used.touches), self._numbers(used.parts), used.effects)

    def known(self) -> tuple[list[tuple[Touch, bytes]], list[tuple[int, bytes, Used]]]:
        """Give what was met: things by number, and parts."""
        store = self.ledger.store
        return [(store.touches[number], store.values[number]) for number in self.local], self.parts

    def _number(self, number: int) -> int:
        return self.local.setdefault(number, len(self.local))

    def _numbers(self, found: Iterable[int]) -> array[int]:
        return numbers(map(self._number, found))
