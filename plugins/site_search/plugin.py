"""The Pelican side: gather what is published, write the page of search, and the indexes beside it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pelican import signals
from pelican.generators import PelicanTemplateNotFound

from .entries import entries_of
from .indexer import find_program
from .kept_volumes import Store
from .publication import all_entries, in_order, publish
from .volumes import Volume, bound
from .web_search import USUAL, WebSearch, web_search

FromPelican = Any
"""An object of Pelican's, which has no types: a Pelican, a generator, a writer."""

TEMPLATE = "search"
"""The theme's template of the page; a theme without it has no search, and nothing is indexed."""
FOLDER = "pagefind"
"""Where the indexes are: by this name Pagefind knows where the site begins."""

_NAME = "site_search"
_USUAL = {"SEARCH_URL": "search/", "SEARCH_SAVE_AS": "search/index.html", "SEARCH_WEB": USUAL}
# What Pelican lists. Drafts and what is hidden are missing on purpose.
_LISTED = ("articles", "translations", "pages")


@dataclass(frozen=True, slots=True)
class Search:
    """What the page of search is told."""

    folder: str
    """Of the indexes, from the root of the site."""
    volumes: tuple[tuple[str, str], ...]
    """The folder of each in it (the first has none), and its language."""
    years: tuple[int, ...]
    """The newest first."""
    sections: tuple[str, ...]
    """By name."""
    kinds: tuple[str, ...]
    """By name."""
    writers: bool
    """Whether stories have any; their names are in a file of their own, `writers.json`."""
    web: WebSearch | None
    """The search engine for whoever has no JavaScript."""


def set_out(pelican: FromPelican) -> None:
    """Add the settings that the site leaves to us. Raises SearchProgramError before work that would be in vain."""
    for name, value in _USUAL.items():
        pelican.settings.setdefault(name, value)
    pelican.settings[_NAME] = []
    find_program()


def gather(generators: Iterable[FromPelican]) -> None:
    """Bind what is published into volumes, and tell templates where search is."""
    generators = list(generators)
    settings = generators[0].settings
    if not settings["SEARCH_SAVE_AS"] or not any(_template(generator) for generator in generators):
        return
    entries = list(entries_of(_listed(generators), settings["DEFAULT_CATEGORY"]))
    settings[_NAME] = bound(entries, settings["DEFAULT_LANG"])
    for generator in generators:
        generator.context["search_address"] = "/" + settings["SEARCH_URL"]


def _listed(generators: Iterable[FromPelican]) -> Iterator[FromPelican]:
    for generator in generators:
        for name in _LISTED:
            yield from getattr(generator, name, ())


def _template(generator: FromPelican) -> FromPelican | None:
    try:
        return generator.get_template(TEMPLATE)
    except (PelicanTemplateNotFound, AttributeError):  # the generator of files has no templates
        return None


def write_page(generator: FromPelican, writer: FromPelican) -> None:
    """Write the page of search."""
    settings = generator.settings
    if "search_address" in generator.context:
        writer.write_file(
            settings["SEARCH_SAVE_AS"], _template(generator), generator.context,
            relative_urls=settings["RELATIVE_URLS"], url=settings["SEARCH_URL"], search=_told(settings), noindex=True,
        )  # fmt: skip


def _told(settings: dict[str, Any]) -> Search:
    volumes: list[Volume] = settings[_NAME]
    entries = all_entries(volumes)
    return Search(
        f"/{FOLDER}/",
        tuple((each.name if place else "", each.language) for place, each in enumerate(volumes)),
        tuple(sorted({entry.year for entry in entries if entry.year}, reverse=True)),
        in_order(name for entry in entries for name in entry.sections),
        in_order(entry.kind for entry in entries if entry.kind),
        any(entry.authors for entry in entries),
        web_search(settings["SEARCH_WEB"], settings["SITEURL"] or settings.get("FEED_DOMAIN") or ""),
    )


def write_indexes(pelican: FromPelican) -> None:
    """Put the indexes into the site."""
    settings = pelican.settings
    store = Store(Path(settings["CACHE_PATH"], _NAME))
    publish(settings.pop(_NAME), settings["DEFAULT_LANG"], store, Path(pelican.output_path, FOLDER))


def connect() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(set_out)
    signals.all_generators_finalized.connect(gather)
    signals.article_writer_finalized.connect(write_page)
    signals.finalized.connect(write_indexes)
