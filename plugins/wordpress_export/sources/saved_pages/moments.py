"""When an article was published and changed, by the page's marks; only where there are none, by its looks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timezone

from ...body.tree import Node, attribute
from ...model import Note
from .page import Page
from .shown_dates import Clocks, shown_date

_TIMES = (
    ".wp-block-post-date time[datetime]", "time.published[datetime]", "time.entry-date[datetime]:not(.updated)",
    "time[itemprop=datePublished][datetime]", "meta[itemprop=datePublished][content]",
    "[itemprop=datePublished][datetime]",
    "abbr.published[title]", "abbr.date[title]", ".dt-published[datetime]", ".entry-date time[datetime]",
    ".posted-on time[datetime]", ".entry-meta time[datetime]:not(.updated)", ".post-date time[datetime]",
    ".td-post-date time[datetime]", "header time[datetime]:not(.updated)", "time[datetime]:not(.updated)",
)  # fmt: skip
"""Where themes print the date in a form that machines read."""
_CHANGES = (
    ".wp-block-post-date__modified-date time[datetime]", ".wp-block-post-date__modified-date[datetime]",
    "time.updated[datetime]:not(.published)", "time[itemprop=dateModified][datetime]",
    "meta[itemprop=dateModified][content]", "abbr.updated[title]", ".dt-updated[datetime]",
)  # fmt: skip
_EARLIEST = 1990
_LATEST = 2200
_MODIFIED = "wp-block-post-date__modified-date"


@dataclass(frozen=True, slots=True)
class Moments:
    """What a page says of its dates."""

    published: datetime | None = None
    """Aware where the page said an offset."""
    modified: datetime | None = None
    """The same."""
    notes: tuple[Note, ...] = ()
    """What is doubtful about them."""


def read_moments(page: Page, clocks: Clocks, address: str) -> Moments:
    """Give an article's dates; a time without an offset is read in the site's own."""
    published = _best(_published(page), clocks.usual)
    modified = _best(_modified(page), clocks.usual)
    if modified is not None and published is not None and modified < published:
        modified = None
    if published is not None:
        return Moments(published, modified)
    shown = shown_date(page, clocks, address)
    return Moments(shown.moment, modified, (shown.note,) if shown.note else ())


def marked_moments(page: Page) -> Iterator[datetime]:
    """Give the moments with an offset that an article's own marks name: they tell the site's offset."""
    yield from (moment for moment in _published(page) if moment.tzinfo is not None and _has_time(moment))


def _published(page: Page) -> Iterator[datetime]:
    for look in page.circles():
        for selector in _TIMES:
            yield from _moments(node for node in look(selector) if not _is_modified(node))
    facts = page.facts
    told = (
        facts.text(facts.article, "datePublished"),
        page.meta("article:published_time", "og:article:published_time"),
    )
    pages = facts.text(facts.of_type({"WebPage"}), "datePublished") if not facts.article else ""
    names = (
        "article.published",
        "parsely-pub-date",
        "sailthru.date",
        "dc.date.issued",
        "dcterms.created",
        "date",
        "pubdate",
    )
    yield from filter(None, map(read_iso, (*told, pages, page.meta(*names))))


def _modified(page: Page) -> Iterator[datetime]:
    for look in page.circles():
        for selector in _CHANGES:
            yield from _moments(look(selector))
    facts = page.facts
    told = (facts.text(facts.article, "dateModified"), page.meta("article:modified_time", "og:updated_time"))
    pages = facts.text(facts.of_type({"WebPage"}), "dateModified")
    yield from filter(None, map(read_iso, (*told, pages)))


def _is_modified(node: Node) -> bool:
    return _MODIFIED in attribute(node, "class") or (
        node.parent is not None and _MODIFIED in attribute(node.parent, "class")
    )


def _moments(nodes: Iterator[Node]) -> Iterator[datetime]:
    for node in nodes:
        told = attribute(node, "datetime") or attribute(node, "content") or attribute(node, "title")
        if moment := read_iso(told):
            yield moment
            return


def read_iso(text: str) -> datetime | None:
    """Give the moment or day that a text names in ISO 8601; none for anything else."""
    text = text.strip()
    # `2012-03-15T15:15:12+0000` of old themes, `… GMT+0200` of scripts.
    text = re.sub(r"([+-]\d\d)(\d\d)$", r"\1:\2", text.replace(" GMT", "").replace(" UTC", "+00:00"))
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if _EARLIEST <= moment.year < _LATEST else None


def _has_time(moment: datetime) -> bool:
    return moment.time() != time.min


def _best(moments: Iterator[datetime], usual: timezone) -> datetime | None:
    """Give the first moment; of several forms of it the one with the site's own offset, and with a time of day."""
    found = list(moments)
    if not found:
        return None
    same = [moment for moment in found if abs(_aware(moment, usual) - _aware(found[0], usual)).days < 1]
    ranked = sorted(same, key=lambda moment: (not _has_time(moment), moment.tzinfo is None, not moment.utcoffset()))
    return _aware(ranked[0], usual)


def _aware(moment: datetime, usual: timezone) -> datetime:
    if moment.tzinfo is None:
        return moment.replace(tzinfo=usual)
    return moment.replace(tzinfo=timezone(offset)) if (offset := moment.utcoffset()) else moment.replace(tzinfo=UTC)
