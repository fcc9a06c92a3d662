"""The Pelican side: give each published article its thread, and write the further pages of long ones."""

import logging
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from pelican import signals
from pelican.generators import PelicanTemplateNotFound

from .kept_thread import KeptThread
from .places import leads_to, thread_files, thread_place
from .thread import Page
from .thread_file import ThreadFileError

FromPelican = Any
"""An object of Pelican's, which has no types: a generator, a writer, an article, a page."""

logger = logging.getLogger(__name__)

TEMPLATE = "comment_page"
"""The theme's template of further pages."""
PER_PAGE = 100
"""Conversations a page, unless ARCHIVED_COMMENTS_PER_PAGE says otherwise."""
# What Pelican writes, on its lists or not. Drafts are missing on purpose.
_PUBLIC = ("articles", "translations", "hidden_articles", "hidden_translations", "pages", "hidden_pages")


def attach_threads(generators: Iterable[FromPelican]) -> None:
    """Set `archived_comments` on what is published. Raises ThreadFileError with all that is wrong with any file."""
    generators = list(generators)
    settings = generators[0].settings
    files = thread_files(Path(settings["PATH"]))
    if not files:
        return
    most = _most_on_a_page(generators[0])
    problems: list[str] = []
    strays = set(files)
    for generator in generators:
        for content in _public(generator):
            place = thread_place(content.get_relative_source_path(), settings["ARTICLE_PATHS"])
            file = files.get(place)
            strays.discard(place)
            if file:
                try:
                    content.archived_comments = _thread(content, file, most)
                except ThreadFileError as error:
                    problems.extend(error.problems)
    if problems:
        raise ThreadFileError(*sorted(problems))
    _warn_of_strays(strays, generators[0])


def _public(generator: FromPelican) -> Iterator[FromPelican]:
    for name in _PUBLIC:
        yield from getattr(generator, name, ())


def _most_on_a_page(generator: FromPelican) -> int | None:
    """Give how many conversations a page has; None for all, where the theme has no form for further pages."""
    try:
        generator.get_template(TEMPLATE)
    except PelicanTemplateNotFound:
        return None
    return max(int(generator.settings.get("ARCHIVED_COMMENTS_PER_PAGE", PER_PAGE)), 1)


def _thread(content: FromPelican, file: Path, most: int | None) -> KeptThread | None:
    settings = content.settings
    name = file.relative_to(settings["PATH"]).as_posix()
    article = Page(1, content.url, content.save_as, ())
    thread = KeptThread(file, name, ZoneInfo(settings.get("TIMEZONE", "UTC")), article, most)
    return thread if thread.measure(settings.get("PAGE_NOTES")).comments else None


def _warn_of_strays(strays: Iterable[str], generator: FromPelican) -> None:
    """Name each file whose article is not there, of those that nothing public has; that of a draft is, and waits."""
    settings = generator.settings
    for place in sorted(strays):
        if not leads_to(place, Path(settings["PATH"]), (settings["ARTICLE_PATHS"], generator.readers.extensions)):
            logger.warning(
                "comments/%s: no article is called so, and its comments are shown nowhere. "
                "Rename the file as the article is named, or remove it.",
                place,
            )


def write_further_pages(generator: FromPelican, writer: FromPelican) -> None:
    """Write the pages of threads after the first, which is the article itself."""
    for content in _public(generator):
        thread = getattr(content, "archived_comments", None)
        # One of a single page need not be read for that.
        for page in thread.pages[1:] if thread and thread.extent.pages > 1 else ():
            writer.write_file(
                page.save_as, generator.get_template(TEMPLATE), generator.context,
                relative_urls=generator.settings["RELATIVE_URLS"], url=page.url, story=content, comment_page=page,
            )  # fmt: skip


def connect() -> None:
    """Connect to Pelican."""
    signals.all_generators_finalized.connect(attach_threads)
    signals.article_writer_finalized.connect(write_further_pages)
    signals.page_writer_finalized.connect(write_further_pages)
    logging.getLogger("pelican").addFilter(_without_traceback)


def _without_traceback(record: logging.LogRecord) -> bool:
    """Let a message about a file of comments through without Python's traceback: it says itself where and what."""
    if record.exc_info and isinstance(record.exc_info[1], ThreadFileError):
        record.exc_info = None
    return True
