"""Code as it was typed in `<pre lang="php">`, which its plugin (WP-Syntax and its kin) took out before all else."""

import re
from collections.abc import Iterator

from .context import BodyContext
from .tree import tag_set

_OPENING = re.compile(r"<pre\s[^<>]*>", re.IGNORECASE)
_CLOSING = re.compile(r"</pre\s*>", re.IGNORECASE)
_NAME = re.compile(r"([\w:-]+)\s*=")
_LANGUAGE = re.compile(r"\slang\s*=", re.IGNORECASE)
_SETTINGS = tag_set("lang line escaped highlight src cssfile start")
"""The attributes of the plugins; with any other it is a `<pre>` like others."""
_TAG = re.compile(r"<([a-zA-Z/!?][^\s>]*)")
_FORMATTING = tag_set("a b br code div em font i p small span strong sub sup u")
"""Tags that a highlighter or an editor has put around words; code of a page has others."""


def keep_raw_listings(text: str, _context: BodyContext) -> str:
    """Give the text with the tags and brackets of such listings as characters."""
    return "".join(_pieces(text)) if _OPENING.search(text) else text


def _pieces(text: str) -> Iterator[str]:
    start = 0
    while opening := _OPENING.search(text, start):
        closing = _CLOSING.search(text, opening.end())
        if closing is None:
            break
        yield text[start : opening.start()]
        code = text[opening.end() : closing.start()]
        if _is_listing(opening[0]):
            # `lang` is the language of words; most of those of code have names that no language of words could have.
            yield from (_LANGUAGE.sub(" data-lang=", opening[0]), _as_characters(code))
        else:
            yield from (opening[0], code)
        start = closing.start()
    yield text[start:]


def _is_listing(opening: str) -> bool:
    names = {name.lower() for name in _NAME.findall(opening)}
    return "lang" in names and names <= _SETTINGS


def _as_characters(code: str) -> str:
    """Give code whose brackets are no shortcodes, and whose tags are none where it has more than a highlighter's."""
    if any(tag.strip("/").lower() not in _FORMATTING for tag in _TAG.findall(code)):
        code = code.replace("<", "&lt;")
    return code.replace("[", "&#91;")
