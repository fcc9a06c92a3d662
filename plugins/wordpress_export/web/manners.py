"""How we behave as a guest: how often, how fast, how long, how much."""

from dataclasses import dataclass

AGENT = "Broadsheet/0.1.0"
"""Who we say we are: the project's name and version."""


@dataclass(frozen=True, slots=True)
class Manners:
    """The limits of a client; seconds and bytes. The defaults are for servers that others pay for."""

    tries: int = 5
    """How often a request is sent before it is given up; a file that grew in between counts anew."""
    first_wait: float = 1.0
    """Before the second try; each wait after it is twice as long, and a random part of this is added."""
    longest_wait: float = 60.0
    """No wait of ours is longer."""
    longest_retry_after: float = 300.0
    """Nor one that a server asks for."""
    connecting: float = 15.0
    """Until a server must have taken the connection."""
    reading: float = 60.0
    """Until it must have sent the next piece."""
    deadline: float = 900.0
    """Until a whole answer must be there, all tries and waits included."""
    file_deadline: float = 7200.0
    """The same for a file."""
    at_once: int = 4
    """How many requests a host has to serve at once."""
    gap: float = 0.1
    """Between the beginnings of two requests to one host."""
    redirects: int = 10
    """How many a request may follow."""
    failures: int = 5
    """So many requests in a row that failed for the host's sake, and it is given up for the run."""
    largest_answer: int = 256 << 20
    """Of a whole answer."""
    largest_file: int = 4 << 30
    """Of a file."""
    agent: str = AGENT
    """The User-Agent."""
