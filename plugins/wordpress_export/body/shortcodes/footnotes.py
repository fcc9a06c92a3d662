"""Footnotes of plugins, written where they belong: `[efn_note]`, `[ref]`, `[footnote]`, `[mfn]`."""

import re
from collections.abc import Mapping

from ..context import BodyContext
from .grammar import Shortcode
from .parts import bare_text, trimmed
from .renderer import Renderer, named

_LINE_BREAKS = re.compile(r"(?<!>)[ \t]*\n\s*")


def render_footnote(shortcode: Shortcode, context: BodyContext) -> str:
    """Give a reference, and keep the note for the end of the body."""
    note = trimmed(shortcode.content or "")
    if not bare_text(note):
        return shortcode.source if shortcode.content is None else ""
    name = f"shortcode-{len(context.footnotes) + 1}"
    context.footnotes.append((name, _LINE_BREAKS.sub("<br>\n", note)))
    return f'<sup data-fn="{name}"></sup>'


def render_list(shortcode: Shortcode, _context: BodyContext) -> str:
    """Give nothing for the place of the list of notes, but what it holds: they stand at the end of the body."""
    return shortcode.content or ""


FOOTNOTES: Mapping[str, Renderer] = {
    **named(
        render_footnote,
        "efn_note efn-note ref footnote fn mfn modern_footnote easy_footnote sidenote blockfootnote",
    ),
    **named(render_list, "footnotes efn_reference efn_references references list_footnotes display_footnotes"),
}
"""Footnotes by name."""
