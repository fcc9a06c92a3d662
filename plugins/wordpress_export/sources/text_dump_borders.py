"""Find where the parts of a text dump begin: comments, comment form, and the end of the body."""

import re
from dataclasses import dataclass

from .text_dump_fates import Line
from .text_dump_foot import known_pieces
from .text_dump_phrases import (
    COMMENT_HEADINGS,
    FULL_STOPS,
    counts_comments,
    has_words,
    is_sentence,
    lists_stories,
    opens_comment_form,
    says,
    split_avatar,
    split_says,
)

_HEAD_LINES = 60
_HEADING_LENGTH = 400
_OPENING, _CLOSING = re.compile(r"[“\"«„「]"), '”"»“」'
_COUNT_LENGTH = 60
_COUNT = re.compile(r"\d|\b(?:no|one|un|une|uno|una|um|uma|ein|eine|één|een|jedna|ένα|один)\b", re.IGNORECASE)
_STATEMENT_WORDS = 4


@dataclass(frozen=True, slots=True)
class Borders:
    """Where the comments and what is below them begin, as places in the lines of the dump."""

    comments: int
    """The first line of the comments, their heading included; `foot` where there are none."""
    foot: int
    """The first line below them: the comment form, a list of other stories, or the end."""
    quoted_title: str = ""
    """The title, as the comments' heading quotes it; empty when there is none."""


def find_borders(lines: tuple[Line, ...]) -> Borders:
    """Give the borders of the comments."""
    # The last form counts: "Leave a Reply" may be a heading of the body, but nothing of the body stands below the form.
    form = next((place for place in range(len(lines) - 1, 1, -1) if opens_comment_form(lines[place].text)), None)
    foot = _story_list(lines, len(lines) if form is None else form)
    quoting = _quoting_line(lines, foot)
    if quoting:
        return Borders(_with_heading(lines, quoting), foot, quoted_title(lines[quoting].text))
    # Without the quoted title, "2 Comments" means comments only where their form or a reader's name follows.
    counting = (place for place in range(foot - 1, 1, -1) if counts_comments(lines[place].text))
    comments = next((place for place in counting if form is not None or _reader_follows(lines, place)), foot)
    return Borders(comments, foot)


def _reader_follows(lines: tuple[Line, ...], place: int) -> bool:
    below = lines[place + 1 : place + 3]
    return any(split_avatar(line.text) or split_says(line.text) or says(line.text) for line in below)


def find_body_end(lines: tuple[Line, ...], start: int, end: int) -> int:
    """Give the place below the last line of the body, which begins at `start` and ends at `end` or above it."""
    return trim(lines, start, _author_box(lines, start, end))


def trim(lines: tuple[Line, ...], start: int, end: int) -> int:
    """Give the place below the last line that may be text, at `start` or below it."""
    while end > start and known_pieces(lines[end - 1], lines[end - 2 : end - 1]) is not None:
        # Punctuation below other lines of its block is a line of code or of a table.
        if not has_words(lines[end - 1].text) and end - 1 > start and lines[end - 1].block == lines[end - 2].block:
            break
        end -= 1
    return end


def _story_list(lines: tuple[Line, ...], end: int) -> int:
    """Give the place of the heading of a list of stories that only short lines follow; `end` when there is none."""
    found = end
    for place in range(end - 1, 1, -1):
        text = lines[place].text
        if lists_stories(text):
            found = place
        if _is_text(text) or split_avatar(text) or quoted_title(text):
            break
    return found


def _author_box(lines: tuple[Line, ...], start: int, end: int) -> int:
    """Give the place of an avatar that only short lines follow; `end` when there is none."""
    for place in range(end - 1, start - 1, -1):
        if split_avatar(lines[place].text):
            return place
        if _is_text(lines[place].text):
            break
    return end


def _is_text(text: str) -> bool:
    statement = text.endswith(FULL_STOPS) and (len(text.split()) >= _STATEMENT_WORDS or not text.isascii())
    return is_sentence(text) or statement


def _quoting_line(lines: tuple[Line, ...], foot: int) -> int:
    """Give the place of the heading that counts the comments and quotes the title, in any language; 0 for none."""
    titles: dict[str, int] = {}
    for place, line in enumerate(lines[:_HEAD_LINES]):
        titles.setdefault(line.text, place)
    for place in range(1, foot):
        title = quoted_title(lines[place].text)
        if title and titles.get(title, place) < place:
            return place
    return 0


def _with_heading(lines: tuple[Line, ...], place: int) -> int:
    return place - (lines[place - 1].text.casefold() in COMMENT_HEADINGS)


def quoted_title(text: str) -> str:
    """Give what a line such as `19 responses to “Title”` quotes; empty where it is no such line."""
    opening = _OPENING.search(text) if len(text) <= _HEADING_LENGTH and text.endswith(tuple(_CLOSING)) else None
    if opening is None or opening.start() > _COUNT_LENGTH or not _COUNT.search(text, 0, opening.start()):
        return ""
    return text[opening.end() : -1].strip()
