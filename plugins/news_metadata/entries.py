"""An article's entry in each form of feed, made once however many feeds hold it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from email.utils import format_datetime
from hashlib import blake2b
from typing import Any, Protocol

from .addresses import type_of
from .bodies import at_home, recordings
from .files import PublishedFiles
from .newspaper import Newspaper
from .plain_words import as_json, in_markup
from .stories import Person, Story


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that goes with an entry."""

    address: str
    """Absolute."""
    type: str
    """Its media type."""
    size: int | None
    """In bytes, where the file is there."""
    title: str = ""
    """What a picture shows."""
    credit: str = ""
    """Who made a picture."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An article in the three forms of feed."""

    rss: str
    """An `item`."""
    atom: str
    """An `entry`."""
    json: str
    """An item of JSON Feed."""
    changed: datetime
    """When the article last changed."""


@dataclass(frozen=True, slots=True)
class Told:
    """What all forms of an entry say."""

    story: Story
    """The article; it has a date."""
    guid: str
    """By which feed readers know it."""
    link: str
    """Its absolute address."""
    body: str
    """HTML, its addresses absolute."""
    written_body: str
    """The same as XML writes it."""
    enclosures: tuple[Enclosure, ...]
    """The lead picture, then recordings."""
    published: datetime
    """Its date."""
    changed: datetime
    """When it last changed."""


class Notes(Protocol):
    """Where what depends on nothing but a key is remembered from build to build: fast_build's PAGE_NOTES."""

    def recall(self, name: str, key: bytes, make: Callable[[], Entry]) -> Entry:
        """Give what was made for the key once, or make it."""


def entry(story: Story, paper: Newspaper, files: PublishedFiles, notes: Notes | None = None) -> Entry:
    """Give an article's entry. Raises ValueError for one without a date, which no feed can place."""
    if not story.published or not story.changed:
        raise ValueError(f"{story.address} has no date")
    html = story.content.get_content(paper.feed_address)
    told = Told(
        story, guid_of(story, paper), paper.for_feeds(story.address), html, "",
        tuple(_enclosures(story, html, paper, files)), story.published, story.changed,
    )  # fmt: skip
    if notes is None:
        return _made(told, paper)
    key = blake2b(repr((told, paper)).encode("utf-8", "surrogatepass"), digest_size=16).digest()
    return notes.recall("news_metadata", key, lambda: _made(told, paper))


def _made(told: Told, paper: Newspaper) -> Entry:
    """Give the entry of an article whose body is still as its page has it."""
    body = at_home(told.body, paper)
    told = replace(told, body=body, written_body=in_markup(body))
    return Entry("\n".join(_rss(told)), "\n".join(_atom(told, paper)), _json(told, paper), told.changed)


def guid_of(story: Story, paper: Newspaper) -> str:
    """Give the guid of an article as WordPress's feeds had it (`get_the_guid`), so that no reader sees it anew.

    WordPress stores it when an article is begun, with the host of that day and `?p=` before its number. Where `extra`
    holds it to the letter that counts; an article that never was in WordPress is known by its address.
    """
    if story.guid:
        return story.guid
    if story.wordpress_id:
        return f"{paper.old_address}/?p={story.wordpress_id}"
    return paper.for_feeds(story.address)


def _enclosures(story: Story, html: str, paper: Newspaper, files: PublishedFiles) -> Iterator[Enclosure]:
    picture = story.picture
    if picture and type_of(picture.address):
        address = picture.address
        yield Enclosure(paper.for_feeds(address), type_of(address), files.size_of(address), picture.alt, picture.credit)
    for address in dict.fromkeys(recordings(html)):
        yield Enclosure(paper.for_feeds(address), type_of(address), files.size_of(address))


def _rss(told: Told) -> Iterator[str]:
    story = told.story
    is_link = "true" if told.guid == told.link else "false"
    yield "<item>"
    yield f"<title>{in_markup(story.title)}</title>"
    yield f"<link>{in_markup(told.link)}</link>"
    yield from (f"<dc:creator>{in_markup(person.name)}</dc:creator>" for person in story.authors)
    yield f"<pubDate>{format_datetime(told.published)}</pubDate>"
    yield from (f"<category>{in_markup(name)}</category>" for name in _terms(story))
    yield f'<guid isPermaLink="{is_link}">{in_markup(told.guid)}</guid>'
    yield f"<description>{in_markup(in_markup(story.summary))}</description>"
    yield f"<content:encoded>{told.written_body}</content:encoded>"
    yield from _rss_files(told)
    yield "</item>"


def _rss_files(told: Told) -> Iterator[str]:
    for file in told.enclosures:
        size = f' fileSize="{file.size}"' if file.size is not None else ""
        medium = file.type.partition("/")[0]
        yield f'<media:content url="{in_markup(file.address)}" type="{file.type}" medium="{medium}"{size}>'
        if file.title:
            yield f'<media:description type="plain">{in_markup(file.title)}</media:description>'
        if file.credit:
            yield f"<media:credit>{in_markup(file.credit)}</media:credit>"
        yield "</media:content>"
    # RSS has one enclosure, and it must know its length; podcast players look for the recording.
    known = [file for file in told.enclosures if file.size is not None]
    for file in sorted(known, key=lambda file: not file.type.startswith("audio/"))[:1]:
        yield f'<enclosure url="{in_markup(file.address)}" length="{file.size}" type="{file.type}"/>'


def _atom(told: Told, paper: Newspaper) -> Iterator[str]:
    story = told.story
    yield f'<entry xml:lang="{in_markup(story.language or paper.language)}">'
    yield f"<title>{in_markup(story.title)}</title>"
    yield f'<link rel="alternate" type="text/html" href="{in_markup(told.link)}"/>'
    yield f"<id>{in_markup(told.guid)}</id>"
    for person in story.authors:
        address = in_markup(paper.for_feeds(person.address))
        yield f"<author><name>{in_markup(person.name)}</name><uri>{address}</uri></author>"
    yield f"<published>{told.published.isoformat()}</published>"
    yield f"<updated>{told.changed.isoformat()}</updated>"
    yield from (f'<category term="{in_markup(name)}"/>' for name in _terms(story))
    yield f"<summary>{in_markup(story.summary)}</summary>"
    yield f'<content type="html">{told.written_body}</content>'
    for file in told.enclosures:
        size = f' length="{file.size}"' if file.size is not None else ""
        yield f'<link rel="enclosure" href="{in_markup(file.address)}" type="{file.type}"{size}/>'
    yield "</entry>"


def _json(told: Told, paper: Newspaper) -> str:
    story = told.story
    facts: dict[str, Any] = {
        "id": told.guid,
        "url": told.link,
        "title": story.title,
        "content_html": told.body or " ",
        "summary": story.summary,
        "image": paper.for_feeds(story.picture.address) if story.picture else "",
        "date_published": told.published.isoformat(),
        "date_modified": told.changed.isoformat(),
        "authors": [_signed(person, paper) for person in story.authors],
        "tags": _terms(story),
        "language": story.language or paper.language,
        "attachments": [
            {"url": file.address, "mime_type": file.type} | ({"size_in_bytes": file.size} if file.size else {})
            for file in told.enclosures
        ],
    }
    return as_json({name: value for name, value in facts.items() if value})


def _signed(person: Person, paper: Newspaper) -> dict[str, str]:
    said = {"name": person.name, "url": paper.for_feeds(person.address)}
    return said | ({"avatar": paper.for_feeds(person.portrait)} if person.portrait else {})


def _terms(story: Story) -> list[str]:
    """Give the names of an article's categories and tags, each once."""
    return list(dict.fromkeys((*(section.name for section in story.sections), *story.topics)))
