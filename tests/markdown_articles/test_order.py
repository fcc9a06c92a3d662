from datetime import UTC, datetime, timedelta, timezone
from types import SimpleNamespace

from markdown_articles.listing import newest_first


def test_newest_first() -> None:
    """The newest story stands first, wherever its clock stood, and stories of one moment stand by their files."""
    east = timezone(timedelta(hours=2))
    stories = [
        SimpleNamespace(date=datetime(2024, 11, 2, 5, tzinfo=UTC), source_path="b.md"),
        SimpleNamespace(date=datetime(2024, 11, 2, 7, tzinfo=east), source_path="a.md"),
        SimpleNamespace(date=datetime(2024, 11, 2, 6, tzinfo=UTC), source_path="c.md"),
        SimpleNamespace(date=datetime.max.replace(tzinfo=east), source_path="undated draft.md"),
        SimpleNamespace(date=datetime.min.replace(tzinfo=east), source_path="old.md"),
    ]

    assert ["undated draft.md", "c.md", "a.md", "b.md", "old.md"] == [
        story.source_path for story in sorted(stories, key=newest_first)
    ]
