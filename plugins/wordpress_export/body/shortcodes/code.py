"""`[code]` and `[sourcecode]`: listings of the SyntaxHighlighter plugin and of WordPress.com."""

from html import escape

from ..context import BodyContext
from .grammar import Shortcode


def render_code(shortcode: Shortcode, _context: BodyContext) -> str:
    """Give a code block. The editor stores `<` as `&lt;`; a bare `<` in a listing is itself, never a tag."""
    if shortcode.content is None:
        return shortcode.source
    language = shortcode.get("language") or shortcode.get("lang") or shortcode.get("title").lower()
    language = language or (shortcode.bare[0].lstrip("=:") if shortcode.bare else "")
    mark = f' class="language-{escape(language)}"' if language else ""
    listing = shortcode.content.strip("\n").replace("<", "&lt;").replace(">", "&gt;")
    return f"\n\n<pre><code{mark}>{listing}</code></pre>\n\n"
