"""Galleries as WordPress and plugins show them: each picture in its full size, linked only where an editor chose so."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from ..context import BodyContext
from ..file_names import is_picture
from ..own_addresses import own_address
from ..stories.targets import known_story
from ..tree import BodyTree, Node, attribute, classes, words

_MARKS = (
    "gallery", "ngg-", "envira-", "modula", "jetpack-slideshow", "e-gallery-item", "wpb_gallery", "msacwl-", "bwg-",
)  # fmt: skip
_LINKS = ".gallery-icon > a[href], .tiled-gallery-item > a[href]"
_TILED = ".tiled-gallery-item"
_SLIDESHOW = ".jetpack-slideshow[data-gallery]"
_OF_PLUGINS = (
    ".ngg-galleryoverview, .ngg-imagebrowser, .envira-gallery-wrap, .foogallery, .modula, .modula-gallery,"
    " .elementor-gallery__container, .et_pb_gallery_items, .wpb_gallery_slides, .fusion-gallery, .bwg-container,"
    " .rl-gallery, .msacwl-gallery"
)
"""NextGEN, Envira, FooGallery, Modula, Elementor, Divi, WPBakery, Avada, Photo Gallery, Responsive Lightbox."""
_CAPTIONS = ("data-caption", "data-description", "data-caption-desc", "data-caption-title")
_ORIGINALS = "img[data-orig-file]"
_ATTACHMENT_PAGES = "links to attachment pages left out"


def open_galleries(tree: BodyTree, context: BodyContext) -> None:
    """Bring the galleries of plugins into WordPress's form, and take away the links that WordPress made by itself."""
    if not tree.may_hold(*_MARKS):
        return
    for slideshow in tree.find(_SLIDESHOW):
        _fill(tree, slideshow)
    for gallery in tree.find(_OF_PLUGINS):
        _open(tree, gallery)
    for link in tree.find(_LINKS):
        if _leads_to_attachment_page(link, context):
            context.note_once(_ATTACHMENT_PAGES)
            link.unwrap(delete_empty=True)
    for item in tree.find(_TILED):
        for caption in item.css(".tiled-gallery-caption"):
            tree.rename(caption, "figcaption")
        tree.rename(item, "figure")
    for picture in tree.find(_ORIGINALS):
        if is_picture(original := attribute(picture, "data-orig-file")):
            picture.attrs["src"] = original


def _leads_to_attachment_page(link: Node, context: BodyContext) -> bool:
    """Whether a picture links to its own page, as each does where nobody chose otherwise."""
    address, library = attribute(link, "href"), context.library
    if is_picture(address) or link.css_first("img") is None:
        return False
    own = own_address(address, library.book, context.article.permalink)
    return own is not None and ("attachment_id" in address or not known_story(own.path, library.stories.addresses))


def _fill(tree: BodyTree, slideshow: Node) -> None:
    """Put the pictures of Jetpack's slideshow in, which its script reads from an attribute."""
    for shown in _listed(attribute(slideshow, "data-gallery")):
        figure = tree.new("figure")
        figure.insert_child(tree.new("img", src=_text(shown, "src"), alt=_text(shown, "alt")), move=True)
        if caption := _text(shown, "caption"):
            line = tree.new("figcaption")
            line.inner_html = caption
            figure.insert_child(line, move=True)
        slideshow.insert_child(figure, move=True)
    slideshow.attrs["class"] = "gallery"


def _listed(text: str) -> Iterator[Mapping[str, Any]]:
    try:
        pictures = json.loads(text)
    except (ValueError, RecursionError):
        return
    if isinstance(pictures, list):
        yield from (shown for shown in pictures if isinstance(shown, dict) and _text(shown, "src"))


def _text(shown: Mapping[str, Any], name: str) -> str:
    value = shown.get(name)
    return value if isinstance(value, str) else ""


def _open(tree: BodyTree, gallery: Node) -> None:
    """Show the full picture that each small one opens, with the caption that the link carries."""
    for link in gallery.css("a[href]"):
        picture, address = link.css_first("img"), attribute(link, "href")
        if not is_picture(address):
            continue
        if picture is None:
            picture = tree.new("img", alt=words(link) or _label(link))
            for child in list(link.iter(include_text=True)):
                child.decompose()
            link.insert_child(picture, move=True)
        picture.attrs["src"] = address
        figure = tree.new("figure")
        if caption := next((text for name in _CAPTIONS if (text := attribute(link, name))), ""):
            line = tree.new("figcaption")
            line.inner_html = caption
            figure.insert_child(line, move=True)
        link.insert_before(figure, move=True)
        figure.insert_child(picture, move=True)
        link.unwrap(delete_empty=True)
    gallery.attrs["class"] = " ".join((*sorted(classes(gallery)), "gallery"))


def _label(link: Node) -> str:
    labelled = link.css_first("[aria-label]")
    return attribute(labelled, "aria-label") if labelled is not None else ""
