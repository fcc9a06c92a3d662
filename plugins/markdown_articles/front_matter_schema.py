"""What an article's front matter may say."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Status(StrEnum):
    """Who may see an article."""

    PUBLISHED = "published"
    """Everyone."""
    DRAFT = "draft"
    """Its editors, in a preview; a production build leaves it out."""
    PRIVATE = "private"
    """No reader: no build ever writes it."""


class Comments(StrEnum):
    """Whether readers may comment."""

    OPEN = "open"
    """They may."""
    CLOSED = "closed"
    """They no longer may; the comments that are there stay."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What an article once said wrongly, told to its readers."""

    date: datetime
    """When it was put right, aware."""
    text: str
    """What was wrong and what is right, plain text."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Everything about an article but its text. The order is that in which the keys are written."""

    title: str
    """Plain text. The only key that must be there; an article without a title says so: `title: ""`."""
    subtitle: str = ""
    """The dek: the line under the headline."""
    date: datetime | None = None
    """When it was published, aware. None where nobody knows: it is never guessed."""
    modified: datetime | None = None
    """When it last changed, aware."""
    permalink: str = ""
    """Its address where that differs from the site's pattern: root-relative, decoded, `/odd/place.html`."""
    slug: str = ""
    """The last part of its address where that differs from the file's name."""
    authors: tuple[str, ...] = ()
    """Names or slugs, in the byline's order."""
    categories: tuple[str, ...] = ()
    """Names, slugs, or `Parent/Child`; the first is the main one."""
    tags: tuple[str, ...] = ()
    """Names or slugs."""
    series: str = ""
    """The name of the series that it belongs to."""
    summary: str = ""
    """Plain text for lists, feeds and search engines."""
    image: str = ""
    """Address of the lead picture."""
    image_alt: str = ""
    """What the lead picture shows, for those who do not see it."""
    image_caption: str = ""
    """What the lead picture's caption says, plain text."""
    image_credit: str = ""
    """Who made the lead picture."""
    image_focus: str = ""
    """The point of the lead picture that stays in sight when it is cropped: `50% 30%`, from the left, from above."""
    related: tuple[str, ...] = ()
    """Stories chosen by people: slugs, addresses or titles."""
    unrelated: tuple[str, ...] = ()
    """Stories that no machine may put under this one, named the same way; `all` for every story."""
    kicker: str = ""
    """The word or two above the headline."""
    kind: str = ""
    """news, analysis, opinion, live …"""
    coverage_end: datetime | None = None
    """When its live coverage ended, aware; None while it goes on."""
    corrections: tuple[Correction, ...] = ()
    """What it once said wrongly, in the editor's order."""
    status: Status = Status.PUBLISHED
    """Who may see it."""
    expires: datetime | None = None
    """From when on no reader may see it, aware; its address then answers that it is gone. None for never."""
    lang: str = ""
    """Its language where that differs from the site's, BCP 47: `el`, `pt-BR`."""
    sticky: bool = False
    """Whether it stays at the top of the front page."""
    comments: Comments | None = None
    """Whether readers may comment; None leaves it to the site."""
    seo_title: str = ""
    """The title for search engines."""
    seo_description: str = ""
    """The description for search engines."""
    noindex: bool = False
    """Whether search engines are asked to leave it out."""
    canonical: str = ""
    """The address of the original, where this is a copy."""
    aliases: tuple[str, ...] = ()
    """Old addresses that lead here."""
    wordpress_id: int | None = None
    """Its number in WordPress, for `/?p=123`."""
    translation_of: str = ""
    """The slug or address of the article that this one translates."""
    extra: Mapping[str, str] = field(default_factory=dict)
    """Fields of the newsroom's own, text by name."""
    review: tuple[str, ...] = ()
    """What a person should look at. Never published."""
