"""Feeds: what their entries point to on the site names its host."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from cases import Case, read_cases
from markdown_articles.feeds import at_home, entry_at

SITE = "https://news.example"


@pytest.mark.parametrize("case", read_cases(Path(__file__).parent / "cases" / "feeds.txt"), ids=str)
def test_bodies(case: Case) -> None:
    """Root-relative addresses of a body get the site before them; nothing else changes."""
    assert case.expected == at_home(SITE, case.given)


def test_entry() -> None:
    """An entry that was made without a host gets one in its link, in its id and in its texts."""
    entry = {
        "title": "Tram", "link": "/2024/11/tram/", "unique_id": "tag:,2024-11-01:/2024/11/tram/",
        "pubdate": datetime(2024, 11, 1, tzinfo=UTC), "description": "<a href='/x/'>x</a>", "content": None,
    }  # fmt: skip

    assert entry | {
        "link": "https://news.example/2024/11/tram/",
        "unique_id": "tag:news.example,2024-11-01:/2024/11/tram/",
        "description": '<a href="https://news.example/x/">x</a>',
    } == entry_at(SITE, entry)
