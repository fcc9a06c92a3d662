"""All that is known of a site's articles when their stories are chosen."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from .choice import Chooser
from .memory import Likeness
from .vectors import Story

FromPelican = Any
"""An article of Pelican's, which has no types."""

ALL = "all"
"""What an editor writes in the place of the stories that may not stand beside an article, where none may be added."""


@dataclass(frozen=True, slots=True)
class Newsroom:
    """The published articles, in the order of their dates."""

    articles: Sequence[FromPelican]
    """As Pelican has them."""
    stories: Sequence[Story]
    """As they are compared."""
    likeness: Likeness
    """How alike they are."""
    chooser: Chooser
    """What editors want, and what may stand beside each."""
