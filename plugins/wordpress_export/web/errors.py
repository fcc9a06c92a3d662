"""What can go wrong with a request: one family, each with a sentence for the person who runs us."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said."""

    address: str
    """Where it was found: after redirects."""
    status: int
    """200 to 299, or 304; in an error any other."""
    headers: Mapping[str, str]
    """By lower-case name; several of one name are joined by commas."""
    body: bytes
    """Unpacked."""


class WebError(Exception):
    """A request failed; the text says what, where, why, and what to do."""

    passes = False
    """Whether it may be well a little later, so that trying again makes sense."""
    blames_host = False
    """Whether it says that the host is not well, so that it counts towards giving the host up."""

    def __init__(self, sentence: str, address: str, answer: Answer | None = None) -> None:
        super().__init__(sentence)
        self.address = address
        """What was asked for."""
        self.answer = answer
        """What the server said, where it said something."""
        self.host = ""
        """The host that is to blame, if it is the host's fault: after redirects not that of `address`."""
        self.retry_after = 0.0
        """How long the server asks us to wait, in seconds."""
        self.gained = 0
        """How many bytes of a file are here that were not before this try."""


class NoAddressError(WebError):
    """It is no address, or not of the web."""


class NameNotFoundError(WebError):
    """There is no host of this name."""

    blames_host = True


class RefusedError(WebError):
    """The host is there, and takes no connection."""

    passes = blames_host = True


class TlsError(WebError):
    """The connection cannot be made safe: mostly a certificate that is old or of another name."""

    blames_host = True


class TimedOutError(WebError):
    """It took too long."""

    passes = blames_host = True


class CutError(WebError):
    """The connection broke off in the middle."""

    passes = blames_host = True


class TooLargeError(WebError):
    """There is more of it than allowed."""


class RedirectError(WebError):
    """It leads in a circle, too far, nowhere, or where we do not go."""


class SignInError(WebError):
    """401: it is for users who have signed in."""


class ForbiddenError(WebError):
    """403: it is not for us."""


class MissingError(WebError):
    """404: it is not there."""


class GoneError(WebError):
    """410: it is there no longer."""


class TooManyRequestsError(WebError):
    """429: the server wants us to ask less, and still did after all tries."""

    passes = blames_host = True


class ServerError(WebError):
    """5xx: the server failed."""

    passes = blames_host = True


class OtherStatusError(WebError):
    """Any other status that is no success."""


class HostGivenUpError(WebError):
    """The host had failed so often that it is asked no more in this run."""
