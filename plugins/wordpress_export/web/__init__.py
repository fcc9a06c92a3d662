"""A polite guest of other people's servers: whole answers and files by HTTP, over threads.

    with Client(Manners()) as client:
        answer = client.fetch("https://news.example/wp-json/")
        saved = client.save("https://news.example/wp-content/uploads/2023/10/tide.jpg", folder / "tide.jpg")

One client serves any number of threads. All that goes wrong is a `WebError`, whose text is for the person who runs us.
"""

from .client import Client
from .credentials import Credentials, UnsafeCredentialsError
from .errors import (
    Answer,
    CutError,
    ForbiddenError,
    GoneError,
    HostGivenUpError,
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
    TooLargeError,
    TooManyRequestsError,
    WebError,
)
from .files import Saved
from .manners import Manners

__all__ = [
    "Answer",
    "Client",
    "Credentials",
    "CutError",
    "ForbiddenError",
    "GoneError",
    "HostGivenUpError",
    "Manners",
    "MissingError",
    "NameNotFoundError",
    "NoAddressError",
    "OtherStatusError",
    "RedirectError",
    "RefusedError",
    "Saved",
    "ServerError",
    "SignInError",
    "TimedOutError",
    "TlsError",
    "TooLargeError",
    "TooManyRequestsError",
    "UnsafeCredentialsError",
    "WebError",
]
