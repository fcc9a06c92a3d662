"""Shortcodes that we know and that have nothing to show here: each with the kind of its note.

Where readers saw something that the body does not hold, a table or a slider kept elsewhere, a person should look.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from ..context import BodyContext
from .grammar import Shortcode
from .parts import block
from .renderer import Renderer


@dataclass(frozen=True, slots=True)
class Absent:
    """One kind of thing that is not here."""

    kind: str
    """Of the note."""
    review: bool = False
    """Whether a person should look."""
    keeps_content: bool = True
    """Whether what it encloses are words for readers."""

    def render(self, shortcode: Shortcode, context: BodyContext) -> str:
        """Give the content, if there is one, and note the rest."""
        context.note(self.kind, shortcode.tag if self.keeps_content else shortcode.source, review=self.review)
        return block(shortcode.content or "") if self.keeps_content else ""


_NAMES: Mapping[Absent, str] = {
    Absent("form of a plugin", review=True): (
        "contact-form contact-form-7 contact_form contactform gravityform gravityforms wpforms ninja_form"
        " ninja_forms ninja_forms_display_form formidable caldera_form caldera_form_modal fluentform forminator_form"
        " weforms everest_form happyforms si-contact-form cforms quform iphorm typeform typeform_embed wufoo jotform"
        " formstack formcraft fc kaliforms wpcf7 et_pb_contact_form fusion_form pirate_forms visual-form-builder vfb"
        " wpuf_form frontend_admin usp_form user-submitted-posts gdpr_form cognito formidable-form machform cformsii"
        " donate give_form paypal-donation wp_paypal paypal simpay seamless-donations charitable_donation_form"
    ),
    Absent("sign-up form of a plugin"): (
        "mc4wp_form mc4wp_checkbox mailpoet_form mailpoet_archive wysija_form wysija_page newsletter newsletter_form"
        " newsletter_signup newsletter_signup_form subscribe2 jetpack_subscription_form subscription_form"
        " blog_subscription_form email-subscribers email-subscribers-form convertkit sibwp_form yikes-mailchimp"
        " mailchimpsf_form mailchimp mailchimp_subscriber_popup ctct constantcontactapi optin-monster"
        " optin-monster-shortcode optinform thrive_leads thrive_2step leadpages_leadbox hubspot activecampaign aweber"
        " madmimi mailerlite_form et_bloom_inline et_bloom_locked et_pb_signup bloom_inline pardot-form sendinblue"
        " email-subscribe follow_me vc_wp_search et_pb_search search_form searchform wpbsearch"
    ),
    Absent("table that is kept elsewhere", review=True): (
        "table-info tablepress wptb ninja_tables ninja_table wpdatatable wpdatachart supsystic-tables"
        " supsystic-table-value visualizer csv googlespreadsheet gdoc inline_google_spreadsheet_viewer"
        " wpsm_comparison_table easy-pricing-table go_pricing pricing_table tablesome posts_table league_table"
        " standings chart wpchart m-chart infogram-chart vc_line_chart vc_round_chart visualizer_chart"
    ),
    Absent("slider or gallery that is kept elsewhere", review=True): (
        "rev_slider rev_slider_vc layerslider metaslider ml-slider smartslider3 soliloquy masterslider ms_slider"
        " wonderplugin_slider wonderplugin_gallery wonderplugin_carousel nivoslider royalslider new_royalslider"
        " easingslider slide-anything cycloneslider crellyslider transitionslider huge_it_slider huge_it_gallery"
        " huge_it_portfolio nggallery ngg ngg_images nggalbum nggtags singlepic slideshow_deploy imagebrowser random"
        " album foogallery envira-gallery modula photospace photo_gallery best_wp_gallery bwg robogallery"
        " robo-gallery grand-media gmedia unitegallery justified_image_grid finaltilesgallery final_gallery"
        " portfolio_slideshow slick-slider carousel_slide wpic post-carousel displaygallery flickr-gallery flickr_set"
        " instagram-feed custom-facebook-feed custom-twitter-feeds youtube-feed twitter-timeline facebook-feed ff"
        " social-feed juicer instashow et_pb_fullwidth_slider_global fusion_slider fusion_global av_layerslider"
        " av_revolutionslider"
    ),
    Absent("map of a plugin", review=True): (
        "wpgmza google_map mappress mapp leaflet-map leaflet-marker osm_map osm_map_v3 geo_mashup_map mapsmarker"
        " wp_mapbox_gl_js gmap google-map-v3 map google_maps wpgmappro put_wpgm vc_gmaps fusion_map av_google_map"
        " su_gmap cp_contactformtoemail simple-map ol_map strava"
    ),
    Absent("advertisement", keeps_content=False): (
        "ad ads adsense adrotate the_ad the_ad_group the_ad_placement bsa_pro_ad_space adinserter ad_inserter advads"
        " wp_ad_camp wp_ad_camp_1 wp_ad_camp_2 wp_ad_camp_3 wp_ad_camp_4 wp_ad_camp_5 adsanity adsanity_group"
        " google-adsense dfp_ads quads wpinsert_ad useful_banner_manager bannergarden td_block_ad_box ad_code banner"
        " wp-insert adni_widget advanced_ads sam sam_zone mks_ad et_pb_adsense tie_ads ads1 ads2 e3lan"
        " jnews_block_ads"
    ),
    Absent("shop's own part", review=True): (
        "product products product_page product_category product_categories recent_products featured_products"
        " sale_products best_selling_products top_rated_products related_products add_to_cart add_to_cart_url"
        " purchase_link downloads download_cart edd_downloads amazon_link amazon_textlink amazon aawp amazonjs"
        " easyazon_link easyazon_image easyazon_infoblock easyazon_block asa wpproducttable wp_cart_button"
        " affiliate_link woocommerce_cart woocommerce_checkout woocommerce_my_account woocommerce_order_tracking"
    ),
    Absent("poll or quiz of a plugin", review=True): (
        "poll yop_poll totalpoll democracy ipt_fsqm_form wp_quiz mlw_quizmaster qsm quiz quizz wpvq forminator_poll"
        " forminator_quiz wp_survey survey opinionstage os-widget watupro ays_quiz ays_poll playbuzz-item hd_quiz"
        " hdquiz ratings rating kkstarratings yasr_visitor_votes yasr_overall_rating review wp-review taq_review"
    ),
    Absent("share buttons", keeps_content=False): (
        "addtoany addthis ssba ssba-buttons sharethis sharethis-inline-buttons social_share social_share_button"
        " easy-social-share easy-social-share-buttons easy-social-like shareaholic sharify feather_share"
        " sassy_social_share socialpug_share jp-sharing mashshare swp_share social_warfare social-share-buttons"
        " fusion_sharing vc_facebook vc_tweetmeme vc_googleplus vc_pinterest et_social_share"
        " et_pb_social_media_follow av_social_share likebtn facebook_like fblike fb_like wp_ulike follow_button"
        " tweet_button google_plusone plusone simple-social-icons social_icons bookmark clicktotweet_button"
        " print_link print-me email_link printfriendly wp_print print_button"
    ),
    Absent("table of contents of a plugin"): (
        "toc no_toc ez-toc lwptoc contents table-of-contents table_of_contents wptoc joli-toc rank_math_toc"
        " simpletoc toc_chapter multipage-toc"
    ),
    Absent("list that the site filled in"): (
        "archives recent-posts recent_posts display-posts display_posts catlist list-posts list_posts postlist posts"
        " wp_sitemap_page sitemap simple-sitemap html_sitemap wp_html_sitemap blog blog_posts portfolio portfolios"
        " projects related_posts related-posts jetpack-related-posts jetpack_top_posts_widget yarpp crp random_posts"
        " latest_posts child_pages subpages siblings pagelist wp-rss-aggregator rss feedzy-rss feedzy categories tags"
        " tag_cloud wp_tag_cloud authors authors_list contributors members_list members-list list_authors breadcrumb"
        " breadcrumbs wpseo_breadcrumb rank_math_breadcrumb upcomingevents events_list tribe_events ai1ec my_calendar"
        " my_calendar_upcoming eo_events eo_calendar calendar events_calendar widget do_widget sidebar"
        " dynamic-sidebar vc_widget_sidebar et_pb_sidebar fusion_widget_area av_sidebar vc_basic_grid vc_masonry_grid"
        " vc_posts_grid vc_posts_slider vc_carousel vc_wp_recentcomments vc_wp_posts vc_wp_archives vc_wp_categories"
        " vc_wp_tagcloud vc_wp_calendar vc_wp_pages vc_wp_meta vc_wp_rss vc_wp_custommenu et_pb_blog et_pb_portfolio"
        " et_pb_filterable_portfolio et_pb_post_slider et_pb_post_title et_pb_post_nav et_pb_comments et_pb_shop"
        " et_pb_menu et_pb_fullwidth_menu et_pb_fullwidth_portfolio et_pb_fullwidth_post_slider"
        " et_pb_fullwidth_post_title et_pb_login fusion_blog fusion_portfolio fusion_recent_posts fusion_recent_works"
        " fusion_login fusion_register fusion_widget fusion_menu su_posts su_subpages su_siblings su_feed su_menu"
        " su_meta su_user su_post su_dummy_text su_dummy_image av_blog av_postslider av_portfolio av_magazine"
        " av_comments_list ux_products ux_portfolio mk_blog mk_portfolio themify_list_posts themify_recent_posts"
        " testimonials_list bp_activity bbp-forum-index bbp-topic-index bbp-single-forum bbp-single-topic login-form"
        " login_form wp_login_form register_form user_registration_form wpml_language_selector"
        " wpml_language_selector_widget language-switcher polylang bogo pll_switcher post_views views postviews"
        " views-count reading_time rt_reading_time current_date wp-statistics statcounter comments_template mathjax"
        " nomathjax latexpage no_latex cookie_policy cookies cookie_declaration do_not_sell et_pb_countdown_timer"
        " fusion_countdown ujicountdown countdown tminus post-content the_content scroll_to_top zotpress"
        " zotpressinlib podcast_subscribe podcast-subscribe"
    ),
    Absent("part that is kept elsewhere", review=True): (
        "block global_block vc_block template elementor-template insert_elementor elementor-tag"
        " fl_builder_insert_layout et_pb_section_global su_template insert insert_page insert_post content_block"
        " contentblock static_block xyz-ics xyz-ihs snippet_php insert_php php_snippet phpcode exec wpv-view"
        " wpv-form-view wpv-post-body types pods acf field custom_field metadata reusable reblex rblock wppb_block"
        " porto_block minimog_block wpcode code_snippet hfcm rcblock get_block templatera tribe_event_inline"
        " showmodule widgetkit h5p wp-interactive 3d-flip-book mg_gallery cryptothanks wprm-recipe wpurp-recipe"
        " yumprint-recipe easyrecipe ultimate-recipe tasty-recipe amd-zlrecipe-recipe mv_create zrdn-recipe"
        " cooked-recipe wpsl livechat liveblog live_blog score-ticker 24liveblog tickaroo scribblelive coveritlive"
    ),
}

ABSENT: Mapping[str, Renderer] = {name: absent.render for absent, names in _NAMES.items() for name in names.split()}
"""What has nothing to show here, by name."""
_TABLE = Absent("table that is kept elsewhere", review=True)


def render_table(shortcode: Shortcode, context: BodyContext) -> str:
    """Give the table that stands in the content; one that has an `id` is TablePress's, and kept elsewhere."""
    if shortcode.content and shortcode.content.strip():
        return block(shortcode.content)
    if shortcode.get("id", "name", "file"):
        return _TABLE.render(shortcode, context)
    return shortcode.source
