"""What stands below the body of a text dump: author box, comment form, widgets, footer."""

import re
from collections.abc import Callable, Mapping

from ..date_words import DAY_SHOWN
from .text_dump_bylines import (
    is_author_label,
    is_person,
    is_posted_label,
    is_tags_label,
    is_terms_label,
    split_byline,
    split_dated_name,
    split_row,
)
from .text_dump_dates import is_date
from .text_dump_fates import Doubt, Fate, FatedLine, Line, Zone
from .text_dump_phrases import (
    asks_password,
    has_words,
    is_advertisement,
    is_breadcrumb,
    is_comment_form,
    is_cookie_banner,
    is_counter,
    is_footer,
    is_form_field,
    is_name,
    is_navigation,
    is_network,
    is_part_list,
    is_sentence,
    is_sharing,
    is_skip_link,
    is_text,
    is_widget,
    lists_stories,
    split_avatar,
    split_related,
)
from .text_dump_repeats import MANY
from .text_dump_terms import fate_terms, split_names
from .text_dump_words_bylines import BOX_ENDS, BOX_STARTS, ENTRIES, ENTRY_STARTS

Pieces = tuple[tuple[str, Fate], ...]

_KINDS = (
    (asks_password, Fate.PASSWORD),
    (is_comment_form, Fate.COMMENT_FORM),
    (is_sharing, Fate.SHARING),
    (is_part_list, Fate.PARTS),
    (is_navigation, Fate.NAVIGATION),
    (is_skip_link, Fate.NAVIGATION),
    (is_breadcrumb, Fate.BREADCRUMB),
    (is_cookie_banner, Fate.COOKIES),
    (is_counter, Fate.COUNTER),
    (is_footer, Fate.FOOTER),
    (is_widget, Fate.WIDGET),
    (is_advertisement, Fate.ADVERTISEMENT),
)
"""Looked at in this order."""

NEAR = 7
"""So many lines above a line may say what it is."""
_ENTRY_LENGTH = 400


def known_pieces(line: Line, above: tuple[Line, ...]) -> Pieces | None:
    """Give the pieces of a line that is surely no text when nothing of the body stands below it; none for any other.

    `above` holds the lines above it, so many as there are and matter.
    """
    text = line.text
    if not has_words(text):
        return ((text, Fate.STRAY),)
    if avatar := split_avatar(text):
        return ((avatar[0], Fate.LABEL), (avatar[1], Fate.AUTHOR_BOX), (avatar[2], Fate.LABEL))
    if is_network(text) and above and (is_sharing(above[-1].text) or is_network(above[-1].text)):
        return ((text, Fate.SHARING),)
    if told := _told(text, above) or _box(text):
        return told
    fate = next((fate for is_this, fate in _KINDS if is_this(text)), None)
    return ((text, fate),) if fate else fate_terms(text) or _entry(text) or _byline(text, above) or None


def _entry(text: str) -> Pieces:
    """Read the sentence that classic themes print below an article (`twentytwelve_entry_meta`)."""
    if len(text) > _ENTRY_LENGTH or not text.casefold().startswith(ENTRY_STARTS):
        return ()
    for entry in filter(None, (pattern.fullmatch(text) for pattern in _ENTRIES)):
        if pieces := _filled(entry, text):
            return pieces
    day = DAY_SHOWN.search(text)
    if day is None or not is_date(day[0]):
        return ((text, Fate.ENTRY),)
    return ((text[: day.start()], Fate.ENTRY), (day[0], Fate.DATE), (text[day.end() :], Fate.ENTRY))


def _filled(entry: re.Match[str], text: str) -> Pieces:
    """Give the words that fill a sentence, and the words between them; none where a date or a name is none."""
    pieces: list[tuple[str, Fate]] = []
    place = 0
    for key in sorted((key for key, words in entry.groupdict().items() if words), key=entry.start):
        words = entry[key]
        read = _FILLINGS[key](words)
        if not read:
            return ()
        pieces += ((text[place : entry.start(key)], Fate.LABEL), *read)
        place = entry.end(key)
    return tuple(piece for piece in (*pieces, (text[place:], Fate.LABEL)) if piece[0].strip())


def _terms(words: str, fate: Fate) -> Pieces:
    """Read the terms that fill a gap; none where links were not copied, so that the sentence's next words fill it."""
    terms = fate_terms(words, fate)
    told = all(
        has_words(name)
        and name[0].isalnum()
        and name.casefold().split()[0] not in _JOINING
        and not _ends_with_date(name)
        for name, kind in terms
        if kind is fate
    )
    return terms if told else ()


def _ends_with_date(text: str) -> bool:
    words = text.split()
    return any(is_date(" ".join(words[start:])) for start in range(len(words)))


def _names(words: str) -> Pieces:
    return split_names(words) if words[0].isalnum() and is_name(words) and not is_date(words) else ()


_JOINING = frozenset(
    {"and", "by", "on", "et", "le", "par", "und", "von", "am", "y", "por", "en", "e", "il", "da", "op", "door"}
)
_FILLINGS: Mapping[str, Callable[[str], Pieces]] = {
    "categories": lambda words: _terms(words, Fate.CATEGORY),
    "tags": lambda words: _terms(words, Fate.TAG),
    "date": lambda words: ((words, Fate.DATE),) if is_date(words) else (),
    "name": _names,
}
"""What each gap is read as."""


def _compiled(template: str) -> re.Pattern[str]:
    """Give the pattern of a sentence with gaps, of which those in brackets may be missing."""
    pattern = re.escape(template).replace(r"\[", "(?:").replace(r"\]", ")?").replace(r"\ ", r"\s")
    for key in _FILLINGS:
        pattern = pattern.replace(rf"\{{{key}\}}", rf"(?P<{key}>\S(?:.*?\S)?)")
    return re.compile(
        pattern + r"[.\s]*(?:[^.]{0,40}(?:permalink|permalien|permalien|enlace permanente)[^.]{0,20}\.?)?",
        re.IGNORECASE,
    )


_ENTRIES = tuple(map(_compiled, ENTRIES))


def _told(text: str, above: tuple[Line, ...]) -> Pieces:
    """Read `Posted / October 17, 2023 / in / City / by / Ann Lee / Tags: / boats`, one a line, below the text.

    So Twenty Twenty-Three prints it. The first label is the sign; without it a name alone is a name alone.
    """
    label = above[-1].text if above else ""
    if _is_sure(text) and (is_posted_label(text) or is_author_label(text)):
        return ((text, Fate.LABEL),)
    if not any(is_posted_label(line.text) for line in above):
        return _named_below(text, label)
    if is_author_label(label) and is_person(text):
        return split_names(text)
    dates = is_posted_label(label) and is_date(text)
    if dates or is_author_label(text) or is_terms_label(text) or is_tags_label(text):
        return ((text, Fate.DATE if dates else Fate.LABEL),)
    listed = has_words(text) and not is_text(text) and all(len(name.split()) <= _TAG_WORDS for name in text.split(","))
    kind = Fate.CATEGORY if is_terms_label(label) else Fate.TAG if is_tags_label(label) else None
    return fate_terms(text, kind) if listed and kind else ()


def _named_below(text: str, label: str) -> Pieces:
    if not (_is_sure(label) and is_author_label(label)):
        return ()
    if dated := split_dated_name(text):
        return dated
    initial = _INITIAL.search(text) is not None
    named = is_name(text) and not (
        is_terms_label(text) or (is_text(text) and not initial) or any(map(str.isdecimal, text))
    )
    return split_names(text) if named and len(text.split()) < _TAG_WORDS else ()


def _is_sure(label: str) -> bool:
    """Tell whether a label says by itself what it is: `Written by`, not `Par`."""
    return " " in label or (not label.isascii() and len(label) >= _SURE_LENGTH)


def _byline(text: str, above: tuple[Line, ...]) -> Pieces:
    """Read a byline below the body. A name alone may be a poem's, unless a date stands beside it."""
    pieces = split_byline(text) or split_row(text)
    dated = any(fate is Fate.DATE for _, fate in pieces)
    beside = bool(above) and any(fate is Fate.DATE for _, fate in split_byline(above[-1].text))
    return pieces if (dated or beside) and not is_date(text) else ()


def _box(text: str, starts: tuple[str, ...] = BOX_ENDS) -> Pieces:
    """Read what stands below the lines about an author, or above them (`twentyten_author_info`)."""
    if len(text) > _ENTRY_LENGTH:
        return ()
    for start in starts:
        name = text[len(start) :].strip(" :→»")
        if text.casefold().startswith(start) and is_person(name):
            place = text.index(name, len(start))
            pieces = ((text[:place], Fate.LABEL), (name, Fate.BYLINE), (text[place + len(name) :], Fate.LABEL))
            return tuple(piece for piece in pieces if piece[0].strip())
    return ()


def is_box(lines: tuple[Line, ...], place: int) -> bool:
    """Tell whether the lines about an author begin here, with their end in sight."""
    ahead = lines[place + 1 : place + 1 + _BOX_LINES]
    return bool(_box(lines[place].text, BOX_STARTS)) and any(_box(line.text) for line in ahead)


def split_spaced(text: str) -> Pieces:
    """Give the pieces of a line of tags that only wider spaces part (`core/post-terms` in Twenty Twenty-Five)."""
    if len(text) > _ENTRY_LENGTH or text.endswith((".", ":", "!", "?")) or split_related(text):
        return ()
    cells = _WIDE_SPACES.split(text)
    if len(cells) == 1 or any(len(cell.split()) > _TAG_WORDS or not has_words(cell) for cell in cells[::2]):
        return ()
    return tuple((cell, Fate.JOINT if place % 2 else Fate.TAG) for place, cell in enumerate(cells))


_INITIAL = re.compile(r"\b\w\.$")
_WIDE_SPACES = re.compile(r"([ \u00a0]{2,})")
_TAG_WORDS, _BOX_LINES, _SURE_LENGTH = 5, 3, 3


def read_foot(lines: tuple[Line, ...], *, widgets: bool = False) -> Zone:
    """Give what is no text. A long line that is no known part of a page goes back to the body, with a doubt.

    Below the comment form or the first widget, and where `widgets` begin at once, nothing tells of the article.
    """
    pieces: list[FatedLine] = []
    doubts: list[Doubt] = []
    above = Fate.PARAGRAPH
    for place, line in enumerate(lines):
        fated = known_pieces(line, lines[max(place - NEAR, 0) : place]) or ((line.text, _unknown(line, above)),)
        if not widgets and not line.is_headline and any(is_text(below.text) for below in lines[place + 1 : place + 2]):
            fated = _box(line.text, BOX_STARTS) or fated
        if place == 0 and not widgets and (spaced := split_spaced(line.text)):
            fated = spaced
            doubts.append(Doubt("line of words apart taken for tags", line.text))
        if widgets:
            fated = tuple((text, _IN_WIDGETS.get(fate, fate)) for text, fate in fated)
        above = fated[-1][1]
        widgets = widgets or above is Fate.COMMENT_FORM or (above is Fate.WIDGET and not lists_stories(line.text))
        if above is Fate.PARAGRAPH:
            doubts.append(Doubt("text below the end of the body kept in it", line.text))
        if any(fate is Fate.BYLINE for _, fate in fated):
            doubts.append(Doubt("author named below the body", line.text))
        pieces.extend(line.fated(*fated))
    return Zone(tuple(pieces), tuple(doubts))


_IN_WIDGETS = {
    Fate.BYLINE: Fate.AUTHOR_BOX,
    Fate.DATE: Fate.WIDGET_LINE,
    Fate.CATEGORY: Fate.WIDGET_LINE,
    Fate.TAG: Fate.WIDGET_LINE,
}


def _unknown(line: Line, above: Fate) -> Fate:
    text = line.text
    if above is Fate.COMMENT_FORM and is_form_field(text):
        return Fate.COMMENT_FORM
    if line.others >= MANY:
        return Fate.REPEATED
    if line.is_headline or (is_sentence(text) and above is Fate.TEASER and text.endswith(("…", "...", "[…]", "[...]"))):
        return Fate.TEASER
    if is_sentence(text):
        return Fate.PARAGRAPH
    return Fate.WIDGET_LINE if above in {Fate.WIDGET, Fate.WIDGET_LINE} else Fate.BELOW
