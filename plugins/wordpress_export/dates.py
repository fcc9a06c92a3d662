"""Moments with the offset that the site's clocks had, from WordPress's pair of local and UTC time."""

from collections import Counter
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

QUARTER = timedelta(minutes=15)
FURTHEST = timedelta(hours=14)
"""No clock on earth is further from UTC; a larger difference is an edited date, not an offset."""
NO_DATES = ("1999-11-30 00:00:00", "-0001-11-30 00:00:00")
"""What PHP makes of `0000-00-00` when it writes a draft's `pubDate`."""


def read_moment(text: str) -> datetime | None:
    """Give a naive moment of the database (`2023-10-18 09:30:00`), none for an empty, zero or impossible one."""
    try:
        moment = datetime.fromisoformat(text.strip()).replace(tzinfo=None)
    except ValueError:
        return None
    # Year 1 and its like come from converted zero dates; and UTC before year 1 cannot be expressed.
    return moment if moment.year > 1 else None


def read_offset(local: str, utc: str) -> timezone | None:
    """Give the offset that a pair of local and UTC time shows, to the quarter hour; none where it shows none."""
    here, there = read_moment(local), read_moment(utc)
    if here is None or there is None:
        return None
    difference = round((here - there) / QUARTER) * QUARTER
    return timezone(difference) if abs(difference) <= FURTHEST else None


def usual_offset(offsets: Counter[timezone]) -> timezone:
    """Give the offset that a site's items show most often; UTC where none shows any."""
    return offsets.most_common(1)[0][0] if offsets else UTC


def read_date(local: str, utc: str, usual: timezone) -> datetime | None:
    """Give the moment that both times together tell, in the site's own offset.

    A draft has no UTC time (`0000-00-00`): its local time is read in the site's usual offset.
    """
    here, there = read_moment(local), read_moment(utc)
    if here is None:
        return _in_offset(there.replace(tzinfo=UTC), usual) if there else None
    return here.replace(tzinfo=read_offset(local, utc) or usual)


def read_feed_date(text: str, usual: timezone) -> datetime | None:
    """Give the moment of a `pubDate` in the site's usual offset; none for the date that a draft's zero date becomes."""
    try:
        moment = parsedate_to_datetime(text.strip())
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if moment.strftime("%Y-%m-%d %H:%M:%S") in NO_DATES or moment.year <= 1:
        return None
    return _in_offset(moment if moment.tzinfo else moment.replace(tzinfo=UTC), usual)


def _in_offset(moment: datetime, offset: timezone) -> datetime | None:
    """Give a moment in the site's offset; none where that is beyond the calendar (the last hours of 9999)."""
    try:
        return moment.astimezone(offset)
    except (ValueError, OverflowError):
        return None
