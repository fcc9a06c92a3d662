"""Shortcodes: the table of those that we know, and the step that renders them.

A new one is one function `(Shortcode, BodyContext) -> str` that gives HTML, and one line in `SHORTCODES`.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from ..context import BodyContext
from .captions import render_caption
from .code import render_code
from .embeds import render_embed, render_related, render_vimeo, render_youtube
from .galleries import render_gallery
from .grammar import Plain, Shortcode, read_shortcodes
from .players import render_audio, render_playlist, render_video

Renderer = Callable[[Shortcode, BodyContext], str]
"""Gives the HTML that a shortcode stands for."""

SHORTCODES: Mapping[str, Renderer] = {
    "audio": render_audio,
    "caption": render_caption,
    "code": render_code,
    "embed": render_embed,
    "gallery": render_gallery,
    "irp": render_related,
    "playlist": render_playlist,
    "sourcecode": render_code,
    "video": render_video,
    "vimeo": render_vimeo,
    "wp_caption": render_caption,
    "youtube": render_youtube,
}

# Deeper than this no one nests; each level holds another name, so that it can hardly be reached.
_DEEPEST = 8
_BRACKET = re.compile(r"\[([A-Za-z][\w-]{0,60}+)([^\[\]\n]{0,500})\]")
_NAMED_ATTRIBUTE = re.compile(r"""\s[\w-]+=["'\w]""")


def expand_shortcodes(text: str, context: BodyContext) -> str:
    """Give the text with the shortcodes that we know as HTML; the others stay as typed, and are noted."""
    if "[" not in text:
        return text
    text = _expand(text, context, 0)
    _note_unknown(text, context)
    return text


def _expand(text: str, context: BodyContext, depth: int) -> str:
    rendered: list[str] = []
    for piece in read_shortcodes(text, SHORTCODES.__contains__):
        if isinstance(piece, Plain):
            rendered.append(piece.text)
            continue
        render = SHORTCODES[piece.name]
        # A listing shows brackets as they are.
        if piece.content and "[" in piece.content and render is not render_code and depth < _DEEPEST:
            piece = replace(piece, content=_expand(piece.content, context, depth + 1))  # noqa: PLW2901  # the same shortcode
        rendered.append(render(piece, context))
    return "".join(rendered)


def _note_unknown(text: str, context: BodyContext) -> None:
    """Note what looks like a shortcode that no one handles; `[sic]`, `[1]` and `[Note: …]` are words."""
    closed = set(re.findall(r"\[/([A-Za-z][\w-]*)\]", text))
    for bracket in _BRACKET.finditer(text):
        name, rest = bracket[1], bracket[2]
        if name in SHORTCODES:
            continue
        is_a_tag = "_" in name or ("-" in name and not rest) or _NAMED_ATTRIBUTE.search(rest) or name in closed
        if is_a_tag:
            context.note("shortcode without a handler", f"[{name}{rest}]", review=True)
