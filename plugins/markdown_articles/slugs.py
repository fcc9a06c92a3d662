"""From a name to the last part of an address, as WordPress makes it (`sanitize_title`)."""

import re
from unicodedata import category, normalize

MOST_BYTES = 200
"""What WordPress keeps of a slug."""

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


def slug_of(name: str) -> str:
    """Give the slug of a name.

    Latin letters lose their accents (`ß` is `ss`, as on German sites), other scripts stay as they are, where WordPress
    would percent-encode them; what parts words becomes a hyphen; joiners and signs go. WordPress keeps signs beyond
    ASCII (`、`, an emoji) as well. Like WordPress's own, a slug ends where it would be longer than 200 bytes encoded.
    A name of signs alone (`+`) gets the numbers of its characters, so that it has a slug as well.
    """
    parted = _PARTING.sub("-", _UNSEEN_MARKS.sub("", _cut(_fold(name))))
    slug = re.sub(r"-{2,}", "-", "".join(filter(_stays, parted))).strip("-")
    numbers = "-".join(f"{ord(letter):x}" for letter in name if not letter.isspace())[:MOST_BYTES]
    return slug or numbers or "unnamed"


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
