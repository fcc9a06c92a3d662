"""Which language, in which script and country, a tag means: `pt-BR`, `zh-hant`, `de_AT`."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from babel import Locale, UnknownLocaleError
from babel.core import get_global, parse_locale

Direction = Literal["ltr", "rtl"]

_RIGHTWARD = frozenset({"Adlm", "Arab", "Aran", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"})
_EXTENSION = re.compile(r"[-_][A-Za-z0-9][-_].*|[.@].*")
_SEPARATOR = re.compile(r"[-_]+")
# Of the many kinds of English, the one that CLDR takes for a bare `en` is that of the United States.
_HOUSE = {"en": "en_GB"}


class Tag(NamedTuple):
    """A language as CLDR sees it."""

    language: str
    """`zh`; empty for what is no tag."""
    script: str = ""
    """`Hant`: as the tag says, else the usual one of the language and the country; empty where nobody knows."""
    territory: str = ""
    """`TW`, where the tag says it."""


def read_tag(written: str) -> Tag:
    """Read a tag as BCP 47 or WordPress writes it."""
    plain = _plain(written)
    try:
        language, territory, script, *_ = parse_locale(plain)
    except ValueError:
        shorter = plain.rpartition("_")[0]
        return read_tag(shorter) if shorter else Tag("")
    language = get_global("language_aliases").get(language, language)
    return Tag(language, script or _usual_script(language, territory or ""), territory or "")


def spelled(written: str) -> str:
    """Give a tag as HTML wants it: `zh-Hant`, `en-US`; what is none, as it is written."""
    try:
        language, territory, script, *_ = parse_locale(_plain(written))
    except ValueError:
        return written
    return "-".join(part for part in (language, script, territory) if part)


def direction(written: str) -> Direction:
    """Tell in which direction a language is written."""
    return "rtl" if read_tag(written).script in _RIGHTWARD else "ltr"


def locale_of(written: str) -> Locale | None:
    """Give what CLDR knows of a language, of its country where it knows that; None for a language unknown to it."""
    for shorter in _shortened(_plain(written)):
        try:
            return Locale.parse(_HOUSE.get(shorter.lower(), shorter))
        except (ValueError, UnknownLocaleError):
            continue
    return None


def _plain(written: str) -> str:
    return "_".join(_SEPARATOR.split(_EXTENSION.sub("", written.strip()).strip("-_")))


def _shortened(plain: str) -> Iterator[str]:
    parts = plain.split("_")
    return ("_".join(parts[:length]) for length in range(len(parts), 0, -1) if plain)


def _usual_script(language: str, territory: str) -> str:
    likely = get_global("likely_subtags")
    whole = likely.get(f"{language}_{territory}") or likely.get(language) or language
    return next((part for part in whole.split("_")[1:] if len(part) == 4), "")  # noqa: PLR2004  # letters of a script's code
