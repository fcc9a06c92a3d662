"""From a name to the last part of an address, as WordPress makes it (`sanitize_title`)."""

import unicodedata

# Latin letters that Unicode does not take apart, as `remove_accents` writes them.
_FOLDED = str.maketrans(
    {
        "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ħ": "h", "ı": "i",
        "ĸ": "k", "ŉ": "n", "ŋ": "n", "ŧ": "t", "ſ": "s", "ª": "a", "º": "o", "€": "e", "£": "", "×": "x",
    }
)  # fmt: skip
_BORDERS = frozenset("-./\u2010\u2011\u2012\u2013\u2014\u2015\u00ad")


def slug_of(name: str) -> str:
    """Give the slug of a name: lower case, Latin letters without accents, other scripts as they are, words hyphenated.

    A name without a letter or digit (an emoji, `+`) gets the numbers of its characters, so that it has a slug as well.
    """
    letters = "".join(_slug_letter(char) for char in _without_latin_accents(name.lower()).translate(_FOLDED))
    slug = "-".join(part for part in letters.split("-") if part)
    return slug or "-".join(f"{ord(char):x}" for char in name if not char.isspace()) or "unnamed"


def _without_latin_accents(text: str) -> str:
    kept: list[str] = []
    base = ""
    for char in unicodedata.normalize("NFD", text):
        if not unicodedata.combining(char):
            base = char
        # The marks of other scripts are part of their letters: й is no и, and Arabic and Indic vowels are marks.
        elif base.isascii() or unicodedata.name(base, "").startswith("LATIN"):
            continue
        kept.append(char)
    return unicodedata.normalize("NFC", "".join(kept))


def _slug_letter(char: str) -> str:
    if char.isspace() or char in _BORDERS:
        return "-"
    return char if char == "_" or char.isalnum() or unicodedata.category(char).startswith("M") else ""
