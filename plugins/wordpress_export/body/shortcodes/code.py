"""Listings of SyntaxHighlighter and WordPress.com (`[code]`, `[php]`), Crayon, CodeColorer and their kin."""

import re
from collections.abc import Mapping
from html import escape

from ..context import BodyContext
from .grammar import Shortcode
from .parts import block, end_of_text
from .renderer import Renderer, named

_BRUSHES = [
    "actionscript3",
    "as3",
    "applescript",
    "arduino",
    "bash",
    "shell",
    "sh",
    "cf",
    "coldfusion",
    "clojure",
    "clj",
    "c",
    "cpp",
    "csharp",
    "c-sharp",
    "css",
    "delphi",
    "pas",
    "pascal",
    "diff",
    "patch",
    "erl",
    "erlang",
    "fsharp",
    "go",
    "golang",
    "groovy",
    "haskell",
    "html",
    "xhtml",
    "xml",
    "xslt",
    "iptables",
    "java",
    "javafx",
    "jfx",
    "javascript",
    "js",
    "jscript",
    "json",
    "kotlin",
    "lua",
    "matlab",
    "matlabkey",
    "mathlab",
    "nasm",
    "objc",
    "obj-c",
    "perl",
    "pl",
    "php",
    "plain",
    "plaintext",
    "text",
    "powershell",
    "ps",
    "py",
    "python",
    "r",
    "splus",
    "rails",
    "rb",
    "ruby",
    "ror",
    "rust",
    "scala",
    "scss",
    "sass",
    "sql",
    "swift",
    "ts",
    "typescript",
    "vb",
    "vbnet",
    "vim",
    "yaml",
    "yml",
]
"""The names of SyntaxHighlighter's languages: each is a shortcode of its own."""
_COLOURED = re.compile(r"\[(cc([a-zA-Z]{0,12})(?:_(\w{1,40}))?)(?=[\s\]])")
_COLOURED_END = re.compile(r"\[/(cc[a-zA-Z]{0,12}(?:_\w{1,40})?)\]")
_NAMES = ("language", "lang", "brush", "type", "syntax")
_BLANK_LINES = re.compile(r"(?:[ \t]*\n|<br ?/?>\n?|</?p>\n?)*", re.IGNORECASE)
_PRE = re.compile(r"\A\s*<pre\b[^>]*>(.*)</pre>\s*\Z", re.DOTALL | re.IGNORECASE)


def name_listings(text: str) -> str:
    """Give CodeColorer's listings one name: `[ccnLe_php]` is `[cc]` with flags for its looks, and a language."""
    if "[/cc" not in text:
        return text
    closed = frozenset(_COLOURED_END.findall(text))

    def named_plainly(opening: re.Match[str]) -> str:
        if opening[1] not in closed:
            return opening[0]
        language = f' lang="{opening[3]}"' if opening[3] else ""
        return f"[{'cci' if 'i' in opening[2] else 'cc'}{language}"

    text = _COLOURED.sub(named_plainly, text)
    return _COLOURED_END.sub(lambda end: "[/cci]" if "i" in end[1].partition("_")[0] else "[/cc]", text)


def render_code(shortcode: Shortcode, _context: BodyContext) -> str:
    """Give a code block. The editor stores `<` as `&lt;`; a bare `<` in a listing is itself, never a tag."""
    if shortcode.content is None:
        return shortcode.source
    title = shortcode.get("title")
    language = shortcode.get(*_NAMES) or (shortcode.bare[0].lstrip("=:") if shortcode.bare else "")
    if not language and title.lower() in _BRUSHES:
        language, title = title.lower(), ""
    caption = f"<p>{title}</p>\n\n" if title else ""
    return block(f"{caption}<pre><code{_mark(language)}>{_listing(shortcode.content)}</code></pre>")


def render_named_code(shortcode: Shortcode, _context: BodyContext) -> str:
    """Give a code block whose shortcode is its language: `[php]`."""
    if shortcode.content is None:
        return shortcode.source
    language = shortcode.name
    html = f"<pre><code{_mark(language)}>{_listing(shortcode.content)}</code></pre>"
    title = shortcode.get("title")
    return block(f"<p>{title}</p>\n\n{html}" if title else html)


def render_code_in_line(shortcode: Shortcode, _context: BodyContext) -> str:
    """Give code within a line (CodeColorer's `[cci]`)."""
    if shortcode.content is None:
        return shortcode.source
    return f"<code>{_listing(shortcode.content)}</code>"


def render_highlight(shortcode: Shortcode, context: BodyContext) -> str:
    """Give a listing where a language is named; otherwise the words that a theme marks."""
    if shortcode.content is None:
        return shortcode.source
    if shortcode.get(*_NAMES) or any(value.lower() in _BRUSHES for value in shortcode.bare):
        return render_code(shortcode, context)
    return f"<mark>{shortcode.content}</mark>"


def _mark(language: str) -> str:
    language = language.strip().lower()
    return (
        f' class="language-{escape(language)}"' if language and language not in ("plain", "plaintext", "text") else ""
    )


def _listing(content: str) -> str:
    if inner := _PRE.match(content):
        content = inner[1]
    opening = _BLANK_LINES.match(content)
    content = content[opening.end() if opening else 0 : end_of_text(content)]
    return content.replace("<", "&lt;").replace(">", "&gt;")


CODE: Mapping[str, Renderer] = {
    **dict.fromkeys(_BRUSHES, render_named_code),
    **named(
        render_code,
        "code sourcecode source_code crayon cc prism enlighter geshi codesyntax wp_syntax precode"
        " codeblock code_block snippet syntax prettify hljs highlightjs su_code",
    ),
    **named(render_code_in_line, "cci icode inlinecode inline_code"),
    "highlight": render_highlight,
}
"""Listings by name."""
RAW = frozenset(CODE) - {"highlight"}
"""Names whose content shows brackets and tags as they are."""
