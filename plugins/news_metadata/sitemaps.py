"""Sitemaps: an index, the lists, the pages, a part for each year of articles, and one for Google News."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from .bodies import pictures
from .newspaper import Newspaper
from .plain_words import in_markup
from .stories import Story
from .translations import Versions

Text = tuple[str, str]
"""A file to write: its place in the site, and its text."""

INDEX = "/sitemap.xml"
"""The one address to tell search engines."""
NEWS = "/sitemap-news.xml"
"""Google's, for the last two days."""

_MOST_PLACES = 50_000
_MOST_BYTES = 45_000_000
"""A little below the 50 MB that search engines read."""
_MOST_PICTURES = 1_000
_MOST_NEWS = 1_000
_NEWS_AGE = timedelta(days=2)

_DECLARATION = '<?xml version="1.0" encoding="utf-8"?>'
_SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"
_NAMESPACES = (
    f'xmlns="{_SCHEMA}" xmlns:xhtml="http://www.w3.org/1999/xhtml" '
    'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"'
)
_NEWS_NAMESPACES = f'xmlns="{_SCHEMA}" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'


@dataclass(frozen=True, slots=True)
class Place:
    """A page that search engines may find."""

    address: str
    """Absolute."""
    changed: datetime | None = None
    """When it last changed."""
    pictures: tuple[str, ...] = ()
    """Absolute addresses of the site's own."""
    versions: tuple[tuple[str, str], ...] = ()
    """Language and address of each, where there are several."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a site has for search engines."""

    stories: Sequence[Story]
    """Public articles."""
    pages: Sequence[Story]
    """Public pages."""
    lists: Sequence[tuple[str, Sequence[Story]]]
    """The address of each section, writer and topic, from the root of the site, with its stories."""
    versions: Versions
    """Of stories and pages in several languages."""


def sitemap_files(contents: Contents, paper: Newspaper, now: datetime) -> Iterator[Text]:
    """Give the files of all sitemaps; none where the site does not know its address, which they cannot do without."""
    if not paper.address:
        return
    parts = list(_parts(contents, paper))
    yield from ((address, text) for address, text, _ in parts)
    news = _news(contents.stories, paper, now)
    if news:
        yield NEWS, news
    yield INDEX, _index([(paper.at_home(address), changed) for address, _, changed in parts])


def _parts(contents: Contents, paper: Newspaper) -> Iterator[tuple[str, str, datetime | None]]:
    """Give the address, the text and the latest change of each part."""
    for name, places in _groups(contents, paper).items():
        for number, part in enumerate(_split(places), 1):
            address = f"/sitemap-{name}.xml" if number == 1 else f"/sitemap-{name}-{number}.xml"
            lines = [_DECLARATION, f"<urlset {_NAMESPACES}>", *(text for text, _ in part), "</urlset>"]
            yield address, "\n".join(lines) + "\n", max((changed for _, changed in part if changed), default=None)


def _groups(contents: Contents, paper: Newspaper) -> dict[str, list[Place]]:
    """Give the places of each part: a year that is over does not change when a new article comes."""
    listed = [story for story in contents.stories if _is_listed(story, paper)]
    stories = [_of_story(story, contents.versions, paper) for story in listed]
    front = Place(paper.at_home("/"), max((place.changed for place in stories if place.changed), default=None))
    pages = [_of_story(page, contents.versions, paper) for page in contents.pages if _is_listed(page, paper)]
    groups = {"pages": [front, *pages], "lists": [_of_list(*listed, paper) for listed in contents.lists]}
    years = {story.published.year for story in listed if story.published}
    groups |= {str(year): [] for year in sorted(years, reverse=True)} | {"undated": []}
    for story, place in zip(listed, stories, strict=True):
        groups[str(story.published.year) if story.published else "undated"].append(place)
    return {name: places for name, places in groups.items() if places}


def _is_listed(story: Story, paper: Newspaper) -> bool:
    """Tell whether search engines may find an article here, and not at the address of an original."""
    original = paper.at_home(story.canonical)
    return story.is_indexed and original in {"", paper.at_home(story.address)}


def _of_story(story: Story, versions: Versions, paper: Newspaper) -> Place:
    lead = [story.picture.address] if story.picture else []
    addresses = [*lead, *pictures(story.content.content)]
    own = [address for address in map(paper.at_home, addresses) if address.startswith(paper.address + "/")]
    shown = tuple(dict.fromkeys(own))[:_MOST_PICTURES]
    return Place(paper.at_home(story.address), story.changed, shown, versions.get(story.address, ()))


def _of_list(address: str, stories: Iterable[Story], paper: Newspaper) -> Place:
    return Place(paper.at_home(address), max((story.changed for story in stories if story.changed), default=None))


def _split(places: Iterable[Place]) -> Iterator[list[tuple[str, datetime | None]]]:
    """Give the texts and changes of places in parts that search engines take."""
    part: list[tuple[str, datetime | None]] = []
    size = 0
    for place in places:
        text = "".join(_url(place))
        length = len(text.encode())
        if part and (len(part) == _MOST_PLACES or size + length > _MOST_BYTES):
            yield part
            part, size = [], 0
        part.append((text, place.changed))
        size += length
    if part:
        yield part


def _url(place: Place) -> Iterator[str]:
    yield f"<url><loc>{in_markup(place.address)}</loc>"
    if place.changed:
        yield f"<lastmod>{_moment(place.changed)}</lastmod>"
    for language, address in place.versions:
        yield f'<xhtml:link rel="alternate" hreflang="{in_markup(language)}" href="{in_markup(address)}"/>'
    for picture in place.pictures:
        yield f"<image:image><image:loc>{in_markup(picture)}</image:loc></image:image>"
    yield "</url>"


def _index(parts: Iterable[tuple[str, datetime | None]]) -> str:
    lines = [_DECLARATION, f'<sitemapindex xmlns="{_SCHEMA}">']
    for address, changed in parts:
        lastmod = f"<lastmod>{_moment(changed)}</lastmod>" if changed else ""
        lines.append(f"<sitemap><loc>{in_markup(address)}</loc>{lastmod}</sitemap>")
    return "\n".join([*lines, "</sitemapindex>"]) + "\n"


def ageing(stories: Iterable[Story], now: datetime) -> Iterator[datetime]:
    """Give the moments at which stories will be too old for the sitemap of news, or come into it."""
    for story in stories:
        if story.published:
            yield from (moment for moment in (story.published, story.published + _NEWS_AGE) if moment > now)


def _news(stories: Iterable[Story], paper: Newspaper, now: datetime) -> str:
    """Give the sitemap of the last two days; nothing for none, since a sitemap may not be empty."""
    fresh = [
        story for story in stories
        if _is_listed(story, paper) and story.published and now - _NEWS_AGE <= story.published <= now
    ]  # fmt: skip
    if not fresh:
        return ""
    lines = [_DECLARATION, f"<urlset {_NEWS_NAMESPACES}>"]
    lines += ("".join(_news_url(story, paper)) for story in fresh[:_MOST_NEWS])
    return "\n".join([*lines, "</urlset>"]) + "\n"


def _news_url(story: Story, paper: Newspaper) -> Iterator[str]:
    language = _news_language(story.language or paper.language)
    yield f"<url><loc>{in_markup(paper.at_home(story.address))}</loc><news:news>"
    yield f"<news:publication><news:name>{in_markup(paper.name)}</news:name>"
    yield f"<news:language>{in_markup(language)}</news:language></news:publication>"
    if story.published:
        yield f"<news:publication_date>{_moment(story.published)}</news:publication_date>"
    yield f"<news:title>{in_markup(story.title)}</news:title></news:news></url>"


def _news_language(language: str) -> str:
    """Give a language as Google News wants it: without territory, but for the two ways of writing Chinese."""
    tag = language.lower().replace("_", "-")
    if tag.startswith("zh-"):
        return "zh-tw" if tag.rpartition("-")[2] in {"tw", "hk", "mo", "hant"} else "zh-cn"
    return tag.partition("-")[0]


def _moment(date: datetime) -> str:
    return date.isoformat(timespec="seconds")
