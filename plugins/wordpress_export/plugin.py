"""Where the plugin meets Pelican: public articles and pages of exports join those of the content folder."""

import logging
from datetime import datetime
from pathlib import Path
from typing import Any

from pelican import signals
from pelican.contents import Article, Author, Category, Page, Tag
from pelican.utils import SafeDatetime, order_content

from .handlers import load_handlers
from .model import CATEGORY, TAG
from .previews import Preview, previews
from .sources import read_export

PATHS = "WORDPRESS_EXPORT_PATHS"
HANDLERS = "WORDPRESS_EXPORT_HANDLERS"
READ = "WORDPRESS_EXPORT_PREVIEWS"
"""Where the context of a build, which all its generators share, keeps what was read."""
log = logging.getLogger(__name__)


def connect() -> None:
    """Connect everything to Pelican's signals."""
    signals.article_generator_pretaxonomy.connect(add_articles)
    signals.page_generator_finalized.connect(add_pages)


def add_articles(generator: Any) -> None:  # noqa: ANN401  # Pelican has no types
    """Add the public articles of all exports.

    Raises ExportError where an export cannot be read at all, and OSError where it cannot be opened. Both end the build.
    """
    found = [preview for preview in _previews(generator) if not preview.is_page and _is_dated(preview)]
    if found:
        generator.articles += [_content(Article, preview, generator) for preview in found]
        generator.articles = order_content(generator.articles, generator.settings["ARTICLE_ORDER_BY"])


def add_pages(generator: Any) -> None:  # noqa: ANN401  # Pelican has no types
    """Add the public pages of all exports. Raises what `add_articles` raises."""
    generator.pages += [_content(Page, preview, generator) for preview in _previews(generator) if preview.is_page]


def _previews(generator: Any) -> list[Preview]:  # noqa: ANN401  # Pelican has no types
    """Give what can be shown of all exports: read for the first generator that asks, and kept for the others."""
    if READ not in generator.context:
        generator.context[READ] = [
            preview
            for path in generator.settings.get(PATHS, ())
            for preview in _read(Path(path), generator.settings.get(HANDLERS, ""))
        ]
    kept: list[Preview] = generator.context[READ]
    return kept


def _read(path: Path, handlers: str) -> list[Preview]:
    load_handlers(handlers)
    export = read_export(path)
    for defect in export.defects:
        log.warning("%s: %s. %s", defect.where, defect.what, defect.remedy)
    return list(previews(export, handlers))


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
