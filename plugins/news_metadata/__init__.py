"""What machines are told of a newspaper: search engines, feed readers, and sites that show its links.

Gives: `head_metadata()` for templates (canonical, Open Graph, robots, JSON-LD …), feeds, sitemaps, robots.txt, llms.txt
and a web manifest.
Settings: none of its own; reads SITENAME, SITESUBTITLE, DEFAULT_LANG, DEFAULT_CATEGORY, SITEURL, FEED_DOMAIN,
FEED_MAX_ITEMS, PATH, and what markdown_articles leaves: REGISTRIES, OLD_SITE_ADDRESS; and
PAGE_NOTES (fast_build's, where that is at work).
Signals: get_generators, all_generators_finalized.
"""


def register() -> None:
    """Connect the plugin to Pelican."""
    from .plugin import connect  # noqa: PLC0415  # whoever only makes feeds needs no Pelican

    connect()
