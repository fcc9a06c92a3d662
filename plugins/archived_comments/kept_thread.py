"""The thread of an article as templates get it: read from its file when one of them asks."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import tzinfo
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple, Protocol

from .conversation import thread_of
from .thread import Comment, Page, Thread
from .thread_file import ThreadFileError, read_comments


class Extent(NamedTuple):
    """How much there is of a thread."""

    comments: int
    """Of people and of other sites."""
    pages: int
    """At least one."""


class Notes(Protocol):
    """Where what depends on nothing but a key is remembered from build to build: fast_build's PAGE_NOTES."""

    def recall(self, name: str, key: str, make: Callable[[], Extent]) -> Extent:
        """Give what was made for the key once, or make it."""


@dataclass(slots=True)
class KeptThread:
    """A `Thread` to templates. Where an earlier build has found its file sound, that is read when one of them asks."""

    file: Path
    """Where it is."""
    name: str
    """The file, for people."""
    zone: tzinfo
    """Of dates without an offset."""
    article: Page
    """Its first page."""
    most: int | None
    """Conversations a page; None for all."""
    extent: Extent = field(default=Extent(0, 1), init=False)
    """How much there is of it, once it is measured."""
    _digest: str = field(default="", init=False)
    """SHA-256 of the file, once somebody asked."""
    _thread: Thread | None = field(default=None, init=False)
    """What it says, once it is read."""

    @property
    def count(self) -> int:
        """How many comments people wrote."""
        return self._read().count

    @property
    def pages(self) -> tuple[Page, ...]:
        """At least one."""
        return self._read().pages

    @property
    def pings(self) -> tuple[Comment, ...]:
        """Notices of other sites that link to the article."""
        return self._read().pings

    def measure(self, notes: Notes | None) -> Extent:
        """Learn how much there is of it. Raises ThreadFileError with all that is wrong with the file."""
        if notes is None:
            self.extent = self._extent()
        else:
            self.extent = notes.recall("archived_comments", f"{self._digested()} {self.most}", self._extent)
        return self.extent

    def page_facts(self) -> tuple[str, int | None, str, str]:
        """Give what stands for all of it, as fast_build asks."""
        return self._digested(), self.most, self.article.url, self.article.save_as

    def _extent(self) -> Extent:
        thread = self._read()
        return Extent(thread.count + len(thread.pings), len(thread.pages))

    def _read(self) -> Thread:
        if self._thread is None:
            comments = read_comments(self._octets(), self.name, self.zone)
            self._thread = thread_of(comments, self.article, self.most)
        return self._thread

    def _digested(self) -> str:
        if not self._digest:
            self._digest = sha256(self._octets()).hexdigest()
        return self._digest

    def _octets(self) -> bytes:
        try:
            return self.file.read_bytes()
        except OSError as error:
            raise ThreadFileError(f"{self.name}: cannot be read ({error.strerror}): mend the file's rights") from None
