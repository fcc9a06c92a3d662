"""What search knows of a story, and the document that the indexer reads."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import Any

from selectolax.lexbor import LexborHTMLParser

Listed = Any
"""An article or a page of Pelican's, which has no types, made by whichever reader."""

LEFT_OUT = (".related-story", ".embed-player > summary", ".footnote-backref", "button", "iframe", "object")
"""Parts of a body that are not its own words: other stories' titles, what is pressed."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A story as search knows it."""

    story: Listed
    """The story; its body is read last, when every other plugin has done its work on it."""
    address: str
    """Of its page, from the root of the site."""
    language: str
    """Its own."""
    year: int | None
    """Of its publication; None for a page, and for a story without a date."""
    day: str
    """`2024-11-05`; empty without a date."""
    moment: int
    """Of its publication, in seconds since 1970; 0 without a date."""
    sections: tuple[str, ...]
    """Names of its sections and of those above them, the one that is its label first."""
    authors: tuple[str, ...]
    """Names, as its byline has them."""
    kind: str
    """`opinion`, `video` …; empty for a page."""


def entries_of(stories: Iterator[Listed], unsorted: str) -> Iterator[Entry]:
    """Give the entries of published stories, those apart that search engines are asked to leave out.

    `unsorted` is the name of the section that is none.
    """
    return (_entry(story, unsorted) for story in stories if not getattr(story, "noindex", False))


def document(entry: Entry, home: str) -> str:
    """Give a story as the indexer reads it; `home` is the language of the site.

    What stands in attributes is found too, but is no part of the passages that readers are shown. Filters can be asked
    for, and come back with a story: so the day, which nobody searches by its figures, is one.
    """
    story = entry.story
    told = [
        *_named("meta", ("title", story.title), ("byline", ", ".join(entry.authors)), ("topics", _topics(story))),
        *_named(
            "filter", *(("section", name) for name in entry.sections), *(("author", name) for name in entry.authors)
        ),
        *_named("filter", ("kind", entry.kind), ("year", entry.year), ("day", entry.day)),
        *_named("filter", ("language", entry.language if entry.language != home else "")),
        *_named("sort", ("date", str(entry.moment))),
    ]
    body = story._content or ""  # noqa: SLF001  # `content` costs much more, for links that no index holds
    # The body comes last, as it may not close what it opens.
    parts = (*_standing(story), f"<div>{body}</div>")
    html = f"<html><body data-pagefind-body>{''.join(told)}{''.join(parts)}</body></html>"
    return html.encode("utf-8", "replace").decode("utf-8")  # half a surrogate pair is no letter


def whole(html: str) -> str:
    """Give a document that closes what it opens: of one that does not, the indexer takes nothing, and says nothing."""
    return LexborHTMLParser(html).html or ""


def _entry(story: Listed, unsorted: str) -> Entry:
    date = None if getattr(story, "undated", False) else getattr(story, "date", None)
    return Entry(
        story,
        "/" + story.url,
        getattr(story, "lang", "") or "",
        date.year if date else None,
        f"{date:%Y-%m-%d}" if date else "",
        int(date.timestamp()) if date else 0,
        tuple(dict.fromkeys(name for name in _sections(story) if name != unsorted)),
        tuple(dict.fromkeys(str(author.name) for author in getattr(story, "authors", None) or ())),
        str(getattr(story, "kind", "") or ""),
    )


def _sections(story: Listed) -> Iterator[str]:
    """Give the names of a story's sections, the first being its label, then those above them."""
    first = getattr(story, "category", None)
    sections = [first] if first else []
    sections += getattr(story, "categories", None) or []
    yield from (str(section.name) for section in sections)
    yield from (str(above.name) for section in sections for above in getattr(section, "line", None) or ())


def _topics(story: Listed) -> str:
    return ", ".join(str(tag.name) for tag in getattr(story, "tags", None) or ())


def _standing(story: Listed) -> Iterator[str]:
    """Give what stands around a body: what is above the headline and below it, and what the lead picture shows."""
    weights = {"kicker": 3, "subtitle": 4, "image_caption": 1}
    for name, weight in weights.items():
        if text := getattr(story, name, None):
            yield f'<p data-pagefind-weight="{weight}">{escape(str(text))}</p>'


def _named(role: str, *pairs: tuple[str, Any]) -> Iterator[str]:
    for name, value in pairs:
        if value:
            yield f'<b data-pagefind-{role}="{name}[title]" title="{escape(str(value))}"></b>'
