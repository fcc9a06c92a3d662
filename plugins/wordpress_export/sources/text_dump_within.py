"""What stands between the paragraphs of a text dump and is no text of the article: boxes, buttons, lists of teasers."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from ..body.stories.labels import plain_label
from .text_dump_borders import is_credit, is_teaser
from .text_dump_fates import Doubt, Fate, FatedLine, Line, Zone
from .text_dump_phrases import (
    asks_password,
    has_words,
    is_advertisement,
    is_cookie_banner,
    is_counter,
    is_network,
    is_part_list,
    is_sentence,
    is_sharing,
    lists_stories,
)
from .text_dump_repeats import MANY, MOST
from .text_dump_words_pages import CONTENTS

_FEWEST_OF_A_BOX = 2
_LINES_ABOVE_FORM = 3
_HEADING_LENGTH, _ENTRY_LENGTH = 60, 200
_LONGEST_CONTENTS = 400
_NUMBERING = re.compile(r"^(?:\d+(?:\.\d+)*[.)]?\s+|[•·*-]\s+)")


@dataclass(slots=True)
class _Parted:
    """The lines of a body, and what is no part of it."""

    body: list[Line] = field(default_factory=list)
    """To be read as text."""
    others: list[FatedLine] = field(default_factory=list)
    """Fated already."""
    doubts: list[Doubt] = field(default_factory=list)
    """Met so far."""


def part_body(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], Zone]:
    """Give the lines that are text, and apart from them those that are not."""
    parted = _Parted()
    place = 0
    while place < len(lines):
        place = next(end for step in _STEPS if (end := step(parted, lines, place)))
    return tuple(parted.body), Zone(tuple(parted.others), tuple(parted.doubts))


def _password_form(parted: _Parted, lines: tuple[Line, ...], place: int) -> int:
    """Read the form that stands in place of a body. Below a body's own lines it is a quotation."""
    if len(parted.body) > _LINES_ABOVE_FORM or not asks_password(lines[place].text):
        return 0
    for line in lines[place:]:
        parted.others.extend(line.fated((line.text, Fate.PASSWORD)))
    return len(lines)


def _box(parted: _Parted, lines: tuple[Line, ...], place: int) -> int:
    """Read a box: several lines together that most pages have, and the other articles' titles below its heading."""
    end = place
    while end < len(lines) and _is_of_a_box(lines[end]):
        end += 1
    listed = end
    if end > place and (lists_stories(lines[end - 1].text) or end - place >= _FEWEST_OF_A_BOX):
        while listed < len(lines) and (
            lines[listed].is_headline or is_teaser(lines[listed], lines[listed - 1 : listed])
        ):
            listed += 1
    if end - place < _FEWEST_OF_A_BOX and listed == end:
        return 0
    for number, line in enumerate(lines[place:listed], start=place):
        parted.others.extend(line.fated((line.text, Fate.REPEATED_WITHIN if number < end else Fate.TEASER)))
    return listed


def _contents(parted: _Parted, lines: tuple[Line, ...], place: int) -> int:
    """Read the list of the article's own headings, each of which stands below once more."""
    if len(lines[place].text) > _HEADING_LENGTH or plain_label(lines[place].text) not in CONTENTS:
        return 0
    words = [_words(line.text) for line in lines[place : place + _LONGEST_CONTENTS]]
    end = 1
    while end < len(words) and len(lines[place + end].text) <= _ENTRY_LENGTH and words[end] in words[end + 1 :]:
        end += 1
    if end <= _FEWEST_OF_A_BOX:
        return 0
    for line in lines[place : place + end]:
        parted.others.extend(line.fated((line.text, Fate.CONTENTS)))
    return place + end


def _words(text: str) -> str:
    return _NUMBERING.sub("", text)


def _buttons(parted: _Parted, lines: tuple[Line, ...], place: int) -> int:
    """Read several lines of sharing buttons together."""
    end = place
    while end < len(lines) and (is_sharing(lines[end].text) or (end > place and is_network(lines[end].text))):
        end += 1
    if end - place < _FEWEST_OF_A_BOX or not any(is_sharing(line.text) for line in lines[place + 1 : end]):
        return 0
    for line in lines[place:end]:
        parted.others.extend(line.fated((line.text, Fate.SHARING)))
    return end


def _is_of_a_box(line: Line) -> bool:
    return line.others >= MOST and has_words(line.text) and not is_credit(line.text)


def _line(parted: _Parted, lines: tuple[Line, ...], place: int) -> int:
    line = lines[place]
    fate = _fate_alone(line)
    if fate is not None:
        parted.others.extend(line.fated((line.text, fate)))
        return place + 1
    if line.others >= MOST and has_words(line.text):
        parted.doubts.append(Doubt("line that stands on many pages of the site kept in the body", line.text))
    parted.body.append(line)
    return place + 1


def _fate_alone(line: Line) -> Fate | None:
    text = line.text
    if is_part_list(text):
        return Fate.PARTS
    if is_cookie_banner(text):
        return Fate.COOKIES
    if is_advertisement(text) and (line.others >= MANY or text.isupper() or " " in text):
        return Fate.ADVERTISEMENT
    if line.others >= MANY and (is_sharing(text) or is_counter(text)):
        return Fate.SHARING if is_sharing(text) else Fate.COUNTER
    # An author does not say a sentence of twenty words on every second page.
    if line.others >= MOST and is_sentence(text) and not is_credit(text):
        return Fate.REPEATED_WITHIN
    return None


_STEPS: tuple[Callable[[_Parted, tuple[Line, ...], int], int], ...] = (_password_form, _contents, _buttons, _box, _line)
"""Tried in this order on each line: each gives the place below what it has read, or 0; the last reads any line."""
