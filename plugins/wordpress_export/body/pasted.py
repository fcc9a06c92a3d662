"""What other programs left in the text: word processors, the visual editor's own marks, extensions of the browser."""

import re

from .context import BodyContext
from .tree import BodyTree, Node, words

_KIND = "pasted markup left behind"
_GONE = (
    '[data-mce-type="bookmark"], [data-mce-bogus="all"], br[data-mce-bogus], br.Apple-interchange-newline, gdiv,'
    " grammarly-extension, grammarly-desktop-integration, grammarly-popups, deepl-input-controller, lt-toolbar"
)
"""What shows nothing, and is nothing of the author's."""
_ACTING = frozenset({"mce:script", "mce:style", "o:officedocumentsettings", "w:worddocument", "w:latentstyles"})
"""What runs, or describes a word processor's file, under names that keep it from doing so."""
_OTHERS = re.compile(
    r"[a-z0-9]{1,4}:[a-z0-9]+|xml|g|gdiv|lt-[a-z-]+|grammarly-[a-z-]+|deepl-[a-z-]+|qb-[a-z-]+", re.IGNORECASE
)
_MARKS = re.compile(r"mce|apple-|docs-internal|false|mso-|<(?:[a-z0-9]{1,4}:|g|lt-|deepl-|qb-|xml)")
"""One of these stands in every text with such leftovers."""
_SETTINGS = re.compile(
    r"\s*Normal\s+0\s+(?:\d+\s+)?(?:false\s+){3}[A-Z]{2}[A-Z-]*\s+[A-Z-]{2,10}\s+[A-Z-]{2,10}"
    r"(?:\s+MicrosoftInternetExplorer\d)?\s*"
)
"""The settings of a document of Word's, as they read when their tags are gone."""
_STYLES = re.compile(r"\s*/\* (?:Style|Font) Definitions \*/\s*[^{}]{0,200}\{[^{}]{0,2000}mso-[^{}]{0,2000}\}\s*")


def clear_pasted(tree: BodyTree, context: BodyContext) -> None:
    """Remove the marks of other programs; the words that they stand around stay."""
    if not _MARKS.search(tree.source):
        return
    for node in tree.find(_GONE):
        context.note_once(_KIND)
        node.decompose()
    for node in tree.find(".Apple-converted-space"):
        # A browser's stand-in for a space that the author typed.
        context.note_once(_KIND)
        node.replace_with(" ")
    for node in tree.find('b[id^="docs-internal-guid"]'):
        node.unwrap(delete_empty=True)
    for node in [node for node in tree.root.traverse() if _OTHERS.fullmatch(node.tag or "")]:
        _clear(node, context)
    _remove_settings(tree, context)


def _clear(node: Node, context: BodyContext) -> None:
    if node.parent is None:
        return
    if node.tag in _ACTING:
        context.note("script" if node.tag == "mce:script" else _KIND, words(node))
        node.decompose()
        return
    context.note_once(_KIND)
    if node.tag == "o:p" and not words(node):
        node.decompose()
    else:
        node.unwrap(delete_empty=True)


def _remove_settings(tree: BodyTree, context: BodyContext) -> None:
    """Remove a word processor's settings and style sheets that stand among the words."""
    for node in [node for node in tree.root.traverse(include_text=True) if node.is_text_node]:
        text = node.text_content or ""
        if "false" not in text and "mso-" not in text:
            continue
        kept = _STYLES.sub(" ", _SETTINGS.sub(" ", text))
        if kept != text:
            context.note("settings of a word processor among the words", text, review=True)
            node.replace_with(kept.strip() if node.prev is None else kept)
