"""Feeds of the site and of its sections, writers and topics, in the three forms, at WordPress's old addresses."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime

from .entries import Entry, Notes, entry
from .files import PublishedFiles
from .head import Feed
from .newspaper import Newspaper
from .plain_words import as_json, in_markup
from .stories import Story

Text = tuple[str, str]
"""A file to write: its place in the site, and its text."""

_NAMESPACES = (
    'xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"'
)
_DECLARATION = '<?xml version="1.0" encoding="utf-8"?>'
_LONG_AGO = "1970-01-01T00:00:00+00:00"
"""When an empty feed changed last; Atom must have a date, and the time of the build is not to be seen."""


@dataclass(frozen=True, slots=True)
class Channel:
    """What a feed is of."""

    title: str
    """As a feed reader lists it."""
    description: str
    """Plain text."""
    home: str
    """The address of the page that shows the same, from the root of the site."""
    stories: tuple[Story, ...]
    """The newest first, all with dates."""

    @property
    def folder(self) -> str:
        """Where WordPress had its feed, from the root of the site: `/feed/`, `/category/harbour/feed/`."""
        return feed_folder(self.home)


@dataclass(frozen=True, slots=True)
class Form:
    """A form of feed."""

    file: str
    """Its file, in the folder of the feed."""
    type: str
    """Its media type."""
    write: Callable[[Channel, Sequence[Entry], Newspaper], str]
    """Gives its text."""


def feed_folder(home: str) -> str:
    """Give the folder of the feeds of what has its page at an address."""
    return home.removesuffix(".html").rstrip("/") + "/feed/"


def newest(stories: Iterable[Story], count: int | None) -> tuple[Story, ...]:
    """Give so many stories, the newest first; those without a date stand in no feed."""
    dated = [story for story in stories if story.published]
    return tuple(sorted(dated, key=_date, reverse=True)[:count])


def feeds_of(titles: Iterable[tuple[str, str]], paper: Newspaper) -> Iterator[Feed]:
    """Give the feeds that a page names: the site's own in all forms, those of others, by home and title, as RSS."""
    if paper.feed_address:
        yield from (Feed(feed_folder(home) + FORMS[0].file, FORMS[0].type, title) for home, title in titles)
        yield from (Feed("/feed/" + form.file, form.type, paper.name) for form in FORMS)


def feed_files(
    channels: Sequence[Channel], paper: Newspaper, files: PublishedFiles, notes: Notes | None = None
) -> Iterator[Text]:
    """Give the files of all feeds. Each article's entry is made once, and kept until its last feed is written."""
    members: dict[str, list[int]] = {}
    waiting: dict[int, list[Entry]] = {}
    for number, channel in enumerate(channels):
        waiting[number] = []
        for story in channel.stories:
            members.setdefault(story.address, []).append(number)
    yield from (text for channel in channels if not channel.stories for text in _texts(channel, [], paper))
    stories = {story.address: story for channel in channels for story in channel.stories}
    for story in newest(stories.values(), None):
        made = entry(story, paper, files, notes)
        for number in members[story.address]:
            waiting[number].append(made)
            if len(waiting[number]) == len(channels[number].stories):
                yield from _texts(channels[number], waiting.pop(number), paper)


def _texts(channel: Channel, entries: Sequence[Entry], paper: Newspaper) -> Iterator[Text]:
    return ((channel.folder + form.file, form.write(channel, entries, paper)) for form in FORMS)


def _rss(channel: Channel, entries: Sequence[Entry], paper: Newspaper) -> str:
    lines = [
        _DECLARATION,
        f'<rss version="2.0" {_NAMESPACES}>',
        "<channel>",
        f"<title>{in_markup(channel.title)}</title>",
        _link("self", _own(channel, 0, paper), FORMS[0].type, "atom:"),
        *_hub(paper, "atom:"),
        f"<link>{in_markup(paper.for_feeds(channel.home))}</link>",
        f"<description>{in_markup(channel.description)}</description>",
        f"<language>{in_markup(paper.language)}</language>",
        *(f"<lastBuildDate>{format_datetime(changed)}</lastBuildDate>" for changed in _changed(entries)),
        "<generator>Broadsheet</generator>",
        *_image(paper),
        *(made.rss for made in entries),
        "</channel>",
        "</rss>",
    ]
    return "\n".join(lines) + "\n"


def _atom(channel: Channel, entries: Sequence[Entry], paper: Newspaper) -> str:
    changed = [moment.isoformat() for moment in _changed(entries)] or [_LONG_AGO]
    lines = [
        _DECLARATION,
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{in_markup(paper.language)}">',
        f"<title>{in_markup(channel.title)}</title>",
        f"<subtitle>{in_markup(channel.description)}</subtitle>",
        _link("self", _own(channel, 1, paper), FORMS[1].type),
        *_hub(paper),
        _link("alternate", paper.for_feeds(channel.home), "text/html"),
        f"<id>{in_markup(_own(channel, 1, paper))}</id>",
        f"<updated>{changed[0]}</updated>",
        # An entry may have no author only where its feed has one.
        f"<author><name>{in_markup(paper.name)}</name></author>",
        "<generator>Broadsheet</generator>",
        *_atom_pictures(paper),
        *(made.atom for made in entries),
        "</feed>",
    ]
    return "\n".join(lines) + "\n"


def _json(channel: Channel, entries: Sequence[Entry], paper: Newspaper) -> str:
    facts = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": channel.title,
        "home_page_url": paper.for_feeds(channel.home),
        "feed_url": _own(channel, 2, paper),
        "description": channel.description,
        "language": paper.language,
        "icon": paper.for_feeds(paper.icon) if paper.icon else "",
        "hubs": [{"type": "WebSub", "url": paper.hub}] if paper.hub else [],
    }
    start = as_json({name: value for name, value in facts.items() if value})
    return start[:-1] + ',"items":[\n' + ",\n".join(made.json for made in entries) + "\n]}\n"


def _own(channel: Channel, form: int, paper: Newspaper) -> str:
    return paper.for_feeds(channel.folder + FORMS[form].file)


def _link(relation: str, address: str, media_type: str, prefix: str = "") -> str:
    return f'<{prefix}link rel="{relation}" href="{in_markup(address)}" type="{media_type}"/>'


def _hub(paper: Newspaper, prefix: str = "") -> Iterator[str]:
    if paper.hub:
        yield f'<{prefix}link rel="hub" href="{in_markup(paper.hub)}"/>'


def _image(paper: Newspaper) -> Iterator[str]:
    address = paper.icon or paper.logo
    if address:
        name, home = in_markup(paper.name), in_markup(paper.for_feeds("/"))
        url = in_markup(paper.for_feeds(address))
        yield f"<image><url>{url}</url><title>{name}</title><link>{home}</link></image>"


def _atom_pictures(paper: Newspaper) -> Iterator[str]:
    for name, address in (("icon", paper.icon), ("logo", paper.logo)):
        if address:
            yield f"<{name}>{in_markup(paper.for_feeds(address))}</{name}>"


def _changed(entries: Sequence[Entry]) -> list[datetime]:
    """Give when the latest of the entries changed; nothing for none."""
    return [max(made.changed for made in entries)] if entries else []


def _date(story: Story) -> datetime:
    return story.published  # type: ignore[return-value]  # only asked of stories with a date


FORMS = (
    Form("index.xml", "application/rss+xml", _rss),
    Form("atom/index.xml", "application/atom+xml", _atom),
    Form("json/index.json", "application/feed+json", _json),
)
"""All forms, in the order in which pages name them."""
