"""One request and the beginning of its answer: turns, redirects, credentials, statuses."""

import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

import httpx

from .credentials import Credentials, origin
from .errors import Answer, NoAddressError, RedirectError, TimedOutError, WebError
from .hosts import Host, Hosts
from .manners import Manners
from .sentences import leads_nowhere, of_failure, of_status
from .waits import retry_after

FAILURES = (httpx.HTTPError, httpx.StreamError, httpx.InvalidURL, UnicodeError)
SENTENCES_NEED = 64 << 10
"""So much of an error's body is kept: enough for what WordPress says in it."""


@dataclass(frozen=True, slots=True)
class Errand:
    """What is wanted of whom."""

    address: str
    """Absolute."""
    headers: Mapping[str, str]
    """Besides the User-Agent and what signs in."""
    until: float
    """The deadline, on the monotonic clock."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """Sends requests and follows redirects."""

    http: httpx.Client
    """Sends them."""
    hosts: Hosts
    """What is owed to each host."""
    manners: Manners
    """The limits."""
    credentials: Credentials | None
    """Who signs in, if anyone."""

    @contextmanager
    def answered(self, errand: Errand) -> Iterator[httpx.Response]:
        """Give the answer to a request, its body not yet read; redirects are followed.

        Raises a WebError for any status but success; what goes wrong while the body is read becomes one, too.
        """
        url, seen = self.url(errand.address, errand.address), set[str]()
        while True:
            seen.add(str(url))
            with ExitStack() as stack:
                try:
                    response = stack.enter_context(self._sent(url, errand))
                    if not response.is_redirect:
                        self._refuse_failure(response, errand)
                        yield response
                        self.host_of(url).is_well()
                        return
                except FAILURES as error:
                    raise self._blamed(of_failure(errand.address, error), url) from error
                except WebError as error:
                    raise self._blamed(error, url) from error.__cause__
                target = self._target(response, errand)
            self._refuse_bad_turn(url, target, seen, errand)
            url = target

    def _blamed(self, error: WebError, url: httpx.URL) -> WebError:
        host = self.host_of(url)
        if error.blames_host:
            error.host = host.name
        elif error.answer:
            host.is_well()
        return error

    @contextmanager
    def _sent(self, url: httpx.URL, errand: Errand) -> Iterator[httpx.Response]:
        signing = self.credentials.header_for(url) if self.credentials else {}
        left = errand.until - time.monotonic()
        if left <= 0:
            raise overdue(errand.address)
        timeout = httpx.Timeout(min(self.manners.reading, left), connect=min(self.manners.connecting, left))
        with (
            self.host_of(url).place(errand.address, errand.until),
            self.http.stream("GET", url, headers={**errand.headers, **signing}, timeout=timeout) as response,
        ):
            yield response

    def host_of(self, url: httpx.URL) -> Host:
        """Give the host of an address."""
        return self.hosts.named(url.netloc.decode("ascii", "replace").rpartition("@")[2].lower())

    def _refuse_failure(self, response: httpx.Response, errand: Errand) -> None:
        if response.is_success or response.status_code == httpx.codes.NOT_MODIFIED:
            return
        error = of_status(errand.address, Answer(str(response.url), response.status_code, dict(response.headers),
                                                 _beginning(response, errand)))  # fmt: skip
        if error.passes and (asked := retry_after(response.headers.get("retry-after", ""))):
            error.retry_after = asked
            self.host_of(response.url).rest(min(asked, self.manners.longest_retry_after))
        raise error

    def url(self, address: str, asked: str) -> httpx.URL:
        """Give an address of the web in parts; `asked` is what was asked for first.

        Raises NoAddressError.
        """
        try:
            url = httpx.URL(address)
        except (httpx.InvalidURL, UnicodeError, ValueError, TypeError) as error:
            raise of_failure(asked, error) from error
        if url.scheme not in {"http", "https"} or not url.host:
            raise NoAddressError(f"{asked} is no address of the web that can be asked for ({address}).", asked)
        return url

    def _target(self, response: httpx.Response, errand: Errand) -> httpx.URL:
        try:
            return self.url(str(response.url.join(response.headers["location"])), errand.address)
        except (NoAddressError, httpx.InvalidURL, UnicodeError, ValueError) as error:
            raise leads_nowhere(errand.address, response.headers["location"]) from error

    def _refuse_bad_turn(self, url: httpx.URL, target: httpx.URL, seen: set[str], errand: Errand) -> None:
        words = ""
        if str(target) in seen:
            words = f"leads in a circle, over {target}"
        elif len(seen) > self.manners.redirects:
            words = f"leads on and on, more than {self.manners.redirects} times, at last to {target}"
        elif url.scheme == "https" and target.scheme == "http" and self._signs_in_at(url):
            words = f"leads to {target}, where a password would travel in the open"
        if words:
            raise RedirectError(f"{errand.address} {words}. Who runs the site has to mend that.", errand.address)

    def _signs_in_at(self, url: httpx.URL) -> bool:
        return self.credentials is not None and origin(url) == origin(httpx.URL(self.credentials.home))


def overdue(address: str) -> WebError:
    """Give the error for a request whose deadline has come."""
    return TimedOutError(f"{address} took longer in all than we wait. Run the same command again later.", address)


def pieces(response: httpx.Response, errand: Errand, *, raw: bool = False) -> Iterator[bytes]:
    """Give the body of an answer in pieces, until the deadline.

    Raises TimedOutError at the deadline.
    """
    for piece in response.iter_raw() if raw else response.iter_bytes():
        if time.monotonic() > errand.until:
            raise overdue(errand.address)
        yield piece


def _beginning(response: httpx.Response, errand: Errand) -> bytes:
    body = b""
    for piece in pieces(response, errand):
        body += piece
        if len(body) >= SENTENCES_NEED:
            break
    return body[:SENTENCES_NEED]
