"""What a theme says, in one language."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from gettext import NullTranslations

from babel import Locale
from babel.lists import format_list
from markupsafe import Markup, escape

from .calendar_words import CalendarWords
from .sentences import Sentence
from .tags import Direction


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of a language, for templates. There is one of each: it is compared, and hashed, by identity."""

    page_notes = True
    """Says to fast_build that what it gives depends on nothing but what it is asked, settings and theme."""

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
    passage: Markup
    """The attributes of an element in it among words of `otherwise`: `lang` and `dir`; nothing where it is the same."""
    _said: dict[str, str] = field(default_factory=dict, init=False, repr=False)
    """The sentences that were asked for, in English, and what they are here."""
    _read: dict[str, Sentence] = field(default_factory=dict, init=False, repr=False)
    """Those of them that have fields, once they were filled."""

    def page_facts(self) -> tuple[str, str]:
        """Give what fast_build must know of them: the catalogues are files of the theme."""
        return self.tag, str(self.listing)

    def say(self, sentence: str, **fields: object) -> str:
        """Give a sentence, which is asked for in English, with its fields filled; HTML where a field is HTML."""
        said = self._said.get(sentence)
        if said is None:
            said = self._said[sentence] = self.sentences.gettext(sentence)
        return self._filled(said, fields) if fields else said

    def count(self, one: str, many: str, count: int, **fields: object) -> str:
        """Give the form of a sentence that fits a count; its field is `{count}`."""
        return self._filled(self.sentences.ngettext(one, many, count), {"count": count, **fields})

    def join(self, names: Iterable[object]) -> str:
        """Give names as a sentence lists them: A, B and C. HTML, where names that are none are escaped."""
        escaped = [escape(name) for name in names]
        return escaped[0] if len(escaped) == 1 else Markup(format_list(list(map(str, escaped)), locale=self.listing))  # noqa: S704  # all escaped

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

    def _filled(self, said: str, fields: dict[str, object]) -> str:
        sentence = self._read.get(said)
        if sentence is None:
            sentence = self._read[said] = Sentence(said)
        for name, value in fields.items():
            if isinstance(value, int):
                fields[name] = self.number(value)
        return sentence.filled(fields)
