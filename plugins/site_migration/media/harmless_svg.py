"""An uploaded drawing (SVG) without anything that could run or fetch: it is a page of the site's own to a browser."""

import re
from collections.abc import Iterator

from lxml import etree

from .checks import RefusedError
from .places import words

LARGEST = 16 << 20
"""Bytes of a drawing: a larger one is not read."""
UNREADABLE = "a drawing (SVG) that cannot be read, and so not be made harmless"
TOO_LARGE = "a drawing (SVG) of more than 16 MB, which is not read"

_SVG = "http://www.w3.org/2000/svg"
_XHTML = "http://www.w3.org/1999/xhtml"
_RUNNING = words(
    "script foreignobject handler listener iframe object embed applet audio video source canvas form input"
    " button textarea link meta base animation"
)
"""Elements that run, hold pages, or fetch."""
_MOVING = frozenset({"set", "animate", "animatetransform", "animatemotion", "animatecolor"})
_LINKS = frozenset({"href", "src", "action", "formaction", "data", "from", "to", "values", "by"})
_BLANKS = re.compile(r"[\s\x00-\x20\x7f-\xa0]+")
_ALLOWED = re.compile(r"#|data:image/(?:png|jpe?g|gif|webp|avif)[;,]|https?://[^/]|/(?!/)", re.IGNORECASE)
_WITHIN = re.compile(r"#|data:image/(?:png|jpe?g|gif|webp|avif)[;,]", re.IGNORECASE)
_FETCHES = re.compile(
    r"@import|url\(\s*(?![\"']?(?:#|data:image/(?:png|jpe?g|gif|webp|avif)[;,]))|expression\(|-moz-binding|\\",
    re.IGNORECASE,
)


def harmless_svg(octets: bytes) -> tuple[bytes, list[str]]:
    """Give a drawing's bytes, and what was taken out of it: nothing, and the very same bytes, of a harmless one.

    Raises RefusedError where it is no drawing that can be read.
    """
    if len(octets) > LARGEST:
        raise RefusedError(TOO_LARGE)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=False)
    try:
        root = etree.fromstring(octets, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise RefusedError(UNREADABLE) from error
    if etree.QName(root).localname.lower() != "svg":
        raise RefusedError(UNREADABLE)
    taken = sorted({*_strip_around(root), *_strip_within(root)})
    return (etree.tostring(root, encoding="utf-8"), taken) if taken else (octets, [])


def _strip_around(root: etree._Element) -> Iterator[str]:
    """Leave out what stands around the drawing: style sheets, and a document type with entities."""
    if root.getroottree().docinfo.internalDTD is not None and b"<!ENTITY" in etree.tostring(root.getroottree()):
        yield "entities"
    before = root.getprevious()
    while before is not None:
        if isinstance(before, etree._ProcessingInstruction):  # noqa: SLF001  # lxml has no other name for it
            yield "style sheet"
        before = before.getprevious()


def _strip_within(root: etree._Element) -> Iterator[str]:
    for node in list(root.iter()):
        if isinstance(node, etree._ProcessingInstruction | etree._Entity):  # noqa: SLF001  # as above
            _remove(node)
            yield "entities"
        elif isinstance(node.tag, str):
            name = etree.QName(node).localname.lower()
            if name in _RUNNING or etree.QName(node).namespace == _XHTML:
                _remove(node)
                yield name
            elif name in _MOVING and _moves_a_link(node):
                _remove(node)
                yield f"{name} of a link"
            else:
                yield from _strip_element(node, name)


def _moves_a_link(node: etree._Element) -> bool:
    changed = _BLANKS.sub("", node.get("attributeName", "")).lower().rpartition(":")[2]
    return changed in _LINKS or changed.startswith("on") or changed == "style"


def _strip_element(node: etree._Element, name: str) -> Iterator[str]:
    """Take out attributes that run or fetch, and style that does."""
    if name == "style" and _FETCHES.search("".join(map(str, node.itertext()))):
        _remove(node)
        yield "style that fetches"
    for key, written in list(node.attrib.items()):
        attribute, value = etree.QName(key).localname.lower(), _BLANKS.sub("", str(written))
        if fault := _fault(name, attribute, value):
            del node.attrib[key]
            yield fault


def _fault(name: str, attribute: str, value: str) -> str:
    """Say what an attribute does that a drawing must not; nothing of a harmless one."""
    if attribute.startswith("on"):
        return f"{attribute}="
    if attribute == "href" and value and not (_ALLOWED if name == "a" else _WITHIN).match(value):
        return "address that runs or fetches"
    if attribute in _LINKS and "script:" in value.lower():
        return "address that runs or fetches"
    if (attribute == "style" or "url(" in value.lower()) and _FETCHES.search(value):
        return "style that fetches"
    return "base of addresses" if attribute == "base" else ""


def _remove(node: etree._Element) -> None:
    """Take a node out, and leave the text behind it."""
    above = node.getparent()
    if above is None:
        return
    if node.tail:
        before = node.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + node.tail
        else:
            above.text = (above.text or "") + node.tail
    above.remove(node)


def refuse_scripted_xml(octets: bytes) -> None:
    """Raise RefusedError where an XML file is a page or a drawing to a browser, or cannot be read."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(octets, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise RefusedError("an XML file that cannot be read, so that nobody knows what it runs") from error
    spaces = {etree.QName(node).namespace for node in root.iter() if isinstance(node.tag, str)}
    if spaces & {_SVG, _XHTML} or list(_strip_around(root)):
        raise RefusedError("an XML file that holds a page or a drawing, which browsers run")
