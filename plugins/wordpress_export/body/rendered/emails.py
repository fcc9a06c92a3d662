"""E-mail addresses that plugins and Cloudflare hide from robots until a script shows them."""

import codecs
import re

from ..context import BodyContext
from ..tree import BodyTree, Node, attribute, words

_HIDDEN = "[data-cfemail], a[href*='/cdn-cgi/l/email-protection#'], [data-enc-email]"
_PROTECTED = "/cdn-cgi/l/email-protection#"
_HEX = re.compile(r"(?:[0-9a-f]{2}){2,400}", re.IGNORECASE)
_ADDRESS = re.compile(r"[^\s@<>\"']+@[^\s@<>\"']+")
_TURNED = "eeb-rtl"
"""Email Encoder writes the words from right to left, and has a style turn them."""
KIND = "e-mail address that was hidden from robots"


def show_emails(tree: BodyTree, context: BodyContext) -> None:
    """Give each hidden address as readers saw it."""
    if not tree.may_hold("data-cfemail", "email-protection#", "data-enc-email"):
        return
    for node in tree.find(_HIDDEN):
        if attribute(node, "data-enc-email"):
            _turn(node, context)
        else:
            _decode(node, context)


def _decode(node: Node, context: BodyContext) -> None:
    """Decode Cloudflare's form: the first byte is the key, and each of the others is a byte of the address with it."""
    secret = attribute(node, "data-cfemail")
    href = attribute(node, "href")
    address = _plain(secret or href.partition(_PROTECTED)[2])
    if not address:
        context.note("e-mail address that cannot be decoded", secret or href, review=True)
        return
    context.note_once(KIND)
    if _PROTECTED in href or (node.tag == "a" and secret):
        node.attrs["href"] = f"mailto:{address}"
    if not secret:
        return
    for child in list(node.iter(include_text=True)):
        child.decompose()
    shown = address.partition("?")[0]
    if node.tag == "a":
        node.insert_child(shown)
    else:
        node.replace_with(shown)


def _plain(secret: str) -> str:
    if not _HEX.fullmatch(secret):
        return ""
    key, *coded = bytes.fromhex(secret)
    address = bytes(byte ^ key for byte in coded).decode("utf-8", "replace")
    return address if _ADDRESS.match(address) else ""


def _turn(node: Node, context: BodyContext) -> None:
    """Decode Email Encoder's form: ROT13, with `[at]` for the sign."""
    address = codecs.decode(attribute(node, "data-enc-email"), "rot13").replace("[ng]", "@").replace("[at]", "@")
    if not _ADDRESS.fullmatch(address):
        context.note("e-mail address that cannot be decoded", node.html or "", review=True)
        return
    context.note_once(KIND)
    node.attrs["href"] = f"mailto:{address}"
    for turned in node.css(f".{_TURNED}"):
        turned.replace_with(words(turned)[::-1])
    if "@" not in words(node) and "*" in words(node):
        for child in list(node.iter(include_text=True)):
            child.decompose()
        node.insert_child(address)
