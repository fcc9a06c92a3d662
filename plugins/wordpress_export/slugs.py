"""Slugs that are safe as file names and as parts of addresses, in any script."""

import re
from dataclasses import dataclass
from unicodedata import category, normalize
from urllib.parse import unquote_to_bytes

from .model import Note

MOST_BYTES = 200
"""What WordPress keeps (`post_name varchar(200)`), and what every file system takes with a suffix behind it."""
PLAIN = re.compile(r"[a-z0-9_-]{1,200}")
"""What nearly all slugs are: nothing to decode, nothing to make safe."""
UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]+")
"""Control and direction characters. Joiners stay: Persian and Hindi need them."""
UNSAFE = re.compile(r'[/\\:*?"<>|]+')
"""What parts a path, or is forbidden in some file system."""
# `remove_accents`: letters that lose their marks, those that become others, and marks and signs that go altogether.
_MARKED = re.compile("[\u00c0-\u017f\u01a0\u01a1\u01af\u01b0\u01cd-\u01dc\u0218-\u021b\u1ea0-\u1ef9]")
_FOLDED = str.maketrans(
    {
        "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ħ": "h", "ı": "i",
        "ĸ": "k", "ŉ": "n", "ŋ": "n", "ŧ": "t", "ſ": "s", "ª": "a", "º": "o", "ĳ": "ij", "ŀ": "l", "ɑ": "a",
        "€": "e", "×": "x", "\u0300": "", "\u0301": "", "\u0304": "", "\u030c": "",
    }
)  # fmt: skip
_PARTING = re.compile(r"[\s./\u2010-\u2015]")
_UNSEEN_MARKS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""Variation selectors: without the sign before them they would be all that is left of a heart."""


@dataclass(frozen=True, slots=True)
class Slug:
    """A slug, and what had to be done to it."""

    text: str
    """Safe; may be empty."""
    notes: tuple[Note, ...] = ()
    """One note when something else than percent-encoding was undone."""


def read_slug(raw: str) -> Slug:
    """Give a slug as stored (`post_name`, `nicename`) decoded and made safe.

    A slug that ends within a character (WordPress cuts at 200 bytes of percent-encoding) loses that rest.
    """
    if PLAIN.fullmatch(raw):
        return Slug(raw)
    decoded = unquote_to_bytes(raw.strip()).decode(errors="ignore")
    seen = UNSEEN.sub("", decoded)
    safe = _shorten(UNSAFE.sub("-", seen).strip("-. ") if UNSAFE.search(seen) else seen.strip(". "))
    if safe == decoded and _is_whole(raw):
        return Slug(safe)
    return Slug(safe, (Note("slug made safe", before=raw[:120], after=safe[:120]),))


def _is_whole(raw: str) -> bool:
    try:
        unquote_to_bytes(raw.strip()).decode()
    except UnicodeDecodeError:
        return False
    return True


def _shorten(slug: str) -> str:
    return slug.encode()[:MOST_BYTES].decode(errors="ignore")


def make_slug(name: str) -> str:
    """Make a slug from a login or a name, as WordPress does (`sanitize_title`); nothing from nothing.

    Latin letters lose their accents (`ß` is `ss`, as on German sites), other scripts stay as they are, where WordPress
    would percent-encode them; what parts words becomes a hyphen; joiners and signs go. WordPress keeps signs beyond
    ASCII (`、`, an emoji) as well. Like WordPress's own, a slug ends where it would be longer than 200 bytes encoded.
    A name of signs alone (`+`) gets the numbers of its characters; WordPress would take the number of its row.
    """
    parted = _PARTING.sub("-", _UNSEEN_MARKS.sub("", _cut(_fold(name))))
    slug = re.sub(r"-{2,}", "-", "".join(filter(_stays, parted))).strip("-")
    return slug or "-".join(f"{ord(letter):x}" for letter in name if not letter.isspace())[:MOST_BYTES]


def _fold(name: str) -> str:
    """Give a name in lower case with its Latin letters plain (`remove_accents`, `mb_strtolower`)."""
    # Marks go first: the small letter of `İ` would be two characters.
    plain = _MARKED.sub(lambda letter: normalize("NFD", letter[0])[0], normalize("NFC", name))
    return plain.lower().translate(_FOLDED)


def _cut(text: str) -> str:
    """Give as much of a text as fits (`utf8_uri_encode`), which counts three bytes for each byte beyond ASCII."""
    length = 0
    for place, letter in enumerate(text):
        length += 1 if letter.isascii() else 3 * len(letter.encode(errors="replace"))
        if length > MOST_BYTES:
            return text[:place]
    return text


def _stays(letter: str) -> bool:
    return letter in "-_" or letter.isalnum() or category(letter) in ("Mn", "Mc")
