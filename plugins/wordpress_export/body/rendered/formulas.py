"""Formulas as plugins show them: a picture whose alternative text is the LaTeX, or KaTeX's source."""

import re

from ..context import BodyContext
from ..tree import BodyTree, Node, attribute, replace, words

_PICTURES = (
    "img.latex[alt], img.ql-img-inline-formula[alt], img.ql-img-displayed-equation[alt], img[src*='latex.php?'][alt]"
)
_SOURCES = ".wp-katex-eq, .katex-eq"
_AROUND = re.compile(r"\A(?:\$\$?|\\\[|\\\()(.*?)(?:\$\$?|\\\]|\\\))\Z", re.DOTALL)
_EMPTY = ".ql-right-eqno, .ql-left-eqno"


def restore_formulas(tree: BodyTree, context: BodyContext) -> None:
    """Give the LaTeX of each formula as code, as in a stored body."""
    if not tree.may_hold("latex", "ql-img", "katex-eq"):
        return
    for number in tree.find(_EMPTY):
        if not words(number):
            number.decompose()
    for node in tree.find(_PICTURES):
        _write(tree, node, attribute(node, "alt"), context)
    for node in tree.find(_SOURCES):
        _write(tree, node, node.text(), context)


def _write(tree: BodyTree, node: Node, written: str, context: BodyContext) -> None:
    around = _AROUND.match(written.strip())
    source = (around[1] if around else written).strip()
    if not source:
        return
    context.note("formula as LaTeX", source)
    code = tree.new("code", class_="language-math")
    code.insert_child(source)
    replace(node, [code])
