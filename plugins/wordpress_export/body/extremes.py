"""Markup beyond all measure, on which an HTML5 parser would take hours: it is quadratic in depth and in attributes."""

import re
from typing import Protocol

from .tree import tag_set

DEEPEST = 200
"""Elements below this depth lose their tags; browsers stop at 512."""
MOST_ATTRIBUTES = 1_000
"""A tag with more attributes loses them all."""

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})")
# These have no end tag, or are closed by the next of their kind; a link cannot hold another.
_NEVER_DEEP = tag_set(
    "a area base br col dd dt embed hr img input li link meta option p param source"
    " tbody td tfoot th thead tr track wbr"
)
_ATTRIBUTE = re.compile(r"""[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^\s"'>][^\s>]*+)?+)?+""")
# It ends at the end of the body at the latest, so that no character is looked at twice.
_WHOLE_TAG = re.compile(rf"<([a-zA-Z][^\s/>]*+)((?:[\s/]++|{_ATTRIBUTE.pattern})*+)>?+")
_OPEN_QUOTE = re.compile(r"""<[a-zA-Z][^\s/>]*+(?:[^"'>]|"[^"]*"|'[^']*')*=\s*""")
_SHORTEST_LONG_TAG = 2 * MOST_ATTRIBUTES


class Notebook(Protocol):
    """Where it is written down what was altered: a body's context is one."""

    def note(self, kind: str, detail: str = "", *, review: bool = False) -> None:
        """Write down an alteration."""


def limit_extremes(html: str, notes: Notebook) -> str:
    """Give the HTML without the tags and attributes that are too many to be meant; the words stay."""
    return _close_the_end(cap_markup(html, notes), notes)


def cap_markup(html: str, notes: Notebook) -> str:
    """The same, of a text that has no end of its own to mend."""
    html = _cap_attributes(html, notes)
    return _cap_depth(html, notes) if html.count("<") > DEEPEST else html


def _cap_attributes(html: str, notes: Notebook) -> str:
    kept: list[str] = []
    start = 0
    for tag in _WHOLE_TAG.finditer(html) if len(html) > _SHORTEST_LONG_TAG else ():
        if tag.end() - tag.start() > _SHORTEST_LONG_TAG and len(_ATTRIBUTE.findall(tag[2])) > MOST_ATTRIBUTES:
            notes.note("tag with too many attributes", tag[0], review=True)
            kept += html[start : tag.start()], f"<{tag[1]}>"
            start = tag.end()
    return "".join(kept) + html[start:]


def _close_the_end(html: str, notes: Notebook) -> str:
    """Make words of a tag that the body breaks off in, which would take all behind it with it."""
    for quote in "\"'":
        last = html.rfind(quote)
        begun = html.rfind("<", 0, max(last, 0))
        if begun >= 0 and _OPEN_QUOTE.fullmatch(html, begun, last):
            notes.note("tag that is not closed", html[begun:], review=True)
            html = f"{html[:begun]}&lt;{html[begun + 1 :]}"
    complete = html.rfind(">") + 1
    if "<" in html[complete:]:
        notes.note("tag that is not closed", html[complete:], review=True)
        html = html[:complete] + html[complete:].replace("<", "&lt;")
    return html


def _cap_depth(html: str, notes: Notebook) -> str:
    kept: list[str] = []
    depth = too_deep = dropped = start = 0
    for tag in _TAG.finditer(html):
        if tag[2].lower() in _NEVER_DEEP:
            continue
        is_deep = too_deep > 0 if tag[1] else depth >= DEEPEST
        if tag[1]:
            too_deep -= is_deep
            depth = depth if is_deep else max(depth - 1, 0)
        else:
            too_deep += is_deep
            depth += not is_deep
        end = html.find(">", tag.end()) if is_deep else -1
        if end >= 0:
            kept.append(html[start : tag.start()])
            start = end + 1
            dropped += 1
    if dropped:
        notes.note("markup nested too deeply", f"{dropped} tags", review=True)
    return "".join(kept) + html[start:]
