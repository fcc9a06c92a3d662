"""Stories that belong together: the place of each in its series, and a page for each series.

Gives: `article.series_place`; `all_series` to templates; pages at `series/<slug>/` and `series/`.
Settings: SERIES_URL, SERIES_SAVE_AS, SERIES_INDEX_URL, SERIES_INDEX_SAVE_AS.
Signals: initialized, all_generators_finalized, article_writer_finalized.
"""


def register() -> None:
    """Connect the plugin to Pelican."""
    from .plugin import connect  # noqa: PLC0415  # whoever only groups stories needs no Pelican

    connect()
