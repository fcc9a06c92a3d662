"""Bylines as pages print them: names, dates and terms in one line, in many languages."""

import re

from ..body.stories.labels import plain_label
from .text_dump_dates import exact_moment, is_date
from .text_dump_fates import Fate
from .text_dump_phrases import counts_comments, invites_comments, is_counter, is_name, split_avatar
from .text_dump_short_lines import of_short_lines
from .text_dump_terms import fate_terms, split_names
from .text_dump_words_bylines import BEHIND_NAME, BY, IN_TERMS, NEEDS_COLON, POSTED, TAGGED, WRITTEN_BY
from .text_dump_words_comments import plain_phrases

Pieces = tuple[tuple[str, Fate], ...]

LONGEST, LONGEST_ROW = 200, 2000
"""Characters of a line that may hold a byline, and of one with categories beside it."""
_CELLS = re.compile(r"(\s+[|·•∙⋅/–—―]\s+|\s*[|·•∙⋅]\s+|\s+[|·•∙⋅]\s*|\s*[\ue000-\uf8ff]\s*|\s{2,})")


def _alternatives(phrases: tuple[str, ...]) -> str:
    spellings = dict.fromkeys(spelling for phrase in phrases for spelling in (phrase, phrase.upper()))
    return "|".join(
        re.escape(spelling) for spelling in sorted(spellings, key=lambda spelling: (-len(spelling), spelling))
    )


_BY = re.compile(
    rf"(?P<label>(?:{_alternatives(BY)}|by))(?P<mark>\s*[:：]\s*|\s+|(?<=[^\x00-\x7f]{{2}}))(?P<name>\S.*)"
)
_POSTED = re.compile(rf"(?P<label>(?:{_alternatives(POSTED)})\s*[:：]?)\s*(?P<rest>\S.*)")
_BETWEEN = re.compile(
    r"(\s*[,–—-]?\s*(?<!\w)(?:by|von|par|por|di|da|door|przez|autor|автором|автор|от|від|από|av|af|oleh|bởi|od|per|de|از"
    r"|a cura di|szerző|kirjoittanut|kirjoittaja|بواسطة|توسط|מאת|作者|投稿者|글쓴이|작성자|由|โดย|theo|skrivet av)"
    r"(?!\w)\s*[:：]?\s*)",
    re.IGNORECASE,
)
_BY_ALONE = re.compile(
    r"(?P<date>\S.*?\d.*?)\s+(?P<by>by|von|par|por|di|da|door|przez|av|af|oleh|bởi|od|per|από|от|від)", re.IGNORECASE
)
_PARTICLES = frozenset(
    {
        "von",
        "van",
        "de",
        "der",
        "den",
        "del",
        "della",
        "di",
        "da",
        "do",
        "dos",
        "das",
        "du",
        "la",
        "le",
        "el",
        "al",
        "bin",
    }
    | {
        "ibn",
        "af",
        "av",
        "zu",
        "zur",
        "ter",
        "ten",
        "y",
        "e",
        "i",
        "und",
        "and",
        "et",
        "og",
        "och",
        "en",
        "και",
        "и",
        "&",
        "the",
    }
)
_DASHES = ("–", "—", "―", "/")
_MOST_DATES = 2
_SPACES = re.compile(r"\s+")
_WORDS_BEHIND, _TERM_WORDS, _CELL_WORDS = 8, 5, 4
_DATE_LENGTH = 50
_DATE_STARTS = re.compile(r"(?<=\s)\w|(?<=[^\W\d_A-Z])[^\W\d_a-z]|(?<=\d)[^\W\d_a-z]|(?<=[^\W\d_])\d")
_GLUED = re.compile(r"[a-zß-ÿα-ωа-я\d][A-ZÀ-ÞΑ-ΩА-Я]|[a-zß-ÿα-ωа-я]\d")


def is_label(text: str, labels: frozenset[str]) -> bool:
    """Tell whether the line is one of the labels and nothing else."""
    return len(text) <= LONGEST and plain_label(text) in labels


def is_author_label(text: str) -> bool:
    """Tell whether a name may stand in the line below."""
    return is_label(text, WRITTEN_BY)


def is_terms_label(text: str) -> bool:
    """Tell whether categories may stand in the line below."""
    return is_label(text, IN_TERMS)


def is_posted_label(text: str) -> bool:
    """Tell whether a date may stand in the line below."""
    return is_label(text, _POSTED_LABELS)


def is_tags_label(text: str) -> bool:
    """Tell whether tags may stand in the line below."""
    return is_label(text, _TAGS_LABELS)


_POSTED_LABELS = frozenset(map(plain_label, POSTED)) | plain_phrases("beitrag veröffentlicht|article publié|post date")
_TAGS_LABELS = frozenset(map(plain_label, TAGGED))


@of_short_lines(LONGEST)
def split_byline(text: str) -> Pieces:
    """Give the pieces of a line with an author, a date, or both; none where it is no such line for sure."""
    if len(text) > LONGEST or split_avatar(text):
        return ()
    return _posted(text) or _dated_name(text) or _by(text) or _behind(text)


def _posted(text: str) -> Pieces:
    """Read `Posted on October 17, 2023 by Ann Lee`, and the parts of it."""
    posted = _POSTED.fullmatch(text)
    if posted is None:
        return ()
    rest = _dated(posted["rest"])
    return ((posted["label"], Fate.LABEL), *rest) if rest else ()


def _dated(text: str) -> Pieces:
    """Read a date, with or without a name behind it."""
    if is_date(text):
        return ((text, Fate.DATE),)
    alone = _BY_ALONE.fullmatch(text)
    if alone is not None and is_date(alone["date"]):
        return ((alone["date"], Fate.DATE), (alone["by"], Fate.LABEL))
    parts = _BETWEEN.split(text, maxsplit=1)
    if len(parts) == 1 or not is_date(parts[0]) or not is_name(parts[2]):
        return ()
    return ((parts[0], Fate.DATE), (parts[1], Fate.LABEL), *split_names(parts[2]))


def _dated_name(text: str) -> Pieces:
    """Read `By Ann Lee October 17, 2023`, `October 17, 2023 by Ann Lee`, and the first with `on` between them."""
    if not any(map(str.isdecimal, text)) or is_date(text):
        return ()
    if dated := _dated(text):
        return dated
    dates: list[tuple[str, Fate]] = []
    named = text
    # The day of the last change may stand behind the day of publication.
    while len(dates) < _MOST_DATES and (start := date_start(named)):
        before = named[:start].rstrip(" ,|-–—•·")
        dates = [(named[len(before) : start], Fate.JOINT), (named[start:], Fate.DATE), *dates]
        named = before
    by = _by(named) if dates else ()
    return (*by, *dates) if by else ()


def date_start(text: str) -> int:
    """Give the place of the longest end of a line that is a date; 0 where there is none.

    Where a page parts name and date by looks alone, a copy has no space between them: `Ann LeeOctober 17, 2023`.
    """
    for start in _DATE_STARTS.finditer(text, max(0, len(text) - _DATE_LENGTH)):
        date = text[start.start() :]
        if start.start() and is_date(date) and not _GLUED.search(date):
            return start.start()
    return 0


def _by(text: str) -> Pieces:
    by = _BY.fullmatch(text)
    if by is not None and is_date(by["name"]):
        # The name was a link, and links were not copied.
        return ((by["label"] + by["mark"], Fate.LABEL), (by["name"], Fate.DATE))
    if by is None or not is_person(by["name"]):
        return ()
    if plain_label(by["label"]) in NEEDS_COLON and not by["mark"].strip():
        return ()
    return ((by["label"] + by["mark"], Fate.LABEL), *split_names(by["name"]))


def _behind(text: str) -> Pieces:
    """Read a name with the word behind it: `山田太郎記者`, `Ann Lee tarafından`."""
    word = next((word for word in BEHIND_NAME if text.endswith(word)), None)
    name = text[: -len(word)] if word else ""
    if word is None or not is_person(name.strip()) or len(name.split()) > _MOST_NAMES or len(name) > _BEHIND_LENGTH:
        return ()
    return ((name, Fate.BYLINE), (word, Fate.LABEL))


_MOST_NAMES, _BEHIND_LENGTH = 4, 40


def is_person(text: str) -> bool:
    """Tell whether the words can be the name of a person: short, and each with a capital where there are capitals."""
    if not is_name(text) or text[0].isdecimal():
        return False
    words = [word for word in text.replace(",", " ").split() if word.casefold() not in _PARTICLES]
    return bool(words) and all(not word[0].islower() for word in words)


def split_dated_name(text: str) -> Pieces:
    """Give the pieces of a line without a label, known to begin with a name, with a date and perhaps more behind it."""
    if len(text) > LONGEST or not any(map(str.isdecimal, text)):
        return ()
    words = list(_SPACES.finditer(text))[-_WORDS_BEHIND:]
    for end in (len(text), *(space.start() for space in reversed(words))):
        start = date_start(text[:end])
        name = text[:start].rstrip(" ,|-–—•·")
        if start and name and is_name(name) and not any(map(str.isdecimal, name)):
            parting = text[len(name) : start]
            pieces = (
                (name, Fate.BYLINE),
                (parting, Fate.JOINT),
                (text[start:end], Fate.DATE),
                (text[end:], Fate.BESIDE),
            )
            return tuple(piece for piece in pieces if piece[0].strip())
    return ()


def split_in_terms(text: str) -> Pieces:
    """Give the pieces of `in City, Trade` below a name, which Twenty Twenty-Five prints."""
    label, space, names = text.partition(" ")
    listed = bool(space) and plain_label(label) in IN_TERMS and not text.endswith((".", "!", "?"))
    terms = fate_terms(names, Fate.CATEGORY) if listed else ()
    short = all(len(name.split()) <= _TERM_WORDS for name, _ in terms)
    return ((label, Fate.LABEL), *terms) if terms and short and not names[:1].islower() else ()


@of_short_lines(LONGEST_ROW)
def split_row(text: str) -> Pieces:
    """Give the cells of a byline in one row: `By Ann | October 17, 2023 | News | 2 Comments`; none for another line."""
    cells = _CELLS.split(text) if len(text) <= LONGEST_ROW else []
    # A row with very many categories begins like any other.
    looked_at = cells[::2] if len(text) <= LONGEST else cells[:1]
    if len(cells) <= 1 or not any(is_date(cell) or _named_cell(cell) for cell in looked_at):
        return ()
    pieces = tuple(
        piece
        for place, cell in enumerate(cells)
        for piece in (((cell, Fate.JOINT),) if place % 2 else _cell(cell) if cell else ())
    )
    # `Harbour – 17 October 2023` is a title.
    dashed = all(sign.strip() in _DASHES for sign in cells[1::2])
    beside = [words for cell, fate in pieces if fate is Fate.BESIDE for words in cell.split(",")]
    long = any(len(words.split()) > _CELL_WORDS for words in beside)
    named = any(fate is Fate.BYLINE for _, fate in pieces)
    return pieces if named or not (beside and (dashed or long)) else ()


def _named_cell(cell: str) -> bool:
    return any(fate in {Fate.BYLINE, Fate.DATE} for _, fate in split_byline(cell))


def _cell(cell: str) -> Pieces:
    byline = _BY.fullmatch(cell)
    if byline is not None and is_name(byline["name"]) and not split_byline(cell):
        return ((byline["label"], Fate.LABEL), *split_names(byline["name"]))
    if is_date(cell):
        return ((cell, Fate.DATE),)
    if counts_comments(cell) or invites_comments(cell):
        return ((cell, Fate.COMMENT_FORM),)
    if is_counter(cell):
        return ((cell, Fate.COUNTER),)
    return split_byline(cell) or fate_terms(cell) or ((cell, Fate.BESIDE),)


@of_short_lines(LONGEST_ROW)
def is_byline_part(text: str) -> bool:
    """Tell whether the line is part of a byline: a name with its label, a date, an avatar, or a row of them."""
    if len(text) > LONGEST:
        return bool(split_row(text))
    if split_avatar(text) or is_author_label(text) or is_date(text) or exact_moment(text) is not None:
        return True
    return bool(split_byline(text) or split_row(text))
