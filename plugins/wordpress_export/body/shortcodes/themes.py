"""Shortcodes that hundreds of themes share: buttons, boxes, columns, tabs, toggles, quotes, drop caps."""

from collections.abc import Mapping

from ..context import BodyContext
from .grammar import Shortcode
from .parts import bare_text, block, heading, link, opening_box, quote
from .renderer import Renderer, named, words_of
from .targets import read_target

_TITLES = ("title", "heading", "header", "name", "caption", "label", "question")


def render_button(shortcode: Shortcode, context: BodyContext) -> str:
    """Give a link; one that leads nowhere leaves its words."""
    target = read_target(shortcode, context)
    words = (shortcode.content or "").strip() or shortcode.get("text", "label", "title", "button_text", "value", "name")
    words = (
        words or target.words or shortcode.get("linktext") or (" ".join(shortcode.bare) if not target.address else "")
    )
    if not target.address:
        return words
    return link(target.address, words) if "<a " not in words else words


def render_toggle(shortcode: Shortcode, _context: BodyContext) -> str:
    """Give a part that opens, with its title as what readers press."""
    return opening_box(shortcode.get(*_TITLES), shortcode.content or "")


def render_tab(shortcode: Shortcode, _context: BodyContext) -> str:
    """Give the title of a tab or a box and its content: all tabs are read one after the other."""
    title = shortcode.get(*_TITLES, "tab_title") or " ".join(shortcode.bare)
    return block(f"<p><strong>{title}</strong></p>" if title else "") + block(shortcode.content or "")


def render_quote(shortcode: Shortcode, _context: BodyContext) -> str:
    """Give a quote with who said it."""
    who = shortcode.get("cite", "author", "name", "source", "by", "who", "citation", "client_name")
    who = who or " ".join(shortcode.bare).removeprefix("=").strip("\"'")
    return quote(shortcode.content or shortcode.get("text", "quote"), who)


def render_pull_quote(shortcode: Shortcode, _context: BodyContext) -> str:
    """Give a pull quote with who said it."""
    who = shortcode.get("cite", "author", "name", "source", "by", "citation")
    return quote(shortcode.content or shortcode.get("text", "quote"), who, pulled=True)


def render_words(shortcode: Shortcode, _context: BodyContext) -> str:
    """Give the words that were dressed up, in their line."""
    return shortcode.source if shortcode.content is None else shortcode.content


def render_heading(shortcode: Shortcode, _context: BodyContext) -> str:
    """Give a heading of a theme."""
    words = bare_text(shortcode.content or "") and (shortcode.content or "").strip()
    level = next(
        (int(given[-1]) for given in (shortcode.get("tag", "size", "level", "type"),) if given[-1:].isdigit()), 3
    )
    return heading(words or shortcode.get("title", "text", "heading"), level)


def render_line(shortcode: Shortcode, _context: BodyContext) -> str:
    """Give a line across the page; one with words has them as a heading."""
    words = (shortcode.content or "").strip() or shortcode.get("title", "text")
    return heading(words, 3) or block("<hr>")


def render_nothing(shortcode: Shortcode, _context: BodyContext) -> str:
    """Give the content, if any: an icon or an empty space has none."""
    return shortcode.content or ""


THEMES: Mapping[str, Renderer] = {
    **named(render_button, "button btn su_button download_button cta_button button_link maxbutton buttons_link"),
    **named(
        render_toggle,
        "toggle toggle_item toggle_box toggle_content spoiler expand accordion_item accordion-item accordion_section"
        " accordion_panel collapse collapsible collapse_item faq faq_item accordion_toggle panel_item showhide"
        " su_spoiler expander_maker bg_collapse read_more_toggle",
    ),
    **named(render_tab, "tab tab_item tabitem tab_content tab_pane su_tab"),
    **named(
        render_tab,
        "box alert message notification notice info infobox info_box success warning error callout well content_box"
        " text_box panel su_box su_note su_service highlight_box message_box tip important attention",
    ),
    **named(render_quote, "quote blockquote testimonial su_quote simple_quote"),
    **named(
        render_pull_quote,
        "pullquote pull_quote pullleft pullright pull-quote su_pullquote quote_right quote_left",
    ),
    **named(
        render_words,
        "dropcap drop_cap su_dropcap lead leadin intro center left right aligncenter alignleft alignright small big"
        " su_highlight su_label su_animate su_guests su_tooltip tooltip popover label badge marker colored_text"
        " text_color color font size note su_frame su_expand su_lightbox_content lightbox_content su_list raw"
        " noformat list checklist check_list bullet_list styled_list ul custom_list animate animation fullwidth"
        " full_width visible hidden-phone desktop mobile nobr nowrap wrap p span div strong em bold",
    ),
    **named(render_heading, "headline heading subtitle section_title section_heading su_heading title"),
    **named(render_line, "hr divider line separator su_divider horizontal_rule divider_line"),
    **named(
        render_nothing,
        "clear clearfix clearboth br space spacer gap su_spacer empty_space icon fa fontawesome font_awesome su_icon"
        " symple_icon icons clear_both pagebreak nextpage",
    ),
}
"""What themes share, by name."""

ALONE = words_of("clear clearfix clearboth br hr divider spacer separator gap footnotes toc sitemap archives")
"""Names that stand by themselves without an attribute; other such words in brackets may be the author's own."""

LAYOUT = words_of(
    "row row_inner column columns col col_inner column_inner section container wrapper content_wrapper grid"
    " grid_item one_half one_third two_third one_fourth two_fourth three_fourth one_fifth two_fifth three_fifth"
    " four_fifth one_sixth five_sixth one_half_last one_third_last two_third_last two_thirds two_thirds_last"
    " one_fourth_last three_fourth_last three_fourths three_fourths_last one_fifth_last two_fifth_last"
    " three_fifth_last four_fifth_last one_sixth_last half half_last third third_last quarter quarter_last"
    " two_columns three_columns four_columns column_half column_third one-half one-third two-third one-fourth"
    " three-fourth twocol_one twocol_one_last threecol_one threecol_one_last threecol_two threecol_two_last"
    " fourcol_one fourcol_one_last fourcol_two fourcol_three fivecol_one sixcol_one tabs tabgroup tab_group"
    " tabs_group tabset accordion accordions accordion_group toggles toggle_group toggle-group accordion-group"
    " collapse_group collapsibles faqs spoilers su_row su_column su_tabs su_accordion su_column_inner su_row_inner"
    " slider slides carousel ux_slider ux_row ux_col testimonials pricing_tables content_boxes icon_boxes features"
    " feature_boxes team_members sections group columns_container threecolumns box_group buttons button_group"
    " list_group timeline_group presentation slide themify_col page_section full_section contentrow"
)
"""Names that only arrange what they hold: opening and closing tags are read each by themselves."""
