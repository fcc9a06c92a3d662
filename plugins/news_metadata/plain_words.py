"""Text for machines: words without tags, and markup that stays well-formed whatever stands in it."""

import json
import re
from functools import lru_cache
from html import escape, unescape
from typing import Any

_TAGS = re.compile(r"<!--(?:.*?-->|.*)|<[^<>]*>", re.DOTALL)
_BLOCKS = re.compile(r"(?=<(?:/?(?:p|div|li|h[1-6]|figure|figcaption|blockquote|cite|tr|td|th|summary)|br)[\s>/])")
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_REMEMBERED = 1 << 14
_SHORT = 200
_TERRITORY = 2
_SCRIPT = 4
_UNSAFE = (("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026"), ("\u2028", "\\u2028"), ("\u2029", "\\u2029"))
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def plain(html: str) -> str:
    """Give the words of a short text of HTML, spaces evened."""
    return " ".join(unescape(_TAGS.sub("", html)).split())


def running_words(html: str) -> str:
    """Give the words of a text of HTML, those of neighbouring paragraphs parted."""
    return plain(_BLOCKS.sub(" ", html))


@lru_cache(_REMEMBERED)
def language_tag(language: str) -> str:
    """Give a language in the letters of BCP 47, `pt-BR`, `zh-Hant`: Pelican's are all small."""
    first, *others = language.strip().replace("_", "-").split("-")
    spelt = (part.upper() if len(part) == _TERRITORY else part.title() if len(part) == _SCRIPT else part.lower()
             for part in others)  # fmt: skip
    return "-".join([first.lower(), *spelt])


def in_markup(text: str) -> str:
    """Give plain text for HTML or XML, between tags or between double quotes; signs that XML forbids are left out."""
    # Names, titles and addresses come again and again.
    return _short_in_markup(text) if len(text) <= _SHORT else _in_markup(text)


def _in_markup(text: str) -> str:
    # All signs that Python can print are XML's too, and to ask for that is fast.
    is_sound = text.isprintable() or text.replace("\n", "").isprintable()
    return escape(text if is_sound else _NO_XML.sub("", text))


_short_in_markup = lru_cache(_REMEMBERED)(_in_markup)


def in_script(facts: Any) -> str:  # noqa: ANN401  # whatever JSON can hold
    """Give facts as JSON that no browser takes for markup, whatever its words are."""
    text = as_json(facts)
    for sign, written in _UNSAFE:
        text = text.replace(sign, written)
    return text


def as_json(facts: Any) -> str:  # noqa: ANN401  # whatever JSON can hold
    """Give facts as JSON in UTF-8; half a surrogate pair, which UTF-8 has not, is escaped."""
    text = _JSON.encode(facts)
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode("utf-8")
