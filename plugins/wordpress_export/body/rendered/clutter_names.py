"""The classes and ids under which plugins and themes put things of their own into a text, by the kind of the note."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Clutter:
    """One kind of thing that is not the author's."""

    kind: str
    """Of the note."""
    review: bool = False
    """Whether readers had something there that the new site has to give them again."""


_NAMES: Mapping[Clutter, str] = {
    Clutter("share buttons"): (
        "a2a_kit addthis_button addthis_inline_share_toolbox addthis_native_toolbox addthis_responsive_sharing"
        " addthis_toolbox addtoany_content addtoany_share_save_container addtoany_shortcode amp-social-share"
        " amp-wp-share apss-social-share bctt-ctt-btn bs-share-buttons bs-social-share cresta-share-icon"
        " csbwfs-social-widget ctt-ctatext dd_post_share dpsp-content-wrapper dpsp-networks-btns-wrapper"
        " dpsp-post-pinterest-image-hidden dpsp-post-pinterest-image-hidden-inner dpsp-share-text e-shared-sec"
        " elementor-widget-share-buttons essb_links et_social_inline et_social_media_hidden fb-like"
        " fb-share-button fusion-sharing-box g-plusone heateor_ffc_facebook_comments_title"
        " heateor_sss_sharing_container heateorssclear jeg_share_bottom_container jeg_share_button jeg_sharelist"
        " jp-post-flair juiz-sps-links juiz_sps_links kiwi-article-bar korea-sns linkedin-share-button"
        " mashsb-container mashsb-main nc_socialpanel ns-buttons oneall_social_sharing_icons oss-container"
        " pin-it-button pluso post-share-buttons really_simple_share really_simple_share_clearfix"
        " scriptlesssocialsharing sd-sharing sd-sharing-enabled sfsi_plus_widget sfsi_responsive_icons"
        " sfsi_sicons sfsi_widget sfsiaftrpstwpr sfsibeforpstwpr share-buttons-bottom share42init"
        " shareaholic-canvas shareaholic-share-buttons-container shared-counts-wrap sharedaddy"
        " sharethis-inline-reaction-buttons sharethis-inline-share-buttons shariff shariff-buttons"
        " simplesocialbuttons sns-follow sns-share sns-share-buttons snsshare sociable sociable_tagline"
        " social-share-buttons ssba ssba-classic-2 ssba-modern-2 ssba-wrap ssbp-wrap st-sharethis-wrapper"
        " swp-content-locator swp_social_panel synved-social-button td-post-sharing td-post-sharing-bottom"
        " td-post-sharing-top the_champ_sharing_container tm-ctt-btn topsy_widget_data tweetmeme_button"
        " twitter-share-button ultimate-social-deux uptolike-buttons veu_followset veu_socialset vk_like"
        " wabtn_container wp-block-jetpack-sharing-buttons wp-block-outermost-social-sharing"
        " wp-social-bookmarking-light wp-socializer wp_social_bookmarking_light wplogout-social-wrapper"
        " wpsr-share-icons ya-share2"
    ),
    Clutter("like button"): (
        "dot-irecommendthis jetpack-likes-widget-wrapper likebtn-wrapper likebtn_container"
        " pld-like-dislike-wrap pt-claps-applause sd-like sl-wrapper thumbs-rating-container watch-action"
        " wp-block-jetpack-like wp-block-jetpack-likes wp_ulike_general_class wpulike zilla-likes"
    ),
    Clutter("rating of a plugin"): (
        "extapp-feedback-container gdrts-rating-block kk-star-ratings post-ratings post-ratings-loading"
        " rmp-rating-widget rmp-results-widget rmp-widgets-container sm-helpful-popup yasr-auto-insert-overall"
        " yasr-auto-insert-visitor yasr-visitor-votes"
    ),
    Clutter("related stories of a plugin"): (
        "aizatto_related_posts arpw-ul bimber-related-entries bs-irp bs-irp-heading crp_related"
        " crp_related_block inline-related-post irpp_kangoo irpp_minimalist irpp_ruby jeg_postblock_related"
        " jnews_inline_related_post jp-relatedposts linkwithin_div linkwithin_hook nrelate nrelate_related"
        " ob-widget outbrain penci-ilrelated-posts penci-ilrltpost related-posts-by-taxonomy related-sec"
        " relpost-thumb-container relpost-thumb-wrapper relpost_content rp4wp-related-posts rpbt_shortcode"
        " shareaholic-recommendations-container similar-posts td-related-title td_block_related_posts"
        " trc_related_container veu_relatedposts wp-block-contextual-related-posts-related-posts"
        " wp-block-jetpack-related-posts wp-related-posts wp_rp_content wp_rp_wrap yarpp yarpp-related"
        " zem_rp_wrap zemanta-related"
    ),
    Clutter("advertisement"): (
        "ad-area ad-container ads-wrapper adsanity adsanity-ad adsbygoogle adthrive adthrive-ad ai-viewport-1"
        " ai-viewport-2 ai-viewport-3 ai-viewports amp-ad better-ads-listitemad bsac bsac-container"
        " bsaprocontainer bsaproitems content_hint ezoic-ad ezoic-adpicker-ad g-single google-auto-placed jeg_ad"
        " jnews_inline_ads mv-ad-box newspack_global_ad quads-location scaip stream-item stream-item-in-post"
        " td-a-rec td-g-rec teads-inread themoneytizer wordads-ad wp-block-jetpack-ad wp-block-jetpack-wordads"
        " wp-block-newspack-ads-ad-unit wp-block-newspack-ads-blocks-ad-unit wpa wpcnt"
    ),
    Clutter("author box of a plugin"): (
        "abh_box author-bio-box awac-wrapper cab-author elementor-widget-author-box jeg_authorbox m-a-box"
        " m-a-box-container molongui-author-box penci-author-content pp-author-boxes-wrapper"
        " pp-multiple-authors-boxes-wrapper pp-multiple-authors-wrapper saboxplugin-wrap td-author-box"
        " ts-fab-wrapper veu_authorbox veu_postauthor vk_post_author wp-about-author-containter-around"
        " wp-about-author-containter-bottom wp-about-author-containter-top wp-biographia-container-around"
        " wp-biographia-container-bottom wp-biographia-container-top wp-block-molongui-author-box"
        " wp-block-newspack-blocks-author-list wp-block-newspack-blocks-author-profile wpautbox-above"
        " wpautbox-below"
    ),
    Clutter("table of contents of a plugin"): (
        "aioseo-toc elementor-toc__header elementor-widget-table-of-contents ez-toc-container"
        " ez-toc-debug-messages ftwp-container-outer ftwp-in-post joli-toc lwptoc"
        " lwptoc_bottom p-toc rank-math-block-toc rank-math-toc-block ruby-table-contents"
        " table-of-contents__header table-of-contents__list tnt-number toc_container wp-block-table-of-contents"
        " wpj-jtoc wpj-jtoc--main"
    ),
    Clutter("breadcrumbs"): (
        "aioseo-breadcrumbs breadcrumb-trail elementor-widget-breadcrumbs rank-math-breadcrumb"
        " seopress-breadcrumb woocommerce-breadcrumb wp-block-breadcrumbs wp-block-yoast-seo-breadcrumbs"
        " yoast-breadcrumbs"
    ),
    Clutter("counter or reading time of a plugin"): (
        "bsf-rt-reading-time bsf_rt_marker bsf_rt_progress_bar_container epvc-post-count"
        " last-modified-info-wrapper post-last-modified post-modified-info post-views pvc_clear pvc_stats"
        " rt-reading-time span-reading-time tptn_counter wplmi-last-modified-info yoast-reading-time__wrapper"
    ),
    Clutter("button to print or save"): (
        "dkpdf-button-container pdfprnt-buttons pf-button pf-button-content printfriendly printomatictext wpptopdfenh"
    ),
    Clutter("sign-up form of a plugin"): (
        "convertkit-form emaillist es_form_wrapper es_shortcode_form et_bloom et_bloom_inline_form"
        " et_pb_newsletter formkit-form hustle-ui jetpack_subscription_widget mailpoet_form mc4wp-form"
        " ml-embedded ml-form-embed newspack-inline-popup newspack-lightbox newspack-newsletters-subscribe"
        " newspack-popup-container noptin-form noptin-optin-main-wrapper seva-form sib_signup_form sml_subscribe"
        " tnp-subscription tnp-widget tve-leads-in-content wp-block-jetpack-subscriptions"
        " wp-block-jetpack-subscriptions__container wp-block-newspack-newsletters-subscribe"
        " wp-block-newspack-reader-registration wpmchimpa-reset"
    ),
    Clutter("form of a plugin", review=True): (
        "caldera-grid contact-submit et_pb_contact everest-forms"
        " evf-container fluentform formcraft-css forminator-custom-form forminator-ui frm_forms fusion-form"
        " gform_wrapper give-form-wrap grunion-field-wrap happyforms-form jetpack-contact-form-container"
        " mauticform_wrapper nf-form-cont ninja-forms-form-wrap quform si-contact-form srfm-form-container"
        " user-submitted-posts usp_form wp-block-give-donation-form wp-block-kadence-form wpcf7"
        " wpforms-container wpforms-container-full"
    ),
    Clutter("poll or quiz of a plugin", review=True): (
        "basic_yop_poll_container crowdsignal-poll-wrapper forminator-poll forminator-quiz pds-box"
        " qsm-quiz-container totalpoll-wrapper wp-polls yop-poll-container"
    ),
    Clutter("links to the parts of an article"): ("page-links pagelink post-nav-links"),
    Clutter("control of a page builder"): (
        "anchorjs-link bwg_nav_cont header-anchor elementor-screen-only elementor-swiper-button"
        " et-pb-controllers et-pb-slider-arrows"
        " flex-control-nav flex-direction-nav foogallery-pagination lightbox-trigger lyte_disclaimer"
        " mejs-controls mejs-layers mejs-offscreen ngg-navigation ngg-slideshow-nav owl-dots owl-nav slick-arrow"
        " slick-dots swiper-button-next swiper-button-prev swiper-pagination tiled-gallery__carousel-controls"
        " wp-block-jetpack-slideshow_button-pause wp-block-jetpack-slideshow_pagination"
        " wp-lightbox-container-button"
    ),
    Clutter("mark of a theme's own page"): (
        "comments-area disqus_thread edit-link fb-comments heateor_fb_comments_container jeg_post_tags"
        " jp-carousel-wrap podcast_meta post-bottom-meta post-edit-link post-shortlink powerpress_links"
        " powerpress_links_subscribe powerpress_subscribe readspeaker_button responsivevoice-button rs_skip"
        " trinity-player-iframe-wrapper trinity-tts-pb wp-block-post-comments-form wpd-inline-form-wrapper"
        " wpd-inline-icon-wrapper wpdiscuz-comments"
    ),
    Clutter("block that the site filled in"): (
        "components-placeholder elementor-widget-archive-posts elementor-widget-login elementor-widget-loop-carousel"
        " elementor-widget-loop-grid elementor-widget-nav-menu elementor-widget-post-comments"
        " elementor-widget-post-info elementor-widget-post-navigation elementor-widget-posts"
        " elementor-widget-search elementor-widget-search-form elementor-widget-sidebar"
        " elementor-widget-theme-post-title elementor-widget-theme-site-logo et_pb_blog_grid_wrapper"
        " et_pb_comments_module et_pb_login et_pb_posts et_pb_posts_nav et_pb_sidebar et_pb_social_media_follow"
        " vc_grid-container-wrapper wp-block-a8c-blog-posts wp-block-a8c-posts-carousel wp-block-archives"
        " wp-block-avatar wp-block-calendar wp-block-categories wp-block-comments wp-block-comments-query-loop"
        " wp-block-jetpack-blog-stats wp-block-jetpack-blogging-prompt wp-block-jetpack-cookie-consent"
        " wp-block-jetpack-instagram-gallery wp-block-jetpack-latest-instagram-posts"
        " wp-block-jetpack-subscriber-login wp-block-jetpack-top-posts wp-block-latest-comments"
        " wp-block-latest-posts wp-block-loginout wp-block-navigation wp-block-page-list wp-block-post-author"
        " wp-block-post-author-biography wp-block-post-author-name wp-block-post-comments"
        " wp-block-post-comments-count wp-block-post-comments-link wp-block-post-date wp-block-post-excerpt"
        " wp-block-post-featured-image wp-block-post-navigation-link wp-block-post-template wp-block-post-terms"
        " wp-block-post-time-to-read wp-block-post-title wp-block-premium-content-login-button"
        " wp-block-query-no-results wp-block-query-pagination wp-block-query-title wp-block-query-total"
        " wp-block-read-more wp-block-rss wp-block-search wp-block-site-logo wp-block-site-tagline"
        " wp-block-site-title wp-block-tag-cloud wp-block-template-part wp-block-term-description"
    ),
    Clutter("list of articles that the site filled in", review=True): (
        "display-posts-listing lcp_catlist wp-block-newspack-blocks-carousel"
        " wp-block-newspack-blocks-homepage-articles wp-block-newspack-listings-curated-list wpnbha"
    ),
}
CLUTTER_OF: Mapping[str, Clutter] = {name: clutter for clutter, names in _NAMES.items() for name in names.split()}
"""By class or id, in lower case."""
PREFIXES: tuple[tuple[str, Clutter], ...] = (
    ("at-above-post", Clutter("share buttons")),
    ("at-below-post", Clutter("share buttons")),
    ("tve-leads-", Clutter("sign-up form of a plugin")),
    ("wp-block-comment-", Clutter("block that the site filled in")),
    ("wp-block-comments-", Clutter("block that the site filled in")),
    ("quads-ad", Clutter("advertisement")),
    ("ezoic-pub-ad", Clutter("advertisement")),
    ("div-gpt-ad", Clutter("advertisement")),
    ("google_ads_", Clutter("advertisement")),
    ("atatags-", Clutter("advertisement")),
    ("taboola-", Clutter("advertisement")),
    ("rcjsload", Clutter("advertisement")),
    ("adngin-", Clutter("advertisement")),
    ("aswift_", Clutter("advertisement")),
    ("yandex_rtb", Clutter("advertisement")),
    ("adfox_", Clutter("advertisement")),
)
"""Of names that end in a number or a place."""
TAGS: Mapping[str, Clutter] = {
    "amp-ad": Clutter("advertisement"),
    "amp-auto-ads": Clutter("advertisement"),
    "amp-sticky-ad": Clutter("advertisement"),
    "amp-embed": Clutter("advertisement"),
    "amp-social-share": Clutter("share buttons"),
    "amp-addthis": Clutter("share buttons"),
    "amp-analytics": Clutter("script"),
    "amp-pixel": Clutter("tracking pixel"),
    "amp-consent": Clutter("script"),
    "amp-sidebar": Clutter("mark of a theme's own page"),
}
"""Elements of AMP pages."""
