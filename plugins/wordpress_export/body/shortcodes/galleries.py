"""Pictures of the library side by side: `[gallery]` (`gallery_shortcode`), and those of themes and plugins."""

from collections.abc import Mapping

from ...whole_numbers import whole_numbers_in
from ..context import BodyContext
from ..file_names import PICTURE_EXTENSIONS
from .attachments import chosen
from .grammar import Shortcode
from .parts import Setting, attachment, block, heading, pictures
from .renderer import Renderer, named

_LISTS = ("ids", "images", "image_ids", "gallery_ids", "include", "source", "gallery", "media_ids", "pics")


def render_gallery(shortcode: Shortcode, context: BodyContext) -> str:
    """Give the pictures as one figure; a gallery of a single picture is that picture."""
    content = shortcode.content or ""
    figures = _figures(chosen(shortcode, context, PICTURE_EXTENSIONS), shortcode, context)
    if not figures:
        context.note("gallery without pictures", shortcode.tag, review=True)
        return content
    if shortcode.get("link") not in ("file", "none"):
        # By default WordPress links each picture to its attachment page, which shows no more than the picture.
        context.note("links to attachment pages left out", shortcode.tag)
    return block(pictures(figures)) + content


def render_listed_gallery(shortcode: Shortcode, context: BodyContext) -> str:
    """Give the pictures that a theme's or a page builder's gallery lists by number (`images="7,5"`)."""
    numbers = [number for value in (shortcode.get(name) for name in _LISTS) for number in whole_numbers_in(value)]
    figures = _figures(list(dict.fromkeys(numbers)), shortcode, context)
    content = shortcode.content or ""
    if not figures and not content.strip():
        context.note("gallery without pictures", shortcode.tag, review=True)
    # WPBakery shows a title above each of its parts.
    title = heading(shortcode.get("title"), 2) if shortcode.name.startswith("vc_") else ""
    return title + (block(pictures(figures)) if figures else "") + content


def _figures(numbers: list[int], shortcode: Shortcode, context: BodyContext) -> list[str]:
    target = "file" if shortcode.get("link") == "file" else ""
    figures = (attachment(number, Setting(shortcode.tag, target), context) for number in numbers)
    return [figure for figure in figures if figure]


GALLERIES: Mapping[str, Renderer] = {
    "gallery": render_gallery,
    "slideshow": render_gallery,
    **named(
        render_listed_gallery,
        "vc_gallery vc_images_carousel vc_media_grid vc_masonry_media_grid et_pb_gallery fusion_gallery ux_gallery"
        " av_gallery av_masonry_gallery av_horizontal_gallery mk_gallery mk_image_slideshow nectar_gallery"
        " kc_image_gallery su_slider su_carousel su_custom_gallery su_image_carousel x_gallery td_gallery"
        " themify_gallery image_carousel us_image_slider us_gallery tatsu_gallery",
    ),
}
"""Galleries by name."""
