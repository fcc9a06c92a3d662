"""The readers' comments of a text dump: who wrote what. When, and in answer to whom, it does not say."""

from dataclasses import replace

from .text_dump_borders import quoted_title
from .text_dump_dates import is_date
from .text_dump_fates import Fate, FatedLine, Line, Zone
from .text_dump_phrases import SHORT, counts_comments, is_comment_form, is_form_field, says, split_avatar, split_says


def read_comments(lines: tuple[Line, ...], title: str) -> Zone:
    """Give the comments; words before the first name have none.

    Each comment begins at its writer's avatar or, where there are none, at `Bo Ray says:` (`wp_list_comments`).
    `title` is the title as their heading quotes it, or empty.
    """
    starts = _avatar if any(split_avatar(line.text) for line in lines) else _says
    pieces: list[FatedLine] = []
    name, begun = "", False
    for place, line in enumerate(lines):
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
    # A pingback's name is the title of a page, of any length.
    if below and says(below[0].text) and len(line.text) <= SHORT:
        return line.fated((line.text, Fate.COMMENTER))
    return ()


def _comment_line(line: Line, name: str, title: str, *, begun: bool) -> tuple[FatedLine, ...]:
    text = line.text
    parts = split_says(text)
    if (title and quoted_title(text) == title) or counts_comments(text) or is_form_field(text) or is_comment_form(text):
        return line.fated((text, Fate.COMMENT_FORM))
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
