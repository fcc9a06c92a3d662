"""Dates as pages print them: recognised, never completed."""

import re
from datetime import datetime
from functools import lru_cache

from ..body.stories.labels import plain_label
from .text_dump_words_bylines import AGO, IN_DATES, WEEKDAYS

_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DAY = re.compile(r"0?[1-9]|[12]\d|3[01]")
_ENGLISH_DAY = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b")
_ALL_FIGURES = re.compile(r"(?:19|20)\d\d[-/]\d|\d[-/](?:19|20)\d\d|\d\.\s?\d{1,2}\.\s?(?:19|20)\d\d")
_TIME = re.compile(r"\d\s?[:h.時시]\s?\d\d")
_LONGEST = 60
_MOST_NUMBERS = 6
_EAST_ASIAN = re.compile(r"\d{4}\s*[年년]\s*\d{1,2}\s*[月월]\s*\d{1,2}\s*[日일](?![^\W\d_]{3})")
# Of words only the day of the week and the half of the day stand behind it.
_HALVES = re.compile(r"오전|오후|午前|午後|上午|下午|凌晨|晚上|\w?曜日|\w요일|(?:星期|週|周)\w")
_WORDS = re.compile(r"[^\W\d_]{2}")
_AGO = re.compile(
    rf"(?:\d+\s*\w+(?:\s+\w+)?\s*(?:{'|'.join(AGO)})|(?:{'|'.join(AGO)})\s+(?:\d+|an?|un|une|einem|einer)\s*\w+)",
    re.IGNORECASE,
)


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
    """Tell whether the line is a date and nothing else, in any language: a year, a day, at most one month's name.

    A day of the week and a time may stand with them. One that counts back from an unknown day (`3 days
    ago`) is one too.
    """
    return len(text) <= _LONGEST and any(map(str.isdecimal, text)) and _is_date(text)


def tells_time(text: str) -> bool:
    """Tell whether the line is a date with its time, as comments have it, and prose has not."""
    return is_date(text) and _TIME.search(text) is not None


@lru_cache(maxsize=4096)
def _is_date(text: str) -> bool:
    if not text[:1].isalnum() or text.endswith(("!", "?")):
        return False
    if (day := _EAST_ASIAN.match(text)) and not _WORDS.search(_HALVES.sub("", text[day.end() :])):
        return True
    if _AGO.fullmatch(text):
        return True
    words, numbers = date_words(text)
    years = sum(_YEAR.fullmatch(number) is not None for number in numbers)
    days = sum(_DAY.fullmatch(number) is not None for number in numbers)
    # Day and year beside the month's name, or three figures; hours, minutes and seconds may follow.
    # A word beside a date in figures is no month's: `Ann 2023-10-17`.
    complete = (len(words) == 1 and days >= 1 and not _ALL_FIGURES.search(text)) or (not words and days > 1)
    return years == 1 and complete and len(numbers) <= _MOST_NUMBERS


def date_words(text: str) -> tuple[list[str], list[str]]:
    """Give the words of a date, without those that stand in many, and its numbers."""
    tokens = _TOKEN.findall(_ENGLISH_DAY.sub("", text))
    words = [token for token in tokens if not token.isdecimal() and not _is_small(token)]
    return words, [token for token in tokens if token.isdecimal()]


def _is_small(word: str) -> bool:
    plain = plain_label(word)
    return plain in WEEKDAYS or plain in IN_DATES
