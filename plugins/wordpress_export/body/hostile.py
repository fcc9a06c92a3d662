"""Markup that acts rather than says: scripts, styles, addresses that run code, form controls, plug-ins."""

import re
from urllib.parse import unquote

from .context import BodyContext
from .tree import BodyTree, Node, attribute, tag_set, words

_REMOVED = {
    "script": "script",
    "style": "style sheet",
    "link": "style sheet",
    "meta": "metadata in the body",
    "base": "metadata in the body",
    "title": "metadata in the body",
    "template": "template",
    "frame": "frame",
    "frameset": "frame",
    "svg": "drawing in the markup",
    "canvas": "drawing in the markup",
    "input": "form control",
    "select": "form control",
    "textarea": "form control",
    "datalist": "form control",
    "progress": "form control",
    "meter": "form control",
    "object": "plug-in",
    "embed": "plug-in",
    "applet": "plug-in",
}
"""Tags that go with all they hold, and what the note calls them."""
_EVERYTHING = ", ".join(_REMOVED)
# Other attributes with addresses go with all that is no attribute of the dialect.
_ADDRESSES = "[href], [src], [poster], [cite]"
_ADDRESS_NAMES = ("href", "src", "poster", "cite")
# Browsers skip white space and control characters in a scheme.
_SKIPPED = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028\u2029\ufeff]+")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_SAFE_SCHEMES = tag_set(
    "http: https: mailto: tel: sms: ftp: ftps: sftp: news: nntp: irc: ircs: xmpp: geo: magnet: webcal: feed: skype:"
    " whatsapp: tg: viber: bitcoin: matrix: gopher: fax: callto: mms: rtsp: spotify:"
)
_PLACEHOLDER = re.compile(r"[{|]")
# Relative to a browser, and the scheme that it spells to whatever decodes it on the way.
_SPELT = re.compile(r"(?:javascript|vbscript|data):", re.IGNORECASE)
_PICTURE = re.compile(r"data:image/(?:png|gif|jpe?g|webp|avif|bmp)[;,]", re.IGNORECASE)


def silence(tree: BodyTree, context: BodyContext) -> None:
    """Remove the attributes that are scripts: `onclick`, `onerror` and all others that begin so."""
    for node in tree.root.traverse():
        for name, value in node.attributes.items():
            if name.startswith("on"):
                context.note("script in an attribute", f"{name}={value}")
                del node.attrs[name]


def disarm(tree: BodyTree, context: BodyContext) -> None:
    """Remove what acts, and keep the words around it."""
    for node in tree.find(_EVERYTHING):
        if node.tag in ("object", "applet") and words(node):
            context.note("plug-in", node.html or "", review=True)
            _open(node)
            continue
        kind = _REMOVED.get(node.tag or "", "plug-in")
        # A drawing that says something may be a chart; one that does not is an icon.
        doubted = kind == "plug-in" or (kind == "drawing in the markup" and words(node) != "")
        context.note(kind, attribute(node, "src") or words(node) or node.html or "", review=doubted)
        node.decompose()
    for node in tree.find("button"):
        context.note("form control", words(node))
        if node.next is not None and node.next.tag == "button":
            # Side by side they are two words.
            node.insert_after(" ")
        node.unwrap(delete_empty=True)
    _refuse_addresses(tree, context)


def _open(node: Node) -> None:
    """Leave the words that a plug-in shows where it cannot run."""
    for parameter in node.css("param"):
        parameter.decompose()
    node.unwrap(delete_empty=True)


def _refuse_addresses(tree: BodyTree, context: BodyContext) -> None:
    for node in tree.find(_ADDRESSES):
        for name in _ADDRESS_NAMES:
            value = node.attrs.get(name)
            if value is not None and not is_safe(value, is_picture=node.tag == "img"):
                context.note("address refused", f"{name}={value}", review=True)
                del node.attrs[name]


def is_safe(address: str, *, is_picture: bool = False) -> bool:
    """Whether an address can run no code: relative, or with a scheme that only fetches, calls or writes.

    `{static}…` and `|filename|…` mean nothing in WordPress, and make Pelican copy files of the newsroom into the site.
    """
    bare = _SKIPPED.sub("", address)
    spelt = unquote(bare) if "%" in bare else bare
    if _PLACEHOLDER.match(spelt) or (spelt != bare and _SPELT.match(spelt)):
        return False
    if is_picture and _PICTURE.match(bare):
        return True
    scheme = _SCHEME.match(bare)
    return scheme is None or scheme[0].lower() in _SAFE_SCHEMES
