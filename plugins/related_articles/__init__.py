"""Related stories under an article, as its editor picked them.

Gives: `article.related_stories`, the published articles that the front matter key `related` names, in that order.
Settings: none.
Signals: article_generator_finalized.
"""


def register() -> None:
    """Connect the plugin to Pelican."""
    from .plugin import connect  # noqa: PLC0415  # whoever only picks stories needs no Pelican

    connect()
