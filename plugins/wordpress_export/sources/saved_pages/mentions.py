"""What lists of articles and feeds say of articles: a date above all, which some themes show nowhere else."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timezone

from lxml import etree

from ...body.tree import Node, attribute
from ...dates import read_feed_date
from ...plain_text import plain_words
from .moments import read_iso
from .page import Page
from .places import Place, plain_address, resolve

_ENTRIES = ".wp-block-post, article.hentry, .hentry, article[id^=post-], .wpnbha article, .jeg_post, .td_module_wrap"
_TITLE_LINKS = (
    ".wp-block-post-title a[href], .entry-title a[href], a[rel~=bookmark][href], .post-title a[href], h1 a[href],"
    " h2 a[href], h3 a[href], .wp-block-post-date a[href], a.wp-block-read-more[href]"
)
_TIMES = (
    ".wp-block-post-date time[datetime], time.published[datetime], time.entry-date[datetime], "
    "time[datetime]:not(.updated)"
)
_NUMBER = re.compile(r"post-(\d{1,18})")
_MOST = 200


@dataclass(frozen=True, slots=True)
class Mention:
    """What a list says of an article."""

    address: str
    """Absolute."""
    published: datetime | None
    """Aware, or naive where the list says no offset."""
    sticky: bool = False
    """Whether it is pinned."""
    author: str = ""
    """The name that a feed gives."""


def mentions_on(page: Page, place: Place) -> Iterator[Mention]:
    """Give what the lists of a page say of other articles."""
    seen: set[int] = set()
    for entry in page.body.css(_ENTRIES)[:_MOST]:
        if entry.mem_id in seen or entry.mem_id == page.article.mem_id:
            continue
        seen.add(entry.mem_id)
        link = entry.css_first(_TITLE_LINKS)
        moment = _moment(entry)
        is_sticky = "sticky" in attribute(entry, "class").split()
        if link is not None and (moment or is_sticky):
            yield Mention(plain_address(resolve(attribute(link, "href"), place)), moment, is_sticky)


def _moment(entry: Node) -> datetime | None:
    times = (node for part in _TIMES.split(", ") for node in entry.css(part))
    return next((moment for node in times if (moment := read_iso(attribute(node, "datetime")))), None)


def mentions_in_feed(text: str, usual: timezone) -> Iterator[Mention]:
    """Give what a feed says of its articles; a feed that cannot be read says nothing."""
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return
    for item in root.iter("{*}item", "{*}entry") if root is not None else ():
        told: dict[str, list[str]] = {}
        for child in item:
            if isinstance(child.tag, str):
                name = etree.QName(child).localname
                told.setdefault(name, []).append((child.text or child.get("href") or child.get("term") or "").strip())
        address = next(iter(told.get("link", ())), "")
        dates = [read_feed_date(date, usual) for date in told.get("pubDate", ())]
        dates += [read_iso(date) for name in ("published", "date") for date in told.get(name, ())]
        creator = plain_words(next(iter(told.get("creator", ())), "")).text
        # A feed of comments tells of these, not of the article.
        if address and "#comment-" not in address:
            yield Mention(plain_address(address), next(filter(None, dates), None), author=creator)
