"""Finding stories by their words, in the reader's browser: no server answers, and no third party listens.

Gives: a page of search at `search/`, indexes by Pagefind under `pagefind/`, one for each year; `search_address` to
every template, `search` to the template of that page.
Settings: SEARCH_URL, SEARCH_SAVE_AS, SEARCH_WEB, CACHE_PATH (Pelican's own: where indexes are kept between builds).
Signals: initialized, all_generators_finalized, article_writer_finalized, finalized.
"""


def register() -> None:
    """Connect the plugin to Pelican."""
    from .plugin import connect  # noqa: PLC0415  # whoever only makes indexes needs no Pelican

    connect()
