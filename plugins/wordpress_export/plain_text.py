"""Plain text from fields that WordPress stores with entities and, now and then, with tags."""

import html
import re
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

from .model import Note

SPACES = re.compile(r"[\t\n\r\f ]+")
"""What HTML folds into one space; the no-break and the ideographic space are characters of the text."""
TAG = re.compile(r"<[A-Za-z/!?]")


@dataclass(frozen=True, slots=True)
class PlainText:
    """A plain text, and what was taken from it."""

    text: str
    """One line."""
    notes: tuple[Note, ...] = ()
    """One note when tags were removed."""


def decode_entities(text: str) -> str:
    """Give a name as people read it: WordPress stores `R&amp;D`. Decoded once: `&amp;lt;` was typed as `&lt;`."""
    return html.unescape(text).strip() if "&" in text else text.strip()


def plain_title(title: str, called: str = "a title") -> PlainText:
    """Give a title, or what else is `called`, without its tags and entities (`get_the_title` gives HTML)."""
    if not TAG.search(title):
        return PlainText(SPACES.sub(" ", decode_entities(title)))
    tree = LexborHTMLParser(f"<body>{title}")
    tree.strip_tags(["script", "style"], recursive=True)
    text = tree.body.text() if tree.body else ""
    return PlainText(SPACES.sub(" ", text).strip(), (Note(f"tags removed from {called}", title[:200]),))
