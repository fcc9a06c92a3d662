"""What every form of rules is made of."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from .rules import Rule

FOLDER = "_hosts"
"""Where files for a server's own settings are, within the output; the server is told not to show it."""

DIALECTS = ("feed", "rss", "rss2", "rdf", "atom")
"""The last part of a feed's address, alone or behind `feed/`."""
ENDINGS = ("amp", "print", "embed", "trackback")
"""Other forms of a page, each at an address below its own."""
UPLOADS = "/wp-content/uploads/"
"""Where pictures are, of which WordPress made copies in other sizes: `tide-300x200.jpg`."""
NAMED = (
    ("tag", "/tag/", "/"),
    ("category_name", "/category/", "/"),
    ("author_name", "/author/", "/"),
    ("pagename", "/", "/"),
    ("paged", "/page/", "/"),
)
"""Questions to the front page that hold the last part of an address: key, and what stands before and after it."""
LOOKED_UP = ("cat", "author", "m", "feed")
"""Questions to the front page that are looked up, those for numbers of stories apart."""


@dataclass(frozen=True)
class Plan:
    """All that old addresses need of a host."""

    rules: Sequence[Rule]
    """Settled."""
    pages: Sequence[str] = ()
    """The addresses of stories and lists, decoded."""
    lists: Sequence[str] = ()
    """Those of the lists that have feeds: `/`, `/category/harbour/`."""
    search: str = ""
    """Where the search page is; empty where there is none."""
    sizes: Callable[[], Iterator[tuple[str, str]]] = lambda: iter(())
    """Gives the addresses of the copies of pictures in other sizes, each with that of the picture."""

    home: str = ""
    """The site's own address, for pages that name the original; empty where it is not known."""
    language: str = "en"
    """The site's."""
    most_pages: int = 5000
    """Pages that lead on, at most."""

    @cached_property
    def paths(self) -> list[Rule]:
        """Rules for paths."""
        return [rule for rule in self.rules if not rule.asks]

    @cached_property
    def asked(self) -> dict[str, dict[str, str]]:
        """Targets by what the front page was asked: by key, then by value."""
        found: dict[str, dict[str, str]] = {}
        for rule in self.rules:
            if rule.asks:
                key, value = rule.question
                found.setdefault(key, {})[value] = rule.target
        return found


@dataclass(slots=True)
class Written:
    """What a form is written as."""

    texts: dict[str, str] = field(default_factory=dict)
    """By place within the output."""
    warnings: list[str] = field(default_factory=list)
    """What the host cannot be told, and what to do."""
