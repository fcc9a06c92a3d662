"""Dates against today."""

from collections.abc import Iterator
from datetime import timedelta

from ..finding import Remark
from .enquiry import Enquiry
from .paper import HIDDEN, PUBLISHED, SCHEDULED, Story

_FAR = timedelta(days=400)
"""Beyond any plan of a newsroom: most likely a slip of the hand."""
_FIRST_YEAR = 1600
"""Before the first newspaper."""
_LEEWAY = timedelta(days=1)
"""Clocks and zones differ."""


def date_remarks(enquiry: Enquiry) -> Iterator[tuple[str, Remark]]:
    """Give what is to be said about dates."""
    paper = enquiry.paper
    soon, far = paper.now + _LEEWAY, paper.now + _FAR
    for story in paper.stories:
        head = story.head
        if head.date is not None:
            if head.date > far or head.date.year < _FIRST_YEAR:
                said = f"dated {head.date:%Y-%m-%d}: is the year right?"
                yield story.place, Remark("dates", head.line("date"), said)
            elif head.date > paper.now:
                yield from _to_come(story)
        if head.modified is not None and head.modified > soon and head.modified > (head.date or paper.now):
            said = f"modified on {head.modified:%Y-%m-%d}, which is to come: correct it, or take it out"
            yield story.place, Remark("dates", head.line("modified"), said)


def _to_come(story: Story) -> Iterator[tuple[str, Remark]]:
    date = story.head.date
    if story.state == SCHEDULED:
        said = f"waits for {date:%Y-%m-%d %H:%M %z}: no build shows it before"
        yield story.place, Remark("scheduled", story.head.line("date"), said)
    elif story.state == PUBLISHED:
        said = f"dated {date:%Y-%m-%d}, which is to come, and published today all the same"
        yield story.place, Remark("dates", story.head.line("date"), said)
    else:
        said = f"waits for {date:%Y-%m-%d %H:%M %z}, and is {HIDDEN[story.state]}: it appears if you take status: out"
        yield story.place, Remark("status", story.head.line("date"), said)
