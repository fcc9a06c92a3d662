"""A thread of comments, as the templates see it."""

from dataclasses import dataclass
from datetime import datetime

from .comment_body import safe_html


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody wrote under an article, or another site's notice that it links there."""

    id: int
    """Its number on the old site: it is found at `#comment-<id>`."""
    author: str
    """The name as signed; empty without one. Plain text."""
    written: datetime | None
    """Aware."""
    body: str
    """Markdown, as the file has it."""
    website: str = ""
    """The writer's own address, http or https; empty without one."""
    answers: int = 0
    """The number of the comment that it answers; 0 for the article."""
    kind: str = ""
    """`pingback` or `trackback`: another site's notice; empty for a person's words."""

    @property
    def html(self) -> str:
        """Give the words as HTML that can do no harm, made when asked for: a thread may be long."""
        return safe_html(self.body)


@dataclass(frozen=True, slots=True)
class Row:
    """A comment where it stands on a page: lists within lists, written in one go, whatever their depth."""

    comment: Comment
    """The comment."""
    opens: bool
    """Whether the next row stands in a list of its own below this one."""
    closes: int
    """How many lists end with this row."""
    answered: Comment | None
    """The comment that it answers, where the two are too deep to be seen one below the other."""


@dataclass(frozen=True, slots=True)
class Page:
    """A part of a thread with an address of its own; the first is the article itself."""

    number: int
    """From 1."""
    url: str
    """For links: percent-encoded, without the first slash."""
    save_as: str
    """The file to be written."""
    rows: tuple[Row, ...]
    """The comments, in the order of reading."""


@dataclass(frozen=True, slots=True)
class Thread:
    """All that was said under an article."""

    count: int
    """How many comments people wrote."""
    pages: tuple[Page, ...]
    """At least one."""
    pings: tuple[Comment, ...]
    """Notices of other sites that link to the article."""
