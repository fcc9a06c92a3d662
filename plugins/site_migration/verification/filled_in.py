"""What stands in a shown text without being of it, by the documents of WordPress and of what draws pages."""

import re

FILLED_IN = (
    # Blocks that show what else the site holds: https://developer.wordpress.org/block-editor/reference-guides/core-blocks/
    ".wp-block-latest-posts, .wp-block-latest-posts__list, .wp-block-latest-comments, .wp-block-archives, "
    ".wp-block-archives-list, .wp-block-archives-dropdown, .wp-block-categories, .wp-block-categories-list, "
    ".wp-block-tag-cloud, .tagcloud, .wp-block-calendar, .wp-calendar-table, .wp-calendar-nav, .wp-block-rss, "
    ".wp-block-search, .wp-block-loginout, .wp-block-page-list, .wp-block-query, .wp-block-navigation, "
    ".wp-block-comments, .wp-block-social-links, .wp-block-site-title, .wp-block-site-logo, .wp-block-post-title, "
    ".wp-block-post-featured-image, .wp-block-post-date, .wp-block-post-terms, .wp-block-post-author, "
    ".wp-block-post-author-name, .wp-block-post-author-biography, .wp-block-post-excerpt, .wp-block-avatar, "
    ".wp-block-footnotes, .wp-block-file__button, .wp-block-file__embed, .wp-block-jetpack-contact-form, "
    # Links between the pages of a text, what players and lists of tracks are drawn from, and forms.
    ".page-links, .post-nav-links, .more-link, .wp-playlist, .mejs-container, audio > *:not(source), "
    "video > *:not(source), form, .components-placeholder, .screen-reader-text, .wp-embedded-content + iframe"
)
"""Elements that WordPress or a plugin fills in."""
SMILEY = re.compile(
    r"[:;8](?<![^\s>].)(?:(?<=:)(?:(?:mrgreen|neutral|twisted|arrow|shock|smile|\?\?\?|cool|evil|grin|idea|oops|razz|roll"
    r"|wink|cry|eek|lol|mad|sad|[?!]):|-?[DPox()?|])|(?<=8)(?:-?O|-\))|(?<=;)-?\))(?![^\s<])"
)
"""What readers may have been shown as a picture: https://wordpress.org/documentation/article/what-are-smileys/."""
FOOTNOTES = ".wp-block-footnotes > li"
"""Footnotes of the block editor."""
MADE_LINKS = ".gallery-icon > a[href], .tiled-gallery-item > a[href]"
"""Links that WordPress puts around the pictures of a gallery by itself."""
