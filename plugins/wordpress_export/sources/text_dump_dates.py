"""Dates as pages print them: recognised, never completed."""

import re
from datetime import datetime

_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_SMALL_WORDS = frozenset(
    {"am", "pm", "a", "p", "m", "at", "on", "of", "the", "st", "nd", "rd", "th", "de", "del", "à", "le", "um", "uhr"}
    | {"er", "os", "às", "alle", "ore", "om", "kl", "στις", "published", "updated", "publié", "veröffentlicht"}
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_DAY = re.compile(r"0?[1-9]|[12]\d|3[01]")
_LONGEST = 50
_MOST_NUMBERS = 6
_EAST_ASIAN = re.compile(r"\d{4}[年년]\s*\d{1,2}[月월]\s*\d{1,2}[日일]")


def exact_moment(text: str) -> datetime | None:
    """Give the moment that an ISO 8601 date-time with an offset names; none for anything less."""
    if "T" not in text or len(text) > _LONGEST:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None


def is_date(text: str) -> bool:
    """Tell whether the line is a date and nothing else, in any language: a year, a day, at most one month's name."""
    if len(text) > _LONGEST or text.endswith((".", "!", "?")):
        return False
    if _EAST_ASIAN.match(text):
        return True
    tokens = _TOKEN.findall(text)
    numbers = [token for token in tokens if token.isdecimal()]
    words = [token for token in tokens if not token.isdecimal() and token.casefold() not in _SMALL_WORDS]
    years = sum(_YEAR.fullmatch(number) is not None for number in numbers)
    days = sum(_DAY.fullmatch(number) is not None for number in numbers)
    # Day and year beside the month's name, or three figures; hours, minutes and seconds may follow.
    complete = (len(words) == 1 and days >= 1) or (not words and days > 1)
    return years == 1 and complete and len(numbers) <= _MOST_NUMBERS
