"""Articles and pages as metadata sees them: read once from whatever reader of Pelican's made them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from .addresses import encoded
from .plain_words import language_tag, plain

FromPelican = Any
"""An article, a page, an author, a category of Pelican's, which has no types; all but Pelican's own may be absent."""

_LONGEST_DESCRIPTION = 200


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a byline."""

    name: str
    """As the byline has it."""
    address: str
    """Of the page with that person's articles, from the root of the site."""
    bio: str = ""
    """Plain text."""
    website: str = ""
    """The person's own."""
    portrait: str = ""
    """Address of a picture."""
    links: tuple[str, ...] = ()
    """Addresses of the person's own elsewhere."""


@dataclass(frozen=True, slots=True)
class Section:
    """A category."""

    name: str
    """As people read it."""
    address: str
    """Of its front, from the root of the site."""


@dataclass(frozen=True, slots=True)
class Part:
    """The place of a story in a series."""

    series: Section
    """The series, and its page; the front page where it has none."""
    number: int
    """From 1."""


class Crop(Protocol):
    """A picture cut to a shape, as responsive_images gives it."""

    @property
    def shape(self) -> str:
        """`16:9`."""

    @property
    def address(self) -> str:
        """From the root of the site."""

    @property
    def width(self) -> int:
        """In pixels."""

    @property
    def height(self) -> int:
        """In pixels."""


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture at the head of a story."""

    address: str
    """As the article has it."""
    alt: str = ""
    """What it shows."""
    caption: str = ""
    """What is said below it."""
    credit: str = ""
    """Who made it."""
    width: int = 0
    """In pixels; 0 where nobody knows."""
    height: int = 0
    """In pixels; 0 where nobody knows."""
    crops: Iterable[Crop] = field(default=(), repr=False)
    """The shapes that search engines ask for, each made when it is asked for."""


@dataclass(frozen=True, slots=True)
class Update:
    """An entry of live coverage."""

    id: str
    """Of its place in the page."""
    moment: datetime
    """Aware."""
    headline: str
    """Plain text; empty where it has none."""
    html: str
    """What it says."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """Live coverage."""

    updates: tuple[Update, ...]
    """Its entries, the newest first."""
    end: datetime | None
    """When it ended, aware; None while it goes on."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What a story once said wrongly."""

    date: datetime
    """When it was put right, aware."""
    text: str
    """Plain text."""


@dataclass(frozen=True, slots=True)
class Story:
    """An article or a page."""

    title: str
    """Its headline, plain text."""
    address: str
    """From the root of the site, percent-encoded."""
    description: str
    """Plain text: the editor's, the dek, the summary, or the first paragraph."""
    summary: str
    """The same without regard to what was written for search engines."""
    language: str
    """BCP 47."""
    kind: str
    """news, analysis, live …"""
    published: datetime | None
    """Aware; None where nobody knows."""
    modified: datetime | None
    """Aware; None where it was never changed."""
    authors: tuple[Person, ...]
    """In the byline's order."""
    sections: tuple[Section, ...]
    """All its categories, the main one first."""
    line: tuple[Section, ...]
    """From the top section down to the main one."""
    topics: tuple[str, ...]
    """Its tags."""
    picture: Picture | None
    """At its head."""
    part: Part | None
    """Of a series."""
    canonical: str
    """The address of the original, where this is a copy."""
    is_indexed: bool
    """Whether search engines may have it: it is public and nobody said no."""
    guid: str
    """By which WordPress's feeds named it, where that is known to the letter."""
    wordpress_id: int | None
    """Its number in WordPress."""
    corrections: tuple[Correction, ...]
    """What was put right, in the editor's order."""
    coverage: Coverage
    """What was written while it happened."""
    content: FromPelican = field(repr=False)
    """Pelican's own object, for its body."""

    @property
    def changed(self) -> datetime | None:
        """When it last changed, the publication being the first change."""
        return max((date for date in (self.published, self.modified) if date), default=None)


def read_story(content: FromPelican) -> Story:
    """Give what metadata needs to know of an article or a page."""
    is_undated = getattr(content, "undated", False)
    summary = _summary_of(content)
    extra = getattr(content, "extra", None) or {}
    return Story(
        title=content.title,
        address=encoded("/" + content.url.lstrip("/")),
        description=getattr(content, "seo_description", "") or summary,
        summary=summary,
        language=language_tag(getattr(content, "lang", "") or ""),
        kind=(getattr(content, "kind", "") or "").strip().lower(),
        published=None if is_undated else getattr(content, "date", None),
        modified=None if is_undated else getattr(content, "modified", None),
        authors=tuple(read_person(author) for author in getattr(content, "authors", ())),
        sections=tuple(map(_section, _categories_of(content))),
        line=read_line(getattr(content, "category", None)),
        topics=tuple(tag.name for tag in getattr(content, "tags", ())),
        picture=_picture_of(content),
        part=_part_of(content),
        canonical=getattr(content, "canonical", ""),
        is_indexed=content.status == "published" and not getattr(content, "noindex", False),
        guid=extra.get("guid", ""),
        wordpress_id=getattr(content, "wordpress_id", None),
        corrections=tuple(_corrections_of(content)),
        coverage=_coverage_of(content),
        content=content,
    )


def read_person(author: FromPelican) -> Person:
    """Give what is known of an author."""
    return Person(
        author.name, "/" + author.url, plain(getattr(author, "bio", "")),
        getattr(author, "website", ""), getattr(author, "avatar", ""),
        tuple(link.address for link in getattr(author, "links", ())),
    )  # fmt: skip


def read_line(category: FromPelican) -> tuple[Section, ...]:
    """Give the sections from the top down to a category; none where there is no category."""
    return tuple(map(_section, getattr(category, "line", [category]))) if category else ()


def _section(category: FromPelican) -> Section:
    return Section(category.name, "/" + category.url)


def _categories_of(content: FromPelican) -> list[FromPelican]:
    category = getattr(content, "category", None)
    return list(getattr(content, "categories", ())) or ([category] if category else [])


def _coverage_of(content: FromPelican) -> Coverage:
    updates = (
        Update(update.id, update.moment, update.headline, update.html)
        for update in getattr(content, "live_updates", None) or ()
    )
    return Coverage(tuple(updates), getattr(content, "coverage_end", None) or None)


def _corrections_of(content: FromPelican) -> Iterator[Correction]:
    for correction in getattr(content, "corrections", None) or ():
        # Pelican's own readers give lines of text, which say no date.
        if hasattr(correction, "text") and hasattr(correction, "date"):
            yield Correction(correction.date, correction.text)


def _picture_of(content: FromPelican) -> Picture | None:
    address = getattr(content, "image", "")
    if not address:
        return None
    alt, caption, credit = (getattr(content, f"image_{name}", "") for name in ("alt", "caption", "credit"))
    width, height = (getattr(content, f"image_{name}", 0) for name in ("width", "height"))
    return Picture(address, alt, caption, credit, width, height, getattr(content, "image_crops", ()))


def _part_of(content: FromPelican) -> Part | None:
    place = getattr(content, "series_place", None)
    return Part(Section(place.series.name, f"/{place.series.url}"), place.number) if place else None


def _summary_of(content: FromPelican) -> str:
    written = getattr(content, "subtitle", "") or plain(content.metadata.get("summary") or "")
    if written:
        return str(written)
    opening = plain(content.content.partition("<p>")[2].partition("</p>")[0])
    shortened = opening[:_LONGEST_DESCRIPTION].rpartition(" ")[0] or opening[:_LONGEST_DESCRIPTION]
    return opening if len(opening) <= _LONGEST_DESCRIPTION else shortened + "…"
