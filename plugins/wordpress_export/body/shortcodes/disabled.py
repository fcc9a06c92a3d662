"""Parts of page builders that their authors had switched off: no reader saw them, and none will."""

import re

from ..context import BodyContext
from .parts import bare_text

_SWITCHED_OFF = re.compile(
    r"""\[([a-z][\w-]*+)(?=[^\[\]]*\s(?:disable_element=["']yes["']|disabled=["']on["']|disabled_on=["']on\|on\|on["']"""
    r"""|status=["']draft["']))[^\[\]]*\]"""
)
_MARKS = ("disable_element=", "disabled=", "disabled_on=", "status=")
_BUILDERS = ("vc_", "et_pb_", "fusion_")


def remove_disabled(text: str, context: BodyContext) -> str:
    """Give the text without what was switched off, and note how much that was and not what it said."""
    if not any(mark in text for mark in _MARKS):
        return text
    kept: list[str] = []
    position = 0
    for opening in _SWITCHED_OFF.finditer(text):
        if opening.start() < position or not opening[1].startswith(_BUILDERS):
            continue
        kept.append(text[position : opening.start()])
        position = _end_of(text, opening)
        words = len(bare_text(re.sub(r"\[[^\[\]]*\]", " ", text[opening.start() : position])).split())
        context.note("part that was switched off", f"[{opening[1]}] words: {words}", review=True)
    return "".join([*kept, text[position:]])


def _end_of(text: str, opening: re.Match[str]) -> int:
    """Give the end of a part: its closing tag, others of its name inside it counted; its own end without one."""
    if opening[0].endswith("/]"):
        return opening.end()
    depth = 0
    for tag in re.compile(rf"\[(/?){re.escape(opening[1])}(?![\w-])[^\[\]]*\]").finditer(text, opening.start()):
        depth += -1 if tag[1] else 0 if tag[0].endswith("/]") else 1
        if depth == 0:
            return tag.end()
    return opening.end()
