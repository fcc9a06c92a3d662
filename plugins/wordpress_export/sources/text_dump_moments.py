"""When an article and its comments were written, as far as a dump tells: a day, and mostly no more."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from ..body.stories.labels import plain_label
from ..date_words import EARLIEST, LONGEST, made_day, months_named
from .text_dump_dates import date_words
from .text_dump_fates import DumpReading, Fate, FatedLine
from .text_dump_words_bylines import UPDATED

_YEAR_FIRST = re.compile(r"((?:19|20)\d\d)\s*[-./年년]\s*(\d{1,2})\s*[-./月월]\s*(\d{1,2})(?!\d)")
_DOTTED = re.compile(r"(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)\d\d)(?!\d)")
_FIGURES = re.compile(r"(?<!\d)(\d{1,2})\s*[/-]\s*(\d{1,2})\s*[/-]\s*((?:19|20)\d\d)(?!\d)")
_CLOCK = re.compile(
    r"(?P<before>오전|오후|午前|午後|上午|下午|凌晨|晚上)?\s*"
    r"(?<![\d:.])(?:(?<=\d)T)?(?:(?P<dotted>kl\.?o?\s*\d{1,2}\.\d\d)(?!\d)"
    r"|(?P<hour>[01]?\d|2[0-3])(?::|\s?h\s?|\s?時\s?|\s?시\s?)(?P<minute>[0-5]\d)(?::[0-5]\d)?(?!\d))"
    r"(?:\s*(?:min|分|분)(?!\w))?\s*(?P<after>[ap]\.?\s?m\b\.?|오전|오후|上午|下午|[πμ]\.?μ\.?|[قب]\.ظ|[صم](?!\w))?",
    re.IGNORECASE,
)
_AFTERNOON = ("p", "오후", "午後", "下午", "晚上", "μ", "م", "ب")
_MORNING = ("a", "오전", "午前", "上午", "凌晨", "π", "ص", "ق")
_NOON, _MONTHS = 12, 12


@dataclass(frozen=True, slots=True)
class Habits:
    """How a site writes its dates."""

    day_first: bool | None = None
    """Whether the day stands first in `03/04/2012`; none where no date of the site tells."""
    languages: frozenset[str] = frozenset()
    """Those in which all its months have names; empty where none has them all."""


@dataclass(slots=True)
class HabitSurvey:
    """What all dates of a site show of its habits."""

    orders: set[bool] = field(default_factory=set)
    """Whether the day stands first, of all dates in which only one order makes a day."""
    languages: frozenset[str] | None = None
    """Those that know all months so far; none before the first."""

    def add(self, reading: DumpReading) -> None:
        """Take in the dates of a page."""
        for text in (*reading.texts(Fate.DATE), *reading.texts(Fate.COMMENT_DATE)):
            if figures := _FIGURES.search(text):
                first, second = int(figures[1]), int(figures[2])
                self.orders.update([first > _MONTHS] if (first > _MONTHS) != (second > _MONTHS) else [])
            elif month := _named_month(text):
                known = frozenset(months_named(month))
                self.languages = known if self.languages is None else self.languages & known

    @property
    def habits(self) -> Habits:
        """Give what no date contradicts."""
        return Habits(next(iter(self.orders)) if len(self.orders) == 1 else None, self.languages or frozenset())


def read_moment(text: str, habits: Habits) -> tuple[datetime, bool] | None:
    """Give the moment that a line names, and whether it tells the time; none where its day is in doubt.

    It is taken for UTC: where the site's clocks stood, the text does not say.
    """
    if len(text) > LONGEST:
        return None
    clock = _CLOCK.search(text)
    day = _day(f"{text[: clock.start()]} {text[clock.end() :]}" if clock else text, habits)
    if day is None or day.year < EARLIEST:
        return None
    return (day + _since_midnight(clock), True) if clock else (day, False)


def _since_midnight(clock: re.Match[str]) -> timedelta:
    hour, minute = map(int, re.findall(r"\d+", clock["dotted"] or f"{clock['hour']}:{clock['minute']}"))
    half = (clock["before"] or clock["after"] or "").lower()
    if half.startswith(_AFTERNOON + _MORNING) and hour <= _NOON:
        hour = hour % _NOON + _NOON * half.startswith(_AFTERNOON)
    return timedelta(hours=hour, minutes=minute)


def _day(text: str, habits: Habits) -> datetime | None:
    if match := _YEAR_FIRST.search(text):
        return made_day(int(match[1]), int(match[2]), int(match[3]), UTC)
    if match := _DOTTED.search(text):
        return made_day(int(match[3]), int(match[2]), int(match[1]), UTC)
    if match := _FIGURES.search(text):
        first, second = int(match[1]), int(match[2])
        # Alone it tells of itself which figure is the day, against which no other date of the site may speak.
        day_first = first > _MONTHS if (first > _MONTHS) != (second > _MONTHS) else habits.day_first
        if day_first is None and first != second:
            return None
        return made_day(int(match[3]), *((second, first) if day_first else (first, second)), UTC)
    month, numbers = _month(text, habits), date_words(text)[1]
    years = [number for number in numbers if len(number) == len("2012")]
    days = [number for number in numbers if len(number) <= len("31")]
    if not month or len(years) != 1 or len(days) != 1:
        return None
    return made_day(int(years[0]), month, int(days[0]), UTC)


def _named_month(text: str) -> str:
    words = date_words(_CLOCK.sub(" ", text))[0]
    return words[0] if len(words) == 1 and not words[0].isdecimal() else ""


def _month(text: str, habits: Habits) -> int:
    """Give the month, where all languages that know its name agree on it; 0 where not."""
    named = months_named(_named_month(text)) if _named_month(text) else {}
    months = {month for language, month in named.items() if language in habits.languages} or set(named.values())
    return next(iter(months)) if len(months) == 1 else 0


def tell_moments(reading: DumpReading, habits: Habits) -> DumpReading:
    """Give the reading with the dates that tell when article and comments were written fated so."""
    told = _article_date(reading, habits)
    pieces: list[FatedLine] = []
    dated = True
    for line in reading.lines:
        if line.fate in {Fate.COMMENTER, Fate.COMMENT}:
            dated = line.fate is Fate.COMMENT
        elif line.fate is Fate.COMMENT_DATE and not dated and read_moment(line.text, habits):
            dated = True
            line = replace(line, fate=Fate.COMMENT_MOMENT)  # noqa: PLW2901  # the same line, told
        elif line is told:
            has_time = (read_moment(line.text, habits) or (None, False))[1]
            line = replace(line, fate=Fate.LOCAL_TIME if has_time else Fate.DAY)  # noqa: PLW2901  # the same
        pieces.append(line)
    return replace(reading, lines=tuple(pieces))


def _article_date(reading: DumpReading, habits: Habits) -> FatedLine | None:
    """Give the date of publication: above the text the first, below it one that no other contradicts."""
    if reading.texts(Fate.MOMENT):
        return None
    start = next((place for place, line in enumerate(reading.lines) if line.fate in _TEXT), len(reading.lines))
    above, below = reading.lines[:start], reading.lines[start:]
    if found := _dates(above, habits):
        return found[0]
    found = _dates(below, habits)
    days = {moment[0].date() for line in found if (moment := read_moment(line.text, habits))}
    return found[0] if len(days) == 1 else None


_UPDATED = tuple(f"{label} " for label in sorted(UPDATED))
_TEXT = frozenset({Fate.PARAGRAPH, Fate.DEK, Fate.HEADING, Fate.LIST, Fate.QUOTE, Fate.EMBED})


def _dates(lines: Iterable[FatedLine], habits: Habits) -> list[FatedLine]:
    """Give the dates that can be read, those of the last change left out."""
    found: list[FatedLine] = []
    above = ""
    for line in lines:
        updated = plain_label(above) in UPDATED or plain_label(line.text).startswith(_UPDATED)
        if line.fate is Fate.DATE and not updated and read_moment(line.text, habits):
            found.append(line)
        above = line.text
    return found
