"""The head of a page, as facts and as the HTML that a template prints."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from . import schema
from .addresses import is_raster
from .newspaper import Newspaper
from .plain_words import in_markup, in_script
from .schema_parts import Facts
from .stories import Person, Section, Story

_CARD = "16:9"
"""The shape of a large card on other sites."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed that a page names."""

    address: str
    """Of its file, from the root of the site."""
    type: str
    """Its media type."""
    title: str
    """What a feed reader offers it as."""


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a page says. A template prints it as it is: `{{ head_metadata() }}`."""

    title: str
    """For those who show a link to the page."""
    description: str = ""
    """Plain text."""
    canonical: str = ""
    """Its absolute address; empty where the site does not know its own, and where nothing is to be found."""
    robots: str = "max-image-preview:large"
    """What search engines may do."""
    properties: tuple[tuple[str, str], ...] = ()
    """Open Graph, in order."""
    names: tuple[tuple[str, str], ...] = ()
    """Cards of X, formerly Twitter, which takes all else from Open Graph."""
    translations: tuple[tuple[str, str], ...] = ()
    """Language and address of each version of the page, its own among them."""
    feeds: tuple[Feed, ...] = ()
    """In the order in which readers are offered them."""
    links: tuple[tuple[str, str], ...] = ()
    """Relation and address of icons and the web manifest."""
    facts: Facts = field(default_factory=dict)
    """Linked data of schema.org."""

    @property
    def script(self) -> str:
        """The facts as JSON that is safe in a script element."""
        return in_script(self.facts) if self.facts else ""

    def without_facts(self) -> "Head":
        """Give the rest, for a template that prints the facts elsewhere."""
        return replace(self, facts={})

    def __html__(self) -> str:
        return "\n".join(_lines(self))

    def __str__(self) -> str:
        return self.__html__()


def story_head(story: Story, paper: Newspaper) -> Head:
    """Give the head of an article."""
    crumbs = schema.breadcrumbs((*story.line, Section(story.title, story.address)), paper)
    return _of_content(story, paper, "article", schema.graph([schema.story_facts(story, paper), crumbs]))


def page_head(page: Story, paper: Newspaper) -> Head:
    """Give the head of a page that is no article."""
    return _of_content(page, paper, "website", schema.graph([schema.page_facts(page, paper)]))


def front_head(paper: Newspaper) -> Head:
    """Give the head of the front page."""
    facts = schema.graph(schema.front_facts(paper))
    head = list_head(Section(paper.name, "/"), paper.tagline, paper)
    return replace(head, facts=facts)


def author_head(person: Person, paper: Newspaper) -> Head:
    """Give the head of an author's page."""
    head = list_head(Section(person.name, person.address), person.bio, paper, kind="profile")
    return replace(head, facts=schema.graph([schema.profile_facts(person, paper)]))


def section_head(line: tuple[Section, ...], description: str, paper: Newspaper) -> Head:
    """Give the head of a section's front."""
    head = list_head(line[-1], description, paper)
    return replace(head, facts=schema.graph([schema.breadcrumbs(line, paper)]))


def list_head(place: Section, description: str, paper: Newspaper, kind: str = "website") -> Head:
    """Give the head of any other list."""
    canonical = paper.at_home(place.address) if paper.address else ""
    properties = {
        "og:type": kind, "og:title": place.name, "og:description": description, "og:url": canonical,
        "og:site_name": paper.name, "og:image": paper.at_home(paper.logo) if _is_shown(paper.logo, paper) else "",
    }  # fmt: skip
    return Head(place.name, description, canonical, properties=_said(properties), names=(("twitter:card", "summary"),))


def hidden_head(head: Head) -> Head:
    """Give the head of a page that is not to be found, such as the one for what is not there."""
    properties = tuple((name, value) for name, value in head.properties if name != "og:url")
    return replace(head, canonical="", robots="noindex", properties=properties, facts={})


def _of_content(story: Story, paper: Newspaper, kind: str, facts: Facts) -> Head:
    robots = "max-image-preview:large" if story.is_indexed else "noindex, max-image-preview:large"
    own = paper.at_home(story.address) if paper.address else ""
    picture = _shown_picture(story, paper)
    canonical = paper.at_home(story.canonical) or own
    properties = {
        "og:type": kind,
        "og:title": story.title,
        "og:description": story.description,
        "og:url": canonical,
        "og:site_name": paper.name,
        "og:locale": _locale(story.language or paper.language),
        **picture,
    }
    more = _article_properties(story, paper) if kind == "article" else ()
    return Head(
        title=story.title,
        description=story.description,
        canonical=canonical,
        robots=robots,
        properties=(*_said(properties), *more),
        names=(("twitter:card", "summary_large_image" if picture else "summary"),),
        facts=facts,
    )


def _article_properties(story: Story, paper: Newspaper) -> Iterator[tuple[str, str]]:
    if story.published:
        yield "article:published_time", story.published.isoformat()
    if story.modified:
        yield "article:modified_time", story.modified.isoformat()
    if paper.address:
        yield from (("article:author", paper.at_home(person.address)) for person in story.authors)
    yield from (("article:section", section.name) for section in story.line[:1] if section.name != paper.unsorted)
    yield from (("article:tag", topic) for topic in story.topics)


def _shown_picture(story: Story, paper: Newspaper) -> dict[str, str]:
    """Give the picture that other sites show, in the shape of their cards where it was cut to it; nothing for none."""
    picture = story.picture
    if picture is None:
        return {}
    shown = next((crop for crop in picture.crops if crop.shape == _CARD), picture)
    if not _is_shown(shown.address, paper):
        return {}
    size = {"og:image:width": str(shown.width), "og:image:height": str(shown.height)} if shown.width else {}
    return {"og:image": paper.at_home(shown.address), **size, "og:image:alt": picture.alt}


def _is_shown(address: str, paper: Newspaper) -> bool:
    """Tell whether other sites can show a picture: they need a host, and refuse SVG."""
    return is_raster(address) and bool(paper.address or not address.startswith("/"))


def _locale(language: str) -> str:
    """Give a language as Open Graph writes it, `en_GB`; nothing where no territory is known."""
    parts = language.replace("_", "-").split("-")
    return f"{parts[0].lower()}_{parts[-1].upper()}" if len(parts) > 1 and len(parts[-1]) == 2 else ""  # noqa: PLR2004  # ISO 3166


def _said(properties: dict[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, value in properties.items() if value)


def _lines(head: Head) -> Iterator[str]:
    if head.description:
        yield f'<meta name="description" content="{in_markup(head.description)}">'
    yield f'<meta name="robots" content="{in_markup(head.robots)}">'
    if head.canonical:
        yield f'<link rel="canonical" href="{in_markup(head.canonical)}">'
    for language, address in head.translations:
        yield f'<link rel="alternate" hreflang="{in_markup(language)}" href="{in_markup(address)}">'
    for name, value in head.properties:
        yield f'<meta property="{name}" content="{in_markup(value)}">'
    for name, value in head.names:
        yield f'<meta name="{name}" content="{in_markup(value)}">'
    for feed in head.feeds:
        title, address = in_markup(feed.title), in_markup(feed.address)
        yield f'<link rel="alternate" type="{feed.type}" title="{title}" href="{address}">'
    for relation, address in head.links:
        yield f'<link rel="{relation}" href="{in_markup(address)}">'
    if head.facts:
        yield f'<script type="application/ld+json">{head.script}</script>'
