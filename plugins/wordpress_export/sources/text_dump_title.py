"""Find the title of a text dump: below the masthead and its menu, above the byline."""

from dataclasses import dataclass

from ..body.stories.labels import plain_label
from ..slugs import make_slug
from .text_dump_bylines import is_author_label, is_byline_part, split_byline, split_row
from .text_dump_dates import is_date
from .text_dump_fates import Fate, Line
from .text_dump_phrases import (
    FULL_STOPS,
    has_words,
    is_address,
    is_breadcrumb,
    is_cookie_banner,
    is_counter,
    is_network,
    is_sentence,
    is_sharing,
    is_skip_link,
    is_text,
    split_avatar,
    split_protected,
)
from .text_dump_repeats import MANY
from .text_dump_words_pages import MENU_BUTTONS

_MASTHEAD_LINES = 60
_LARGEST_MENU = 400
_MENU_LINES = 4
_TITLE_LENGTH, _TITLE_WORDS = 200, 30
_ARROWS = ("←", "→", "‹", "›", "«", "»")
_SAME_WORDS = 3
_MENU_WORD = 40
_LEFT_OVER = 3


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known of a page from elsewhere than its head."""

    quoted: str = ""
    """The title, as the comments' heading quotes it."""
    called: str = ""
    """The slug that the file's name would be."""
    told: str = ""
    """The title, as a header line above the page tells it."""
    locked: bool = False
    """Whether the page asks for a password."""


@dataclass(frozen=True, slots=True)
class Found:
    """Where the title is."""

    place: int | None
    """In the lines that were looked at; none where there is no title."""
    doubt: str = ""
    """Why a person should look."""


def find_title(lines: tuple[Line, ...], hints: Hints) -> Found:
    """Give the place of the title in the lines of a page, above which is nothing but furniture."""
    for title in filter(None, (hints.told, hints.quoted)):
        place = next((n for n, line in enumerate(lines[:_LARGEST_MENU]) if _is_said(line.text, title)), None)
        if place is not None:
            return Found(place)
    if hints.told or hints.quoted:
        return Found(None)
    if hints.called and (named := _named(lines, hints.called)) is not None:
        return Found(named)
    if any(line.heads or line.others for line in lines):
        return _among_unrepeated(lines)
    return _alone(lines)


def _is_said(text: str, title: str) -> bool:
    protected = split_protected(text)
    return text == title or (protected is not None and protected[1] == title)


def _named(lines: tuple[Line, ...], called: str) -> int | None:
    """Give the line that the file is named after, as many programs name what they save."""
    for place, line in enumerate(lines[:_LARGEST_MENU]):
        if place and _ends_head(line, repeated=line.heads >= MANY):
            break
        if _can_be_title(line.text) and line.heads < MANY and make_slug(line.text) == called:
            return place
    return None


def _among_unrepeated(lines: tuple[Line, ...]) -> Found:
    """Find the title among the lines of the head that other pages do not have."""
    found: list[int] = []
    dated = False
    for place, line in enumerate(lines[:_LARGEST_MENU]):
        repeated = line.heads >= MANY
        if _ends_head(line, repeated=repeated):
            # Some themes print date and author above the title.
            dated = not found and _is_dated(line.text)
            if dated:
                continue
            break
        if is_text(line.text) and not repeated:
            # Only a title ends with a question mark, and has nothing above it.
            beside = found and lines[found[-1]].text.split()[:_SAME_WORDS] == line.text.split()[:_SAME_WORDS]
            if (beside or not (found or dated)) and _can_be_title(line.text) and not is_cookie_banner(line.text):
                found.append(place)
            break
        if not repeated and not _is_furniture(line.text) and _can_be_title(line.text):
            # Below a byline `on` is what is left of `Comments Off on`.
            found += [place] if len(line.text) > _LEFT_OVER or not dated else []
    if not found:
        return Found(None, "no title found")
    # A column's title is on some other pages too.
    place = _not_alt(lines, [place for place in found if not lines[place].heads] or found[-1:])
    return Found(place, "title taken from the first line that other pages do not have" if len(found) > 1 else "")


def _not_alt(lines: tuple[Line, ...], found: list[int]) -> int:
    """Give the first, or the second where the first is a picture's text: the title's words, and more of its own."""
    first, second = found[0], found[1] if len(found) > 1 else found[0]
    words, others = lines[first].text.split(), lines[second].text.split()
    if first == second or words[:_SAME_WORDS] != others[:_SAME_WORDS]:
        return first
    longer = words[: len(others)] == others and words != others
    return second if longer or (lines[first].text.endswith(")") and not lines[second].text.endswith(")")) else first


def _is_dated(text: str) -> bool:
    return any(fate is Fate.DATE for _, fate in split_byline(text) or split_row(text))


def _ends_head(line: Line, *, repeated: bool) -> bool:
    """Tell whether the line is a byline's, below which no title stands. A date may be today's, above the title."""
    text = line.text
    return (bool(split_avatar(text)) or is_author_label(text) or bool(split_byline(text) or split_row(text))) and not (
        repeated and is_date(text)
    )


def _is_furniture(text: str) -> bool:
    return (
        not has_words(text)
        or is_skip_link(text)
        or is_breadcrumb(text)
        or is_date(text)
        or is_counter(text)
        or is_sharing(text)
        or is_network(text)
        or is_address(text)
        or text.startswith(_ARROWS)
        or text.endswith(_ARROWS)
    )


def _alone(lines: tuple[Line, ...]) -> Found:
    """Find the title where only this page is known."""
    start = next((n for n, line in enumerate(lines) if not _opens_menu(line.text)), len(lines))
    skipped = any(is_skip_link(line.text) for line in lines[:start])
    window = lines[start : start + _MASTHEAD_LINES]
    byline = next((place for place, line in enumerate(window) if is_byline_part(line.text)), 0)
    if _has_menu(window, byline, skipped=skipped):
        # The line above a byline may be the dek, which says something; the title above it is but named.
        place = byline - 1 - (byline > 1 and is_text(window[byline - 1].text) and not is_text(window[byline - 2].text))
        return Found(start + place, "title taken from the line above the byline")
    if _stands_below_byline(window):
        return Found(start + 1, "title taken from the line below the byline")
    if start == len(lines) or _is_byline(window) or not _can_be_title(lines[start].text):
        return Found(None, "no title found")
    doubt = "title taken from the first line: it may be the name of the site" if skipped else ""
    return Found(start, doubt)


def _stands_below_byline(window: tuple[Line, ...]) -> bool:
    first, second = (window[0].text, window[1].text) if len(window) > 2 else ("", "")  # noqa: PLR2004  # and a text
    title = second and not is_byline_part(second) and not is_text(second) and not _is_furniture(second)
    return bool(title) and _is_dated(first) and not is_date(first) and is_text(window[2].text)


def _opens_menu(text: str) -> bool:
    return (
        not has_words(text)
        or is_skip_link(text)
        or is_cookie_banner(text)
        or (len(text) <= _MENU_WORD and plain_label(text) in MENU_BUTTONS)
    )


def _is_byline(window: tuple[Line, ...]) -> bool:
    """Tell whether the first line is a byline. `Von Kindern und Tieren` is a title where a byline follows it."""
    text = window[0].text
    if not is_byline_part(text):
        return False
    surely = bool(split_avatar(text)) or is_author_label(text) or is_date(text)
    below = window[1].text if len(window) > 1 else ""
    return surely or not (below and is_byline_part(below) and not is_date(below))


def _has_menu(window: tuple[Line, ...], byline: int, *, skipped: bool) -> bool:
    """Tell whether a menu stands above the title, which stands above the byline."""
    # Without the link that passes over the menu, only many short lines are a sign of one: a line or two between title
    # and byline are a dek, or the text of a picture; and a poem has its byline below it.
    fewest = 1 if skipped else _MENU_LINES
    menu, below = window[: max(byline - 1, 0)], window[byline:]
    if byline <= fewest or any(is_sentence(line.text) or line.text.endswith(FULL_STOPS) for line in menu):
        return False
    return skipped or len(below) > 1


def _can_be_title(text: str) -> bool:
    return len(text) <= _TITLE_LENGTH and len(text.split()) <= _TITLE_WORDS and has_words(text)
