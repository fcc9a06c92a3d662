"""What a check says: findings, each of one kind, and how much each kind weighs."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple


class Level(StrEnum):
    """How much a finding weighs."""

    ERROR = "error"
    """The site cannot be built, or readers meet something broken."""
    WARNING = "warning"
    """Something is most likely not what its writer meant."""
    NOTE = "note"
    """Good to know."""
    OFF = "off"
    """Not told at all."""


class Remark(NamedTuple):
    """What is to be said about one file."""

    kind: str
    """A key of `KINDS`."""
    line: int
    """The first is 1; 0 where it is the whole file."""
    what: str
    """What is wrong, and what to do: a sentence for editors."""
    column: int = 0
    """The first is 1; 0 where only the line is known."""


class Finding(NamedTuple):
    """What is to be said, where."""

    place: str
    """The file, within the content folder: `articles/2024/11/tram.md`."""
    line: int
    """The first is 1; 0 where it is the whole file."""
    column: int
    """The first is 1; 0 where only the line is known."""
    level: Level
    """How much it weighs."""
    kind: str
    """A key of `KINDS`."""
    what: str
    """What is wrong, and what to do: a sentence for editors."""


BUILD_ENDS: Mapping[str, str] = {
    "file": "A file that cannot be read, or that nothing reads.",
    "front-matter": "A head that does not hold what a head may hold, or is no YAML.",
    "registry": "A file of data/ that does not hold what it may hold, or is no YAML.",
    "address": "An address that no page can have, or that two pages have.",
    "name": "A name that may mean two people, sections or topics.",
    "unpublished": "A link that would put an unpublished file into the site.",
    "redirect": "A line of old addresses that leads nowhere, in a circle, or against another.",
}
"""What ends a build: an error always, each kind with what it is."""

KINDS: Mapping[str, tuple[Level, str]] = {
    **{kind: (Level.ERROR, words) for kind, words in BUILD_ENDS.items()},
    "dead-link": (Level.ERROR, "A link within the site that leads nowhere."),
    "dead-anchor": (Level.ERROR, "A link to a place on a page that the page does not have."),
    "missing-file": (Level.ERROR, "A picture, a sound or another file that is not there."),
    "heading": (Level.ERROR, "A heading of the first level in a body: the headline is the page's only one."),
    "author": (Level.WARNING, "An author whom data/authors.yaml does not list."),
    "category": (Level.WARNING, "A section that data/categories.yaml does not list."),
    "series": (Level.WARNING, "A series that data/series.yaml does not list."),
    "story": (Level.WARNING, "A story that is named and is not there."),
    "slug": (Level.WARNING, "A slug that two stories share, or that is hard to type."),
    "alt": (Level.WARNING, "A picture without a description for those who cannot see it."),
    "credit": (Level.WARNING, "A lead picture that does not say who made it."),
    "picture": (Level.WARNING, "A head that speaks of a picture that it does not name."),
    "caption": (Level.WARNING, "A text below a picture that is no caption."),
    "embed": (Level.WARNING, "A film, a sound or a post that will not be shown as one."),
    "third-party": (Level.WARNING, "Something of another site that readers would load unasked."),
    "shortcode": (Level.WARNING, "A shortcode of WordPress, which readers would see as it is."),
    "footnote": (Level.WARNING, "A footnote without its mark, or a mark without its footnote."),
    "markup": (Level.WARNING, "Signs of Markdown or HTML that readers would see as they are."),
    "language": (Level.WARNING, "A language by a name that browsers do not know."),
    "dates": (Level.WARNING, "Dates that do not go together."),
    "status": (Level.WARNING, "Keys that do not go together with who may see the story."),
    "comments": (Level.WARNING, "Comments whose story is not there."),
    "catalogue": (Level.WARNING, "Facts about a file that is not there."),
    "review": (Level.WARNING, "What a person should look at."),
    "dead-web-link": (Level.WARNING, "A link to another site that leads nowhere any more."),
    "moved-web-link": (Level.NOTE, "A link to another site that has moved for good."),
    "scheduled": (Level.NOTE, "A story that is kept back until its date."),
    "unused-picture": (Level.NOTE, "A picture that nothing shows."),
}  # fmt: skip
"""Each kind of finding: how much it weighs where the site does not say otherwise, and what it is."""


def levels(own: Mapping[str, str]) -> dict[str, Level]:
    """Give how much each kind weighs. `own` is what the site says in CHECK_LEVELS; what ends a build stays an error.

    Raises ValueError for a kind or a level that there is not.
    """
    for kind, level in own.items():
        if kind not in KINDS or level not in set(Level):
            raise ValueError(
                f"CHECK_LEVELS: {kind!r}: {level!r} is nothing to say: the kinds are {', '.join(KINDS)}, "
                f"the levels {', '.join(Level)}"
            )
        if kind in BUILD_ENDS:
            raise ValueError(f"CHECK_LEVELS: {kind} ends a build, and stays an error: take the line out")
    return {kind: Level(own.get(kind, level)) for kind, (level, _) in KINDS.items()}
