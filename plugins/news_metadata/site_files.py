"""Small files at the root of a site: rules for robots, a table of contents for language models, the web manifest."""

import re
from collections.abc import Iterator, Sequence

from .addresses import type_of
from .files import PublishedFiles
from .newspaper import Newspaper
from .plain_words import as_json
from .sitemaps import INDEX, NEWS
from .stories import Section, Story

Text = tuple[str, str]
"""A file to write: its place in the site, and its text."""

_MARKDOWN = re.compile(r"([\\\[\]<>*_`])")
_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


def robots(paper: Newspaper, *, has_news: bool) -> Text:
    """Give robots.txt: everything may be read, and the sitemaps are here."""
    sitemaps = [INDEX, *([NEWS] if has_news else [])] if paper.address else []
    lines = ["User-agent: *", "Disallow:", *(f"Sitemap: {paper.at_home(address)}" for address in sitemaps)]
    return "/robots.txt", "\n".join(lines) + "\n"


def llms(paper: Newspaper, sections: Sequence[Section], stories: Sequence[Story]) -> Text:
    """Give llms.txt (llmstxt.org): what the site is, its sections and its latest stories, as Markdown."""
    return "/llms.txt", "\n".join(_llms(paper, sections, stories)) + "\n"


def manifest(paper: Newspaper, files: PublishedFiles) -> Text:
    """Give the web manifest, by which a phone puts the site among its own programs."""
    facts = {
        "name": paper.name,
        "short_name": paper.name,
        "description": paper.tagline,
        "lang": paper.language,
        "dir": "rtl" if paper.language.lower().split("-")[0] in _RIGHT_TO_LEFT else "ltr",
        "id": "/",
        "start_url": "/",
        "scope": "/",
        "display": "minimal-ui",
        "icons": list(_icons(paper, files)),
    }
    return "/site.webmanifest", as_json({name: value for name, value in facts.items() if value}) + "\n"


def _llms(paper: Newspaper, sections: Sequence[Section], stories: Sequence[Story]) -> Iterator[str]:
    yield f"# {_line(paper.name)}"
    if paper.tagline:
        yield f"\n> {_line(paper.tagline)}"
    if sections:
        yield "\n## Sections\n"
        yield from (f"- [{_line(section.name)}]({paper.at_home(section.address)})" for section in sections)
    if stories:
        yield "\n## Latest\n"
        yield from (_story(story, paper) for story in stories)
    if paper.feed_address:
        yield "\n## Feeds\n"
        yield f"- [All stories, full text]({paper.for_feeds('/feed/json/index.json')}): JSON Feed"


def _story(story: Story, paper: Newspaper) -> str:
    about = f": {_line(story.summary)}" if story.summary else ""
    return f"- [{_line(story.title)}]({paper.at_home(story.address)}){about}"


def _icons(paper: Newspaper, files: PublishedFiles) -> Iterator[dict[str, str]]:
    if not paper.icon:
        return
    kind = type_of(paper.icon)
    sizes = "any" if kind == "image/svg+xml" else files.pixels_of(paper.icon)
    facts = {"src": paper.at_home(paper.icon), "type": kind, "sizes": sizes}
    yield {name: value for name, value in facts.items() if value}


def _line(text: str) -> str:
    """Give plain text as one line of Markdown that shows just it."""
    return _MARKDOWN.sub(r"\\\1", " ".join(text.split()))
