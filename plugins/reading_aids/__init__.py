"""What helps a reader to decide on a long piece: how long it takes, and what is in it.

Gives: `article.reading_minutes` and `article.contents` on each article.
Settings: none of its own; reads PAGE_NOTES (fast_build's, where that is at work).
Signals: all_generators_finalized.
"""


def register() -> None:
    """Connect the plugin to Pelican."""
    from .plugin import connect  # noqa: PLC0415  # whoever only counts words needs no Pelican

    connect()
