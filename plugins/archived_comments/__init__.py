"""Readers' comments of the old site under its articles, as threads that nobody can add to.

Gives: `archived_comments` of articles and pages, from `content/comments/`; further pages of long threads.
Settings: ARCHIVED_COMMENTS_PER_PAGE; reads PAGE_NOTES (fast_build's, where that is at work).
Signals: all_generators_finalized, article_writer_finalized, page_writer_finalized.
"""


def register() -> None:
    """Connect the plugin to Pelican."""
    from .plugin import connect  # noqa: PLC0415  # whoever only reads threads needs no Pelican

    connect()
