"""Attributes: those that mean something stay, all others go."""

from collections.abc import Mapping

from .context import BodyContext
from .tree import BodyTree, Node, tag_set, words

_ALLOWED: Mapping[str, frozenset[str]] = {
    "a": tag_set("href title id data-footnote-ref data-footnote-backref data-footnote-backref-idx aria-label"),
    "abbr": tag_set("title"),
    "audio": tag_set("controls src"),
    "bdo": tag_set("dir"),
    "del": tag_set("datetime"),
    "details": tag_set("open"),
    "img": tag_set("src alt title"),
    "ins": tag_set("datetime"),
    "li": tag_set("value id"),
    "ol": tag_set("start reversed type"),
    "q": tag_set("cite"),
    "section": tag_set("data-footnotes"),
    "span": tag_set("lang dir"),
    "td": tag_set("colspan rowspan style"),
    "th": tag_set("colspan rowspan scope style"),
    "time": tag_set("datetime"),
    "track": tag_set("src kind srclang label"),
    "video": tag_set("controls src poster"),
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), tag_set("id")),
}
_MEANT: Mapping[str, frozenset[str]] = {
    "blockquote": tag_set("cite"),
    "col": tag_set("span"),
    "colgroup": tag_set("span"),
    "del": tag_set("cite"),
    "dfn": tag_set("title"),
    "ins": tag_set("cite"),
    "td": tag_set("headers"),
    "th": tag_set("headers abbr"),
    "track": tag_set("default"),
}
"""Attributes that say something, which neither Markdown nor the clean HTML in it has a place for."""
_LANGUAGE = tag_set("lang dir")
_CLASSES: Mapping[str, frozenset[str]] = {
    "a": frozenset({"footnote-backref"}),
    "aside": frozenset({"related-story"}),
    "blockquote": frozenset({"pullquote"}),
    "figure": frozenset({"gallery", "embed"}),
    "section": frozenset({"footnotes"}),
    "sup": frozenset({"footnote-ref"}),
}
_STYLING = tag_set("style class align valign width height bgcolor border cellpadding cellspacing color face size")


def keep_plain_attributes(tree: BodyTree, context: BodyContext) -> None:
    """Leave only attributes of the dialect."""
    wanted_ids = {(link.attrs.get("href") or "")[1:] for link in tree.find('a[href^="#"]')}
    for node in tree.root.traverse():
        attributes = node.attributes
        if attributes and node.mem_id != tree.root.mem_id:
            for name, value in attributes.items():
                if not _is_kept(node.tag or "", name, value or "", wanted_ids):
                    _drop(node, name, value, context)
    for target in tree.find("a[id][href]"):
        if target.first_child is None:
            del target.attrs["href"]
    for link in tree.find("a:not([id])"):
        # It was the target of a link that is gone.
        if link.first_child is None or link.attrs.get("href") is None:
            link.unwrap(delete_empty=True)


def _is_kept(tag: str, name: str, value: str, wanted_ids: set[str]) -> bool:
    if name == "class":
        return value in _CLASSES.get(tag, ()) or (tag == "code" and value.startswith("language-"))
    if name == "id":
        return value in wanted_ids and "id" in _ALLOWED.get(tag, ())
    return name in _ALLOWED.get(tag, ())


def _drop(node: Node, name: str, value: str | None, context: BodyContext) -> None:
    if name in _MEANT.get(node.tag or "", ()):
        context.note("attribute left behind", f'<{node.tag} {name}="{value or ""}"> {words(node)}')
    elif name in _LANGUAGE and value:
        context.note("language mark left behind", f'<{node.tag} {name}="{value}"> {words(node)}')
    elif name in _STYLING and value:
        context.note_once("styling left behind")
    del node.attrs[name]
