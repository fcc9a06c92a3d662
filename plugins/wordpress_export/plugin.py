"""Where the plugin meets Pelican: public articles and pages of exports join those of the content folder."""

import logging
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from pelican import signals
from pelican.contents import Article, Author, Category, Page, Tag
from pelican.utils import SafeDatetime, order_content

from .previews import CATEGORY, TAG, Preview, previews
from .sources import read_export

PATHS = "WORDPRESS_EXPORT_PATHS"
log = logging.getLogger(__name__)


def connect() -> None:
    """Connect everything to Pelican's signals."""
    signals.article_generator_pretaxonomy.connect(add_articles)
    signals.page_generator_finalized.connect(add_pages)


def add_articles(generator: Any) -> None:  # noqa: ANN401  # Pelican has no types
    """Add the public articles of all exports. Raises UnknownFormError or HostileExportError, which end the build."""
    found = [preview for preview in _previews(generator.settings, pages=False) if _is_dated(preview)]
    if found:
        generator.articles += [_content(Article, preview, generator) for preview in found]
        generator.articles = order_content(generator.articles, generator.settings["ARTICLE_ORDER_BY"])


def add_pages(generator: Any) -> None:  # noqa: ANN401  # Pelican has no types
    """Add the public pages of all exports. Raises UnknownFormError or HostileExportError, which end the build."""
    generator.pages += [_content(Page, preview, generator) for preview in _previews(generator.settings, pages=True)]


def _previews(settings: dict[str, Any], *, pages: bool) -> Iterator[Preview]:
    for path in settings.get(PATHS, ()):
        export = read_export(Path(path))
        for defect in export.reading.defects:
            log.warning("%s: %s. %s", defect.where, defect.what, defect.remedy)
        yield from previews(export, pages=pages)


def _is_dated(preview: Preview) -> bool:
    if preview.article.published is None:
        # Pelican cannot list what has no date, and no date is made up.
        log.warning("%s: %r has no date and is left out", preview.article.where, preview.article.title)
    return preview.article.published is not None


def _content(kind: Any, preview: Preview, generator: Any) -> Any:  # noqa: ANN401  # Pelican has no types
    return kind(preview.html, _facts(preview, generator.settings), generator.settings, None, generator.context)


def _facts(preview: Preview, settings: dict[str, Any]) -> dict[str, Any]:
    article = preview.article
    facts: dict[str, Any] = {"title": article.title, "status": "published", "summary": article.excerpt}
    facts |= {"slug": article.slug or f"item-{article.id}"}
    facts |= {"date": _safe(article.published), "modified": _safe(article.modified)}
    facts |= {"tags": [_named(Tag, key.slug, key.name, settings) for key in preview.terms(TAG)]}
    facts |= {"authors": [_named(Author, slug, name, settings) for slug, name in preview.authors]}
    category = next((_named(Category, key.slug, key.name, settings) for key in preview.terms(CATEGORY)), None)
    facts |= {"category": category or Category(settings["DEFAULT_CATEGORY"], settings)}
    facts |= dict(zip(("url", "save_as"), preview.place or (), strict=False))
    return {key: value for key, value in facts.items() if value}


def _named(kind: Any, slug: str, name: str, settings: dict[str, Any]) -> Any:  # noqa: ANN401  # Pelican has no types
    named = kind(name, settings)
    named.slug = slug
    return named


def _safe(moment: datetime | None) -> SafeDatetime | None:
    return SafeDatetime.fromisoformat(moment.isoformat()) if moment else None
