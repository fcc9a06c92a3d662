"""Related stories under an article: its editor's, and those most like it; proposals for tags.

Gives: `article.related_stories`, published articles, the best first; `article.related_tags`, the tags that tie them.
Settings: RELATED_ARTICLES_STORIES, CACHE_PATH; reads the front matter keys `related` and `unrelated`.
Signals: article_generator_finalized.
"""


def register() -> None:
    """Connect the plugin to Pelican."""
    from .plugin import connect  # noqa: PLC0415  # whoever only compares stories needs no Pelican

    connect()
