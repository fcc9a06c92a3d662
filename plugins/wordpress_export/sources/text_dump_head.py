"""The head of a text dump: masthead, title, byline, date, and the caption of the lead picture."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from .text_dump_dates import exact_moment, is_date
from .text_dump_fates import Doubt, Fate, FatedLine, Line, Zone
from .text_dump_phrases import (
    FULL_STOPS,
    counts_comments,
    has_words,
    is_name,
    is_network,
    is_sentence,
    is_sharing,
    is_skip_link,
    split_avatar,
)
from .text_dump_terms import fate_terms, split_names

_MASTHEAD_LINES = 60
_MENU_LINES = 4
_TITLE_LENGTH, _TITLE_WORDS = 200, 30
_CAPTION_LENGTH = 220
_BYLINE_LABELS = frozenset({"written by", "posted by", "published by", "by", "écrit par", "par", "von", "escrito por"})
_TERMS_LABELS = frozenset({"in", "dans", "en", "em"})
_BYLINE = re.compile(
    r"(?P<label>(?:Written |Posted |Published )?[Bb]y|Par|Von|Por|Di|Door|Από|Автор:?)\s+(?P<name>\S.*)"
)
_CELLS = re.compile(r"(\s+[|·•/–—]\s+)")
_POSTED = re.compile(r"(?P<on>Posted on|Published on|Posted)\s+(?P<date>\S.*?)\s+(?P<by>by)\s+(?P<name>\S.*)")


@dataclass(slots=True)
class _Head:
    """What has been read so far."""

    lines: tuple[Line, ...]
    """The lines of the dump above its foot."""
    at: int = 0
    """The next line to read."""
    pieces: list[FatedLine] = field(default_factory=list)
    """Fated so far."""
    doubts: list[Doubt] = field(default_factory=list)
    """Met so far."""
    fates: set[Fate] = field(default_factory=set)
    """Those of `pieces`."""

    def line(self, ahead: int = 0) -> Line | None:
        """Give the next line, or one further ahead; none at the end."""
        return self.lines[self.at + ahead] if self.at + ahead < len(self.lines) else None

    def take(self, *pieces: tuple[str, Fate]) -> None:
        """Fate the next line."""
        fated = self.lines[self.at].fated(*pieces)
        self.pieces.extend(fated)
        self.fates.update(piece.fate for piece in fated)
        self.at += 1


def _stray(head: _Head, line: Line) -> bool:
    if has_words(line.text):
        return False
    head.take((line.text, Fate.STRAY))
    return True


def _skip_link(head: _Head, line: Line) -> bool:
    if not is_skip_link(line.text):
        return False
    head.take((line.text, Fate.NAVIGATION))
    return True


def _avatar(head: _Head, line: Line) -> bool:
    """Read a byline's avatar, and the lines of its block: the name again, or the lead picture's caption."""
    avatar = split_avatar(line.text)
    if avatar is None:
        return False
    before, name, after = avatar
    head.take((before, Fate.LABEL), (name, Fate.BYLINE), (after, Fate.LABEL))
    while (below := head.line()) is not None and below.block == line.block and not _is_byline_part(below.text):
        if below.text == name:
            head.take((below.text, Fate.LABEL))
        elif Fate.CAPTION in head.fates or len(below.text) > _CAPTION_LENGTH:
            break
        else:
            head.take((below.text, Fate.CAPTION))
            head.doubts.append(Doubt("line under the avatar taken for the caption of the lead picture", below.text))
    return True


def _written_by(head: _Head, line: Line) -> bool:
    """Read `Written by / Ann / in / News`, each on its line; the names are missing where links were not copied."""
    plain = line.text.casefold().rstrip(":")
    if plain not in _BYLINE_LABELS:
        return False
    head.take((line.text, Fate.LABEL))
    name = head.line()
    if name is not None and _is_label(name.text, _TERMS_LABELS):
        head.take((name.text, Fate.LABEL))
    elif name is not None and is_name(name.text) and not name.text.endswith("."):
        head.take(*split_names(name.text))
        _in_categories(head)
    return True


def _in_categories(head: _Head) -> None:
    # Twenty Twenty-Five prints the categories below "in"; that the name came along shows that links were copied.
    label, names = head.line(), head.line(1)
    if label is not None and _is_label(label.text, _TERMS_LABELS):
        head.take((label.text, Fate.LABEL))
        if names is not None and has_words(names.text) and len(names.text) <= _CAPTION_LENGTH:
            head.take(*fate_terms(names.text, Fate.CATEGORY))


def _by_name(head: _Head, line: Line) -> bool:
    posted = _POSTED.fullmatch(line.text) if len(line.text) <= _TITLE_LENGTH else None
    if posted is not None and is_date(posted["date"]) and is_name(posted["name"]):
        named = split_names(posted["name"])
        head.take((posted["on"], Fate.LABEL), (posted["date"], Fate.DATE), (posted["by"], Fate.LABEL), *named)
        return True
    byline = _BYLINE.fullmatch(line.text) if len(line.text) <= _TITLE_LENGTH else None
    if byline is None or _is_row(line.text) or not is_name(byline["name"]) or byline["name"][0].islower():
        return False
    head.take((byline["label"], Fate.LABEL), *split_names(byline["name"]))
    return True


def _row(head: _Head, line: Line) -> bool:
    """Read a byline in one row, as classic themes print it: `By Ann | October 17, 2023 | News | 2 Comments`."""
    cells = _CELLS.split(line.text) if len(line.text) <= _TITLE_LENGTH else []
    if not cells or not _is_row(line.text):
        return False
    pieces: list[tuple[str, Fate]] = []
    for place, cell in enumerate(cells):
        fated = ((cell, Fate.JOINT),) if place % 2 else _cell(cell)
        pieces.extend(fated)
        if fated[0][1] is Fate.PARAGRAPH:
            head.doubts.append(Doubt("words beside the byline kept in the body: perhaps a category", cell))
    head.take(*pieces)
    return True


def _cell(cell: str) -> tuple[tuple[str, Fate], ...]:
    byline = _BYLINE.fullmatch(cell)
    if byline is not None and is_name(byline["name"]):
        return ((byline["label"], Fate.LABEL), *split_names(byline["name"]))
    if is_date(cell):
        return ((cell, Fate.DATE),)
    if counts_comments(cell):
        return ((cell, Fate.COMMENT_FORM),)
    return fate_terms(cell) or ((cell, Fate.PARAGRAPH),)


def _date(head: _Head, line: Line) -> bool:
    moment = exact_moment(line.text)
    if moment is None and not is_date(line.text):
        return False
    head.take((line.text, Fate.DATE if moment is None or Fate.MOMENT in head.fates else Fate.MOMENT))
    return True


def _terms(head: _Head, line: Line) -> bool:
    pieces = fate_terms(line.text)
    if pieces:
        head.take(*pieces)
    return bool(pieces)


def _sharing(head: _Head, line: Line) -> bool:
    beside = bool(head.pieces) and head.pieces[-1].fate is Fate.SHARING and is_network(line.text)
    if not (beside or is_sharing(line.text)):
        return False
    head.take((line.text, Fate.SHARING))
    return True


def _above_byline(head: _Head, line: Line) -> bool:
    """Keep a short line between title and byline in the body: a dek, or the text of the lead picture."""
    below = head.line(1)
    if Fate.BYLINE in head.fates or below is None or below.block == line.block or not _is_byline_part(below.text):
        return False
    if len(line.text) > _CAPTION_LENGTH or Fate.LABEL in head.fates:
        return False
    head.take((line.text, Fate.PARAGRAPH))
    head.doubts.append(
        Doubt("line above the byline kept in the body: a dek, or the text of the lead picture", line.text)
    )
    return True


_STEPS: tuple[Callable[[_Head, Line], bool], ...] = (
    _stray,
    _skip_link,
    _avatar,
    _written_by,
    _by_name,
    _row,
    _date,
    _terms,
    _sharing,
    _above_byline,
)
"""Tried in this order on each line below the title, until none applies: there the body begins."""


def read_head(lines: tuple[Line, ...], quoted_title: str) -> tuple[Zone, int]:
    """Give the head, and the place in `lines` where the body begins.

    `quoted_title` is the title as the comments' heading quotes it, or empty.
    """
    head = _Head(lines)
    _read_title(head, quoted_title)
    while (line := head.line()) is not None and any(step(head, line) for step in _STEPS):
        pass
    return Zone(tuple(head.pieces), tuple(head.doubts)), head.at


def _read_title(head: _Head, quoted_title: str) -> None:
    while (line := head.line()) is not None and (_stray(head, line) or _skip_link(head, line)):
        pass
    for _ in range(_lines_above_title(head, quoted_title)):
        head.take((head.lines[head.at].text, Fate.MASTHEAD))
    line = head.line()
    if line is None or _is_byline_part(line.text) or not _can_be_title(line.text):
        head.doubts.append(Doubt("no title found", ""))
    else:
        head.take((line.text, Fate.TITLE))


def _lines_above_title(head: _Head, quoted_title: str) -> int:
    window = head.lines[head.at : head.at + _MASTHEAD_LINES]
    if quoted_title:
        return next((place for place, line in enumerate(window) if line.text == quoted_title), 0)
    byline = next((place for place, line in enumerate(window) if _is_byline_part(line.text)), 0)
    if _has_menu(head, byline):
        head.doubts.append(Doubt("title taken from the line above the byline", ""))
        return byline - 1
    if Fate.NAVIGATION in head.fates:
        head.doubts.append(Doubt("title taken from the first line: it may be the name of the site", ""))
    return 0


def _has_menu(head: _Head, byline: int) -> bool:
    """Tell whether a menu stands above the title, which stands above the byline."""
    # Without the link that passes over the menu, only many short lines are a sign of one: a line or two between title
    # and byline are a dek, or the text of a picture; and a poem has its byline below it.
    fewest = 1 if Fate.NAVIGATION in head.fates else _MENU_LINES
    menu, below = head.lines[head.at : head.at + byline - 1], head.lines[head.at + byline :]
    if byline <= fewest or any(is_sentence(line.text) or line.text.endswith(FULL_STOPS) for line in menu):
        return False
    return Fate.NAVIGATION in head.fates or len(below) > 1


def _can_be_title(text: str) -> bool:
    return len(text) <= _TITLE_LENGTH and len(text.split()) <= _TITLE_WORDS


def _is_label(text: str, labels: frozenset[str]) -> bool:
    return text.casefold().rstrip(":") in labels


def _is_byline_part(text: str) -> bool:
    if len(text) > _TITLE_LENGTH:
        return False
    if split_avatar(text) or _is_label(text, _BYLINE_LABELS) or _POSTED.fullmatch(text):
        return True
    byline = _BYLINE.fullmatch(text)
    named = byline is not None and is_name(byline["name"]) and not byline["name"][0].islower()
    return named or is_date(text) or exact_moment(text) is not None or _is_row(text)


def _is_row(text: str) -> bool:
    cells = _CELLS.split(text)[::2]
    return len(cells) > 1 and any(is_date(cell) or _BYLINE.fullmatch(cell) for cell in cells)
