"""Formulas: MathML with the LaTeX that it was made from, which is what an author wrote and an editor can read."""

from .context import BodyContext
from .tree import BodyTree, Node, ancestors, attribute, classes, replace, words

_TWINS = ".katex-html, .mjx-chtml, mjx-container > svg"
"""What KaTeX and MathJax draw beside the MathML of the same formula."""
_LATEX = 'annotation[encoding="application/x-tex"], annotation[encoding="TeX"], annotation[encoding="LaTeX"]'


def write_formulas(tree: BodyTree, context: BodyContext) -> None:
    """Give each formula as code: by itself a listing of the language `math`, in a line a piece of it."""
    if tree.root.css_first("math") is None:
        return
    for twin in tree.find(_TWINS):
        twin.decompose()
    for formula in tree.find("math"):
        _write(tree, formula, context)


def _write(tree: BodyTree, formula: Node, context: BodyContext) -> None:
    source = _latex(formula)
    text = source or " ".join(formula.text(separator=" ").split())
    if source:
        context.note("formula as LaTeX", source)
    else:
        context.note("formula without its LaTeX", text, review=True)
    whole = next((above for above in ancestors(formula) if "wp-block-math" in classes(above)), None)
    if whole is not None and words(whole) != words(formula):
        whole = None
    code = tree.new("code")
    code.insert_child(text)
    if whole is None and attribute(formula, "display") != "block":
        replace(formula, [code] if text else [])
        return
    listing = tree.new("pre")
    code.attrs["class"] = "language-math"
    listing.insert_child(code, move=True)
    replace(whole or formula, [listing] if text else [])


def _latex(formula: Node) -> str:
    annotation = formula.css_first(_LATEX)
    written = annotation.text() if annotation is not None else ""
    return (written or attribute(formula, "data-latex") or attribute(formula, "alttext")).strip()
