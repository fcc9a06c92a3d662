"""Quotes and pull quotes, with who said it in a `<cite>` behind the words."""

from .context import BodyContext
from .tree import BodyTree, Node, children, classes, flatten, is_white, move_children, replace, strip_edges, words

_DASHES = "—–-―~ \t\n\u00a0"
_NO_NAME = f"{_DASHES}\u200b\ufeff\u00ad"
"""What stands where a name was to be."""


def clean_quotes(tree: BodyTree, _context: BodyContext) -> None:
    """Bring each quote into the form of the dialect."""
    for figure in tree.find("figure.wp-block-pullquote"):
        quote = figure.css_first("blockquote")
        if quote is not None:
            quote.attrs["class"] = "pullquote"
            replace(figure, [quote])
    for cite in tree.find("blockquote cite"):
        if not words(cite).strip(_NO_NAME) and cite.css_first("img") is None:
            cite.decompose()
    for quote in tree.find("blockquote"):
        is_pulled = any("pullquote" in name for name in classes(quote))
        quote.attrs["class"] = "pullquote" if is_pulled else ""
        _sign(tree, quote)


def _sign(tree: BodyTree, quote: Node) -> None:
    """Put the cite at the quote's end, out of the paragraph that it closes."""
    shown = [child for child in children(quote) if not is_white(child)]
    if not shown:
        return
    last, paragraph = shown[-1], None
    if last.tag == "p":
        inside = [child for child in children(last) if not is_white(child)]
        if inside and inside[-1].tag in ("cite", "footer"):
            last, paragraph = inside[-1], last
    if last.tag not in ("cite", "footer"):
        return
    cite = tree.new("cite")
    for inner in last.css("cite"):
        if inner.mem_id != last.mem_id:
            inner.unwrap()
    move_children(last, cite)
    last.decompose()
    if paragraph is not None:
        strip_edges(paragraph)
        if not words(paragraph) and paragraph.css_first("img") is None:
            paragraph.decompose()
    flatten(tree, cite)
    _strip_dash(cite)
    if words(cite) or cite.css_first("img") is not None:
        quote.insert_child(cite, move=True)


def _strip_dash(cite: Node) -> None:
    """Take the dash from the front: the page sets it."""
    first = cite.first_child
    while first is not None and not first.is_text_node:
        first = first.first_child
    if first is not None and first.is_text_node:
        text = first.text_content or ""
        bare = text.lstrip(_DASHES)
        if bare != text:
            first.replace_with(bare)
