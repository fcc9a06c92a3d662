"""What plugins hung around or into the text when a page was shown: none of it is the author's."""

import re
from collections.abc import Iterator

from ..context import BodyContext
from ..tree import BodyTree, Node, attribute, closest, tag_set, words
from .clutter_names import CLUTTER_OF, PREFIXES, TAGS, Clutter

_NAMED = re.compile(r"""\s(?:class|id)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_AD_INSERTER = re.compile(r"(?:\A|\s)(\S+) \1-\d{1,3}(?:\s|\Z)")
_ITS_STYLE = re.compile(r"\s*margin:\s*8px ")
"""Ad Inserter's, whose class, `code-block code-block-3`, a site may call otherwise."""
_AD_LABEL = "-adlabel"
"""Of Advanced Ads, behind a name that each site chooses for itself."""
_ADVERTISEMENT = Clutter("advertisement")
_LINK = tag_set("a")
_STARTS = tuple(start for start, _ in PREFIXES)
_SPOKEN = "a .screen-reader-text, a .sr-only, a .visually-hidden"
_MOST_OF_A_TEXT = 0.6
_LONG = 2_000
"""Characters; what plugins hang around a text may well be longer than a short text."""


def remove_plugin_parts(tree: BodyTree, context: BodyContext) -> None:
    """Remove what has the name of a plugin's or a theme's own part; what holds most of the text stays, for review."""
    if not _has_names(tree.source) and not tree.may_hold(*(f"<{tag}" for tag in TAGS)):
        return
    whole = len(tree.root.text())
    for node in _named(tree):
        found = _clutter_of(node)
        if found is None:
            continue
        text = words(node)
        if len(text) > _LONG and len(text) > whole * _MOST_OF_A_TEXT:
            context.note("part of a plugin that holds most of the text", attribute(node, "class"), review=True)
            continue
        if text or node.first_child is not None:
            context.note(found.kind, text or attribute(node, "class") or node.tag or "", review=found.review)
        node.decompose()


def remove_spoken(tree: BodyTree, context: BodyContext) -> None:
    """Remove what plugins say in a link to screen readers alone, `(opens in a new tab)`, where it has other words."""
    for spoken in tree.find(_SPOKEN) if tree.may_hold("screen-reader-text", "sr-only", "visually-hidden") else ():
        link = closest(spoken, _LINK)
        text = words(spoken)
        if link is not None and (words(link) != text or link.css_first("img") is not None):
            if text:
                context.note("words for screen readers alone", text)
            spoken.decompose()


def _has_names(source: str) -> bool:
    """Tell whether one of the names stands in the markup: it costs less than a walk over the tree."""
    names = {name for found in _NAMED.finditer(source) for name in (found[1] or found[2] or found[3] or "").split()}
    return any(_by_name(name) is not None for name in names) or "margin: 8px" in source or "code-block-" in source


def _named(tree: BodyTree) -> Iterator[Node]:
    yield from tree.find(", ".join(("[class]", "[id]", *TAGS)))


def _by_name(name: str) -> Clutter | None:
    if name.startswith(_STARTS):
        return next(clutter for start, clutter in PREFIXES if name.startswith(start))
    return _ADVERTISEMENT if name.endswith(_AD_LABEL) else CLUTTER_OF.get(name)


def _clutter_of(node: Node) -> Clutter | None:
    if node.tag in TAGS:
        return TAGS[node.tag or ""]
    named = attribute(node, "class").lower()
    again = _AD_INSERTER.search(named) if node.tag == "div" else None
    if again and (again[1] == "code-block" or _ITS_STYLE.match(attribute(node, "style"))):
        return _ADVERTISEMENT
    names = (*named.split(), attribute(node, "id").lower())
    return next((clutter for name in names if name and (clutter := _by_name(name)) is not None), None)
