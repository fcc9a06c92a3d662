"""Articles as Markdown with front matter: read for Pelican, and written from clean HTML.

Gives: a reader for `.md` files; authors, categories, tags, series, menus and facts of the site from `content/data/`;
addresses from front matter or from the file's place; articles listed under each of their categories and the categories
above.
Settings: PATH and PAGE_PATHS (where the files are), TIMEZONE (for dates without an offset), DEFAULT_CATEGORY,
ARTICLE_URL (the pattern), DRAFT_SAVE_AS and DRAFT_PAGE_SAVE_AS (whether drafts are shown), WITH_FUTURE_DATES,
SUMMARY_MAX_LENGTH and SUMMARY_END_SUFFIX (the excerpt), REVERSE_CATEGORY_ORDER, SITEURL and FEED_DOMAIN (the host that
feeds name).
Signals: initialized, readers_init, generator_init, article_generator_finalized, page_generator_finalized,
all_generators_finalized, feed_generated.
"""


def register() -> None:
    """Connect the plugin to Pelican."""
    from .plugin import connect  # noqa: PLC0415  # whoever only renders, converts or parses needs no Pelican

    connect()
