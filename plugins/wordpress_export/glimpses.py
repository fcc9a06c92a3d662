"""Articles in short: what is learnt from over all of them, without holding their bodies."""

from dataclasses import dataclass

from .model import Status


@dataclass(frozen=True, slots=True)
class Sights:
    """What a body shows of related stories before anything is known of the site (`body.stories.sights`)."""

    stories: tuple[tuple[str, str, str], ...] = ()
    """Label, address as typed, and words of each link that has the form of a related story."""
    others: tuple[str, ...] = ()
    """Short phrases that open something else."""
    numbers: tuple[int, ...] = ()
    """Ids of the articles that it shows by number."""
    alone: tuple[str, ...] = ()
    """Addresses that stand alone in their lines."""


@dataclass(frozen=True, slots=True)
class Glimpse:
    """What is learnt from of an article, over all of them: its body in short."""

    id: int | None
    """As in `Article`, like all but the last."""
    type: str
    """The same."""
    title: str
    """The same."""
    status: Status
    """The same."""
    permalink: str
    """The same."""
    sights: Sights
    """Of its body."""
