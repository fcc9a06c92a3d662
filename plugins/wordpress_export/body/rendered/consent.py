"""Frames that plugins for consent to cookies hold back until a reader agrees."""

import base64
import binascii

from ..context import BodyContext
from ..embed_forms import watch_address
from ..embeds import make_embed
from ..tree import BodyTree, Node, attribute, replace, words

_PRIVACY = ".embed-privacy-container"
_BORLABS = ".BorlabsCookie, [data-borlabs-cookie-content]"
_NOTICES = ".cmplz-blocked-content-notice, .cmplz-placeholder-parent > button, .wpconsent-iframe-overlay"


def open_consent_boxes(tree: BodyTree, context: BodyContext) -> None:
    """Give what a box of consent holds back: Embed Privacy, Borlabs Cookie, Complianz."""
    if not tree.may_hold("embed-privacy", "borlabs", "cmplz-", "wpconsent"):
        return
    for box in tree.find(_PRIVACY):
        link = box.css_first(".embed-privacy-url a[href]")
        if link is not None:
            _note(box, context)
            replace(box, [make_embed(tree, watch_address(attribute(link, "href")))])
    for box in tree.find(_BORLABS):
        _open_borlabs(tree, box, context)
    for notice in tree.find(_NOTICES):
        _note(notice, context)
        notice.decompose()


def _note(box: Node, context: BodyContext) -> None:
    for script in box.css("script"):
        script.decompose()
    context.note("question for consent to cookies", words(box))


def _open_borlabs(tree: BodyTree, box: Node, context: BodyContext) -> None:
    """Read what Borlabs keeps in Base64, in an attribute or a script."""
    kept = attribute(box, "data-borlabs-cookie-content")
    script = box.css_first("script[type='text/template']")
    html = _decoded(kept or (script.text() if script is not None else ""))
    if not html:
        return
    _note(box, context)
    opened = tree.new("div")
    opened.inner_html = html
    replace(box, [opened])


def _decoded(text: str) -> str:
    try:
        return base64.b64decode("".join(text.split()), validate=True).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        return ""
