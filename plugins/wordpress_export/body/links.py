"""Addresses in a body: the old site's own become root-relative and decoded, as editors read them."""

import re
from urllib.parse import parse_qs, unquote, urlsplit

from ..addresses import root_relative
from ..whole_numbers import whole_number
from .context import BodyContext
from .tree import HEADINGS, BodyTree, Node, attribute, children, is_line

_ADDRESSES = ("href", "src", "poster", "cite")
_LINKED = "a[href], img[src], audio, video, track[src], source[src], area[href], q[cite]"
# Jetpack's picture servers: `https://i0.wp.com/news.example/wp-content/…?resize=300%2C200`.
_PHOTON = re.compile(r"(?:https?:)?//i\d\.wp\.com/([^?#]+)")
_BY_NUMBER = ("p", "page_id", "attachment_id")


def rewrite_addresses(tree: BodyTree, context: BodyContext) -> None:
    """Rewrite every address of the old site itself."""
    for node in tree.find(_LINKED):
        for name in _ADDRESSES:
            address = attribute(node, name)
            if address:
                node.attrs[name] = _rewritten(address, context)


def _rewritten(address: str, context: BodyContext) -> str:
    if address.startswith("#"):
        return "#" + unquote(address[1:])
    if photon := _PHOTON.match(address):
        original = f"https://{photon[1]}"
        if _own(original, context) != original:
            address = original
    own = _own(address, context)
    if not own.startswith("/") or own.startswith("//"):
        return f"https:{own}" if own.startswith("//") else own
    return _by_number(own, context)


def _own(address: str, context: BodyContext) -> str:
    home = context.library.site_address
    return root_relative(address, home) if home or address.startswith("/") else address


def _by_number(address: str, context: BodyContext) -> str:
    """Give the permalink for `/?p=12`, and the bare fragment for a link to the article's own page."""
    path, _, fragment = address.partition("#")
    query = parse_qs(urlsplit(path).query)
    number = next((query[name][0] for name in _BY_NUMBER if name in query), "")
    if number.isdecimal() and path.startswith(("/?", "/index.php?")):
        permalink = context.library.permalinks.get(whole_number(number), "")
        if not permalink:
            context.note("link to an item that is not public or not in the export", address, review=True)
            return address
        path = permalink
    if fragment and path == context.article.permalink:
        return "#" + unquote(fragment)
    return f"{path}#{unquote(fragment)}" if fragment else path


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
