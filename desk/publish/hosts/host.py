"""What all hosts can do, and what each is told."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from ..difference import Difference
from ..edition import Edition
from ..progress import SendingProgress
from ..settings import Headers


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be done."""

    name: str
    """The target's name in publish.toml."""
    headers: Headers
    """What is sent with the files."""
    home: str
    """The site's own address."""
    output: Path
    """The folder of the built site."""
    cache: Path
    """A folder for what is remembered between publications; may be deleted at any time."""
    preview: str = ""
    """The name of a preview, which takes no reader's place; empty for the site itself."""
    dry_run: bool = False
    """Whether nothing may be changed."""
    again: bool = False
    """Whether all is sent, whatever is there."""


class Host(Protocol):
    """A target that was reached."""

    def take(self, edition: Edition) -> Edition:
        """Give the edition as this host takes it: without what it makes itself, with its headers and redirects."""

    def compare(self, edition: Edition) -> Difference:
        """Give what a publication would change."""

    def send(self, edition: Edition, difference: Difference, progress: SendingProgress) -> None:
        """Make the target what the edition is. Raises SendingError; the old site stands whole then."""

    def settle(self) -> None:
        """Set up what belongs to the target itself; may be done again and again."""

    def address(self) -> str:
        """Give where it is to be seen; empty for the site's own address."""
