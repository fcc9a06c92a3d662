"""Dates, times and numbers as a language writes them. A moment keeps the offset that it was written with."""

from datetime import date, datetime
from functools import lru_cache
from typing import Protocol

from babel import Locale
from babel.dates import DateTimePattern, parse_pattern
from babel.numbers import format_decimal

_REMEMBERED = 4096
"""Days: those of eleven years. And as many numbers."""

# CLDR counts twelve hours in these languages, their newspapers count twenty-four.
_TWENTY_FOUR_HOURS = frozenset({"el", "ko", "zh"})
# The digit nought of the numbering systems that CLDR names as a language's usual one.
_NOUGHTS = {"arab": "٠", "arabext": "۰", "beng": "০", "cakm": "𑄶", "deva": "०", "mymr": "၀", "olck": "᱐", "tibt": "༠"}


class CalendarWords(Protocol):
    """How a language writes numbers and moments."""

    def number(self, number: float) -> str:
        """Give a number: 1,234."""
        ...

    def year(self, number: int) -> str:
        """Give a year: 2024."""
        ...

    def month(self, year: int, number: int) -> str:
        """Give a month of a year: November 2024."""
        ...

    def day(self, day: date) -> str:
        """Give a day: 20 November 2024."""
        ...

    def time(self, moment: datetime) -> str:
        """Give the time of a day, to the minute: 14:32."""
        ...

    def moment(self, moment: datetime) -> str:
        """Give day and time: 20 November 2024, 14:32."""
        ...


class IsoCalendar:
    """For a language that CLDR does not know: as the standard has it, in no language."""

    def number(self, number: float) -> str:
        """Give a number: 1234."""
        return str(number)

    def year(self, number: int) -> str:
        """Give a year: 2024."""
        return str(number)

    def month(self, year: int, number: int) -> str:
        """Give a month of a year: 2024-11."""
        return f"{year:04}-{number:02}"

    def day(self, day: date) -> str:
        """Give a day: 2024-11-20."""
        return f"{day:%Y-%m-%d}"

    def time(self, moment: datetime) -> str:
        """Give the time of a day, to the minute: 14:32."""
        return f"{moment:%H:%M}"

    def moment(self, moment: datetime) -> str:
        """Give day and time: 2024-11-20 14:32."""
        return f"{self.day(moment)} {self.time(moment)}"


class CldrCalendar:
    """As Unicode's CLDR has it for a language."""

    def __init__(self, locale: Locale) -> None:
        self._locale = locale
        self._system = locale.default_numbering_system
        self._digits = _digits(self._system)
        self._day = _pattern(locale.date_formats["long"])
        self._month = _pattern(locale.datetime_skeletons["yMMMM"])
        self._year = _pattern(locale.datetime_skeletons["y"])
        clock = locale.datetime_skeletons["Hm"] if locale.language in _TWENTY_FOUR_HOURS else None
        self._time = _pattern(clock or locale.time_formats["short"])
        self._moment = str(locale.datetime_formats["medium"])
        self._known_number = lru_cache(_REMEMBERED, typed=True)(self._number_of)
        self._known_year = lru_cache(_REMEMBERED)(self._year_of)
        self._known_month = lru_cache(_REMEMBERED)(self._month_of)
        self._known_day = lru_cache(_REMEMBERED)(self._day_of)
        self._known_time = lru_cache(_REMEMBERED)(self._time_of)

    def number(self, number: float) -> str:
        """Give a number: 1,234."""
        return self._known_number(number)

    def year(self, number: int) -> str:
        """Give a year: 2024, 2024年."""
        return self._known_year(number)

    def month(self, year: int, number: int) -> str:
        """Give a month of a year: November 2024."""
        return self._known_month(year, number)

    def day(self, day: date) -> str:
        """Give a day: 20 November 2024."""
        return self._known_day(day.year, day.month, day.day)

    def time(self, moment: datetime) -> str:
        """Give the time of a day, to the minute: 14:32."""
        return self._known_time(moment.hour, moment.minute)

    def moment(self, moment: datetime) -> str:
        """Give day and time: 20 November 2024, 14:32."""
        return self._moment.format(self.time(moment), self.day(moment))

    def _number_of(self, number: float) -> str:
        return self._in_digits(format_decimal(number, locale=self._locale, numbering_system=self._system))

    def _year_of(self, number: int) -> str:
        return self._written(self._year, date(number, 1, 1))

    def _month_of(self, year: int, number: int) -> str:
        return self._written(self._month, date(year, number, 1))

    def _time_of(self, hour: int, minute: int) -> str:
        return self._written(self._time, datetime(2000, 1, 1, hour, minute))  # noqa: DTZ001  # of any day, in no zone

    def _day_of(self, year: int, month: int, day: int) -> str:
        return self._written(self._day, date(year, month, day))

    def _written(self, pattern: DateTimePattern, moment: date) -> str:
        return self._in_digits(pattern.apply(moment, self._locale))

    def _in_digits(self, text: str) -> str:
        return text.translate(self._digits) if self._digits else text


def _pattern(written: object) -> DateTimePattern:
    return written if isinstance(written, DateTimePattern) else parse_pattern(str(written))


def _digits(system: str) -> dict[int, str]:
    """Give a numbering system's digits for ours; Babel writes all numbers in ours."""
    nought = _NOUGHTS.get(system)
    return {ord("0") + value: chr(ord(nought) + value) for value in range(10)} if nought else {}
