"""Listings as syntax highlighters show them: the code without line numbers, colours and buttons."""

from collections.abc import Callable, Mapping

from ..context import BodyContext
from ..tree import BodyTree, Node, attribute, children, classes, replace, words

_MARKS = (
    "crayon",
    "urvanov",
    "syntaxhighlighter",
    "wp_syntax",
    "wp-geshi",
    "codecolorer",
    "enlighter",
    "hljs-ln",
    "gist",
)
_NO_LANGUAGES = frozenset(
    {"default", "plain", "text", "none", "raw", "wp_syntax", "codecolorer", "codecolorer-container"}
)


def restore_listings(tree: BodyTree, _context: BodyContext) -> None:
    """Give each listing as `<pre><code class="language-x">`."""
    if not tree.may_hold(*_MARKS):
        return
    for selector, read in _READERS.items():
        for whole in tree.find(selector):
            code, language = read(whole)
            if code.strip():
                replace(whole, [_listing(tree, code, language)])
    for raw in tree.find(".wp_syntax + .theCode, p.theCode, .enlighter-toolbar, .enlighter-raw"):
        raw.decompose()
    for enlighter in tree.find("pre[data-enlighter-language]"):
        enlighter.attrs["data-language"] = attribute(enlighter, "data-enlighter-language")


def _listing(tree: BodyTree, code: str, language: str) -> Node:
    pre, inner = tree.new("pre"), tree.new("code")
    if language and language not in _NO_LANGUAGES:
        inner.attrs["class"] = f"language-{language}"
    inner.insert_child(code.replace("\xa0", " ").strip("\n"))
    pre.insert_child(inner, move=True)
    return pre


def _read_crayon(whole: Node) -> tuple[str, str]:
    """Read Crayon and its successor Urvanov: the plain text stands beside the table, for copying."""
    plain = whole.css_first("textarea")
    named = whole.css_first(".crayon-language, .urvanov-syntax-highlighter-language")
    language = words(named).lower() if named is not None else ""
    if plain is not None and plain.text().strip():
        return plain.text(), language
    lines = whole.css(".crayon-line, .urvanov-syntax-highlighter-line")
    return "\n".join(line.text().strip("\n") for line in lines), language


def _read_lines(whole: Node) -> tuple[str, str]:
    """Read SyntaxHighlighter after its script has run: a `div.line` for each line."""
    lines = whole.css("td.code .line") or whole.css(".line")
    language = next((name for name in attribute(whole, "class").split() if name not in _HIGHLIGHTER), "")
    return "\n".join(line.text().strip("\n") for line in lines), language


_HIGHLIGHTER = frozenset({"syntaxhighlighter", "nogutter", "notranslate", "collapsed", "ie"})


def _read_geshi(whole: Node) -> tuple[str, str]:
    """Read WP-Syntax: line numbers in one cell, the code in the other; its class is the language."""
    pre = whole.css_first("td.code pre") or whole.css_first("pre")
    if pre is None:
        return "", ""
    return pre.text(), next(iter(sorted(classes(pre) - _NO_LANGUAGES)), "")


def _read_codecolorer(whole: Node) -> tuple[str, str]:
    """Read CodeColorer: the lines of a `div` end in breaks."""
    code = whole.css_first("div.codecolorer") or whole.css_first("td:not(.line-numbers) div")
    if code is None:
        return "", ""
    language = next((name for name in attribute(whole, "class").split() if name not in _NO_LANGUAGES), "")
    return "".join(_with_breaks(code)), language


def _with_breaks(node: Node) -> list[str]:
    pieces: list[str] = []
    waiting = list(reversed(children(node)))
    while waiting:
        child = waiting.pop()
        if child.is_text_node:
            pieces.append((child.text_content or "").replace("\n", ""))
        elif child.tag == "br":
            pieces.append("\n")
        else:
            waiting += reversed(children(child))
    return pieces


_READERS: Mapping[str, Callable[[Node], tuple[str, str]]] = {
    ".crayon-syntax, .urvanov-syntax-highlighter-syntax": _read_crayon,
    "div.syntaxhighlighter": _read_lines,
    ".wp_syntax, .wp-geshi-highlight-wrap5": _read_geshi,
    ".codecolorer-container": _read_codecolorer,
}
"""What reads a listing, by the class of its whole."""
