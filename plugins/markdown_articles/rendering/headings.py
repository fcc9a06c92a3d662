"""A heading that a link points to: the empty anchor at its start becomes its id."""

from selectolax.lexbor import LexborHTMLParser


def name_headings(tree: LexborHTMLParser) -> None:
    """Give each heading that begins with `<a id="x"></a>` that id; the anchor goes."""
    for anchor in tree.css(":is(h1, h2, h3, h4, h5, h6) > a[id]:not([href])"):
        heading = anchor.parent
        if heading is not None and "id" not in heading.attrs and anchor.prev is None and anchor.first_child is None:
            heading.attrs["id"] = anchor.attrs["id"]
            anchor.remove()
