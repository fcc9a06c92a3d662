"""Code: a listing in `<pre><code class="language-x">`, whatever plugin coloured it."""

import re

from .context import BodyContext
from .tree import BodyTree, Node, attribute, children, classes, is_white, move_children

_LANGUAGE = re.compile(r"(?:^|\s)(?:language-|lang-|lang:|brush:\s*)([\w+#.-]+)", re.IGNORECASE)
_WORDS = frozenset({"wp-block-verse", "wp-block-preformatted"})
"""Blocks of words whose line breaks matter, no listings."""
_NAMES = {"plain", "text", "none", "default", "plaintext"}


def clean_listings(tree: BodyTree, _context: BodyContext) -> None:
    """Give each listing its language, and nothing else."""
    for pre in tree.find("pre"):
        if classes(pre) & _WORDS:
            continue
        shown = [child for child in children(pre) if not is_white(child)]
        code = shown[0] if len(shown) == 1 and shown[0].tag == "code" else None
        language = _language(pre) or (_language(code) if code is not None else "")
        if code is None and (language or "wp-block-code" in attribute(pre, "class")):
            code = tree.new("code")
            move_children(pre, code)
            pre.insert_child(code, move=True)
        if code is not None:
            code.attrs["class"] = f"language-{language}" if language else ""
        # Highlighters keep the language of the code in `lang`, which means that of the words.
        for node in (pre, code):
            if node is not None and node.attrs.get("lang") is not None:
                del node.attrs["lang"]


def _language(node: Node) -> str:
    named = attribute(node, "data-lang") or attribute(node, "data-language") or attribute(node, "lang")
    match = _LANGUAGE.search(attribute(node, "class"))
    language = (named or (match[1] if match else "")).lower()
    return "" if language in _NAMES else language
