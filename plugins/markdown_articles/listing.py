"""Which article is listed where: categories with those above them, and date archives without the undated."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

Listed = Any
"""An article of Pelican's, which has no types, made by our reader or by another."""

_END = datetime.max.replace(tzinfo=UTC)


def newest_first(article: Listed) -> tuple[timedelta, str]:
    """Give a key that sorts the newest first, and stories of one moment by their files: Pelican reads in no order."""
    return _END - article.date, str(article.source_path)


def by_category(articles: Iterable[Listed]) -> list[tuple[Any, list[Listed]]]:
    """Give each category with its articles, sorted: an article counts under each of its categories and those above."""
    lists: dict[Any, list[Listed]] = {}
    for article in articles:
        for category in _all_categories(article):
            lists.setdefault(category, []).append(article)
    return sorted(lists.items(), key=lambda listed: listed[0])


def name_children(categories: Iterable[Any]) -> None:
    """Set `children` on each category: those right below it that have articles, in the order given."""
    below: dict[Any, list[Any]] = {}
    listed = list(categories)
    for category in listed:
        if parent := getattr(category, "parent", None):
            below.setdefault(parent, []).append(category)
    for category in listed:
        category.children = below.get(category, [])


def dated(articles: Iterable[Listed]) -> list[Listed]:
    """Give the articles that have a date."""
    return [article for article in articles if not getattr(article, "undated", False)]


def dated_periods(periods: Mapping[str, Iterable[Mapping[str, Any]]]) -> dict[str, list[Mapping[str, Any]]]:
    """Give Pelican's archives by year, month and day without the one in which it put the undated."""
    return {size: [period for period in found if dated(period["dates"])] for size, found in periods.items()}


def _all_categories(article: Listed) -> list[Any]:
    """Give an article's categories and those above them, each once; just Pelican's where another reader made it."""
    own = getattr(article, "categories", None) or [article.category]
    return list(dict.fromkeys(above for category in own for above in getattr(category, "line", [category])))
