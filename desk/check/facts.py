"""What is known of one file: everything that others may ask about it, so that only what changed is read again.

Tuples, and not dataclasses, as 100,000 of them are read from a disk before anything else can begin.
"""

from datetime import datetime
from typing import NamedTuple

from .finding import Remark


class Use(NamedTuple):
    """Something that a file names: an address, a story, a person."""

    line: int
    """The first is 1."""
    text: str
    """As it is written."""


class Body(NamedTuple):
    """What stands below the head."""

    links: tuple[Use, ...] = ()
    """Where links lead, those to other sites apart."""
    files: tuple[Use, ...] = ()
    """Pictures, sounds and films that it shows, those of other sites apart."""
    web: tuple[Use, ...] = ()
    """Links to other sites."""
    anchors: tuple[str, ...] = ()
    """Places that a link may lead to."""


class Head(NamedTuple):
    """What the head says that others may ask for."""

    title: str
    """The headline."""
    slug: str
    """The last part of the address; empty where it is the file's name."""
    permalink: str
    """The address where no rule gives it."""
    date: datetime | None
    """When it was, or will be, published."""
    modified: datetime | None
    """When it last changed."""
    expires: datetime | None
    """From when on no reader may see it."""
    status: str
    """published, draft or private."""
    wordpress_id: int
    """Its number in WordPress; 0 where it has none."""
    aliases: tuple[Use, ...]
    """Old addresses."""
    authors: tuple[Use, ...]
    """Names or slugs."""
    categories: tuple[Use, ...]
    """Names, slugs or paths."""
    tags: tuple[Use, ...]
    """Names or slugs."""
    series: tuple[Use, ...]
    """One name, or none."""
    stories: tuple[Use, ...]
    """Other stories that it names."""
    image: tuple[Use, ...]
    """The lead picture, or none."""
    spoken: tuple[str, str]
    """Title and slug as they are compared with what people type."""
    lines: tuple[tuple[str, int], ...]
    """On which line each of some keys stands."""

    def line(self, key: str) -> int:
        """Give the line of a key: that of the title where it has none."""
        return dict(self.lines).get(key, 2)


class FileFacts(NamedTuple):
    """What is known of a file."""

    remarks: tuple[Remark, ...] = ()
    """What is to be said about it, whatever other files say."""
    head: Head | None = None
    """Of an article or a page; None where it cannot be read, or is another file."""
    body: Body = Body()
    """Of an article or a page; of comments, their places."""
