"""Text for machines: words without tags, and markup that stays well-formed whatever stands in it."""

import json
import re
from html import escape, unescape
from typing import Any

_TAGS = re.compile(r"<!--(?:.*?-->|.*)|<[^<>]*>", re.DOTALL)
_BLOCKS = re.compile(r"(?=<(?:/?(?:p|div|li|h[1-6]|figure|figcaption|blockquote|cite|tr|td|th|summary)|br)[\s>/])")
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TERRITORY = 2
_SCRIPT = 4
_UNSAFE = str.maketrans({
    "<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029",
})  # fmt: skip


def plain(html: str) -> str:
    """Give the words of a short text of HTML, spaces evened."""
    return " ".join(unescape(_TAGS.sub("", html)).split())


def running_words(html: str) -> str:
    """Give the words of a text of HTML, those of neighbouring paragraphs parted."""
    return plain(_BLOCKS.sub(" ", html))


def language_tag(language: str) -> str:
    """Give a language in the letters of BCP 47, `pt-BR`, `zh-Hant`: Pelican's are all small."""
    first, *others = language.strip().replace("_", "-").split("-")
    spelt = (part.upper() if len(part) == _TERRITORY else part.title() if len(part) == _SCRIPT else part.lower()
             for part in others)  # fmt: skip
    return "-".join([first.lower(), *spelt])


def in_markup(text: str) -> str:
    """Give plain text for HTML or XML, between tags or between double quotes; signs that XML forbids are left out."""
    return escape(_NO_XML.sub("", text))


def in_script(facts: Any) -> str:  # noqa: ANN401  # whatever JSON can hold
    """Give facts as JSON that no browser takes for markup, whatever its words are."""
    return as_json(facts).translate(_UNSAFE)


def as_json(facts: Any) -> str:  # noqa: ANN401  # whatever JSON can hold
    """Give facts as JSON in UTF-8; half a surrogate pair, which UTF-8 has not, is escaped."""
    text = json.dumps(facts, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
