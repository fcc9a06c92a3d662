"""The time at the start of a heading, as newsrooms of many countries write it."""

import re
from dataclasses import dataclass
from datetime import date, time

_HEADING = re.compile(
    r"""\s*
    (?:(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?:[T\s,،]\s*))?
    (?P<hour>\d{1,2})
    (?:(?P<sign>[:：∶.．]|\s?[h時时]\s?)(?P<minute>\d\d)(?:[:：](?P<second>\d\d)|分)?(?:\s?(?:hrs?|horas)\b\.?|\s?(?-i:h)\b\.?)?)?
    (?:\s?(?:(?P<half>[ap]\.?\s?m\b\.?|[صم](?!\w))|(?P<word>Uhr)\b))?
    (?=$|[\s:：|·•–—―-]|\.(?!\d))
    [\s:：.|·•–—―-]*
    (?P<headline>.*)""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_UNSEEN = re.compile("[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
"""Marks of direction that programs put around numbers, and spaces of no width."""
_POINTS = (".", "．")
_AFTERNOON = frozenset({"p", "م"})
_NOON, _MIDNIGHT = 12, 24


@dataclass(frozen=True, slots=True)
class TimedHeading:
    """A heading that begins with a time."""

    time: time
    """The time of day."""
    day: date | None
    """The day, where the heading names it."""
    headline: str
    """Its other words; empty where there are none."""
    is_doubtful: bool
    """Whether it may as well be a number: `3.41` is a time, and what the gauge shows in metres."""


def read_heading(words: str) -> TimedHeading | None:
    """Give what a heading's words say; None where they do not begin with a time of day.

    Digits may be of any script: `14:32`, `14.32`, `2:32 pm`, `14h32`, `14:32 Uhr`, `١٤:٣٢`, `１４：３２`.
    """
    found = _HEADING.fullmatch(_UNSEEN.sub("", words))
    if found is None:
        return None
    is_said = found["half"] or found["word"]
    if not found["minute"] and not is_said:
        return None  # a bare number: “14 boats adrift”
    try:
        day = date(*(int(found[part]) for part in ("year", "month", "day"))) if found["year"] else None
        moment = time(_hour(int(found["hour"]), found["half"]), int(found["minute"] or 0), int(found["second"] or 0))
    except ValueError:
        return None
    is_doubtful = not is_said and day is None and found["sign"] in _POINTS
    return TimedHeading(moment, day, " ".join(found["headline"].split()), is_doubtful)


def _hour(hour: int, half: str | None) -> int:
    """Give the hour of 24. Raises ValueError for 13 pm."""
    if half is None:
        return 0 if hour == _MIDNIGHT else hour
    if not 1 <= hour <= _NOON:
        raise ValueError(f"{hour} is no hour of twelve")
    return hour % _NOON + (_NOON if half[0].lower() in _AFTERNOON else 0)
