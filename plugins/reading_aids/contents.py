"""The table of contents of a long piece: its headings of the second level, each a place that a link leads to."""

import re
from dataclasses import dataclass
from html import escape, unescape
from typing import NamedTuple

from .length import without

FEWEST = 4
"""Headings that make a table of contents."""
SHORTEST = 900
"""Words below which a piece is seen as a whole."""

_OPENING, _CLOSING = "<h2", "</h2>"
_ID = re.compile(r"""\sid=(?:"([^"]+)"|'([^']+)'|([^\s"'>]+))""")
_TAG = re.compile(r"<[^<>]*>")
_NO_SLUG = re.compile(r"[\W_]+")
_LONGEST_ID = 60


@dataclass(frozen=True, slots=True)
class Heading:
    """A line of the table."""

    id: str
    """The place on the page that it leads to."""
    title: str
    """Plain text."""


class Outlined(NamedTuple):
    """A body and its table of contents."""

    html: str
    """The body, each heading of the table with its id."""
    contents: tuple[Heading, ...]
    """The table; empty for a short piece, whose body is left as it is."""


def outlined(html: str, words: float) -> Outlined:
    """Give a body of so many words with its table of contents."""
    if words < SHORTEST or html.count(_CLOSING) < FEWEST:
        return Outlined(html, ())
    taken = {unescape(next(filter(None, found))): 1 for found in _ID.findall(html)}
    contents: list[Heading] = []
    parts: list[str] = []
    *before, rest = html.split(_CLOSING)
    for text in before:
        start, opening, heading = text.rpartition(_OPENING)
        attributes, _, inner = heading.partition(">")
        title = _plain(inner)
        if opening and title and (not attributes or attributes[0].isspace()):
            own = _ID.search(attributes)
            place = unescape(next(filter(None, own.groups()))) if own else _fresh(title, taken)
            contents.append(Heading(place, title))
            said = attributes if own else f'{attributes} id="{escape(place)}"'
            parts += [start, opening, said, ">", inner, _CLOSING]
        else:
            parts += [text, _CLOSING]
    return Outlined("".join((*parts, rest)), tuple(contents)) if len(contents) >= FEWEST else Outlined(html, ())


def _plain(inner: str) -> str:
    """Give the words of a heading, the numbers of footnotes apart."""
    return " ".join(unescape(_TAG.sub("", without(inner, "<sup", "</sup>"))).split())


def _fresh(title: str, taken: dict[str, int]) -> str:
    """Give a place that no element has. It begins with an h, as WordPress's, so that it is none of the theme's."""
    slug = "h-" + (_NO_SLUG.sub("-", title.lower()).strip("-")[:_LONGEST_ID].rstrip("-") or "part")
    place = slug
    while place in taken:
        taken[slug] = taken.get(slug, 1) + 1
        place = f"{slug}-{taken[slug]}"
    taken[place] = 1
    return place
