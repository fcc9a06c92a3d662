"""Where the plugin meets Pelican: a build says how many articles still carry a `review` note of the migration."""

import logging
from collections.abc import Sequence
from typing import Any

from pelican import signals

log = logging.getLogger(__name__)


def connect() -> None:
    """Connect everything to Pelican's signals."""
    signals.all_generators_finalized.connect(count_reviews)


def count_reviews(generators: Sequence[Any]) -> None:
    """Log how many published articles and pages have notes that no one has settled yet."""
    contents = [
        content
        for generator in generators
        for kind in ("articles", "pages")
        for content in getattr(generator, kind, ())
        if getattr(content, "review", ())
    ]
    if contents:
        first = contents[0].relative_source_path
        log.warning("%d published articles or pages have notes under `review`, the first is %s", len(contents), first)
