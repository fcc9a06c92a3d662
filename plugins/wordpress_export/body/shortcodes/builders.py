"""Page builders flattened to their content: WPBakery, Divi, Avada Fusion, Enfold, Cornerstone, Themify and their kin.

Their parts differ in hundreds of names and hardly in what they hold: a picture, a heading, a line under it, words, a
link. One function reads them all; what is different has its own in `builder_parts.py`. Rows and columns only arrange.
"""

import re
from dataclasses import replace

from ...whole_numbers import whole_numbers_in
from ..context import BodyContext
from .grammar import Shortcode
from .parts import Setting, attachment, bare_text, block, given_picture, heading, link, pictures
from .renderer import words_of
from .targets import Target, read_target

PREFIXES = (
    "vc_", "et_pb_", "fusion_", "cs_", "x_", "av_", "mk_", "nectar_", "qode_", "eltd_", "eltdf_", "edgtf_", "mkdf_",
    "mkd_", "td_block_", "vcex_", "themify_", "kc_", "tatsu_", "thb_", "ult_", "ultimate_", "bt_bb_", "cmsms_", "ux_",
    "dslc_", "motopress_", "mpce_", "stm_", "trx_", "webnus_", "kleo_", "porto_", "dfd_", "us_", "fw_", "siteorigin_",
    "ohio_", "pofo_", "wgl_", "g5plus_", "el_", "bb_", "fl_", "mp_", "dt_sc_", "heading_builder_",
)  # fmt: skip
"""What the names of page builders' shortcodes begin with."""

_ARRANGING = words_of(
    "section specialty_section row row_inner row_text column column_inner column_item col columns container inner"
    " tabs tab_group tour accordion accordions toggles slider slideshow fullwidth_slider group grid layout layout_row"
    " builder_container builder_row builder_column builder_row_inner builder_column_inner wrap wrapper holder"
    " carousel pageable items tta_tabs tta_tour tta_accordion tta_pageable tta_toggle counters counters_box"
    " counters_circle pricing_tables pricing_table_group team content_boxes testimonials video_slider map"
    " feature_group text textblock text_block column_text stack area content_holder one_full one_half one_third"
    " two_third one_fourth three_fourth one_fifth two_fifth three_fifth four_fifth cell_one_half cell half block_grid"
    " tab_section flipboxes flex_column old_text message alert"
)
"""Endings of names that only arrange what they hold, or add nothing to it."""
_PICTURES = (
    "src", "image_url", "image", "image_src", "image_id", "picture", "portrait_url", "img", "img_id", "photo",
    "author_image", "icon_image", "avatar", "thumbnail", "attachment", "custom_src", "pic_link", "logo",
)  # fmt: skip
_HEADINGS = (
    "title", "heading", "headline", "h2", "main_heading", "primary_title", "call_text", "question", "tab_title",
    "header",
)  # fmt: skip
_LINES = (
    "subtitle", "subhead", "sub_heading", "subheading", "h4", "tagline", "position", "job_title", "secondary_title",
)  # fmt: skip
_NAMES = ("name", "author", "author_name", "client_name")
_WORDS = (
    "text", "content", "description", "desc", "body", "bio", "message", "caption", "text_content", "content_text",
)  # fmt: skip
_LINK_WORDS = (
    "button_text", "link_text", "linktext", "btn_title", "btn_text", "link_label", "button_label", "button_one_text",
    "button_title", "buttontext", "label", "more_text", "read_more_text",
)  # fmt: skip
_LEVEL = re.compile(r"(?:\A|tag:)h([1-6])\b")
_LEVELS = (
    "header_level", "title_level", "heading_tag", "title_tag", "tag", "level", "font_container", "title_size",
    "heading_size",
)  # fmt: skip
_DEFAULT_LEVELS = (("_fullwidth_header", 2), ("_slide", 2), ("_cta", 2), ("_heading", 2), ("_title", 2), ("_blurb", 4))
_BACKGROUNDS = ("background_image", "bg_image", "parallax_image", "background", "bg_img")
# Divi's and WPBakery's own ways to write quotation marks and brackets inside attributes.
_QUOTED = (("%22", '"'), ("%91", "["), ("%93", "]"), ("``", '"'), ("`{`", "["), ("`}`", "]"))
_DYNAMIC = "@ET-DC@"


def is_builder(name: str) -> bool:
    """Whether a name is that of a page builder's part."""
    return name.startswith(PREFIXES)


def is_layout(name: str) -> bool:
    """Whether a page builder's part only arranges what it holds."""
    words = name.split("_")
    return is_builder(name) and any("_".join(words[start:]) in _ARRANGING for start in range(1, len(words)))


def decoded(shortcode: Shortcode) -> Shortcode:
    """Give a part with its attributes as its author wrote them; a value that the site filled in is none."""
    named = dict(shortcode.named)
    for name, value in named.items():
        for written, meant in _QUOTED:
            value = value.replace(written, meant)  # noqa: PLW2901  # the same value, a step further
        named[name] = "" if value.startswith(_DYNAMIC) else value
    return replace(shortcode, named=named)


def level_of(shortcode: Shortcode) -> int:
    """Give the level of a part's heading."""
    for value in (shortcode.get(name).lower() for name in _LEVELS):
        if found := _LEVEL.search(value):
            return int(found[1])
    return next((level for ending, level in _DEFAULT_LEVELS if shortcode.name.endswith(ending)), 3)


def opening_of(shortcode: Shortcode, context: BodyContext) -> str:
    """Give what an arranging part shows of its own: a title; its background picture is noted."""
    shortcode = decoded(shortcode)
    address = shortcode.get(*_BACKGROUNDS)
    if "/" in address or address.isdecimal():
        context.note("background picture left behind", f"{address} of [{shortcode.name}]")
    words = shortcode.get("title", "heading")
    return heading(words, level_of(shortcode)) if words and shortcode.get("disabled") != "on" else ""


def render_part(shortcode: Shortcode, context: BodyContext) -> str:
    """Give picture, heading, the line under it, words and link of any part."""
    shortcode = decoded(shortcode)
    target = read_target(shortcode, context)
    link_words = shortcode.get(*_LINK_WORDS) or target.words
    lone = "" if link_words else target.address
    picture = _picture(shortcode, lone, context)
    title, line = _heading(shortcode)
    if title and lone and not picture and "<a " not in title:
        title = link(lone, title)
    text = (shortcode.content or "").strip() or _text(shortcode)
    pieces = [block(picture), heading(title, level_of(shortcode)), block(f"<p>{line}</p>" if line else ""), block(text)]
    pieces.append(_link(target, link_words, shown=bool(picture or title)))
    html = "".join(pieces)
    if not bare_text(html) and not picture:
        _note_empty(shortcode, context)
    return html


def _picture(shortcode: Shortcode, target: str, context: BodyContext) -> str:
    source = shortcode.get(*_PICTURES)
    if not source:
        numbers = whole_numbers_in(shortcode.get("images", "image_ids", "gallery_ids", "ids"))
        return pictures([attachment(number, Setting(shortcode.tag), context) for number in dict.fromkeys(numbers)])
    target = "" if target == source else target
    return given_picture(source, Setting(shortcode.tag, target, shortcode.get("alt", "alt_text")), context)


def _heading(shortcode: Shortcode) -> tuple[str, str]:
    """Give a part's heading and the line under it; whose name stands there alone is the heading."""
    words, name = shortcode.get(*_HEADINGS), shortcode.get(*_NAMES)
    line = ", ".join(part for part in (name if words else "", shortcode.get(*_LINES)) if part)
    return words or name, line


def _text(shortcode: Shortcode) -> str:
    text = shortcode.get(*_WORDS)
    # A part may name an icon or a colour where another has its words.
    return text if " " in text or "<" in text else f"<p>{text}</p>" if text else ""


def _link(target: Target, words: str, *, shown: bool) -> str:
    if not target.address:
        return block(f"<p>{words}</p>") if words else ""
    return block(f"<p>{link(target.address, words)}</p>") if words or not shown else ""


def _note_empty(shortcode: Shortcode, context: BodyContext) -> None:
    shown = [name for name in shortcode.named if not _is_look(name)]
    if shown and shortcode.content is None:
        context.note("part of a page builder with nothing to show here", shortcode.tag, review=True)


def _is_look(name: str) -> bool:
    return name.startswith(_LOOKS) or name.endswith(_LOOK_ENDINGS) or name in ("id", "class", "css", "style")


_LOOKS = (
    "_", "css", "el_", "bg", "background", "border", "margin", "padding", "animation", "module_", "admin_", "color",
    "height",
)  # fmt: skip
_LOOK_ENDINGS = (
    "_class",
    "_id",
    "_color",
    "_size",
    "_style",
    "_align",
    "alignment",
    "width",
    "height",
    "icon",
)
