"""Code blocks with a language are coloured at build time, by Pygments, through classes that the theme styles."""

from functools import lru_cache

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexer import Lexer
from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound
from selectolax.lexbor import LexborHTMLParser

_LONGEST = 200_000
"""Characters of code that are still coloured: a longer dump would hold up the build for colours that no one reads."""

_PLAIN = frozenset({"", "text", "plain", "plaintext", "txt", "none"})
_FORMATTER: HtmlFormatter[str] = HtmlFormatter(nowrap=True)


def highlight_code(tree: LexborHTMLParser) -> None:
    """Colour each code block whose language Pygments knows; the others stay as they are."""
    for code in tree.css('pre > code[class^="language-"]'):
        language = (code.attrs.get("class") or "").removeprefix("language-").split(" ")[0]
        lexer = _lexer_of(language.lower())
        text = code.text()
        if lexer is not None and code.parent is not None and len(text) <= _LONGEST:
            code.inner_html = highlight(text, lexer, _FORMATTER)
            code.parent.attrs["class"] = "highlight"
            # What scrolls must be reachable by keyboard (WCAG 2.1.1).
            code.parent.attrs["tabindex"] = "0"


@lru_cache(maxsize=256)
def _lexer_of(language: str) -> Lexer | None:
    if language in _PLAIN:
        return None
    try:
        return get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return None


def keep_first_lines(tree: LexborHTMLParser) -> None:
    """Write the line break that opens preformatted text twice: whoever parses the page drops the first."""
    for listing in tree.tags("pre"):
        first = listing.first_child
        if first is not None and first.is_text_node and (first.text_content or "").startswith("\n"):
            first.insert_before("\n")
