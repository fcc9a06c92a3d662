"""The client: whole answers, and files."""

import ssl
import time
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

import httpx

from .credentials import Credentials
from .errors import Answer, TooLargeError, WebError
from .exchange import Errand, Exchange, pieces
from .files import Download, Saved
from .hosts import Hosts
from .manners import Manners
from .waits import persist

Result = TypeVar("Result")
NO_LIMITS = httpx.Limits(max_connections=None, max_keepalive_connections=20)
"""How many connections there may be is for each host to say, not for all together."""


@cache
def _trust() -> ssl.SSLContext:
    """Give whom to trust; reading it took half a second."""
    return httpx.create_ssl_context()


class Client:
    """Asks for answers and files, politely. Any number of threads may use it at once.

    Both ways try again, after growing waits, what may be well a little later: connections that fail or break off,
    time-outs, 429 and 5xx. `Retry-After` is honoured, within limits, for all requests to that host. Redirects are
    followed. Every failure is a `WebError`; a host that failed too often in a row is given up for the run.
    """

    def __init__(self, manners: Manners | None = None, credentials: Credentials | None = None) -> None:
        self._manners = manners or Manners()
        agent = {"user-agent": self._manners.agent}
        self._http = httpx.Client(headers=agent, follow_redirects=False, limits=NO_LIMITS, verify=_trust())
        self._exchange = Exchange(self._http, Hosts(self._manners), self._manners, credentials)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections."""
        self._http.close()

    def fetch(self, address: str, headers: Mapping[str, str] | None = None) -> Answer:
        """Give a whole answer of moderate size.

        Raises a WebError for anything but success; `error.answer` has the status and body, where there were any.
        """
        errand = Errand(address, headers or {}, time.monotonic() + self._manners.deadline)

        def attempt() -> Answer:
            with self._exchange.answered(errand) as response:
                body = self._whole_body(response, errand)
                return Answer(str(response.url), response.status_code, dict(response.headers), body)

        return self._persist(attempt, errand)

    def save(self, address: str, path: Path, check: Callable[[Path, Answer], None] | None = None) -> Saved:
        """Put a file at a path, where it appears only when it is whole; its folder must be there.

        What came before a cut is kept beside it, hidden, and the next try goes on from there, also in a later run,
        unless the server's file is another by then. `check` sees the whole file before it gets its name, with the
        answer (its body empty), and may raise: then nothing remains.

        Raises a WebError for anything but success, OSError where the disk refuses.
        """
        errand = Errand(address, {}, time.monotonic() + self._manners.file_deadline)
        download = Download(self._exchange, errand, path)
        return download.finish(self._persist(download.attempt, errand), check)

    def _whole_body(self, response: httpx.Response, errand: Errand) -> bytes:
        parts, size = [], 0
        for piece in pieces(response, errand):
            parts.append(piece)
            size += len(piece)
            if size > self._manners.largest_answer:
                raise TooLargeError(
                    f"{errand.address} is larger than {self._manners.largest_answer:,} bytes, so it was not read on.",
                    errand.address,
                )
        return b"".join(parts)

    def _persist(self, attempt: Callable[[], Result], errand: Errand) -> Result:
        """Try politely; if it fails for a host's sake after all tries, remember that."""
        try:
            return persist(attempt, self._manners, errand.until)
        except WebError as error:
            if error.host:
                self._exchange.hosts.named(error.host).is_unwell()
            raise
