"""Quotes: the last paragraph of a quote names who said it; a comment above a quote makes it a pull quote."""

from selectolax.lexbor import LexborHTMLParser, LexborNode

from .tree import before, last_child, rename

_DASH = "— "


def make_pull_quotes(tree: LexborHTMLParser) -> None:
    """Give the class `pullquote` to each quote below a comment `<!-- pullquote -->`; the comment goes."""
    for quote in tree.tags("blockquote"):
        mark = before(quote)
        if mark is not None and mark.is_comment_node and (mark.comment_content or "").strip() == "pullquote":
            while (gap := quote.prev) is not None and gap.is_text_node:
                gap.remove()
            mark.remove()
            quote.attrs["class"] = "pullquote"


def make_cites(tree: LexborHTMLParser) -> None:
    """Turn the paragraph `— Name` that closes a quote into its `<cite>`, without the dash."""
    for quote in tree.tags("blockquote"):
        name = last_child(quote)
        if name is None or not _begins_with_dash(name):
            continue
        said = before(name)
        # Where the paragraph before begins with a dash as well, people talk to each other, as they do in print in most
        # of Europe; and a dash alone in a quote has nobody's words to attribute.
        if said is not None and not _begins_with_dash(said):
            cite = rename(tree, name, "cite")
            dashed = cite.first_child
            if dashed is not None:
                dashed.replace_with((dashed.text_content or "").removeprefix(_DASH))


def _begins_with_dash(node: LexborNode) -> bool:
    first = node.first_child if node.tag == "p" else None
    return first is not None and first.is_text_node and (first.text_content or "").startswith(_DASH)
