"""Tags: old names become today's, what only looks goes, and what we do not know leaves its words."""

from collections.abc import Mapping

from .context import BodyContext
from .tree import HEADINGS, LAYOUT, BodyTree, Node, ancestors, attribute, is_alone, is_empty, tag_set, words

_RENAMED: Mapping[str, str] = {
    "b": "strong",
    "i": "em",
    "s": "del",
    "strike": "del",
    "tt": "code",
    "acronym": "abbr",
    "dir": "ul",
    "menu": "ul",
    "h1": "h2",
    "listing": "pre",
    "xmp": "pre",
    "plaintext": "pre",
}
_OPENED = tag_set("span font big blink nobr marquee label picture noembed noframes optgroup option slot")
"""Tags that only look; their words stay."""
KEPT = HEADINGS | tag_set(
    "p br hr strong em code del ins sup sub mark kbd u small abbr cite q dfn var samp time bdo bdi wbr a img"
    " ruby rb rt rtc rp ul ol li dl dt dd blockquote pre figure figcaption aside section details summary audio video"
    " track table caption colgroup col thead tbody tfoot tr th td"
)
"""The tags of the dialect."""
_KEPT_FOR_NOW = KEPT | LAYOUT | {"legend"}
"""And those whose content the step on layout puts in order."""
_INLINE = (
    "strong, em, del, ins, u, mark, small, sup, sub, code, span, cite, q, abbr, kbd, var, samp, dfn, bdo, bdi, ruby"
)
_EMPHASIS = tag_set("strong em del ins u mark small")
_BLANK_BLOCKS = "p, h2, h3, h4, h5, h6, blockquote, figcaption, figure, ul, ol, cite"


def use_plain_tags(tree: BodyTree, context: BodyContext) -> None:
    """Leave only tags of the dialect, and those that arrange them."""
    for node in tree.find("*"):
        tag = node.tag or ""
        if tag in _RENAMED:
            if tag == "h1":
                context.note("heading of the first level", words(node))
            renamed = tree.rename(node, _RENAMED[tag])
            if renamed.tag in _EMPHASIS and _says_nothing_new(renamed):
                renamed.unwrap(delete_empty=True)
        elif tag == "span" and (attribute(node, "lang") or attribute(node, "dir")):
            continue
        elif tag in _EMPHASIS and _says_nothing_new(node):
            node.unwrap(delete_empty=True)
        elif tag not in _KEPT_FOR_NOW and not (tag == "source" and _is_in_player(node)):
            if tag not in _OPENED:
                context.note("tag without a meaning here", f"<{' '.join((tag, *node.attributes))}>")
            node.unwrap(delete_empty=True)


def _is_in_player(node: Node) -> bool:
    return node.parent is not None and node.parent.tag in ("audio", "video")


def _says_nothing_new(node: Node) -> bool:
    """Whether an emphasis stands in the same emphasis: `<b>so <b>it</b> is</b>`."""
    if node.tag == "small":
        # Each of these is smaller than the one around it.
        return node.parent is not None and node.parent.tag == "small" and is_alone(node)
    return any(above.tag == node.tag for above in ancestors(node))


def remove_empty(tree: BodyTree, context: BodyContext) -> None:
    """Remove what shows nothing: emphasis and links around nothing, pictures without an address, blank paragraphs."""
    for node in tree.find(_INLINE):
        if not node.text():
            if node.css_first("img, br, a") is not None:
                node.unwrap()
            else:
                node.decompose()
    for picture in tree.find("img"):
        if not attribute(picture, "src"):
            context.note("picture without an address", attribute(picture, "alt"), review=True)
            picture.decompose()
    _remove_empty_links(tree, context)
    _remove_empty_blocks(tree, context)


def _remove_empty_blocks(tree: BodyTree, context: BodyContext) -> None:
    for node in reversed(list(tree.find(_BLANK_BLOCKS))):
        if is_empty(node):
            if node.first_child is not None and (node.text() or node.css_first("br") is not None):
                context.note("empty paragraph")
            node.decompose()


def _remove_empty_links(tree: BodyTree, context: BodyContext) -> None:
    links = [link for link in tree.find("a") if not attribute(link, "id")]
    empty = [link for link in links if is_empty(link)]
    empty_ids = {link.mem_id for link in empty}
    # Where an author never closed a link, an HTML5 parser repeats it around nothing.
    shown = {attribute(link, "href") for link in links if link.mem_id not in empty_ids} | {""}
    for link in empty:
        if attribute(link, "href") not in shown:
            context.note("link without words", attribute(link, "href"))
        # `<a>old<a> <a>posts</a>`: its space parts words.
        if link.text().isspace() and link.prev is not None and link.next is not None:
            link.replace_with(" ")
        else:
            link.decompose()
    for link in links:
        if link.parent is not None and not attribute(link, "href"):
            link.unwrap(delete_empty=True)
