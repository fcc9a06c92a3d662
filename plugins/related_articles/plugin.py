"""The Pelican side: give each published article its related stories."""

import logging
from itertools import chain

from pelican import signals
from pelican.generators import ArticlesGenerator

from .hand_picked import catalogue, pick

logger = logging.getLogger(__name__)

_MANY = "More picks name no published article. Mend these, and the next build names others."
"""What Pelican prints in the place of the fifth such message, and nothing after it."""


def relate(generator: ArticlesGenerator) -> None:
    """Set `related_stories` on every published article; warn of each pick that names no published article."""
    articles = list(chain(generator.articles, generator.translations))
    published = catalogue(articles)
    for article in articles:
        picked = pick(article, published)
        article.related_stories = list(picked.stories)
        for words in picked.unresolved:
            logger.warning(
                "%s: related: %r is no published article's title, slug or address, so no card is shown for it. "
                "Correct the words, or remove them.",
                article.get_relative_source_path(),
                words,
                extra={"limit_msg": _MANY},
            )


def connect() -> None:
    """Connect to Pelican."""
    signals.article_generator_finalized.connect(relate)
