"""From what httpx raises, and from statuses, to errors with sentences."""

import socket
import ssl
from collections.abc import Iterator

import httpx

from .errors import (
    Answer,
    CutError,
    ForbiddenError,
    GoneError,
    MissingError,
    NameNotFoundError,
    NoAddressError,
    OtherStatusError,
    RedirectError,
    RefusedError,
    ServerError,
    SignInError,
    TimedOutError,
    TlsError,
    TooManyRequestsError,
    WebError,
)

STATUSES: dict[int, tuple[type[WebError], str]] = {
    401: (SignInError, "is for users who have signed in (401). Give a user and an application password of the site."),
    403: (ForbiddenError, "is not for us (403 Forbidden). Ask who runs the site to let us in, or sign in."),
    404: (MissingError, "is not there (404)."),
    410: (GoneError, "is there no longer (410)."),
    429: (TooManyRequestsError, "was refused, because we asked too often (429). Run the same command again later."),
}


def of_status(address: str, answer: Answer) -> WebError:
    """Give the error that a status stands for."""
    if answer.status in STATUSES:
        kind, words = STATUSES[answer.status]
    elif answer.status >= httpx.codes.INTERNAL_SERVER_ERROR:
        kind = ServerError
        words = f"failed on the server ({answer.status}). Run the same command again later, or tell who runs the site."
    else:
        kind, words = OtherStatusError, f"was answered with status {answer.status}, and nothing that can be used."
    return kind(f"{address} {words}", address, answer)


def of_failure(address: str, error: Exception) -> WebError:
    """Give the error that a failure of the connection stands for."""
    host = _host(address)
    if isinstance(error, httpx.InvalidURL | httpx.UnsupportedProtocol | UnicodeError):
        return NoAddressError(f"{address} is no address of the web ({error}).", address)
    if isinstance(error, httpx.TimeoutException):
        return TimedOutError(f"{address}: {host} did not answer in time. Run the same command again later.", address)
    if told := next(filter(None, (_of_cause(address, host, cause) for cause in _causes(error))), None):
        return told
    if isinstance(error, httpx.ConnectError | httpx.ProxyError):
        return RefusedError(f"{address}: {host} takes no connection ({error}). Is the address right?", address)
    return CutError(f"{address}: the connection to {host} broke off ({error}). Run the same command again.", address)


def _of_cause(address: str, host: str, cause: BaseException) -> WebError | None:
    if isinstance(cause, socket.gaierror):
        return _no_name(address, host, cause)
    if isinstance(cause, httpx.InvalidURL):
        return leads_nowhere(address, str(cause))
    if isinstance(cause, ssl.SSLError):
        return TlsError(
            f"{address}: no safe connection to {host} ({_reason(cause)}). Look at it in a browser; who runs the site "
            "has to mend its certificate.",
            address,
        )
    return None


def leads_nowhere(address: str, target: str) -> WebError:
    """Give the error for a redirect to what is no address of the web."""
    return RedirectError(
        f"{address} leads to what is no address of the web ({target!a}). Who runs the site has to mend that.",
        address,
    )


def _no_name(address: str, host: str, cause: socket.gaierror) -> WebError:
    error = NameNotFoundError(
        f"{address}: there is no host {host} ({cause.strerror or cause}). Is it spelt right, is the network there?",
        address,
    )
    error.passes = cause.errno == socket.EAI_AGAIN
    return error


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__


def _reason(error: ssl.SSLError) -> str:
    if isinstance(error, ssl.SSLCertVerificationError) and error.verify_message:
        return error.verify_message
    return error.reason or "it speaks no TLS that we know"


def _host(address: str) -> str:
    try:
        return httpx.URL(address).host or address
    except (httpx.InvalidURL, UnicodeError):
        return address
