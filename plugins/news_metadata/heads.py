"""Which head a page has: told by what its template is given."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from .addresses import encoded
from .feeds import feeds_of
from .head import Head, author_head, front_head, hidden_head, list_head, page_head, section_head, story_head
from .newspaper import Newspaper
from .plain_words import plain
from .stories import FromPelican, Section, Story, read_line, read_person, read_story
from .translations import Versions

TemplateContext = Mapping[str, Any]
"""What a template is given: Pelican's names and those of plugins."""

_TERMS = ("category", "tag", "author")


@dataclass(frozen=True, slots=True)
class Known:
    """What heads are made of, beside what a template is given."""

    paper: Newspaper
    """Facts of the site."""
    versions: Versions = field(default_factory=dict)
    """Stories and pages that are there in several languages."""
    stories: Mapping[int, Story] = field(default_factory=dict)
    """Those that were read, by the id of Pelican's objects."""


def head_of(context: TemplateContext, known: Known, title: str = "") -> Head:
    """Give the head of the page that a template is making; `title` is what a list is called that has no name itself."""
    paper, address = known.paper, address_of(context["output_file"])
    head = _head(context, known, Section(title, address))
    links = (("manifest", "/site.webmanifest"), *_icons(paper))
    if address.endswith("404.html"):
        return replace(hidden_head(head), links=links)
    if context.get("noindex"):  # a page of no story, such as search
        head = hidden_head(head)
    return replace(
        head,
        translations=known.versions.get(encoded(address), ()) if paper.address else (),
        feeds=tuple(feeds_of(_terms(context, paper), paper)),
        links=links,
    )


def address_of(output_file: str) -> str:
    """Give the address of a file of the site, from its root: that of the folder for an index."""
    folder, _, file = output_file.rpartition("/")
    return ("/" + output_file) if file != "index.html" else f"/{folder}/" if folder else "/"


def _head(context: TemplateContext, known: Known, place: Section) -> Head:
    paper, address = known.paper, place.address
    content = context.get("article") or context.get("page")
    if content is not None and context["output_file"] == content.save_as:
        make = story_head if "article" in context else page_head
        return make(_story(content, known), paper)
    if "story" in context:
        return _part(read_story(context["story"]), paper, address)
    if address == "/":
        return front_head(paper)
    term = next((context[name] for name in (*_TERMS, "series") if name in context), None)
    if term is None:
        return list_head(Section(place.name or paper.name, address), "", paper)
    description = plain(getattr(term, "bio", "") or getattr(term, "description", ""))
    if "author" in context:
        head = author_head(read_person(term), paper)
    else:
        head = section_head(read_line(term), description, paper)
    return head if encoded(address) == encoded("/" + term.url) else _later(head, place, paper)


def _story(content: FromPelican, known: Known) -> Story:
    """Give an article or a page, read anew where its body stands for a summary: who notes what pages use sees that."""
    has_summary = getattr(content, "subtitle", "") or content.metadata.get("summary")
    return (known.stories.get(id(content)) if has_summary else None) or read_story(content)


def _part(story: Story, paper: Newspaper, address: str) -> Head:
    """Give the head of a further page of a story, such as of its comments: search engines are sent to the story."""
    own = story_head(story, paper)
    head = hidden_head(list_head(Section(story.title, address), story.description, paper))
    return replace(head, canonical=own.canonical)


def _later(head: Head, place: Section, paper: Newspaper) -> Head:
    """Give the head of a later page of a list: its own title and address, and no facts, which the first has told."""
    return list_head(Section(place.name or head.title, place.address), head.description, paper)


def _terms(context: TemplateContext, paper: Newspaper) -> Iterator[tuple[str, str]]:
    for name in _TERMS:
        if name in context and "article" not in context:
            term = context[name]
            yield "/" + term.url, f"{term.name} – {paper.name}"


def _icons(paper: Newspaper) -> Iterator[tuple[str, str]]:
    if paper.icon:
        yield "icon", paper.at_home(paper.icon)
        yield "apple-touch-icon", paper.at_home(paper.icon)
