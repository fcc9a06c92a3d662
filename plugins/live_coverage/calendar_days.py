"""From times of day to moments: on which day an entry falls, and in which order a file has its entries."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise

from .clock_times import TimedHeading


def moments_of(headings: Sequence[TimedHeading], begun: datetime) -> list[datetime]:
    """Give the moment of each heading, in the order of the file, which may be the newest first or the oldest first.

    The earliest entry falls on the day on which the article begins, and a time that is earlier than the one before it
    on the next day; a heading that names its day is right. Of the two orders the one counts in which nothing happens
    backwards, and which is over the sooner after the article's beginning.
    """
    newest_first = _in_sequence(headings[::-1], begun)
    oldest_first = _in_sequence(headings, begun)
    if _strain(oldest_first, begun) < _strain(newest_first, begun):
        return oldest_first
    return newest_first[::-1]


def _in_sequence(headings: Sequence[TimedHeading], begun: datetime) -> list[datetime]:
    """Give the moments of headings, the oldest of which comes first."""
    day, moments = begun.date(), list[datetime]()
    for heading in headings:
        day = heading.day or day
        moment = datetime.combine(day, heading.time, begun.tzinfo)
        if heading.day is None and moments and moment < moments[-1] and day < date.max:
            day += timedelta(days=1)
            moment = datetime.combine(day, heading.time, begun.tzinfo)
        moments.append(moment)
    return moments


def _strain(moments: Sequence[datetime], begun: datetime) -> tuple[int, timedelta]:
    """Give how hard an order is to believe: steps backwards, then the time from the article's beginning to the end."""
    backwards = sum(later < earlier for earlier, later in pairwise(moments))
    span = abs(moments[0] - begun) + abs(moments[-1] - moments[0]) if moments else timedelta()
    return backwards, span
