"""Dates in words, as pages print them in the language of their site."""

import re
from collections.abc import Mapping
from datetime import datetime, timezone
from functools import lru_cache
from types import MappingProxyType

from dateparser import DateDataParser  # type: ignore[import-untyped]  # ships no type information

LONGEST = 60
"""A longer text is no date."""
EARLIEST = 1990
"""No page of an earlier year was ever published on the web."""
DAY_SHOWN = re.compile(
    r"[^\W\d]{3,12}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+(?:19|20)\d\d"
    r"|\d{1,2}(?:st|nd|rd|th|er|\.|º)?\s+(?:de\s+)?[^\W\d]{3,12}\.?,?\s+(?:de\s+)?(?:19|20)\d\d"
    r"|(?:19|20)\d\d\s?[年년.-]\s?\d{1,2}\s?[月월.-]\s?\d{1,2}\s?[日일]?"
    r"|\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d"
)
"""A day in words or figures, wherever it stands in a text."""
_WITH_DOTS = re.compile(r"(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)")
_LANGUAGES = (
    "en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "uk", "ja", "zh", "ko", "ar", "fa", "he", "tr", "el",
    "sv", "da", "nb", "fi", "cs", "sk", "hu", "ro", "bg", "hr", "sr", "sl", "id", "vi", "th", "ca", "eu", "gl",
    "et", "lv", "lt", "hi", "bn", "is", "mk", "bs", "be", "ka", "az", "kk", "uz", "ms",
)  # fmt: skip
"""Those that WordPress is translated into, and that the library knows."""


def made_day(year: int, month: int, day: int, usual: timezone) -> datetime | None:  # a day has three numbers
    """Give the beginning of a day; none where there is no such day."""
    try:
        return datetime(year, month, day, tzinfo=usual)
    except ValueError:
        return None


def read_words(text: str, language: str, usual: timezone) -> datetime | None:
    """Give the moment that a short text names in a language; none where day, month and year are not all there."""
    if not 0 < len(text) <= LONGEST or not re.search(r"\d", text):
        return None
    if dotted := _WITH_DOTS.fullmatch(text):
        # With dots between them the day comes first everywhere.
        return made_day(int(dotted[3]), int(dotted[2]), int(dotted[1]), usual)
    moment = _parsed(_plain_date(text), language.split("-", maxsplit=1)[0].lower())
    if moment is None or moment.year < EARLIEST:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=usual)


@lru_cache(maxsize=4096)
def months_named(word: str) -> Mapping[str, int]:
    """Give which month a word names, in each language in which it names one: `listopad` is two of them."""
    if len(word) > LONGEST:
        return MappingProxyType({})
    days = ((language, _parsed_in(f"15 {word} 2012", (language,))) for language in _LANGUAGES)
    return MappingProxyType({language: day.month for language, day in days if day and (day.day, day.year) == _MIDDLE})


_MIDDLE = (15, 2012)


def _parsed(text: str, language: str) -> datetime | None:
    return _parsed_in(text, tuple(dict.fromkeys((language or "en", "en"))))


@lru_cache(maxsize=10_000)
def _parsed_in(text: str, languages: tuple[str, ...]) -> datetime | None:
    try:
        moment = _parser(languages).get_date_data(text).date_obj
    except (ValueError, OverflowError, RecursionError):
        return None
    return moment if isinstance(moment, datetime) else None


@lru_cache(maxsize=len(_LANGUAGES) + 20)
def _parser(languages: tuple[str, ...]) -> DateDataParser:
    settings = {
        "PARSERS": ["absolute-time"],  # `two days ago` is no date: of when the page was saved nobody knows
        "REQUIRE_PARTS": ["day", "month", "year"],
        "STRICT_PARSING": True,
        "RETURN_AS_TIMEZONE_AWARE": False,
    }
    try:
        return DateDataParser(languages=list(languages), settings=settings)
    except ValueError:
        return DateDataParser(languages=["en"], settings=settings)


def _plain_date(text: str) -> str:
    bare = re.sub(r"^\W+|^(?:posted|published) on\s+", "", text, flags=re.IGNORECASE)
    # `mai 1st` of a theme that was only half translated.
    figures = re.sub(r"(?<=\d)(?:st|nd|rd|th|er)\b", "", bare)
    return re.sub(r"\s+(?:at|um|à|alle|om|às|kl\.?|στις)\s+", " ", figures)
