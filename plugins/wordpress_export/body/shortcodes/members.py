"""Words that the old site showed to members alone: what was not public does not become public."""

from collections.abc import Mapping

from ..context import BodyContext
from .grammar import Shortcode
from .parts import bare_text
from .renderer import Renderer, named


def render_private(shortcode: Shortcode, context: BodyContext) -> str:
    """Leave the content out, and note how long it was and not what it said."""
    words = len(bare_text(shortcode.content or "").split())
    if shortcode.content is None:
        return shortcode.source
    context.note("words for members alone left out", f"{shortcode.tag} words: {words}", review=True)
    return ""


MEMBERS: Mapping[str, Renderer] = named(
    render_private,
    "su_private su_members member members member_only members_only members-only memberonly private restrict"
    " restricted restrict_content restrict-content content_protector passster protect protected_content"
    " password_protect login_required loggedin logged_in logged-in is_logged_in user_logged_in is_user_logged_in"
    " visitor_logged_in themify_is_logged_in s2if groups_member groups_can wlm_private wlm_ismember wlm_firstname"
    " mepr-show mepr-active membership pmpro_membership rcp_restrict ihc-hide-content wcm_restrict"
    " wc_memberships_restrict um_loggedin um_show_content arm_restrict_content swpm_protected leaky_paywall paywall"
    " premium premium_content subscribers subscriber subscribers_only woocommerce_members_only access hidepost"
    " hide_from_guests cerber_private access_check passwordprotect ppwp jetpack_memberships mm_member_decision armif"
    " learn_press_members",
)
"""What only members saw, by name."""
