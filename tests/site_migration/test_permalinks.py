from datetime import UTC, datetime

import pytest

from site_migration.permalinks import find_pattern
from wordpress_export.model import Article, Status


def post(permalink: str, slug: str = "tide") -> Article:
    return Article(
        type="post", title="", status=Status.PUBLISHED, body="", slug=slug, permalink=permalink,
        published=datetime(2023, 10, 7, tzinfo=UTC),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("permalinks", "pattern"),
    [
        (["/2023/10/tide/"], "/{date:%Y}/{date:%m}/{slug}/"),
        (["/2023/10/07/tide/"], "/{date:%Y}/{date:%m}/{date:%d}/{slug}/"),
        (["/tide/", "/tide/", "/2023/10/tide/"], "/{slug}/"),
        (["/2023/10/tide.html"], "/{date:%Y}/{date:%m}/{slug}.html"),
        (["/archives/123"], "/{date:%Y}/{date:%m}/{slug}/"),
        ([], "/{date:%Y}/{date:%m}/{slug}/"),
    ],
)
def test_pattern(permalinks: list[str], pattern: str) -> None:
    """The pattern that most posts follow is the site's; where none fits, WordPress's own."""
    assert pattern == find_pattern([post(permalink) for permalink in permalinks])
