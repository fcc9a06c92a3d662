"""What WordPress and its themes print around an article, told from its text line by line.

The words themselves are tables: `text_dump_words_comments.py`, `text_dump_words_bylines.py` and
`text_dump_words_pages.py`. They are compared as related stories' labels are (`plain_label`): without case, accents and
punctuation.
"""

import re

from ..body.stories.labels import KNOWN, plain_label
from .text_dump_short_lines import SHORT, of_short_lines
from .text_dump_words_bylines import AVATARS, COUNTERS
from .text_dump_words_comments import (
    CANCEL,
    COMMENT_HEADINGS,
    COUNTED,
    FIELDS,
    FORM_HEADINGS,
    FORM_STARTS,
    NONE_YET,
    REPLY_LINKS,
    SAYS,
)
from .text_dump_words_pages import (
    ADS,
    COOKIES,
    FOOT_STARTS,
    NAVIGATION,
    NETWORKS,
    PARTS,
    PASSWORD_FORM,
    PROTECTED,
    RELATED_ALONE,
    SHARE,
    SKIP_LINKS,
    STORY_LISTS,
    WIDGETS,
)

FULL_STOPS = (".", "!", "?", "。", "！", "？", "।", "؟")
"""What ends a statement; a menu and a list of titles have few of them."""

_BUTTON_WORDS = 10
_TITLE_WORDS = 30
_SENTENCE_WORDS, _SENTENCE_LENGTH = 20, 160
_WIDE_SENTENCE = 60
_NAME_LENGTH, _NAME_WORDS = 80, 6
_COUNT_LENGTH = 60
_STATEMENT_WORDS = 4
_SLIP_LENGTHS = range(6, 31)  # a slip in a shorter word makes another word: "Home", "Some"

# Scripts that put no space between words, and say in a line of 60 letters what takes 20 words elsewhere.
_WIDE = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_NUMBER = re.compile(r"\d[\d.,\u00a0]*\s?[KkMm]?\b|\d+")
_NUMBER_WORDS = re.compile(
    r"^(?:one|no|un|une|uno|una|um|uma|ein|eine|één|een|jeden|один|одна|ένα|ett|en|et|yksi|jedna)\s"
)
_ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_RELATED = re.compile(
    r"(?P<label>[^\n:：|>»]{2,40}?)(?P<mark>\s*[:：]\s*|\s+[–—-]\s+|\s*[>»→▶►|]\s*|\s*\u00a0\s*|\s{2,})(?P<title>\S.*)"
)
_CRUMBS = re.compile(r"\s*[»›>→/\\|]\s*|\s+-\s+")
_HOMES = frozenset(
    {"home", "start", "startseite", "accueil", "inicio", "início", "home page", "homepage", "strona główna", "главная"}
    | {
        "головна",
        "αρχική",
        "ホーム",
        "トップ",
        "首页",
        "首頁",
        "홈",
        "الرئيسية",
        "خانه",
        "בית",
        "ana sayfa",
        "anasayfa",
        "hem",
    }
    | {"hjem", "forside", "etusivu", "domů", "domov", "kezdőlap", "főoldal", "acasă", "начало", "naslovnica", "почетна"}
    | {"beranda", "trang chủ", "หน้าแรก", "inici", "you are here", "news"}
)
_AVATARS = sorted((template.partition("{}")[::2] for template in AVATARS), key=lambda parts: -len("".join(parts)))
_AVATAR_WORDS = re.compile(
    "|".join(sorted({re.escape(max("".join(parts).split(), key=len)) for parts in _AVATARS})), re.IGNORECASE
)
_SHARE = frozenset(map(plain_label, SHARE))
_SHARE_STARTS = tuple(f"{phrase} " for phrase in sorted(_SHARE) if " " in phrase)
_SHARE_WORDS = frozenset(
    {"on", "auf", "sur", "en", "no", "su", "op", "via", "to", "with", "mit", "by", "na", "w", "στο", "em"}
)
_PARTS = re.compile(rf"(?:{'|'.join(map(re.escape, PARTS))})\s*[:：]?\s*(?:\d+\s*)+", re.IGNORECASE)
_PROTECTED = re.compile(
    rf"(?P<label>(?:{'|'.join(map(re.escape, PROTECTED))})\s*[:：])\s*(?P<title>\S.*)", re.IGNORECASE
)


@of_short_lines()
def opens_comment_form(text: str) -> bool:
    """Tell whether the line is the comment form's heading (`comment_form()`, `title_reply`)."""
    if len(text) > SHORT:
        return False
    plain = plain_label(text)
    if plain in FORM_HEADINGS:
        return True
    # "Leave a Reply to Ann Cancel reply" is the heading while a reader answers someone.
    if not plain.startswith(_HEADING_STARTS):
        return False
    return plain.endswith(_CANCEL_ENDS) or plain.startswith(tuple(f"{start}to " for start in _HEADING_STARTS))


_HEADING_STARTS = tuple(f"{heading} " for heading in sorted(FORM_HEADINGS))
_CANCEL_ENDS = tuple(f" {phrase}" for phrase in sorted(CANCEL))


@of_short_lines()
def is_comment_form(text: str) -> bool:
    """Tell whether the line is any other part of the comments section that no reader wrote."""
    if len(text) > SHORT:
        return False
    plain = plain_label(text)
    return (
        plain.startswith(FORM_STARTS)
        or plain in COMMENT_HEADINGS
        or plain in CANCEL
        or counts_comments(text)
        or invites_comments(text)
        or opens_comment_form(text)
    )


def is_comment_heading(text: str) -> bool:
    """Tell whether the line is what stands above the comments."""
    return len(text) <= SHORT and plain_label(text) in COMMENT_HEADINGS


@of_short_lines()
def is_form_field(text: str) -> bool:
    """Tell whether the line is the label of a field; only beside the form is it sure."""
    return len(text) <= SHORT and (plain_label(text) in FIELDS or is_reply_link(text))


@of_short_lines()
def is_reply_link(text: str) -> bool:
    """Tell whether the line is a link below a comment, or the label of a field that must be filled."""
    return len(text) <= SHORT and (
        plain_label(text) in REPLY_LINKS or (text.endswith("*") and plain_label(text) in FIELDS)
    )


@of_short_lines()
def is_footer(text: str) -> bool:
    """Tell whether the line is one that themes print at the foot of each page."""
    return len(text) <= SHORT and text.casefold().startswith(FOOT_STARTS)


def is_cookie_banner(text: str) -> bool:
    """Tell whether the line asks about cookies."""
    return text[: 2 * SHORT].casefold().startswith(COOKIES)


@of_short_lines()
def is_advertisement(text: str) -> bool:
    """Tell whether the line is what stands above an advertisement."""
    return len(text) <= SHORT and plain_label(text) in ADS


@of_short_lines()
def is_part_list(text: str) -> bool:
    """Tell whether the line holds the numbers of an article's parts (`wp_link_pages`)."""
    return len(text) <= SHORT and _PARTS.fullmatch(text) is not None


def asks_password(text: str) -> bool:
    """Tell whether the line begins the form that stands in place of a protected article."""
    return text[:SHORT].casefold().startswith(PASSWORD_FORM)


def split_protected(text: str) -> tuple[str, str] | None:
    """Give the word before the title of a protected article, and the title (`protected_title_format`)."""
    match = _PROTECTED.fullmatch(text) if len(text) <= SHORT else None
    return (match["label"], match["title"]) if match else None


@of_short_lines()
def is_sharing(text: str) -> bool:
    """Tell whether the line belongs to buttons that share or like."""
    if len(text) > SHORT or len(text.split()) > _BUTTON_WORDS:
        return False
    plain = plain_label(_NUMBER.sub(" ", text))
    if plain in _SHARE or plain.startswith(_SHARE_STARTS):
        return True
    names = plain.split()
    return bool(names) and names[0] in _SHARE and all(name in _SHARE | NETWORKS | _SHARE_WORDS for name in names)


@of_short_lines()
def is_network(text: str) -> bool:
    """Tell whether the line is a network's name; only beside sharing buttons is it one of them."""
    return len(text) <= SHORT and plain_label(_NUMBER.sub(" ", text)) in NETWORKS


@of_short_lines()
def is_counter(text: str) -> bool:
    """Tell whether the line says how long an article takes to read, or how many have read or shared it."""
    if len(text) > _COUNT_LENGTH:
        return False
    rest = plain_label(_NUMBER.sub(" ", text))
    return rest in COUNTERS and (rest != plain_label(text) or " " in rest)


@of_short_lines()
def is_navigation(text: str) -> bool:
    """Tell whether the line links to another page of the site; only below the body is it sure."""
    if len(text) > SHORT:
        return False
    # A quotation ends with the same sign.
    points = (text.endswith("»") and "«" not in text) or (text.startswith("« ") and "»" not in text)
    if points or text.endswith(("→", "›")) or text.startswith(("←", "→", "‹", "›", "» ")):
        return True
    label, colon, _ = text.replace("：", ":").partition(":")
    return is_navigation_heading(text) or (bool(colon) and plain_label(label) in NAVIGATION)


def is_navigation_heading(text: str) -> bool:
    """Tell whether the line is the words of such a link, without a title."""
    return len(text) <= SHORT and plain_label(text) in NAVIGATION


@of_short_lines()
def is_breadcrumb(text: str) -> bool:
    """Tell whether the line is a path that leads from the site's home to the article."""
    steps = [step for step in _CRUMBS.split(text) if step] if len(text) <= SHORT else []
    return len(steps) > 1 and steps[0].casefold() in _HOMES


def _shortened(phrase: str) -> frozenset[str]:
    return frozenset(phrase[:i] + phrase[i + 1 :] for i in range(len(phrase)))


_HEADINGS = WIDGETS | STORY_LISTS
_LONG_WIDGETS = frozenset(phrase for phrase in _HEADINGS if len(phrase) in _SLIP_LENGTHS)
_SLIPS = _LONG_WIDGETS.union(*(_shortened(phrase) for phrase in _LONG_WIDGETS))


@of_short_lines()
def is_widget(text: str) -> bool:
    """Tell whether the line is the heading of a widget, one slip of the pen allowed (`Cateegories`)."""
    plain = plain_label(text) if len(text) <= SHORT else ""
    if plain in _HEADINGS or plain in _SLIPS:
        return True
    return len(plain) in _SLIP_LENGTHS and not _SLIPS.isdisjoint(_shortened(plain))


@of_short_lines()
def lists_stories(text: str) -> bool:
    """Tell whether the line heads a list of other stories."""
    return len(text) <= SHORT and plain_label(text) in STORY_LISTS


@of_short_lines()
def is_skip_link(text: str) -> bool:
    """Tell whether the line is the link that keyboards use to pass over the menu."""
    return len(text) <= SHORT and plain_label(text) in SKIP_LINKS


@of_short_lines()
def split_related(text: str) -> tuple[str, str] | None:
    """Give label and title of a line that names a related story, as plugins print it between paragraphs.

    The label is one that newsrooms are known to write, followed by a sign or by more white space than a sentence has.
    """
    if len(text) <= SHORT and (parts := _related_by_case(text)):
        return parts
    match = _RELATED.fullmatch(text) if len(text) <= SHORT else None
    if match is None or plain_label(match["label"]) not in KNOWN - _NEVER_RELATED:
        return None
    # A title has no full stop; a sentence such as "See also: the report of 2020." has.
    if match["title"].endswith((".", ";", ":")) or len(match["title"].split()) > _TITLE_WORDS:
        return None
    return match["label"] + match["mark"], match["title"]


def _related_by_case(text: str) -> tuple[str, str] | None:
    """Read `In Related News Ferry sails again`, whose label only a capital parts from the title."""
    words = text.split(" ")
    for count in range(_RELATED_WORDS, 1, -1):
        label, title = " ".join(words[:count]), " ".join(words[count:]).lstrip()
        if (
            plain_label(label) in RELATED_ALONE
            and title[:1]
            and not title.split()[0].islower()
            and (" " in title or count == _SURE_WORDS)
            and not title.endswith((".", ";", ":"))
        ):
            return label, title
    return None


_RELATED_WORDS, _SURE_WORDS = 5, 3
_NEVER_RELATED = frozenset(map(plain_label, ("more", "also", "background", "previously", "πιο πριν", "check out")))
"""Of the labels before links, those that begin other lines as well."""


@of_short_lines()
def split_avatar(text: str) -> tuple[str, str, str] | None:
    """Give what stands before the name, the name, and what stands after it in the alt text of an avatar."""
    if len(text) > SHORT:
        return None
    if not _AVATAR_WORDS.search(text):
        return None
    for before, after in _AVATARS:
        name = text[len(before) : len(text) - len(after)]
        if text.startswith(before) and text.endswith(after) and name.strip() and is_name(name):
            return before, name, after
    return None


def is_name(text: str) -> bool:
    """Tell whether the words can be a person's name."""
    last = text.rstrip()[-1:]
    short = len(text) <= _NAME_LENGTH and len(text.split()) <= _NAME_WORDS
    return short and any(map(str.isalpha, text)) and last not in '!?:;,。…”"»' and not text.endswith((". ", ".."))


@of_short_lines()
def counts_comments(text: str) -> bool:
    """Tell whether the line is a number of comments and nothing else: `2 Comments`, `Комментариев: 2`."""
    if len(text) > _COUNT_LENGTH:
        return False
    plain = plain_label(text)
    rest, numbers = _NUMBER.subn(" ", plain)
    return (numbers == 1 and " ".join(rest.split()) in COUNTED) or _counts_in_words(plain)


@of_short_lines()
def invites_comments(text: str) -> bool:
    """Tell whether the line says that there are no comments yet, or none allowed."""
    return len(text) <= _COUNT_LENGTH and plain_label(text) in NONE_YET


def _counts_in_words(plain: str) -> bool:
    word = _NUMBER_WORDS.match(plain)
    return word is not None and plain[word.end() :] in COUNTED


@of_short_lines()
def says(text: str) -> bool:
    """Tell whether the line is the word that follows a commenter's name (`Walker_Comment`)."""
    return text.endswith((":", "：")) and _evened(text).rstrip(" :：") in SAID


def split_says(text: str, *, any_name: bool = False) -> tuple[str, str] | None:
    """Give the name and the word of a line such as `Bo Ray says:`; a pingback's name is a title, `any_name`."""
    if len(text) > SHORT or not text.endswith((":", "：")):
        return None
    said = _evened(text).rstrip(" :：")
    for word in _SAYS:
        name = text[: len(said) - len(word)]
        parted = name.endswith((" ", "\u00a0")) or not word.isascii()
        if said.endswith(word) and parted and (is_name(name.strip()) or (any_name and name.strip())):
            return name, text[len(name) :]
    return None


def _evened(text: str) -> str:
    """Give a line by which such words are compared, of the same length: some write their joints with a space."""
    return "".join(map(str.lower, text)).translate(_JOINERS) if len(text.lower()) == len(text) else text


_JOINERS = str.maketrans("\u200c\u00a0ي", "  ی")
SAID = frozenset(map(_evened, SAYS))
_SAYS = sorted(SAID, key=lambda word: (-len(word), word))


def is_sentence(text: str) -> bool:
    """Tell whether the line is long enough to be text of the article, wherever it stands."""
    if len(text) > _SENTENCE_LENGTH or len(text.split()) >= _SENTENCE_WORDS:
        return True
    return len(text) > _WIDE_SENTENCE and not text.isascii() and len(_WIDE.findall(text)) > _WIDE_SENTENCE


def is_text(text: str) -> bool:
    """Tell whether the line says something: a sentence, or a shorter statement with its full stop."""
    statement = text.endswith(FULL_STOPS) and (len(text.split()) >= _STATEMENT_WORDS or not text.isascii())
    return is_sentence(text) or statement


def is_address(text: str) -> bool:
    """Tell whether the line is a web address and nothing else."""
    return _ADDRESS.fullmatch(text) is not None


def has_words(text: str) -> bool:
    """Tell whether there is a letter or a digit."""
    return any(map(str.isalnum, text))
