"""What plugins and themes hung into the text: share buttons, advertisements, comments in the markup."""

import re
from collections.abc import Mapping

from .context import BodyContext
from .tree import BodyTree, attribute, words

CLUTTER: Mapping[str, str] = {
    "share buttons": (
        ".sharedaddy, .sd-sharing, .addtoany_share_save_container, .addtoany_content, .a2a_kit, .addthis_toolbox,"
        " .addthis_inline_share_toolbox, .essb_links, .swp_social_panel, .ssba, .heateor_sss_sharing_container,"
        " .shareaholic-canvas, .mashsb-container, .fb-like, .fb-share-button, .twitter-share-button, .g-plusone"
    ),
    "like button": ".jetpack-likes-widget-wrapper, .sd-like, .wpulike, .post-ratings",
    "advertisement": ".adsbygoogle, .ad-container, .code-block[class*='ai-'], .ai-viewports, [id^='div-gpt-ad']",
    "related stories of a plugin": (
        ".jp-relatedposts, #jp-relatedposts, .yarpp-related, .yarpp, .crp_related, .rp4wp-related-posts"
    ),
    "author box of a plugin": ".saboxplugin-wrap, .abh_box, .pp-author-boxes-wrapper",
    "control of a page builder": (
        ".elementor-screen-only, .elementor-swiper-button, .elementor-lightbox-prevent, .swiper-pagination"
        ", .slick-arrow, .slick-dots, .fl-photo-caption-overlay-toggle, .et-pb-controllers, .et-pb-arrow-prev"
        ", .et-pb-arrow-next"
    ),
    "table of contents of a plugin": "#ez-toc-container, #toc_container, .wp-block-table-of-contents, .lwptoc",
}
"""Selectors by the kind of clutter."""

_EVERYTHING = ", ".join(CLUTTER.values())
_OF_A_WORD_PROCESSOR = re.compile(
    r"\s*(?:\[if (?:!supp|!mso|!vml|gte mso|gte vml)|\[endif\]|\?xml:|(?:Start|End)Fragment)"
)


def remove_clutter(tree: BodyTree, context: BodyContext) -> None:
    """Remove what belongs to the old site's page rather than to the article."""
    if tree.root.css_first(_EVERYTHING) is not None:
        for kind, selector in CLUTTER.items():
            for node in tree.find(selector):
                context.note(kind, words(node) or attribute(node, "class"))
                node.decompose()


def remove_comments(tree: BodyTree, context: BodyContext) -> None:
    """Remove comments in the markup; they were never shown."""
    # An instruction, `<?php … ?>`, is a node of its own kind, which has no name.
    for node in [node for node in tree.root.traverse(include_text=True) if node.is_comment_node or node.tag is None]:
        text = (node.comment_content if node.is_comment_node else node.html) or ""
        if _OF_A_WORD_PROCESSOR.match(text):
            context.note_once("pasted markup left behind")
        elif text.strip():
            context.note("comment in the markup", text)
        node.decompose()
