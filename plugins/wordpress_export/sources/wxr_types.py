"""Which items are articles, and what becomes of all others."""

from ..model import Status
from .wxr_item import Item

STATUSES = {
    "publish": Status.PUBLISHED,
    "draft": Status.DRAFT,
    "auto-draft": Status.DRAFT,
    "pending": Status.PENDING,
    "future": Status.SCHEDULED,
    "private": Status.PRIVATE,
    "trash": Status.TRASH,
}
SETTINGS = "the site's settings, with no meaning outside WordPress"
COPY = "an older or unsaved copy of another item"
CACHE = "a cache that WordPress fills by itself"
DESIGN = "part of the old theme's design"
PERSONAL = "messages and personal facts of visitors, which must not be published"
SHOP = "a shop's orders and coupons"
FORM = "a form, which needs WordPress to answer"
LOG = "a log or a queue of a plugin's"

SKIPPED = {
    "revision": COPY,
    "customize_changeset": COPY,
    "oembed_cache": CACHE,
    "amp_validated_url": LOG,
    "msm_sitemap": CACHE,
    "user_request": PERSONAL,
    "feedback": PERSONAL,
    "flamingo_contact": PERSONAL,
    "flamingo_inbound": PERSONAL,
    "flamingo_outbound": PERSONAL,
    "nf_sub": PERSONAL,
    "postman_sent_mail": PERSONAL,
    "wp_template": DESIGN,
    "wp_template_part": DESIGN,
    "wp_global_styles": DESIGN,
    "wp_font_family": DESIGN,
    "wp_font_face": DESIGN,
    "custom_css": DESIGN,
    "safecss": DESIGN,
    "elementor_library": DESIGN,
    "elementor_snippet": DESIGN,
    "et_pb_layout": DESIGN,
    "et_template": DESIGN,
    "et_theme_builder": DESIGN,
    "fl-builder-template": DESIGN,
    "vc_grid_item": DESIGN,
    "acf-field": SETTINGS,
    "acf-field-group": SETTINGS,
    "acf-post-type": SETTINGS,
    "acf-taxonomy": SETTINGS,
    "acf-ui-options-page": SETTINGS,
    "wp-types-group": SETTINGS,
    "polylang_mo": SETTINGS,
    "jp_pay_order": SHOP,
    "shop_order": SHOP,
    "shop_order_refund": SHOP,
    "shop_coupon": SHOP,
    "wpcf7_contact_form": FORM,
    "wpforms": FORM,
    "mc4wp-form": FORM,
    "scheduled-action": LOG,
    "wp_log": LOG,
    "edd_log": LOG,
}
"""Types that never are articles, and why."""
MERGED = ("attachment", "nav_menu_item", "wp_navigation", "wp_block", "guest-author")
"""Types that are read into something else than articles."""
ALWAYS_ARTICLES = ("post", "page")
NO_ADDRESS = "a type of a plugin's whose items had no address of their own"


def status_of(item: Item) -> Status:
    """Give who could see an item. A status that WordPress itself does not know is a draft: nothing leaks by a name."""
    status = STATUSES.get(item.field("wp:status"), Status.DRAFT)
    return Status.PASSWORD if item.locked and status is Status.PUBLISHED else status


def may_be_article(item_type: str) -> bool:
    """Tell whether a type's items are articles, given that they have addresses."""
    return item_type not in SKIPPED and item_type not in MERGED
