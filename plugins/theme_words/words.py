"""What a theme says, in one language."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from gettext import NullTranslations
from typing import Any

from babel import Locale
from babel.lists import format_list
from markupsafe import Markup, escape

from .calendar_words import CalendarWords
from .tags import Direction


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a language, for templates."""

    tag: str
    """The language that was asked for, as HTML spells it: `zh-Hant`."""
    direction: Direction
    """In which it is written."""
    sentences: NullTranslations
    """Its catalogue, or another language's."""
    listing: Locale
    """How the language of the sentences joins a list."""
    calendar: CalendarWords
    """Its dates and numbers."""

    def say(self, sentence: str, **fields: object) -> str:
        """Give a sentence, which is asked for in English, with its fields filled; HTML where a field is HTML."""
        said = self.sentences.gettext(sentence)
        return self._filled(said, fields) if fields else said

    def count(self, one: str, many: str, count: int, **fields: object) -> str:
        """Give the form of a sentence that fits a count; its field is `{count}`."""
        return self._filled(self.sentences.ngettext(one, many, count), {"count": count, **fields})

    def join(self, names: Iterable[object]) -> str:
        """Give names as a sentence lists them: A, B and C. HTML, where names that are none are escaped."""
        return Markup(format_list([str(escape(name)) for name in names], locale=self.listing))  # noqa: S704  # all escaped

    def number(self, number: float) -> str:
        """Give a number: 1,234."""
        return self.calendar.number(number)

    def year(self, number: int) -> str:
        """Give a year."""
        return self.calendar.year(number)

    def month(self, year: int, number: int) -> str:
        """Give a month, from 1 to 12, of a year: November 2024."""
        return self.calendar.month(year, number)

    def day(self, day: date) -> str:
        """Give the day of a moment: 20 November 2024."""
        return self.calendar.day(day)

    def time(self, moment: datetime) -> str:
        """Give the time of a moment, to the minute: 14:32."""
        return self.calendar.time(moment)

    def moment(self, moment: datetime) -> str:
        """Give day and time of a moment: 20 November 2024, 14:32."""
        return self.calendar.moment(moment)

    def _filled(self, said: str, fields: Mapping[str, Any]) -> str:
        written = {name: self.number(value) if isinstance(value, int) else value for name, value in fields.items()}
        if any(hasattr(value, "__html__") for value in written.values()):
            return escape(said).format(**written)
        return said.format(**written)
