"""Pages and scripts without what only their writers need."""

from collections.abc import Callable, Mapping
from pathlib import PurePosixPath

import minify_html
from rjsmin import jsmin


def minified_page(html: str) -> str:
    """Give a page that a browser shows the same, with fewer spaces and quotes.

    What stays: closing tags, comments, the words of `<pre>` and `<textarea>`, spaces between words, and all that stands
    in `<script>` and `<style>`: styles are written tersely by the theme, and JSON-LD has no spaces.
    """
    return minify_html.minify(
        html,
        keep_closing_tags=True,
        keep_comments=True,
        keep_html_and_head_opening_tags=True,
        keep_input_type_text_attr=True,  # a style may ask for it
    )


def minified_asset(name: str, octets: bytes) -> bytes:
    """Give a file of the theme without spaces and comments, where there is a library for its kind."""
    minify = _MINIFIERS.get(PurePosixPath(name).suffix)
    return minify(octets.decode("utf-8")).encode("utf-8") if minify else octets


def _script(text: str) -> str:
    return str(jsmin(text))


_MINIFIERS: Mapping[str, Callable[[str], str]] = {".js": _script, ".mjs": _script}
