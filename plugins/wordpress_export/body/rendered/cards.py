"""Cards of single stories between paragraphs: of Inline Related Posts, and of plugins and themes that draw links so.

As in stored bodies, one of an article of the site's own becomes a card, and one of another site's a link.
"""

from collections.abc import Mapping

from ..context import BodyContext
from ..tree import BodyTree, Node, ancestors, attribute, children, classes, is_white, replace, words

_TITLE = ".postTitle"
"""The title in a link of Inline Related Posts; the label is beside it, as `.ctaText` or `.cta`."""
_SKIPPED = frozenset({"style", "script"})
_LINK_CARDS: Mapping[str, str] = {
    "a.blogcard-wrap": ".blogcard-title",
    ".linkcard": ".lkc-title",
    ".p-blogCard": ".p-blogCard__title",
    ".sitecard": ".sitecard__title",
}
"""The title, by the class of the whole: Cocoon, Pz-LinkCard, SWELL, Sango. Their authors typed a bare address."""
_MARKS = ("posttitle", "blogcard", "lkc-title", "sitecard")


def open_cards(tree: BodyTree, context: BodyContext) -> None:
    """Leave of each card its link with the title, in a form that later steps know."""
    if not tree.may_hold(*_MARKS):
        return
    for link in tree.find("a[href]") if tree.may_hold("posttitle") else ():
        title = link.css_first(_TITLE)
        if title is not None and words(title) and (box := _box_of(link)).mem_id != link.mem_id:
            _drop_label(tree, link, words(title), context)
            box.attrs["class"] = " ".join((*sorted(classes(box)), "irp"))
    for whole, named in _LINK_CARDS.items():
        for card in tree.find(whole):
            _open(tree, card, card.css_first(named), context)


def _box_of(link: Node) -> Node:
    """Give the outermost `div` that holds nothing but the link and its style."""
    box = link
    for above in ancestors(link):
        shown = (child for child in above.iter(include_text=True) if not is_white(child) and child.tag not in _SKIPPED)
        if above.tag != "div" or any(child.mem_id != box.mem_id for child in shown):
            break
        box = above
    return box


def _drop_label(tree: BodyTree, link: Node, title: str, context: BodyContext) -> None:
    """Leave the title alone in a link, also where nothing tells that it leads to an article of the site's own."""
    if label := words(link).replace(title, "", 1).strip():
        context.note_change("label of a related story", label, "")
    for child in children(link):
        child.decompose()
    plain = tree.new("span", class_=_TITLE.removeprefix("."))
    plain.insert_child(title)
    link.insert_child(plain, move=True)


def _open(tree: BodyTree, card: Node, title: Node | None, context: BodyContext) -> None:
    link = card if attribute(card, "href") else card.css_first("a[href]")
    if link is None or title is None or not words(title):
        return
    paragraph, plain = tree.new("p", class_="wp-embedded-content"), tree.new("a", href=attribute(link, "href"))
    plain.insert_child(words(title))
    paragraph.insert_child(plain, move=True)
    if (text := words(card)) != words(title):
        context.note("words of a card of a link", text)
    replace(card, [paragraph])
