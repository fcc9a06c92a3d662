"""The head of a text dump: masthead, title, byline, date, and the caption of the lead picture."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from .text_dump_bylines import (
    is_author_label,
    is_byline_part,
    is_person,
    is_terms_label,
    split_byline,
    split_dated_name,
    split_in_terms,
    split_row,
)
from .text_dump_dates import exact_moment, is_date
from .text_dump_excerpts import EXCERPT_LINES, begins_text
from .text_dump_fates import Doubt, Fate, FatedLine, Line, Zone
from .text_dump_phrases import (
    counts_comments,
    has_words,
    invites_comments,
    is_breadcrumb,
    is_cookie_banner,
    is_counter,
    is_name,
    is_network,
    is_sharing,
    is_skip_link,
    is_text,
    opens_comment_form,
    split_avatar,
    split_protected,
)
from .text_dump_repeats import MANY, NEARLY_ALL
from .text_dump_terms import fate_terms, split_names
from .text_dump_title import Hints, find_title
from .text_dump_words_pages import CREDITS

_CAPTION_LENGTH = 220
_LONGEST_DEK = 500
_DEK_WORDS, _NAME_WORDS = 8, 4


@dataclass(slots=True)
class _Head:
    """What has been read so far."""

    lines: tuple[Line, ...]
    """The lines of the dump above its foot."""
    hints: Hints
    """What else is known of the title."""
    at: int = 0
    """The next line to read."""
    title: str = ""
    """The title, once it is found."""
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

    def take_if(self, fate: Fate, *, sure: bool) -> bool:
        """Fate the next line as a whole where that is sure."""
        if sure:
            self.take((self.lines[self.at].text, fate))
        return sure


def _stray(head: _Head, line: Line) -> bool:
    return head.take_if(Fate.STRAY, sure=not has_words(line.text))


def _skip_link(head: _Head, line: Line) -> bool:
    return head.take_if(Fate.NAVIGATION, sure=is_skip_link(line.text))


def _avatar(head: _Head, line: Line) -> bool:
    """Read a byline's avatar, and the lines of its block: the name again, or the lead picture's caption."""
    avatar = split_avatar(line.text)
    if avatar is None:
        return False
    before, name, after = avatar
    head.take((before, Fate.LABEL), (name, Fate.BYLINE), (after, Fate.LABEL))
    while (below := head.line()) is not None and below.block == line.block and not is_byline_part(below.text):
        if below.text == name:
            head.take((below.text, Fate.LABEL))
        elif Fate.CAPTION in head.fates or len(below.text) > _CAPTION_LENGTH or below.heads >= MANY:
            break
        else:
            head.take((below.text, Fate.CAPTION))
            head.doubts.append(Doubt("line under the avatar taken for the caption of the lead picture", below.text))
    return True


def _written_by(head: _Head, line: Line) -> bool:
    """Read `Written by / Ann / in / News`, each on its line; the names are missing where links were not copied."""
    if not is_author_label(line.text):
        return False
    head.take((line.text, Fate.LABEL))
    name = head.line()
    if name is not None and is_terms_label(name.text):
        head.take((name.text, Fate.LABEL))
        return True
    if name is not None and (dated := split_dated_name(name.text)):
        head.take(*dated)
        return True
    if name is not None and _is_named(head, name):
        head.take(*split_names(name.text))
        _in_categories(head)
    return True


def _is_named(head: _Head, name: Line) -> bool:
    """Tell whether the line below `Written by` is the name: where links were not copied it is the body's first line."""
    text, below = name.text, head.line(1)
    long = len(text.split()) > _NAME_WORDS or text.endswith(".") or is_text(text)
    if long or not is_name(text) or is_date(text) or _is_known(text):
        return False
    part = below is not None and (
        is_byline_part(below.text) or is_terms_label(below.text) or split_in_terms(below.text)
    )
    if name.heads or part:
        return True
    named = is_person(text) and " " in text
    if named:
        head.doubts.append(Doubt("author taken from the line below its label", text))
    return named


def _is_known(text: str) -> bool:
    return bool(split_byline(text) or fate_terms(text)) or is_counter(text) or counts_comments(text) or is_sharing(text)


def _in_categories(head: _Head) -> None:
    # Twenty Twenty-Five prints the categories below "in"; that the name came along shows that links were copied.
    label, names = head.line(), head.line(1)
    if label is not None and (terms := split_in_terms(label.text)):
        head.take(*terms)
    elif label is not None and is_terms_label(label.text):
        head.take((label.text, Fate.LABEL))
        if names is not None and has_words(names.text) and not is_text(names.text):
            head.take(*fate_terms(names.text, Fate.CATEGORY))


def _by_name(head: _Head, line: Line) -> bool:
    pieces = split_byline(line.text)
    fates = {fate for _, fate in pieces}
    # Below the theme's own byline and date another of both is the author's.
    another = Fate.DATE in head.fates and {Fate.DATE, Fate.BYLINE} <= fates
    if not pieces or is_date(line.text) or another:
        return False
    head.take(*pieces)
    return True


def _row(head: _Head, line: Line) -> bool:
    pieces = split_row(line.text)
    if pieces:
        head.take(*pieces)
    return bool(pieces)


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
    return head.take_if(Fate.SHARING, sure=beside or is_sharing(line.text))


def _counter(head: _Head, line: Line) -> bool:
    return head.take_if(Fate.COUNTER, sure=is_counter(line.text))


def _comment_count(head: _Head, line: Line) -> bool:
    # Without a byline above it and comments below, "2 Comments" may be a heading.
    named = bool(head.hints.quoted) or not head.fates.isdisjoint({Fate.BYLINE, Fate.DATE, Fate.MOMENT, Fate.LABEL})
    counts = (
        counts_comments(line.text)
        or invites_comments(line.text)
        or opens_comment_form(line.text)
        or _names_title(line.text, head.title)
    )
    return head.take_if(Fate.COMMENT_FORM, sure=named and counts)


def _names_title(text: str, title: str) -> bool:
    """Tell whether the line is the rest of `Comments Off / on Harbour reopens`, which screen readers get."""
    return bool(title) and text.endswith(title) and 0 < len(text) - len(title) <= len("Kommentare deaktiviert für ")


def _breadcrumb(head: _Head, line: Line) -> bool:
    return head.take_if(Fate.BREADCRUMB, sure=is_breadcrumb(line.text))


def _cookies(head: _Head, line: Line) -> bool:
    return head.take_if(Fate.COOKIES, sure=is_cookie_banner(line.text))


def _again(head: _Head, line: Line) -> bool:
    # Directly above the text, below the byline, and where it stands a third time, it is the author's own heading.
    below = head.line(1)
    heads_text = below is None or (is_text(below.text) and below.heads < MANY)
    above_byline = head.fates.isdisjoint({Fate.BYLINE, Fate.DATE, Fate.MOMENT, Fate.AGAIN})
    # `No comments on / Harbour reopens`, of which the second line is a link.
    last = head.pieces[-1] if head.pieces else None
    goes_on = last is not None and last.block == line.block and last.fate in {Fate.BESIDE, Fate.COMMENT_FORM}
    again = bool(head.title) and line.text == head.title and (above_byline or goes_on)
    return head.take_if(Fate.AGAIN, sure=again and not heads_text)


def _repeated(head: _Head, line: Line) -> bool:
    """Leave out a line of other pages' heads, save directly above the text, where a column has its heading."""
    below = head.line(1)
    heads_text = below is not None and is_text(below.text) and below.heads < MANY
    return head.take_if(Fate.REPEATED, sure=line.heads >= (NEARLY_ALL if heads_text else MANY))


def _beside(head: _Head, line: Line) -> bool:
    """Leave out a short line among the parts of the byline; a statement there is the summary."""
    below = head.line(1)
    if (
        below is None
        or len(line.text)
        > (_LONGEST_DEK if split_avatar(below.text) or is_author_label(below.text) else _CAPTION_LENGTH)
        or not (_is_part(head, below) and _stands_apart(head, line, below))
    ):
        return False
    if not is_text(line.text) and len(line.text.split()) < _DEK_WORDS:
        head.take((line.text, Fate.BESIDE))
        return True
    head.doubts.append(Doubt("line above the byline taken for the summary", line.text))
    return head.take_if(Fate.STANDFIRST, sure=True)


def _caption(head: _Head, line: Line) -> bool:
    """Read the caption of the lead picture, which stands below the byline and names who made it."""
    below = not head.fates.isdisjoint({Fate.BYLINE, Fate.DATE, Fate.MOMENT}) and Fate.CAPTION not in head.fates
    if not below or len(line.text) > _CAPTION_LENGTH or not _CREDITED.search(line.text):
        return False
    head.doubts.append(Doubt("line with a credit taken for the caption of the lead picture", line.text))
    return head.take_if(Fate.CAPTION, sure=True)


_CREDITS = "|".join(re.escape(word) for word in CREDITS if word.rstrip().endswith((":", "by", ".")))
_CREDITED = re.compile(rf"(?:^|[\s(\[|.–—-])(?:{_CREDITS})", re.IGNORECASE)


def _excerpt(head: _Head, line: Line) -> bool:
    """Leave out the beginning of the text that a theme shows above it, cut off (`wp_trim_excerpt`)."""
    below = head.lines[head.at + 1 :]
    return head.take_if(Fate.EXCERPT, sure=Fate.TITLE in head.fates and begins_text(line, below[:EXCERPT_LINES]))


def _is_part(head: _Head, below: Line) -> bool:
    if is_byline_part(below.text):
        return True
    return below.heads >= MANY and (has_words(below.text) or head.title != "")


def _stands_apart(head: _Head, line: Line, below: Line) -> bool:
    # Of one page alone, a byline below a paragraph's lines or below another byline is no sign of more of it.
    alone = not (line.heads or below.heads)
    return not alone or (below.block != line.block and head.fates.isdisjoint({Fate.BYLINE, Fate.LABEL}))


_STEPS: tuple[Callable[[_Head, Line], bool], ...] = (
    _stray,
    _skip_link,
    _again,
    _avatar,
    _written_by,
    _by_name,
    _row,
    _date,
    _terms,
    _sharing,
    _counter,
    _comment_count,
    _breadcrumb,
    _cookies,
    _repeated,
    _excerpt,
    _caption,
    _beside,
)
"""Tried in this order on each line below the title, until none applies: there the body begins."""


def read_head(lines: tuple[Line, ...], hints: Hints) -> tuple[Zone, int]:
    """Give the head, and the place in `lines` where the body begins."""
    head = _Head(lines, hints)
    _read_title(head)
    while (line := head.line()) is not None and any(step(head, line) for step in _STEPS):
        pass
    return Zone(tuple(head.pieces), tuple(head.doubts)), head.at


def _read_title(head: _Head) -> None:
    found = find_title(head.lines, head.hints)
    if found.doubt:
        head.doubts.append(Doubt(found.doubt, ""))
    head.title = head.hints.told
    if found.place is None:
        _leave_out_menu(head)
        return
    for line in head.lines[: found.place]:
        _above_title(head, line)
    text = head.lines[head.at].text
    protected = split_protected(text)
    if head.hints.told:
        head.take((text, Fate.AGAIN))
    elif protected is not None and head.hints.locked:
        head.title = protected[1]
        head.take((protected[0], Fate.LABEL), (protected[1], Fate.TITLE))
        head.fates.discard(Fate.LABEL)  # that label is no byline's
    else:
        head.title = text
        head.take((text, Fate.TITLE))


def _leave_out_menu(head: _Head) -> None:
    while (line := head.line()) is not None and (
        not has_words(line.text) or is_skip_link(line.text) or (line.heads >= MANY and not is_byline_part(line.text))
    ):
        _above_title(head, line)


def _above_title(head: _Head, line: Line) -> None:
    fate = Fate.REPEATED if line.heads >= MANY else Fate.MASTHEAD
    if fate is Fate.MASTHEAD and (is_text(line.text) or Fate.PARAGRAPH in head.fates):
        # A note without a title above it (`aside`) has it below, as the link to the note alone.
        fate = Fate.PARAGRAPH
        head.doubts.append(Doubt("text above the title kept in the body", line.text))
    pieces = split_byline(line.text) or split_row(line.text)
    if any(known is Fate.BYLINE for _, known in pieces):
        head.take(*pieces)
        return
    for is_this, known in _ABOVE:
        if is_this(line.text):
            fate = known
            break
    head.take((line.text, fate))


_ABOVE: tuple[tuple[Callable[[str], bool], Fate], ...] = (
    (lambda text: not has_words(text), Fate.STRAY),
    (is_skip_link, Fate.NAVIGATION),
    (is_breadcrumb, Fate.BREADCRUMB),
    (is_cookie_banner, Fate.COOKIES),
)
"""What may stand above a title, the surest first."""
