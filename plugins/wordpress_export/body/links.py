"""Addresses in a body: the old site's own become root-relative and decoded, and lead to where things are now."""

import re
from collections.abc import Mapping
from urllib.parse import unquote

from .context import BodyContext
from .file_links import SIZE_KEPT, Witnesses, find_file, named_file, number_of
from .own_addresses import OwnAddress, Trust, own_address
from .page_links import HIDDEN, NOWHERE, TO_FILE, UNKNOWN, Found, find_page
from .tree import HEADINGS, BodyTree, Node, attribute, children, is_line, words

_ADDRESSES: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("a", "area"), ("href",)),
    **dict.fromkeys(("img", "audio", "track", "source"), ("src",)),
    "video": ("src", "poster"),
    "q": ("cite",),
}
"""The attributes that hold an address, by tag."""
_LINKED = "a[href], img[src], audio, video, track[src], source[src], area[href], q[cite]"
_FORMER_HOME = "address of a former home of the site"
_REVIEWED = frozenset({HIDDEN, UNKNOWN})
_LOST = frozenset({HIDDEN, UNKNOWN, NOWHERE})
_MORE = re.compile(r"more-\d+")
_LONGEST_WORDS = 80


def rewrite_addresses(tree: BodyTree, context: BodyContext) -> None:
    """Rewrite every address of the old site itself, and say of each that leads elsewhere than it did."""
    witnesses = Witnesses(tree, context.library.book, context.article.permalink)
    for node in tree.find(_LINKED):
        for name in _ADDRESSES[node.tag or ""]:
            address = attribute(node, name)
            if address:
                node.attrs[name] = _rewritten(address, node, witnesses, context)


def _rewritten(address: str, node: Node, witnesses: Witnesses, context: BodyContext) -> str:
    if address.startswith("#"):
        return "#" + unquote(address[1:])
    own = own_address(address, witnesses.book, witnesses.page)
    found = _found(own, node, witnesses) if own else named_file(address, node, witnesses.book)
    if found is None:
        return f"https:{address}" if address.startswith("//") else address
    is_former = own is not None and own.trust is Trust.KNOWN and bool(own.host) and found.address.startswith("/")
    remark = found.remark or (_FORMER_HOME if is_former else "")
    if remark == SIZE_KEPT:
        context.note_once(remark)
    elif remark:
        said = words(node) or attribute(node, "alt")
        quoted = f"“{said[:_LONGEST_WORDS]}” " if said else ""
        _say(remark, (quoted, address, found.address), context)
    return found.address if own is None else _with_fragment(found.address, own.fragment, context)


def _with_fragment(address: str, fragment: str, context: BodyContext) -> str:
    """Give an address with its fragment; the fragment alone for a place in the article itself."""
    if _MORE.fullmatch(fragment):
        context.note_once("link to a read-more mark")
        return address
    if not fragment:
        return address
    here = context.library.permalinks.get(context.article.id or 0, context.article.permalink)
    return f"#{fragment}" if address == here else f"{address}#{fragment}"


def _found(own: OwnAddress, node: Node, witnesses: Witnesses) -> Found | None:
    found = find_file(own, node, witnesses) or find_page(own, witnesses.book)
    if found is None or found.remark not in (UNKNOWN, NOWHERE):
        return found
    media = witnesses.book.media.get(number_of(node))
    return Found(media.address, TO_FILE) if media is not None else found


def _say(remark: str, told: tuple[str, str, str], context: BodyContext) -> None:
    """Note the words of a link, its address, and the one that it has now where that leads somewhere."""
    quoted, address, found = told
    if address == found or remark in _LOST:
        context.note(remark, f"{quoted}{address}", review=remark in _REVIEWED)
    else:
        context.note_change(remark, address, found, quoted)


def keep_linked_targets(tree: BodyTree, context: BodyContext) -> None:
    """Keep the ids that a link in the body points to: on headings as they are, elsewhere as an empty `<a id>`."""
    wanted = {attribute(link, "href")[1:] for link in tree.find('a[href^="#"]')} - {"", "top"}
    for node in tree.find("[id], a[name]") if wanted or tree.root.css_first("a[name]") is not None else ():
        name = attribute(node, "id") or attribute(node, "name")
        if name not in wanted:
            if node.tag == "a" and node.attrs.get("name") is not None and node.attrs.get("href") is None:
                node.unwrap(delete_empty=True)
            continue
        wanted.discard(name)
        if node.tag in HEADINGS:
            continue
        for old_name in ("id", "name"):
            if node.attrs.get(old_name) is not None:
                del node.attrs[old_name]
        _place_target(tree, node, name, context)


def _place_target(tree: BodyTree, node: Node, name: str, context: BodyContext) -> None:
    """Put the target at the first place inside the element that can hold it."""
    target = tree.new("a", id=name)
    place = node
    while (inner := place.first_child) is not None and not is_line(place):
        blocks = [child for child in children(place) if not is_line(child)]
        if not blocks or place.tag in ("p", "li", "dt", "dd", "td", "th"):
            break
        place = blocks[0]
    if is_line(node):
        node.insert_before(target, move=True)
    elif inner is not None:
        inner.insert_before(target, move=True)
    else:
        context.note("target of a link without a place", f"#{name}", review=True)
