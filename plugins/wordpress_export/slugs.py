"""Slugs that are safe as file names and as parts of addresses, in any script."""

import re
import unicodedata
from dataclasses import dataclass
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
LATIN = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
"""Latin letters that Unicode does not take apart and that WordPress's `remove_accents` does."""


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
    return Slug(safe, (Note("slug made safe", f"{raw[:120]!r} became {safe[:120]!r}"),))


def _is_whole(raw: str) -> bool:
    try:
        unquote_to_bytes(raw.strip()).decode()
    except UnicodeDecodeError:
        return False
    return True


def _shorten(slug: str) -> str:
    return slug.encode()[:MOST_BYTES].decode(errors="ignore")


def make_slug(name: str) -> str:
    """Make a slug from a login or a name, as WordPress does (`sanitize_title_with_dashes`, `remove_accents`).

    Letters of other scripts stay as they are; WordPress would percent-encode them.
    """
    plain = "".join(_without_accent(letter) for letter in name.lower().translate(LATIN))
    spaced = re.sub(r"[\s.\u2010-\u2015/]+", "-", plain)
    kept = "".join(c for c in spaced if c in "-_\u200c\u200d" or c.isalnum() or unicodedata.category(c) in ("Mn", "Mc"))
    return read_slug(re.sub(r"-{2,}", "-", kept).strip("-\u200c\u200d")).text


def _without_accent(letter: str) -> str:
    # Only Latin letters lose their marks: in Greek, Hindi or Japanese a mark makes another letter or syllable.
    base = unicodedata.normalize("NFD", letter)
    return base[0] if len(base) > 1 and base[0].isascii() else letter
