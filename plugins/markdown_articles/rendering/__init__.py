"""Markdown → HTML: comrak's CommonMark and GFM, then the dialect's forms, made from the rendered tree.

`render` is pure: the site's reader, the proof of a migration and the tests all see the same HTML.
"""

import re
from collections.abc import Callable

import comrak
from selectolax.lexbor import LexborHTMLParser

from .code import highlight_code, keep_first_lines
from .embeds import make_embeds, make_posters
from .figures import make_figures
from .headings import name_headings
from .languages import lift_languages
from .lists import part_captioned
from .pictures import load_pictures_late
from .placeholders import restore_placeholders
from .quotes import make_cites, make_pull_quotes
from .related_stories import make_related_stories
from .tables import make_tables_scroll

Step = Callable[[LexborHTMLParser], None]
"""Changes the tree of one article in place."""

STEPS: tuple[tuple[str, Step], ...] = (
    ("<span ", lift_languages),
    ("<a id=", name_headings),
    ("</em></li>", part_captioned),
    ('<code class="language-', highlight_code),
    ("<table", make_tables_scroll),
    ("<!-- pullquote", make_pull_quotes),
    ("<blockquote", make_cites),
    ("<p><a ", make_embeds),
    ("<img", make_posters),
    ("</em></li>", make_embeds),
    ("<p><a ", make_related_stories),
    ("<img", make_figures),
    ("<img", load_pictures_late),
)
"""In order: what comrak's HTML must hold for the step to have work, and the step."""

_PREFORMATTED = "<pre"
_MARKS = re.compile("|".join(re.escape(mark) for mark in (*dict(STEPS), _PREFORMATTED)))
# One search for all of them costs what one `in` costs.

_EXTENSIONS = comrak.ExtensionOptions(strikethrough=True, table=True, autolink=True, tasklist=True, footnotes=True)
_RENDERING = comrak.RenderOptions(unsafe_=True)
_RAW_HTML = re.compile(r"<[A-Za-z/]")


def render(markdown: str) -> str:
    """Give the HTML of an article's Markdown, without anything of a page around it.

    Raw HTML passes as it is: an article is its newsroom's own text. Tags left open in it are closed, so that the page
    around the article stays whole.
    """
    html: str = comrak.markdown_to_html(markdown, _EXTENSIONS, None, _RENDERING)
    marks = frozenset(_MARKS.findall(html))
    steps = [step for mark, step in STEPS if mark in marks]
    if steps or _RAW_HTML.search(markdown):
        # Behind an explicit <body>, a comment or a <style> at the very start of an article is body too.
        tree = LexborHTMLParser(f"<body>{html}")
        for step in steps:
            step(tree)
        if _PREFORMATTED in marks:
            keep_first_lines(tree)
        html = (tree.body and tree.body.inner_html) or ""
    return restore_placeholders(html)
