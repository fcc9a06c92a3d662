"""Find where the parts of a text dump begin: comments, comment form, and the end of the body."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ..body.stories.labels import plain_label
from .text_dump_bylines import is_byline_part
from .text_dump_dates import is_date, tells_time
from .text_dump_fates import Line
from .text_dump_foot import NEAR, is_box, known_pieces, split_spaced
from .text_dump_phrases import (
    FULL_STOPS,
    counts_comments,
    has_words,
    is_comment_heading,
    is_navigation_heading,
    is_sharing,
    is_text,
    lists_stories,
    opens_comment_form,
    says,
    split_avatar,
    split_says,
)
from .text_dump_repeats import CUT_OFF, MANY
from .text_dump_words_comments import COUNTED
from .text_dump_words_pages import CREDITS

_HEAD_LINES = 400
_GAP = 2
_HEADING_LENGTH = 400
_QUOTED = re.compile(r"[“\"«„「『《〈](?P<title>.+)[”\"»“」』》〉]")
_COUNT_LENGTH = 60
_COUNT = re.compile(
    r"\d|\b(?:no|one|un|une|uno|una|um|uma|ein|eine|één|een|jedna|jeden|ένα|μία|один|одна|ett|en|et|yksi|egy|bir)\b",
    re.IGNORECASE,
)
_TEASER_ENDS = (*CUT_OFF, "»", "→")
_CLOSING = '”"»“」』》〉'


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
    if form is not None and (reader := _last_reader(lines, form)):
        end = (place for place in range(reader, len(lines)) if is_of_the_site(lines[place]))
        return Borders(form, next(end, len(lines)))
    foot = _story_list(lines, len(lines) if form is None else form)
    quoting, title = _quoting_line(lines, foot)
    if quoting:
        return Borders(_with_heading(lines, quoting), foot, title)
    # Without the quoted title, "2 Comments" means comments only where their form or a reader's name follows.
    counting = (place for place in range(foot - 1, 1, -1) if counts_comments(lines[place].text))
    comments = next((place for place in counting if form is not None or _reader_follows(lines, place)), foot)
    sure = _is_below_text(lines, comments) or _reader_follows(lines, comments)
    return Borders(_with_heading(lines, comments) if sure else foot, foot)


def _last_reader(lines: tuple[Line, ...], form: int) -> int:
    """Give the place of the last reader's name or date where the comments stand below their form; 0 where not."""
    counted = next((place for place in range(form + 1, len(lines)) if counts_comments(lines[place].text)), 0)
    if not counted or not _reader_follows(lines, counted):
        return 0
    return max(place for place in range(counted, len(lines)) if _is_readers(lines[place].text))


def _is_readers(text: str) -> bool:
    """Tell whether only a reader's comment has such a line."""
    return bool(split_avatar(text) or split_says(text, any_name=True) or says(text)) or tells_time(text)


def _is_below_text(lines: tuple[Line, ...], place: int) -> bool:
    """Tell whether a paragraph stands above: "2 Comments" is part of many bylines too."""
    return any((line.heads < MANY and line.text.endswith(FULL_STOPS)) or is_text(line.text) for line in lines[:place])


def _reader_follows(lines: tuple[Line, ...], place: int) -> bool:
    below = lines[place + 1 : place + 4]
    return any(_is_readers(line.text) for line in below)


def find_body_end(lines: tuple[Line, ...], start: int, end: int) -> int:
    """Give the place below the last line of the body, which begins at `start` and ends at `end` or above it."""
    return trim(lines, start, _furniture(lines, start, end))


def trim(lines: tuple[Line, ...], start: int, end: int) -> int:
    """Give the place below the last line that may be text, at `start` or below it."""
    while end > start and (
        known_pieces(lines[end - 1], lines[max(end - 1 - NEAR, 0) : end - 1]) is not None
        or is_of_the_site(lines[end - 1])
    ):
        # Punctuation below other lines of its block is a line of code or of a table.
        if not has_words(lines[end - 1].text) and end - 1 > start and lines[end - 1].block == lines[end - 2].block:
            break
        end -= 1
    # Tags that only wider spaces part stand between the body and what is surely below it.
    return end - (start < end < len(lines) and bool(split_spaced(lines[end - 1].text)))


def is_of_the_site(line: Line) -> bool:
    """Tell whether a line below the text is on many pages, and no author's: agencies are credited on many too."""
    if line.others < MANY or not has_words(line.text) or is_credit(line.text):
        return False
    return is_date(line.text) or not is_byline_part(line.text)


def is_credit(text: str) -> bool:
    """Tell whether the line says where words or a picture come from."""
    return text.casefold().startswith(CREDITS)


def _story_list(lines: tuple[Line, ...], end: int) -> int:
    """Give the place of the heading of a list of stories that only short lines follow; `end` when there is none."""
    found = end
    for place in range(end - 1, 1, -1):
        text = lines[place].text
        if lists_stories(text):
            found = place
        if _stops(lines, place) or split_avatar(text) or quoted_title(text) or says(text) or split_says(text):
            break
    return found


def _furniture(lines: tuple[Line, ...], start: int, end: int) -> int:
    """Give the place of the topmost sign of furniture that only short lines follow; `end` when there is none."""
    found = end
    for place in range(end - 1, start - 1, -1):
        if _is_sign(lines, place, end):
            found = place
        if _stops(lines, place):
            break
    return found


def _is_sign(lines: tuple[Line, ...], place: int, end: int) -> bool:
    line, text = lines[place], lines[place].text
    if split_avatar(text) or is_sharing(text) or (is_navigation_heading(text) and " " in text):
        return True
    if is_box(lines, place):
        return True
    if lists_stories(text) and (line.others >= MANY or not line.heads):
        return True
    if not (is_of_the_site(line) or line.is_headline):
        return False
    # A column's own heading is on many pages too, but what stands below it is not.
    below = lines[place + 1 : min(place + 1 + _GAP, end)]
    return not below or any(under.is_headline or under.others > 0 or known_pieces(under, ()) for under in below)


def _stops(lines: tuple[Line, ...], place: int) -> bool:
    """Tell whether the line is text of the page's own, and neither the site's nor the beginning of another article."""
    line = lines[place]
    if any(is_box(lines, above) for above in range(max(place - 2, 0), place)):
        return False
    # What several pages say at their end is the line about an author, or a promise of the newsletter.
    if not is_text(line.text) or line.others or line.is_headline or known_pieces(line, ()) is not None:
        return False
    return not is_teaser(line, lines[max(place - 2, 0) : place])


def is_teaser(line: Line, above: tuple[Line, ...]) -> bool:
    """Tell whether the line is the beginning of another article, below its title."""
    return line.text.endswith(_TEASER_ENDS) and any(upper.is_headline for upper in above)


def _quoting_line(lines: tuple[Line, ...], foot: int) -> tuple[int, str]:
    """Give the place of the heading that counts the comments and names the title, and the title; 0 for none."""
    titles: dict[str, int] = {}
    for place, line in enumerate(lines[:_HEAD_LINES]):
        titles.setdefault(line.text, place)
    for place in range(1, foot):
        text = lines[place].text
        title = quoted_title(text) or _counted_title(text, titles) or _title_counted(text, titles)
        if title and titles.get(title, place) < place:
            return place, title
    # A note without a title of its own to show (`aside`) is named by its comments alone.
    return next(
        ((place, title) for place in range(foot - 1, 1, -1) if (title := _named_title(lines[place].text))), (0, "")
    )


def _named_title(text: str) -> str:
    """Give the title of a heading that says itself that it counts comments; empty for any other line."""
    title = quoted_title(text)
    before, after = text.partition(title)[::2] if title else ("", "")
    counted = any(token in COUNTED for token in plain_label(f"{before} {after}").split())
    return title if counted and text.endswith(tuple(_CLOSING)) else ""


def _counted_title(text: str, titles: Mapping[str, int]) -> str:
    """Give the title at the end of `3 Responses to Harbour reopens`, which older themes print without quotes."""
    if len(text) > _HEADING_LENGTH or not _COUNT.match(text):
        return ""
    ends = (place for place, letter in enumerate(text) if letter == " " and place < _COUNT_LENGTH)
    named = ((text[:place], text[place + 1 :]) for place in ends)
    return next(
        (title for before, title in named if title in titles and counts_comments(before.rpartition(" ")[0])), ""
    )


def _title_counted(text: str, titles: Mapping[str, int]) -> str:
    """Give the title at the beginning of `항구 재개장에 대한 2개의 댓글`."""
    if len(text) > _HEADING_LENGTH or not text.endswith(_COUNTED_BEHIND):
        return ""
    starts = range(max(1, len(text) - _BEHIND_LENGTH), len(text) - 1)
    return next((text[:place].rstrip() for place in starts if text[:place].rstrip() in titles), "")


_COUNTED_BEHIND = ("댓글", "생각", "コメント", "フィードバック", "评论", "回复", "留言", "迴響")
_BEHIND_LENGTH = 24


def _with_heading(lines: tuple[Line, ...], place: int) -> int:
    above = lines[place - 1].text if 0 < place < len(lines) else ""
    return place - (is_comment_heading(above) or opens_comment_form(above))


def quoted_title(text: str) -> str:
    """Give what a line such as `19 responses to “Title”` quotes; empty where it is no such line."""
    quoted = _QUOTED.search(text) if len(text) <= _HEADING_LENGTH else None
    if quoted is None:
        return ""
    before, after = text[: quoted.start()], text[quoted.end() :]
    rest = f"{before} {after}"
    counts = _COUNT.search(rest) or any(token in COUNTED for token in plain_label(rest).split())
    return quoted["title"].strip() if counts and len(rest) <= _COUNT_LENGTH else ""
