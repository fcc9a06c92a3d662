"""A date as readers saw it, in the words of the page's language; or, failing that, what the looks of the page tell."""

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timezone
from html import escape

from ...body.tree import Node, attribute, words
from ...date_words import DAY_SHOWN, LONGEST, made_day, read_words
from ...model import Note
from .lines_above import lines_above
from .page import Page

_SHOWN = (
    ".wp-block-post-date", ".entry-date", ".posted-on", ".post-date", ".td-post-date", ".jeg_meta_date", ".published",
    ".elementor-post-info__item--type-date", ".et_pb_title_meta_container .published", ".date", ".entry-meta",
    ".post-meta", ".postmetadata", ".postinfo", ".meta", ".post > small", "small",
)  # fmt: skip
"""Where themes print the date for people."""
_WITH_DOTS = re.compile(r"(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)")
_CLOCK = re.compile(r"(?<![\d:])([01]?\d|2[0-3])(?::|\s?h\s?)([0-5]\d)(?!\d)(?:\s*([ap])\.?m)?", re.IGNORECASE)
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)/(\d\d)(?:/(\d\d))?/")
_FURTHEST = 500
_NOON = 12


@dataclass(frozen=True, slots=True)
class Clocks:
    """How the site tells the time."""

    usual: timezone = UTC
    """The offset of its clocks."""
    to_24: bool = False
    """Whether they count to 24: some page shows an hour after noon without a word for that."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A date, and what is doubtful about it."""

    moment: datetime | None
    """Aware."""
    note: Note | None
    """For the report."""


def shown_date(page: Page, clocks: Clocks, address: str) -> Shown:
    """Give the date that readers saw."""
    years = _IN_ADDRESS.search(address)
    nodes = [node for look in page.circles() for selector in _SHOWN for node in look(selector)]
    # A headline may tell of a day: `Ten years after May 4th, 2014`.
    title = words(head) if (head := page.root.css_first("title")) is not None else ""
    lines = (node for node in lines_above(page) if DAY_SHOWN.search(words(node)) and words(node) not in title)
    marked = [*nodes, *_before(page)]
    for place, node in enumerate((*marked, *lines)):
        told = _date_in(words(node))
        moment = read_words(told, page.language, clocks.usual)
        # The address confirms: which of two figures is the month is the site's secret.
        if moment and (years is None or years[1] == f"{moment.year:04}"):
            exact, is_sure = _with_time(page, node, (moment, clocks))
            doubt = _is_doubtful(told, years, moment) or not is_sure or place >= len(marked)
            return Shown(exact, Note("date read from words", f"{told!r}, {exact:%H:%M}", review=doubt))
    if years and years[3]:
        return Shown(
            _day(years, clocks.usual), Note("date from the address", "the page shows no time of day", review=True)
        )
    return Shown(None, None)


def _before(page: Page) -> Iterator[Node]:
    """Give the headline before the article: the first themes grouped articles by day."""
    before = page.article.prev
    while before is not None and not words(before):
        before = before.prev
    if before is not None and before.tag in ("h2", "h3", "div"):
        yield before


def _date_in(text: str) -> str:
    """Give the part of a text that has the form of a date: `This entry was posted on …`."""
    match = DAY_SHOWN.search(text[:_FURTHEST])
    return match[0] if match else text if len(text) <= LONGEST else ""


def _with_time(page: Page, node: Node, told: tuple[datetime, Clocks]) -> tuple[datetime, bool]:
    """Give a day its time, which old themes show elsewhere than the day; and whether it is sure to be that hour."""
    moment, clocks = told
    match = next(_clocks_near(page, node), None) if moment.time() == time.min else None
    if match is None:
        return moment, True
    hour = int(match[1])
    if match[3]:
        hour = hour % _NOON + _NOON * (match[3].lower() == "p")
    # `3:57` may be in the afternoon, where a language has no word for that.
    is_sure = bool(match[3]) or clocks.to_24 or hour > _NOON or match[1].startswith("0")
    return moment.replace(hour=hour, minute=int(match[2])), is_sure


def _clocks_near(page: Page, node: Node) -> Iterator[re.Match[str]]:
    """Give the times beside a date: behind it, or when the pointer rests on it (Twenty Ten), or below the title."""
    around = (node, *node.css("a[title]"), *((node.parent,) if node.parent is not None else ()))
    below = (words(line) for line in page.find(".meta, .postmetadata, .entry-meta, .post-meta"))
    texts = (*(attribute(one, "title") for one in around), words(node)[:_FURTHEST], *below)
    yield from filter(None, (_CLOCK.search(text[:_FURTHEST]) for text in texts))


def counts_to_24(page: Page) -> bool:
    """Tell whether a page shows an hour after noon without a word for that."""
    nodes = page.find(".entry-meta a[title], .postmetadata, .meta, .post-meta")
    found = (_CLOCK.search((attribute(node, "title") or words(node))[:_FURTHEST]) for node in nodes)
    return any(match is not None and not match[3] and int(match[1]) > _NOON for match in found)


def _is_doubtful(text: str, years: re.Match[str] | None, moment: datetime) -> bool:
    in_figures = not any(map(str.isalpha, text)) and not _WITH_DOTS.fullmatch(text)
    return in_figures and (years is None or years[2] != f"{moment.month:02}")


def _day(years: re.Match[str], usual: timezone) -> datetime | None:
    return made_day(int(years[1]), int(years[2]), int(years[3]), usual)


def date_by_looks(page: Page, usual: timezone, address: str) -> Shown:
    """Give the date that the looks of the article tell, for a person to check; never against its address."""
    day = _found_by_looks(page)
    years = _IN_ADDRESS.search(address)
    if day is None or (years and (years[1], years[2]) != (f"{day.year:04}", f"{day.month:02}")):
        known = f"its address tells of {years[1]}/{years[2]}" if years else ""
        return Shown(None, Note("no date on the page", known, review=True))
    guess = Note("date guessed", f"{day.isoformat()}, from the looks of the page", review=True)
    return Shown(datetime.combine(day, time.min, usual), guess)


def _found_by_looks(page: Page) -> date | None:
    from htmldate import find_date  # noqa: PLC0415  # loads slowly, and hardly any page needs it

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    head = page.root.css_first("head")
    # Dates in the text, and in lists of other articles, mean other things.
    lines = "".join(f"<p>{escape(words(line))}</p>" for line in lines_above(page))
    html = f"<html>{head.html if head else ''}<body>{lines}</body></html>"
    try:
        found = find_date(html, extensive_search=False, original_date=True)
        return date.fromisoformat(found) if found else None
    except Exception:  # noqa: BLE001  # a library's trouble with one page is no reason to lose it
        return None
