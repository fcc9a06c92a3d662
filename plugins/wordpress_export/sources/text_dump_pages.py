"""The pages in a text file: mostly one, but programs write many into one, with something certain between them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import PurePath

from ..model import Note
from ..slugs import make_slug, read_slug
from .folder import RawFile
from .text_dump_bylines import is_byline_part
from .text_dump_decoding import NoTextError, read_text
from .text_dump_fates import Fate, split_lines
from .text_dump_header import header_pieces, is_separator
from .text_dump_phrases import is_skip_link, opens_comment_form

_TITLE_LENGTH = 200
_UNDERLINE = 2
_LINE_END = re.compile(r"\r\n|[\n\r\x0b\x1c-\x1e\x85\u2028\u2029]")
_FORM_FEED = "\x0c"


@dataclass(frozen=True, slots=True)
class DumpPage:
    """The text of one page."""

    where: str
    """The file, and the line where there are more pages in it."""
    text: str
    """With its separator, if one stands above it."""
    notes: tuple[Note, ...] = ()
    """On what was done to the file, and on whether it is one page."""
    called: str = ""
    """The slug that the file's name would be; empty where the file has more pages."""


def read_pages(file: RawFile) -> Iterator[DumpPage]:
    """Give the pages of a file. Raises OSError, and NoTextError where it is no text or has no words."""
    text, notes = read_text(file.path)
    if not any(map(str.isalnum, text)):
        raise NoTextError("it has no words")
    starts = [start for start in _starts(text) if start]
    pages = [text[start:end] for start, end in pairwise((0, *starts, len(text)))]
    if len(pages) == 1:
        yield DumpPage(file.name, text, (*notes, *_perhaps_several(text)), _called(file.name))
        return
    line = 1
    for page in pages:
        if any(map(str.isalnum, page)):
            yield DumpPage(f"{file.name}, line {line}", page, notes)
        line += len(page.splitlines())


def _called(name: str) -> str:
    """Give the slug that the name of a file would be: `old-pier-reopens.txt`, `Old pier reopens.txt`."""
    return make_slug(read_slug(PurePath(name).stem).text)


def _starts(text: str) -> list[int]:
    """Give the places at which a page begins after another for certain; none where the whole is one page."""
    places = {0}
    lines = list(_lines(text))
    feeds = [place for place, line in lines if _FORM_FEED in line]
    places.update(place + line.index(_FORM_FEED) for place, line in lines if _FORM_FEED in line)
    if not feeds:
        places.update(_ruled(lines))
        places.update(_headed(lines, places))
    return sorted(places)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for end in _LINE_END.finditer(text):
        yield start, text[start : end.start()]
        start = end.end()
    yield start, text[start:]


def _ruled(lines: list[tuple[int, str]]) -> Iterator[int]:
    """Give the places of lines of signs alone below which the head of an article stands, not a paragraph."""
    for number, (place, raw) in enumerate(lines):
        line = raw.strip()
        if not is_separator(line):
            continue
        above = lines[number - 1][1].strip() if number else ""
        # Below a line of its own length it underlines a title.
        if abs(len(above) - len(line)) <= _UNDERLINE:
            continue
        if any(words.strip() for _, words in lines[:number]) and _heads_article(lines, number + 1):
            yield place


def _heads_article(lines: list[tuple[int, str]], number: int) -> bool:
    """Tell whether a header, or a title apart from what follows, stands in the next line with words."""
    while number < len(lines) and not lines[number][1].strip():
        number += 1
    line = lines[number][1].strip() if number < len(lines) else ""
    below = lines[number + 1][1].strip() if number + 1 < len(lines) else ""
    if header_pieces(line, first=True) or is_skip_link(line):
        return True
    is_title = (
        0 < len(line) <= _TITLE_LENGTH and not line.endswith((".", ",", ";", ":", "。")) and any(map(str.isalpha, line))
    )
    return (
        is_title
        and (not below or is_byline_part(below))
        and any(words.strip() for _, words in lines[number + 1 : number + 4])
    )


def _headed(lines: list[tuple[int, str]], ruled: set[int]) -> Iterator[int]:
    """Give the places of headers like the one at the file's beginning, each with an address."""
    first = next((number for number, (_, line) in enumerate(lines) if any(map(str.isalnum, line))), 0)
    key = _key(lines[first][1])
    if len(ruled) > 1 or not key or not _tells_address(lines, first):
        return
    for number in range(first + 1, len(lines)):
        place, line = lines[number]
        if _key(line) == key and not lines[number - 1][1].strip() and _tells_address(lines, number):
            yield place


def _key(line: str) -> str:
    label, colon, _ = line.strip().partition(":")
    return label.casefold() if colon and header_pieces(line.strip(), first=True) else ""


def _tells_address(lines: list[tuple[int, str]], number: int) -> bool:
    """Tell whether the run of header lines that begins here holds the page's address."""
    while number < len(lines) and (pieces := header_pieces(lines[number][1].strip(), first=True)):
        if any(fate is Fate.ADDRESS for _, fate in pieces):
            return True
        number += 1
    return False


def _perhaps_several(text: str) -> tuple[Note, ...]:
    """Say where one page has what pages have but once."""
    lines = split_lines(text)
    twice = [is_this for is_this in (is_skip_link, opens_comment_form) if sum(is_this(line.text) for line in lines) > 1]
    rules = sum(is_separator(line.text) for line in lines)
    if not twice and not rules:
        return ()
    if not twice:
        return (Note("lines of signs kept", f"{rules} of them may part articles, or parts of this one", review=True),)
    return (
        Note(
            "perhaps several articles in one file",
            "a comment form or a link that passes over the menu stands here more than once",
            review=True,
        ),
    )
