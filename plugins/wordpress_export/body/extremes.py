"""Markup beyond all measure, on which an HTML5 parser would take hours: it is quadratic in depth and in attributes."""

import re

from .context import BodyContext
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
_LONG_TAG = re.compile(r"<([a-zA-Z][a-zA-Z0-9]{0,20})\s[^<>]{2000,}>")


def limit_extremes(html: str, context: BodyContext) -> str:
    """Give the HTML without the tags and attributes that are too many to be meant; the words stay."""
    html = _LONG_TAG.sub(lambda tag: _cap_attributes(tag, context), html)
    if html.count("<") > DEEPEST:
        html = _cap_depth(html, context)
    # A tag that the body breaks off in would take its words with it.
    complete = html.rfind(">") + 1
    if "<" in html[complete:]:
        context.note("tag that is not closed", html[complete:], review=True)
        html = html[:complete] + html[complete:].replace("<", "&lt;")
    return html


def _cap_attributes(tag: re.Match[str], context: BodyContext) -> str:
    if len(tag[0].split()) <= MOST_ATTRIBUTES:
        return tag[0]
    context.note("tag with too many attributes", tag[0], review=True)
    return f"<{tag[1]}>"


def _cap_depth(html: str, context: BodyContext) -> str:
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
        context.note("markup nested too deeply", f"{dropped} tags", review=True)
    return "".join(kept) + html[start:]
