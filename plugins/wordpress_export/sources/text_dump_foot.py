"""What stands below the body of a text dump: author box, comment form, widgets, footer."""

from .text_dump_fates import Doubt, Fate, FatedLine, Line, Zone
from .text_dump_phrases import (
    has_words,
    is_comment_form,
    is_footer,
    is_form_field,
    is_navigation,
    is_network,
    is_sentence,
    is_sharing,
    is_widget,
    split_avatar,
)
from .text_dump_terms import fate_terms

_KINDS = (
    (is_comment_form, Fate.COMMENT_FORM),
    (is_sharing, Fate.SHARING),
    (is_navigation, Fate.NAVIGATION),
    (is_footer, Fate.FOOTER),
    (is_widget, Fate.WIDGET),
)
"""Looked at in this order."""


def known_pieces(line: Line, above: tuple[Line, ...]) -> tuple[tuple[str, Fate], ...] | None:
    """Give the pieces of a line that is surely no text when nothing of the body stands below it; none for any other.

    `above` holds the line above it, if there is one.
    """
    text = line.text
    if not has_words(text):
        return ((text, Fate.STRAY),)
    if avatar := split_avatar(text):
        return ((avatar[0], Fate.LABEL), (avatar[1], Fate.AUTHOR_BOX), (avatar[2], Fate.LABEL))
    if is_network(text) and above and (is_sharing(above[0].text) or is_network(above[0].text)):
        return ((text, Fate.SHARING),)
    for is_this, fate in _KINDS:
        if is_this(text):
            return ((text, fate),)
    return fate_terms(text) or None


def read_foot(lines: tuple[Line, ...]) -> Zone:
    """Give what is no text. A long line that is no known part of a page goes back to the body, with a doubt."""
    pieces: list[FatedLine] = []
    doubts: list[Doubt] = []
    above = Fate.PARAGRAPH
    for place, line in enumerate(lines):
        fated = known_pieces(line, lines[max(place - 1, 0) : place]) or ((line.text, _unknown(line.text, above)),)
        above = fated[-1][1]
        if above is Fate.PARAGRAPH:
            doubts.append(Doubt("text below the end of the body kept in it", line.text))
        pieces.extend(line.fated(*fated))
    return Zone(tuple(pieces), tuple(doubts))


def _unknown(text: str, above: Fate) -> Fate:
    if above is Fate.COMMENT_FORM and is_form_field(text):
        return Fate.COMMENT_FORM
    if is_sentence(text):
        return Fate.PARAGRAPH
    return Fate.WIDGET_LINE if above in {Fate.WIDGET, Fate.WIDGET_LINE} else Fate.BELOW
