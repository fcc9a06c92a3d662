"""Where the plugin meets Pelican."""

import logging
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from pelican import signals

from .build_time import build_time
from .feeds import absolute, entry_at
from .listing import by_category, dated, dated_periods, name_children, newest_first
from .problems import ContentError
from .published import contents_of, shared_addresses, strays, unreadable_files
from .reader import PROBLEMS, UNDATED, ArticleReader
from .registry_files import read_registries
from .site_settings import settings_of

FromPelican = Any
"""An object of Pelican's, which has no types: a Pelican, its readers, a generator, a feed."""


def connect() -> None:
    """Connect everything to Pelican's signals."""
    signals.initialized.connect(_read_registries)
    signals.readers_init.connect(_add_reader)
    signals.generator_init.connect(_expect_no_other_reader)
    signals.all_generators_finalized.connect(_report_problems)
    signals.article_generator_finalized.connect(_list_articles)
    signals.article_generator_finalized.connect(_note_due)
    signals.page_generator_finalized.connect(_note_due)
    signals.feed_generated.connect(_finish_feed)
    logging.getLogger("pelican").addFilter(_without_traceback)


def _read_registries(pelican: FromPelican) -> None:
    """Put what `content/data/` says into the settings. Raises RegistryError, which ends the build."""
    zone = ZoneInfo(pelican.settings.get("TIMEZONE") or "UTC")
    registries = read_registries(Path(pelican.settings["PATH"], "data"), zone)
    pelican.settings.update(settings_of(registries, pelican.settings, build_time()))
    if pelican.settings["ARTICLE_ORDER_BY"] == "reversed-date":
        pelican.settings["ARTICLE_ORDER_BY"] = newest_first


def _add_reader(readers: FromPelican) -> None:
    # Pelican's readers of HTML and reStructuredText would publish a file without any of our checks.
    for extension in ("html", "htm", "rst"):
        readers.reader_classes.pop(extension, None)
    readers.reader_classes["md"] = ArticleReader


def _expect_no_other_reader(generator: FromPelican) -> None:
    # Pelican warns of each .md file, whoever reads it, when the library of its own Markdown reader is not there.
    generator.readers.disabled_readers.pop("md", None)


def _report_problems(generators: FromPelican) -> None:
    """End the build with all that is wrong with any article: Pelican itself would log a bare 'Could not process'."""
    settings = generators[0].settings
    folders = [*settings["ARTICLE_PATHS"], *settings["PAGE_PATHS"]]
    problems = [
        *(strays(Path(settings["PATH"]), folders) if all(folders) else ()),
        *generators[0].settings.pop(PROBLEMS, ()),
        *shared_addresses(contents_of(generators)),
        *unreadable_files(generators[0].context["staticfiles"]),
    ]
    if problems:
        raise ContentError(*sorted(problems))


def _list_articles(generator: FromPelican) -> None:
    generator.categories = by_category(generator.articles)
    if generator.settings["REVERSE_CATEGORY_ORDER"]:
        generator.categories.reverse()
    name_children(category for category, _ in generator.categories)
    generator.dates = dated(generator.dates)
    generator.period_archives = dated_periods(generator.period_archives)
    for name in ("categories", "dates", "period_archives"):
        generator.context[name] = getattr(generator, name)


def _note_due(generator: FromPelican) -> None:
    """Tell fast_build, where that is at work, when a build of the same files would be another one."""
    notes, now = generator.settings.get("PAGE_NOTES"), build_time()
    if notes:
        for moment, why in _moments(generator):
            if moment > now:
                notes.until(moment, why)


def _moments(generator: FromPelican) -> Iterator[tuple[datetime, str]]:
    """Give when something of the site changes by itself, and what."""
    breaking = generator.settings.get("BREAKING")
    if breaking and breaking.until:
        yield breaking.until, "what is breaking in data/site.yaml ends"
    for content in contents_of([generator]):
        place, expires = content.get_relative_source_path(), getattr(content, "expires", None)
        if getattr(content, "scheduled", False):
            yield content.date, f"{place} is published"
        if expires:
            yield expires, f"{place} expires"


def _finish_feed(context: FromPelican, feed: FromPelican) -> None:
    feed.items[:] = [item for item in feed.items if item["pubdate"] != UNDATED]
    if site := context["SITEURL"] or context["FEED_DOMAIN"]:
        feed.items[:] = [entry_at(site, item) for item in feed.items]
        feed.feed |= {name: absolute(site, feed.feed[name]) for name in ("link", "id")}


def _without_traceback(record: logging.LogRecord) -> bool:
    """Let a message about the content through without Python's traceback: it says itself where and what."""
    if record.exc_info and isinstance(record.exc_info[1], ContentError):
        record.exc_info = None
    return True
