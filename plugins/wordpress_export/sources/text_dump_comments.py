"""The readers' comments of a text dump: who wrote what. When, and in answer to whom, it does not say."""

from collections.abc import Callable
from dataclasses import replace

from .text_dump_borders import quoted_title
from .text_dump_bylines import date_start
from .text_dump_dates import is_date
from .text_dump_fates import Fate, FatedLine, Line, Zone
from .text_dump_phrases import (
    FULL_STOPS,
    counts_comments,
    is_comment_form,
    is_name,
    is_reply_link,
    says,
    split_avatar,
    split_says,
)
from .text_dump_short_lines import SHORT


def read_comments(lines: tuple[Line, ...], title: str, *, titled: bool = True) -> Zone:
    """Give the comments; words before the first name have none.

    Each comment begins at its writer's avatar or, where there are none, at `Bo Ray says:` (`wp_list_comments`).
    `title` is the title as their heading quotes it, or empty; it is the article's where that is not `titled` yet.
    """
    starts = next((start for is_start, start in _STYLES if any(is_start(line.text) for line in lines)), _signed)
    pieces: list[FatedLine] = []
    name, begun = "", False
    for place, line in enumerate(lines):
        if begun and says(line.text):
            # The name of the next one was a link, and links were not copied.
            name, begun = "", False
        if not titled and title and title in line.text:
            before, _, after = line.text.partition(title)
            pieces += line.fated((before, Fate.COMMENT_FORM), (title, Fate.TITLE), (after, Fate.COMMENT_FORM))
            titled = True
            continue
        fated = starts(line, lines[place + 1 : place + 2]) or _comment_line(line, name, title, begun=begun)
        names = [piece.text for piece in fated if piece.fate is Fate.COMMENTER]
        name = names[0] if names else name
        begun = not names and (begun or fated[-1].fate is Fate.COMMENT)
        pieces.extend(fated)
    return Zone(_boxes(pieces))


def _avatar(line: Line, below: tuple[Line, ...]) -> tuple[FatedLine, ...]:
    del below  # an avatar's text says enough
    avatar = split_avatar(line.text)
    if avatar is None:
        return ()
    return line.fated((avatar[0], Fate.LABEL), (avatar[1], Fate.COMMENTER), (avatar[2], Fate.LABEL))


def _says(line: Line, below: tuple[Line, ...]) -> tuple[FatedLine, ...]:
    parts = split_says(line.text)
    if parts is not None:
        return line.fated((parts[0], Fate.COMMENTER), (parts[1], Fate.LABEL))
    parts = split_says(line.text, any_name=True)
    if parts is not None and below and is_date(below[0].text):
        return line.fated((parts[0], Fate.COMMENTER), (parts[1], Fate.LABEL))
    # A pingback's name is the title of a page, of any length.
    named = below and (below[0].block == line.block or not line.text.endswith(FULL_STOPS))
    if named and says(below[0].text) and len(line.text) <= SHORT:
        return line.fated((line.text, Fate.COMMENTER))
    return ()


def _signed(line: Line, below: tuple[Line, ...]) -> tuple[FatedLine, ...]:
    """Read a name with the date of the comment behind or below it, as themes print it that have no `says`."""
    start = date_start(line.text) if len(line.text) <= SHORT and not is_date(line.text) else 0
    name = line.text[:start].rstrip(" ,|-–—•·") if start else ""
    if name and is_name(name):
        parting = line.text[len(name) : start]
        return line.fated((name, Fate.COMMENTER), (parting, Fate.LABEL), (line.text[start:], Fate.COMMENT_DATE))
    if (
        below
        and is_date(below[0].text)
        and below[0].block == line.block
        and is_name(line.text)
        and not is_date(line.text)
    ):
        return line.fated((line.text, Fate.COMMENTER))
    return ()


_STYLES: tuple[tuple[Callable[[str], object], Callable[[Line, tuple[Line, ...]], tuple[FatedLine, ...]]], ...] = (
    (split_avatar, _avatar),
    (split_says, _says),
    (says, _says),
)
"""What shows how a theme begins each comment; `_signed` where nothing does."""


def _comment_line(line: Line, name: str, title: str, *, begun: bool) -> tuple[FatedLine, ...]:
    text = line.text
    parts = split_says(text)
    if (
        (title and (quoted_title(text) == title or text.endswith(f" {title}")))
        or counts_comments(text)
        or is_reply_link(text)
        or is_comment_form(text)
    ):
        return line.fated((text, Fate.COMMENT_FORM))
    if says(text) and not name:
        return line.fated((text, Fate.LABEL))
    if name and not begun and (text == name or says(text) or (parts is not None and parts[0].strip() == name)):
        return line.fated((text, Fate.LABEL))
    if not begun and is_date(text):
        return line.fated((text, Fate.COMMENT_DATE))
    return line.fated((text, Fate.COMMENT if name else Fate.NAMELESS_COMMENT))


def _boxes(pieces: list[FatedLine]) -> tuple[FatedLine, ...]:
    """Make an author box of a name that no words follow: who that is, the dump does not say."""
    spoken = False
    result: list[FatedLine] = []
    for piece in reversed(pieces):
        silent = piece.fate is Fate.COMMENTER and not spoken
        result.append(replace(piece, fate=Fate.AUTHOR_BOX) if silent else piece)
        spoken = piece.fate is Fate.COMMENT or (spoken and piece.fate is not Fate.COMMENTER)
    return tuple(reversed(result))
