"""Plain text from fields that WordPress stores with entities and, now and then, with tags."""

import html
import re
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser

from .body.extremes import cap_markup
from .body.tree import BLOCKS
from .model import Note

SPACES = re.compile(r"[\t\n\r\f ]+")
"""What HTML folds into one space; the no-break and the ideographic space are characters of the text."""
TAG = re.compile(r"<[A-Za-z/!?]")
PARTING = ", ".join(sorted(BLOCKS | {"br"}))
"""Tags at which one word ends and the next begins; `H<sub>2</sub>O` is one."""
NAMES = {"script": "script", "style": "style sheet"}
QUOTED = 200
"""So much of the source stands in a note."""


@dataclass(frozen=True, slots=True)
class PlainText:
    """A plain text, and what was taken from it."""

    text: str
    """One line."""
    notes: tuple[Note, ...] = ()
    """What was removed; nothing where there were no tags."""


@dataclass(slots=True)
class _Altered:
    """What had to be altered before a text could be read."""

    notes: list[Note] = field(default_factory=list)
    """In order."""

    def note(self, kind: str, detail: str = "", *, review: bool = False) -> None:
        """Write down an alteration."""
        self.notes.append(Note(kind, detail[:QUOTED], review))


def decode_entities(text: str) -> str:
    """Give a name as people read it: WordPress stores `R&amp;D`. Decoded once: `&amp;lt;` was typed as `&lt;`."""
    return html.unescape(text).strip() if "&" in text else text.strip()


def plain_words(html: str, called: str = "a title") -> PlainText:
    """Give the words of a short text, its entities decoded and its tags gone (`get_the_title` gives HTML).

    Where a line breaks or a block ends, the words are parted by a space. `called` is what the notes call the text:
    one says that tags went, another which scripts and style sheets went with all that was in them.
    """
    if not TAG.search(html):
        return PlainText(SPACES.sub(" ", decode_entities(html)))
    altered = _Altered()
    body = LexborHTMLParser(f"<body>{cap_markup(html, altered)}").body
    if body is None:
        return PlainText("", (Note(f"tags removed from {called}", html[:QUOTED], review=True),))
    notes = altered.notes
    for acting in body.css("script, style"):
        notes.append(Note(f"{NAMES[acting.tag or 'script']} removed from {called}", (acting.html or "")[:QUOTED]))
        acting.decompose()
    for parting in body.css(PARTING):
        parting.insert_before(" ")
        parting.insert_after(" ")
    words = SPACES.sub(" ", body.text()).strip()
    removed = Note(f"tags removed from {called}", before=html[:QUOTED], after=words[:QUOTED])
    return PlainText(words, (removed, *notes))
