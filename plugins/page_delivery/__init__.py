"""How pages and their files travel: names that may be kept for ever, nothing superfluous, compressed beforehand.

Gives: to templates `asset("scripts/gallery.js")`, the address of a file of the theme's `static/`, with its content in
its name; with PRODUCTION, minified HTML and scripts, and `.br` and `.gz` beside every text file of the site.
Settings: PRODUCTION (a build that goes out: `False`), CACHE_PATH (Pelican's own: where compressed files are kept
between builds), THEME, THEME_STATIC_DIR (`theme`: where the theme's files are published),
PAGE_NOTES (fast_build's, where that is at work).
Signals: initialized, generator_init, all_generators_finalized, finalized.
"""


def register() -> None:
    """Connect the plugin to Pelican."""
    from .plugin import connect  # noqa: PLC0415  # whoever only compresses needs no Pelican

    connect()
