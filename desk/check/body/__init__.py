"""A body looked at by itself: rendered as the build renders it, then asked by each family of rules."""

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import NamedTuple

import comrak
from selectolax.lexbor import LexborHTMLParser

from live_coverage.coverage import read_coverage
from markdown_articles.rendering import render
from markdown_articles.rendering.placeholders import unpublished_links
from reading_aids.contents import outlined
from reading_aids.length import words_in

from ..facts import Body, Use
from ..finding import Remark
from . import embeds, footnotes, headings, links, pictures, shortcodes
from .tree import Looked

_EXTENSIONS = comrak.ExtensionOptions(strikethrough=True, table=True, autolink=True, tasklist=True, footnotes=True)
_WITH_LINES = comrak.RenderOptions(unsafe_=True, sourcepos=True)
_ID = re.compile(r"""\s(?:id|name)=(?:"([^"]+)"|'([^']+)'|([^\s"'>]+))""")
_LONG = 3_000
"""Characters below which no body is long enough for a table of contents."""

RULES: tuple[tuple[str, Callable[[Looked], Iterator[Remark]]], ...] = (
    ("<h1", headings.first_level),
    ("<img", pictures.remarks),
    ("<a ", embeds.remarks),
    ("<", embeds.frames),
    ("[", shortcodes.remarks),
    ("[^", footnotes.remarks),
    ("](", links.broken_forms),
)
"""What a body must hold for a rule to have work, and the rule."""


class Page(NamedTuple):
    """A body, and what must be known to look at it."""

    body: str
    """Markdown."""
    line: int
    """On which line of its file it begins."""
    place: str
    """The file, within the content folder."""
    begun: datetime | None
    """When its live coverage began; None where it is none."""
    published: tuple[str, ...]
    """Folders that are published as they are."""
    homes: tuple[str, ...]
    """Hosts under which the site is at home."""


def read_body(page: Page) -> tuple[list[Remark], Body]:
    """Give what is to be said about a body, and what others may ask of it."""
    html: str = comrak.markdown_to_html(page.body, _EXTENSIONS, None, _WITH_LINES)
    looked = Looked(LexborHTMLParser(f"<body>{html}"), page.body.split("\n"), page.line, page.homes)
    said = [remark for mark, rule in RULES if mark in html or mark in page.body for remark in rule(looked)]
    said += _unpublished(html, page, looked)
    found = links.uses(looked) if "<a " in html or "href" in html else links.Uses()
    files = tuple(pictures.uses(looked)) if "src" in html else ()
    return sorted(set(said), key=_place), Body(found.own, files, found.web, _anchors(page, html))


def _place(remark: Remark) -> tuple[int, int, str]:
    return remark.line, remark.column, remark.what


def _unpublished(html: str, page: Page, looked: Looked) -> Iterator[Remark]:
    if "%7B" not in html and "{" not in html:
        return
    allowed = ", ".join(page.published)
    for address in unpublished_links(render(page.body), page.place, page.published):
        line = looked.line_of(address.partition("}")[2], 0)
        said = f"{address!r} would put an unpublished file into the site: link to one below {allowed}"
        yield Remark("unpublished", line, said)


def _anchors(page: Page, html: str) -> tuple[str, ...]:
    """Give the places that a link may lead to: those of the body, of its entries, and of its table of contents."""
    if page.begun is not None:
        html = read_coverage(render(page.body), page.begun).body
    elif len(page.body) > _LONG and "<h2" in html:
        rendered = render(page.body)
        html = outlined(rendered, words_in(rendered)).html
    if "id=" not in html and "name=" not in html:
        return ()
    return tuple(dict.fromkeys(next(filter(None, found)) for found in _ID.findall(html)))


__all__ = ["Page", "Use", "read_body"]
