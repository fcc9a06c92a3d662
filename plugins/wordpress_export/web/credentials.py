"""Who signs in, and the one place where that may be told."""

import base64
from dataclasses import dataclass, field
from ipaddress import ip_address

import httpx

PORTS = {"http": 80, "https": 443}


class UnsafeCredentialsError(ValueError):
    """They would travel where others can read them."""


@dataclass(frozen=True, slots=True)
class Credentials:
    """A user and a password for one origin: scheme, host and port. They are sent there, and nowhere else."""

    home: str
    """Any address of that origin: https, or on this machine."""
    user: str
    """The name of the user."""
    password: str = field(repr=False)
    """The password; it is in no message."""

    def __post_init__(self) -> None:
        """Refuse an origin where the password would travel in the open.

        Raises UnsafeCredentialsError.
        """
        home = httpx.URL(self.home)
        if home.scheme != "https" and not is_loopback(home.host):
            raise UnsafeCredentialsError(
                f"{self.home} is not https: a password would travel there for all to read, so it is not sent. "
                "Give the address with https://, or take the password out of the environment."
            )

    def header_for(self, url: httpx.URL) -> dict[str, str]:
        """Give the header that signs in at an address; none anywhere but at home."""
        if origin(url) != origin(httpx.URL(self.home)):
            return {}
        pair = base64.b64encode(f"{self.user}:{self.password}".encode()).decode("ascii")
        return {"authorization": f"Basic {pair}"}


def origin(url: httpx.URL) -> tuple[str, str, int]:
    """Give what must be equal for two addresses to be of one origin."""
    return url.scheme, url.host.lower(), url.port or PORTS.get(url.scheme, 0)


def is_loopback(host: str) -> bool:
    """Tell whether a host is this machine."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
