"""Shortcodes that no one handles: they stay as typed, and are noted once for each name with their number."""

import re
from collections import Counter
from collections.abc import Callable

from ..context import BodyContext

_BRACKET = re.compile(r"\[([^\W\d_][\w-]{0,60}+)([^\[\]\n]{0,500})\]")
_CLOSING = re.compile(r"\[/([^\W\d_][\w-]*+)\]")
_NAMED_ATTRIBUTE = re.compile(r"""\s[\w-]+=(?:["'\w“”„″‘’]|&(?:#82|quot))""")
_LISTING = re.compile(r"<(pre|code|script|style|textarea)\b", re.IGNORECASE)


def note_unknown(text: str, context: BodyContext, is_known: Callable[[str], bool]) -> None:
    """Note what looks like a shortcode that no one handles; `[sic]`, `[1]` and `[Note: …]` are words."""
    text = _without_listings(text)
    closed = set(_CLOSING.findall(text))
    counts: Counter[str] = Counter()
    first: dict[str, str] = {}
    for bracket in _BRACKET.finditer(text):
        name, rest = bracket[1], bracket[2]
        if is_known(name):
            continue
        is_a_tag = "_" in name or ("-" in name and not rest) or _NAMED_ATTRIBUTE.search(rest) or name in closed
        if is_a_tag:
            counts[name] += 1
            first.setdefault(name, bracket[0])
    for name, count in counts.items():
        context.note("shortcode without a handler", first[name], review=True, count=count)


def _without_listings(text: str) -> str:
    """Give the text without code, whose brackets are its own."""
    kept: list[str] = []
    position = 0
    folded = text.lower()
    while opening := _LISTING.search(text, position):
        kept.append(text[position : opening.start()])
        end = folded.find(f"</{opening[1].lower()}", opening.end())
        position = len(text) if end < 0 else end
    return "".join([*kept, text[position:]])
