"""The pattern of the old site's addresses, found by looking at them."""

from collections import Counter
from collections.abc import Iterable
from itertools import islice

from markdown_articles.addresses import DEFAULT_PATTERN
from wordpress_export.model import Article, Status

PATTERNS = (
    DEFAULT_PATTERN,
    "/{date:%Y}/{date:%m}/{date:%d}/{slug}/",
    "/{slug}/",
    "/{date:%Y}/{date:%m}/{slug}.html",
    "/{date:%Y}/{date:%m}/{date:%d}/{slug}.html",
    "/{slug}.html",
    "/{date:%Y}/{slug}/",
    "/blog/{slug}/",
    "/news/{slug}/",
    "/blog/{date:%Y}/{date:%m}/{slug}/",
    "/blog/{date:%Y}/{date:%m}/{date:%d}/{slug}/",
)
"""What WordPress's settings page offers, and what newsrooms commonly choose, the default first."""

ENOUGH = 500
"""So many articles are looked at."""


def find_pattern(articles: Iterable[Article]) -> str:
    """Give the pattern that most of the first public posts follow; the default where none follows any.

    An article that does not follow it keeps its own address in its front matter, so a wrong choice costs a line in each
    file and never an address.
    """
    posts = (a for a in articles if a.type == "post" and a.status is Status.PUBLISHED and a.permalink and a.published)
    seen: Counter[str] = Counter()
    for article in islice(posts, ENOUGH):
        seen.update(pattern for pattern in PATTERNS if _follows(article, pattern))
    return max(PATTERNS, key=lambda pattern: seen[pattern])


def _follows(article: Article, pattern: str) -> bool:
    return pattern.format(slug=article.slug, date=article.published) == article.permalink
