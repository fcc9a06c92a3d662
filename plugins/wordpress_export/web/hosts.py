"""What is owed to each host: not too much at once, not too fast, and to leave it alone when it is unwell."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from .errors import HostGivenUpError, TimedOutError
from .manners import Manners


@dataclass(slots=True)
class Host:
    """One host, as the threads of a client share it."""

    name: str
    """Its name, with a port where it is an odd one."""
    manners: Manners
    """How it is treated."""
    places: threading.BoundedSemaphore
    """One for each request that may run at once."""
    lock: threading.Lock = field(default_factory=threading.Lock)
    """Guards what follows."""
    next_start: float = 0.0
    """On the monotonic clock: no request begins before."""
    failures: int = 0
    """So many requests in a row failed for its sake."""

    @contextmanager
    def place(self, address: str, until: float) -> Iterator[None]:
        """Wait for a place and for one's turn, and hold the place.

        Raises HostGivenUpError, and TimedOutError where there is no place before the deadline.
        """
        self._refuse_dead(address)
        if not self.places.acquire(timeout=max(0.0, until - time.monotonic())):
            raise self._too_busy(address)
        try:
            self._wait_for_turn(address, until)
            self._refuse_dead(address)
            yield
        finally:
            self.places.release()

    def _wait_for_turn(self, address: str, until: float) -> None:
        with self.lock:
            start = max(time.monotonic(), self.next_start)
            if start > until:
                raise self._too_busy(address)
            self.next_start = start + self.manners.gap
        time.sleep(max(0.0, start - time.monotonic()))

    def rest(self, seconds: float) -> None:
        """Begin no request for so long, in any thread: the host asked for it."""
        with self.lock:
            self.next_start = max(self.next_start, time.monotonic() + seconds)

    def is_well(self) -> None:
        """Take note that it answered."""
        with self.lock:
            self.failures = 0

    def is_unwell(self) -> None:
        """Take note that a request failed for its sake, after all tries."""
        with self.lock:
            self.failures += 1

    def _too_busy(self, address: str) -> TimedOutError:
        return TimedOutError(
            f"{address}: {self.name} wants so few requests of us that this one ran out of time. "
            "Run the same command again later.",
            address,
        )

    def _refuse_dead(self, address: str) -> None:
        if self.failures >= self.manners.failures:
            raise HostGivenUpError(
                f"{address} was not asked for: {self.name} had failed {self.failures} times in a row, "
                "and is left alone for this run. Run the same command again when it is well.",
                address,
            )


class Hosts:
    """All hosts that a client has met."""

    def __init__(self, manners: Manners) -> None:
        self._manners = manners
        self._lock = threading.Lock()
        self._known: dict[str, Host] = {}

    def named(self, name: str) -> Host:
        """Give a host by its name."""
        with self._lock:
            if name not in self._known:
                places = threading.BoundedSemaphore(self._manners.at_once)
                self._known[name] = Host(name, self._manners, places)
            return self._known[name]
