"""How themes begin a reader's comment: an avatar, `Bo Ray says:`, a name with a date, or a name alone."""

import re
from collections.abc import Callable, Iterator
from itertools import groupby

from .text_dump_borders import quoted_title
from .text_dump_bylines import date_start, is_person
from .text_dump_dates import is_date, tells_time
from .text_dump_fates import Fate, FatedLine, Line
from .text_dump_phrases import (
    FULL_STOPS,
    counts_comments,
    is_name,
    is_reply_link,
    is_text,
    says,
    split_avatar,
    split_says,
)
from .text_dump_short_lines import SHORT
from .text_dump_words_comments import PINGBACKS, POST_AUTHOR

Start = Callable[[Line, tuple[Line, ...]], tuple[FatedLine, ...]]
"""What reads a line and the line below it: pieces where a comment begins, none where it does not."""

_JOINTS = frozenset({"on", "le", "am", "el", "em", "il", "op", "den", "på", "dnia", "в", "στις", "u", "pada", "a"})
_NO_NAME = re.compile(r"[()\[\]{}/\d]|\w{3}\.|[!?:;]")
_COUNT = re.compile(r"\d+")


def is_pingback(text: str) -> bool:
    """Tell whether the line is the mention of another page (`Walker_Comment::ping`)."""
    label, colon, _ = text.replace("：", ":").partition(":")
    return bool(colon) and label.strip().casefold() in PINGBACKS


def _avatar(line: Line, below: tuple[Line, ...]) -> tuple[FatedLine, ...]:
    del below  # an avatar's text says enough
    avatar = split_avatar(line.text)
    if avatar is None:
        return ()
    return line.fated((avatar[0], Fate.LABEL), (avatar[1], Fate.COMMENTER), (avatar[2], Fate.LABEL))


def _says(line: Line, below: tuple[Line, ...]) -> tuple[FatedLine, ...]:
    if (parts := split_says(line.text)) is not None:
        return _named(line, *parts)
    parts = split_says(line.text, any_name=True)
    if parts is not None and (date_start(parts[0].rstrip()) or (below and is_date(below[0].text))):
        return _named(line, *parts)
    # A pingback's name is the title of a page, of any length.
    named = below and (below[0].block == line.block or not line.text.endswith(FULL_STOPS))
    if named and says(below[0].text) and not says(line.text) and len(line.text) <= SHORT:
        return line.fated((line.text, Fate.COMMENTER))
    return ()


def _named(line: Line, named: str, word: str) -> tuple[FatedLine, ...]:
    """Read `Ann Lee on May 1, 2007 at 4:07 said:`, of which a copy without links has `Ann Lee on said:`, or `on`."""
    start = date_start(named.rstrip()) or len(named)
    before, joint = named[:start].rstrip(), ""
    words = before.split()
    if words and words[-1].casefold() in _JOINTS and (len(words) == 1 or words[-1].islower()):
        joint = words[-1]
        before = before[: len(before) - len(joint)]
    return line.fated(
        (before, Fate.COMMENTER), (joint, Fate.LABEL), (named[start:], Fate.COMMENT_DATE), (word, Fate.LABEL)
    )


def signed(line: Line, below: tuple[Line, ...]) -> tuple[FatedLine, ...]:
    """Read a name with the date of the comment behind or below it, as themes print it that have no `says`."""
    start = date_start(line.text) if len(line.text) <= SHORT and not is_date(line.text) else 0
    name = line.text[:start].rstrip(" ,|-–—•·") if start else ""
    if name and is_name(name):
        parting = line.text[len(name) : start]
        return line.fated((name, Fate.COMMENTER), (parting, Fate.LABEL), (line.text[start:], Fate.COMMENT_DATE))
    if not below or not is_date(below[0].text) or is_date(line.text):
        return ()
    name, label = _without_label(line.text)
    beside = below[0].block == line.block and is_name(name)
    return line.fated((name, Fate.COMMENTER), (label, Fate.LABEL)) if beside or _is_signature(name) else ()


def _without_label(text: str) -> tuple[str, str]:
    """Part a name from `Post author`, which themes put beside the article's author."""
    label = next((label for label in POST_AUTHOR if text.endswith(label) and len(text) > len(label)), "")
    return text[: len(text) - len(label)], label


def _is_signature(text: str) -> bool:
    """Tell whether a line that stands alone is a reader's name, not a short remark."""
    if not is_name(text) or is_text(text) or text.endswith(FULL_STOPS):
        return False
    return " " not in text or (is_person(text) and not _NO_NAME.search(text))


def by_name_alone(lines: tuple[Line, ...]) -> Start:
    """Give what reads names where no word and no date beside them tells of them.

    The link to answer, or what is left of it, ends each comment, and a name stands below; without it there must be so
    many names as the heading counts comments.
    """
    counted = next((line.text for line in lines if counts_comments(line.text) or quoted_title(line.text)), "")
    names = list(_lonely_names(lines, parted=True)) if any(map(ends_comment, lines)) else []
    if not names and (found := _COUNT.search(counted.replace(quoted_title(counted) or "\n", ""))):
        names = list(_lonely_names(lines, parted=False))
        names = names if len(names) == int(found[0][:4]) else []
    numbers = {line.number for line in names}

    def start(line: Line, below: tuple[Line, ...]) -> tuple[FatedLine, ...]:
        if line.number in numbers:
            return line.fated((line.text, Fate.COMMENTER))
        return signed(line, below)

    return start


def _lonely_names(lines: tuple[Line, ...], *, parted: bool) -> Iterator[Line]:
    """Give the lines, each a block of its own, that can be a name; `parted`, only those that begin a comment."""
    blocks = [tuple(block) for _, block in groupby(lines, key=lambda line: line.block)]
    for above, block, below in zip(blocks, blocks[1:], blocks[2:], strict=False):
        begins = (
            not parted or ends_comment(above[-1]) or counts_comments(above[-1].text) or quoted_title(above[-1].text)
        )
        words = not ends_comment(below[0]) and not is_pingback(below[0].text)
        if len(block) == 1 and begins and words and not ends_comment(block[0]) and _is_signature(block[0].text):
            yield block[0]


def ends_comment(line: Line) -> bool:
    """Tell whether the line is the link to answer, or the arrow that a copy without links has of it."""
    return line.text in _ARROWS or is_reply_link(line.text) or is_pingback(line.text)


_ARROWS = frozenset("↓↩↵→›»⤵?")


STYLES: tuple[tuple[Callable[[str], object], Start], ...] = (
    (split_avatar, _avatar),
    (split_says, _says),
    (says, _says),
    (tells_time, signed),
)
"""What shows how a theme begins each comment; `by_name_alone` where nothing does."""
