"""Shortcodes: the table of those that we know, and the step that renders them.

A new one is one function `(Shortcode, BodyContext) -> str` that gives HTML, and one line in its family's table.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from ...handlers import Handlers, load_handlers
from ..context import BodyContext
from .absent import ABSENT, render_table
from .builder_parts import BUILDER_PARTS
from .builders import is_builder, is_layout, opening_of, render_part
from .captions import CAPTIONS
from .code import CODE, RAW, name_listings
from .disabled import remove_disabled
from .embeds import EMBEDS
from .footnotes import FOOTNOTES
from .formulas import FORMULAS, mark_formulas
from .galleries import GALLERIES
from .grammar import Closing, Form, Markup, Piece, Plain, Shortcode, read_shortcodes
from .members import MEMBERS
from .own import call_handler, text_of_handler
from .parts import block
from .players import PLAYERS
from .providers import PROVIDERS
from .recipes import RECIPES
from .related_stories import RELATED_STORIES
from .renderer import Renderer
from .themes import ALONE, LAYOUT, THEMES
from .unknown import note_unknown
from .unused import note_unused

SHORTCODES: Mapping[str, Renderer] = {
    **ABSENT, **MEMBERS, **THEMES, **BUILDER_PARTS, **EMBEDS, **PROVIDERS, **FORMULAS, **FOOTNOTES, **CODE, **PLAYERS,
    **GALLERIES, **CAPTIONS, **RECIPES, **RELATED_STORIES, "table": render_table,
}  # fmt: skip
"""By name. Where two families have a name, the later one is meant."""

_UNREAD = RAW | frozenset(MEMBERS)
"""Names whose content is never looked into: that of a listing is its own, and what was hidden leaves no trace."""
_CORE = frozenset(("audio", "caption", "embed", "gallery", "playlist", "video", "wp_caption"))
"""WordPress's own, which it always renders; any other word in brackets may be the author's."""
# Columns in rows in sections, tabs in columns, boxes in tabs; each level scans its content once more.
_DEEPEST = 24


def expand_shortcodes(text: str, context: BodyContext) -> str:
    """Give the text with the shortcodes that we know as HTML; the others stay as typed, and are noted."""
    if "[" not in text:
        return mark_formulas(text, context)
    text = name_listings(remove_disabled(text, context))
    closed = frozenset(re.findall(r"\[/([\w-]++)\]", text))
    expansion = _Expansion(context, load_handlers(context.library.handlers), closed)
    text = expansion.expand(text, 0)
    for name, count in sorted(expansion.layout.items()):
        context.note("shortcode that only arranged the page", f"[{name}]", count=count)
    for name, count in sorted(expansion.strays.items()):
        context.note("closing tag without its shortcode", f"[/{name}]", count=count)
    note_unknown(text, context, expansion.is_known)
    return text


@dataclass(slots=True)
class _Expansion:
    """The rendering of one text."""

    context: BodyContext
    """Of the article."""
    handlers: Handlers
    """The site's own."""
    closed: frozenset[str]
    """Names that have a closing tag somewhere in the text."""
    layout: Counter[str] = field(default_factory=Counter)
    """How many shortcodes of each name only arranged the page."""
    strays: Counter[str] = field(default_factory=Counter)
    """How many closing tags of each name closed nothing."""

    def is_known(self, name: str) -> bool:
        """Whether a name has a handler, of ours or the site's."""
        return self._form_of(name) is not None

    def _form_of(self, name: str) -> Form | None:
        if name in self.handlers.shortcodes:
            return Form.ELEMENT
        if name in SHORTCODES:
            return Form.ELEMENT
        if name in LAYOUT or (is_layout(name) and name in self.closed):
            return Form.BRACKET
        return Form.ELEMENT if is_builder(name) else None

    def expand(self, text: str, depth: int) -> str:
        """Give a text with its shortcodes rendered."""
        return "".join([self._rendered(piece, depth) for piece in read_shortcodes(text, self._form_of)])

    def _rendered(self, piece: Piece, depth: int) -> str:
        if isinstance(piece, Plain):
            return mark_formulas(piece.text, self.context)
        if isinstance(piece, Markup):
            return self._in_markup(piece.text)
        if isinstance(piece, Closing):
            return self._closed(piece)
        if not self._is_meant(piece):
            return piece.source
        if self._form_of(piece.name) is Form.BRACKET:
            return self._arranged(piece)
        if piece.content and (piece.name not in _UNREAD or piece.name in self.handlers.shortcodes):
            piece = replace(piece, content=self._inside(piece.content, depth))
        noted = len(self.context.notes)
        html = self._call(piece)
        if len(self.context.notes) == noted and piece.name not in self.handlers.shortcodes:
            note_unused(piece, html, self.context)
        return html

    def _inside(self, content: str, depth: int) -> str:
        if depth < _DEEPEST:
            return self.expand(content, depth + 1)
        # What was for members alone is left out however deep it stands.
        pieces = read_shortcodes(content, lambda name: Form.ELEMENT if name in MEMBERS else None)
        return "".join([self._in_attribute(piece) for piece in pieces])

    def _call(self, shortcode: Shortcode) -> str:
        if handler := self.handlers.shortcodes.get(shortcode.name):
            return call_handler(handler, shortcode, self.context)
        if shortcode.name in SHORTCODES:
            return SHORTCODES[shortcode.name](shortcode, self.context)
        return block(render_part(shortcode, self.context)) or "\n\n"

    def _closed(self, closing: Closing) -> str:
        if self._form_of(closing.name) is Form.BRACKET:
            return "\n\n"
        self.strays[closing.name] += 1
        return closing.source

    def _arranged(self, shortcode: Shortcode) -> str:
        self.layout[shortcode.name] += 1
        html = opening_of(shortcode, self.context)
        note_unused(shortcode, html, self.context)
        return f"\n\n{html}"

    def _is_meant(self, shortcode: Shortcode) -> bool:
        """Whether a shortcode is one, and not a word that an author put into brackets."""
        name = shortcode.name
        return (
            name in _CORE or name in ALONE or name in self.handlers.shortcodes or shortcode.content is not None
            or bool(shortcode.named or shortcode.bare) or "_" in name or "-" in name or shortcode.source.endswith("/]")
            or name in self.closed
        )  # fmt: skip

    def _in_markup(self, markup: str) -> str:
        """Give a tag with the site's own shortcodes in its attributes as text (`do_shortcodes_in_html_tags`)."""
        if markup.startswith("<!--"):
            return markup
        return "<" + "".join([self._in_attribute(piece) for piece in read_shortcodes(markup[1:], self._form_of)])

    def _in_attribute(self, piece: Piece) -> str:
        """Give a piece where nothing is rendered: only the site's own text, and nothing that was for members."""
        if isinstance(piece, Plain | Markup):
            return piece.text
        if isinstance(piece, Shortcode) and (handler := self.handlers.shortcodes.get(piece.name)):
            return text_of_handler(handler, piece, self.context)
        if piece.name in MEMBERS:
            return MEMBERS[piece.name](piece, self.context) if isinstance(piece, Shortcode) else ""
        if isinstance(piece, Shortcode) and self._is_meant(piece):
            self.context.note("shortcode inside a tag", piece.source, review=True)
        return piece.source
