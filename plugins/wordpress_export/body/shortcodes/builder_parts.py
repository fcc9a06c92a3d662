"""The parts of page builders that are read in a way of their own: raw HTML, buttons, progress bars, lists."""

import re
from base64 import b64decode
from collections.abc import Mapping
from html import escape
from urllib.parse import unquote

from ..context import BodyContext
from .builders import decoded, level_of, render_part
from .grammar import Shortcode
from .parts import Setting, bare_text, block, given_picture, heading, link, opening_box, quote, trimmed
from .renderer import Renderer, named
from .siteorigin import render_widget
from .targets import read_target
from .themes import render_button, render_line, render_nothing, render_tab, render_words

_BASE64 = re.compile(r"[A-Za-z0-9+/\s]{8,}={0,2}\s*")
_LINE_BREAKS = re.compile(r"<!--\s*\[et_pb_line_break_holder\]\s*-->")
_HTML = re.compile(r"<(?:p|br|div|ul|ol|h[1-6]|table|figure|iframe)\b", re.IGNORECASE)


def render_raw(shortcode: Shortcode, _context: BodyContext) -> str:
    """Give HTML that a builder keeps encoded (WPBakery, Fusion) or with marks for its line breaks (Divi)."""
    content = _LINE_BREAKS.sub("\n", shortcode.content or "")
    if _BASE64.fullmatch(bare_text(content)):
        try:
            content = unquote(b64decode(bare_text(content)).decode("utf-8"))
        except ValueError:
            return block(content)
    # What is HTML already has made its own paragraphs.
    return block(" ".join(content.split("\n")) if _HTML.search(content) and "<pre" not in content else content)


def render_builder_button(shortcode: Shortcode, context: BodyContext) -> str:
    """Give the link of a builder's button as a paragraph of its own."""
    words = render_button(decoded(shortcode), context)
    return block(f"<p>{words}</p>" if words else "")


def render_single_picture(shortcode: Shortcode, context: BodyContext) -> str:
    """Give a picture by its number or its address, with its title, its link and its caption."""
    shortcode = decoded(shortcode)
    content = (shortcode.content or "").strip()
    if "<img" in content:
        return block(content)
    value = shortcode.get("image", "src", "image_url", "custom_src", "attachment", "image_id", "id", "photo", "url")
    if bare_text(content) == content and "/" in content and " " not in content:
        value, content = content, ""
    target = read_target(shortcode, context).address
    own = shortcode.get("onclick", "img_link_large", "show_in_lightbox", "lightbox")
    goes = "file" if own in ("img_link_large", "link_image", "yes") and value.isdecimal() else target
    goes = "" if goes == value else goes
    figure = given_picture(value, Setting(shortcode.tag, goes, shortcode.get("alt")), context)
    if not figure:
        context.note("picture without an address", shortcode.tag, review=True)
        return block(content)
    caption = content or shortcode.get("caption")
    if figure and caption and "<figcaption" not in figure:
        figure = figure.replace("</figure>", f"<figcaption>{caption}</figcaption></figure>")
    is_title_shown = shortcode.name.startswith("vc_")
    return heading(shortcode.get("title") if is_title_shown else "", 2) + block(figure)


def render_builder_heading(shortcode: Shortcode, context: BodyContext) -> str:
    """Give a heading of a builder, linked where it has a link."""
    shortcode = decoded(shortcode)
    words = trimmed(shortcode.content or "") or shortcode.get("text", "heading", "title", "main_heading", "headline")
    size = shortcode.get("size")
    level = int(size) if size.isdecimal() and shortcode.name.startswith("fusion") else level_of(shortcode)
    target = read_target(shortcode, context).address
    words = re.sub(r"</?(?:h[1-6]|p)\b[^<>]*>", "", words)
    line = shortcode.get("subheading", "subtitle", "sub_heading")
    return heading(link(target, words) if target and words else words, level) + block(f"<p>{line}</p>" if line else "")


def render_builder_toggle(shortcode: Shortcode, _context: BodyContext) -> str:
    """Give a toggle or a part of an accordion as a part that opens."""
    shortcode = decoded(shortcode)
    return opening_box(shortcode.get("title", "heading", "question", "tab_title"), shortcode.content or "")


def render_builder_tab(shortcode: Shortcode, context: BodyContext) -> str:
    """Give a tab's title and its content."""
    return render_tab(decoded(shortcode), context)


def render_testimonial(shortcode: Shortcode, context: BodyContext) -> str:
    """Give what somebody said of something as a quote, with the portrait before it."""
    shortcode = decoded(shortcode)
    names = (
        ("author", "name", "client_name", "author_name"),
        ("job_title", "position", "subtitle"),
        ("company_name", "company"),
    )
    who = ", ".join(part for part in (shortcode.get(*group) for group in names) if part)
    target = read_target(shortcode, context).address
    portrait = shortcode.get("portrait_url", "image", "avatar_image", "img")
    picture = given_picture(portrait, Setting(shortcode.tag), context) if portrait else ""
    words = shortcode.content or shortcode.get("content", "text", "quote")
    return block(picture) + quote(words, link(target, who) if target and who else who)


def render_progress(shortcode: Shortcode, _context: BodyContext) -> str:
    """Give a progress bar, or WPBakery's list of them (`values="90|Dev,80|Design"`), as lines of words."""
    shortcode = decoded(shortcode)
    label = bare_text(shortcode.content or "") or shortcode.get("title", "label", "text")
    figures = [value.split("|") for value in shortcode.get("values").split(",") if value]
    lines = [f"{parts[1]}: {parts[0]}" if len(parts) > 1 else parts[0] for parts in figures]
    number = shortcode.get("percent", "percentage", "number", "value", "progress") + shortcode.get("unit", "units")
    lines += [": ".join(part for part in (label, number) if part)] if not lines else []
    return block("".join(f"<p>{line}</p>" for line in [*([label] if figures and label else []), *lines] if line))


def render_list(shortcode: Shortcode, _context: BodyContext) -> str:
    """Give a list whose items are shortcodes of their own."""
    content = shortcode.content or ""
    return block(f"<ul>{trimmed(content)}</ul>" if "<li" in content and "<ul" not in content else content)


def render_item(shortcode: Shortcode, _context: BodyContext) -> str:
    """Give an item of such a list."""
    return f"<li>{trimmed(shortcode.content or '') or shortcode.get('title', 'content')}</li>"


def render_map_pin(shortcode: Shortcode, _context: BodyContext) -> str:
    """Give the words on a map's pin: its title and its address."""
    shortcode = decoded(shortcode)
    lines = [shortcode.get("title"), shortcode.get("pin_address", "address"), (shortcode.content or "").strip()]
    return block("<br>".join(escape(line, quote=False) if "<" not in line else line for line in lines if line))


BUILDER_PARTS: Mapping[str, Renderer] = {
    **named(
        render_raw,
        "vc_raw_html vc_raw_js fusion_code et_pb_code et_pb_fullwidth_code av_codeblock x_raw_content cs_raw_content"
        " us_html kc_raw_code themify_code",
    ),
    **named(
        render_builder_button,
        "vc_btn vc_button vc_button2 et_pb_button fusion_button x_button cs_button av_button av_buttonrow_item"
        " mk_button nectar_btn themify_button us_btn kc_button tatsu_button qode_button button_builder vcex_button"
        " ux_button thb_button stm_button trx_button dt_sc_button bt_bb_button x_creative_cta",
    ),
    **named(
        render_single_picture,
        "vc_single_image et_pb_image et_pb_fullwidth_image fusion_imageframe fusion_gallery_image av_image ux_image"
        " mk_image x_image cs_image us_image us_single_image kc_single_image tatsu_image nectar_image"
        " image_with_animation vcex_image vcex_single_image bt_bb_image trx_image vc_hoverbox_image",
    ),
    **named(
        render_builder_heading,
        "vc_custom_heading vc_text_separator fusion_title et_pb_heading av_heading mk_fancy_title mk_title_box"
        " x_custom_headline custom_headline feature_headline cs_headline ultimate_heading vcex_heading kc_title"
        " bt_bb_headline us_text_title tatsu_title qode_section_title eltdf_section_title mkdf_section_title",
    ),
    **named(
        render_builder_toggle,
        "vc_toggle vc_accordion_tab et_pb_toggle et_pb_accordion_item fusion_toggle av_toggle mk_toggle"
        " x_accordion_item cs_accordion_item nectar_toggle kc_accordion_tab tatsu_accordion qode_accordion_tab"
        " stm_toggle",
    ),
    **named(
        render_builder_tab,
        "vc_tab vc_tta_section et_pb_tab fusion_tab fusion_tab_item av_tab x_tab cs_tab kc_tab nectar_tab"
        " us_tta_section mk_tab",
    ),
    **named(
        render_testimonial,
        "et_pb_testimonial fusion_testimonial av_testimonial_single mk_testimonial us_testimonial stm_testimonial"
        " x_blockquote x_pullquote nectar_testimonial testimonial_item",
    ),
    **named(
        render_progress,
        "vc_progress_bar vc_pie et_pb_counter et_pb_number_counter et_pb_circle_counter fusion_progress"
        " fusion_counter_box fusion_counter_circle av_progress_bar mk_skill_meter x_skill_bar kc_progress_bars",
    ),
    **named(render_list, "fusion_checklist av_iconlist x_icon_list kc_list nectar_icon_list"),
    **named(render_item, "fusion_li_item x_icon_list_item"),
    **named(render_line, "vc_separator et_pb_divider fusion_separator av_hr x_line x_gap_line us_separator kc_divider"),
    **named(
        render_nothing,
        "vc_empty_space vc_icon et_pb_space x_gap x_clear mk_padding_divider mk_clearboth fusion_fontawesome"
        " vc_zigzag nectar_icon x_icon kc_spacing us_icon tatsu_empty_space av_font_icon et_pb_icon fusion_icon"
        " thb_gap",
    ),
    **named(
        render_words,
        "fusion_dropcap fusion_highlight fusion_tooltip fusion_popover av_dropcap1 av_dropcap2 mk_dropcaps"
        " mk_highlight x_dropcap x_highlight",
    ),
    **named(render_map_pin, "et_pb_map_pin fusion_map_marker"),
    "siteorigin_widget": render_widget,
}
"""Parts by name; all others of the builders are read by `render_part`."""

__all__ = ["BUILDER_PARTS", "render_part"]
