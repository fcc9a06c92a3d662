"""What is known of a page once it is written."""

from dataclasses import dataclass

from .store import Record


@dataclass(frozen=True, slots=True)
class Printed:
    """A page that was written."""

    record: Record | None
    """What is to be remembered of it; None where it must be made each time."""
    is_doubtful: bool = False
    """Whether it used a function that may have had some effect of which nothing is known."""
