"""The Pelican side: give each story its place in its series, and write the pages of series."""

from collections.abc import Iterable
from itertools import chain
from typing import Any
from urllib.parse import quote

from pelican import signals
from pelican.generators import PelicanTemplateNotFound
from pelican.utils import slugify

from .places import Addresses, assign, grouped

FromPelican = Any
"""An object of Pelican's, which has no types: a Pelican, a generator, a writer, a template."""

TEMPLATE = "series"
"""The theme's template of a series; without it series have no pages."""
INDEX_TEMPLATE = "all_series"
"""The theme's template of the list of all series."""

_USUAL = {
    "SERIES_URL": "series/{slug}/",
    "SERIES_SAVE_AS": "series/{slug}/index.html",
    "SERIES_INDEX_URL": "series/",
    "SERIES_INDEX_SAVE_AS": "series/index.html",
}


def set_addresses(pelican: FromPelican) -> None:
    """Add the settings that the site leaves to us, so that templates find them too."""
    for name, value in _USUAL.items():
        pelican.settings.setdefault(name, value)


def place_stories(generators: Iterable[FromPelican]) -> None:
    """Set `series_place` on what is published, and `all_series` for templates."""
    for generator in generators:
        if hasattr(generator, "articles"):
            groups = grouped(chain(generator.articles, generator.translations), _addresses(generator))
            assign(groups)
            # The newest first, as in every other list.
            generator.context["all_series"] = [(series, stories[::-1]) for series, stories in groups]


def _addresses(generator: FromPelican) -> Addresses:
    settings = generator.settings

    def spell(name: str) -> str:
        rules = settings["SLUG_REGEX_SUBSTITUTIONS"]
        return str(slugify(name, regex_subs=rules, use_unicode=settings["SLUGIFY_USE_UNICODE"])) or "unnamed"

    has_pages = _template(generator, TEMPLATE) is not None
    return Addresses(settings["SERIES_URL"], settings["SERIES_SAVE_AS"] if has_pages else "", spell, quote)


def _template(generator: FromPelican, name: str) -> FromPelican | None:
    try:
        return generator.get_template(name)
    except PelicanTemplateNotFound:
        return None


def write_pages(generator: FromPelican, writer: FromPelican) -> None:
    """Write a page for each series, and the list of all; nothing for a site without any."""
    found = generator.context["all_series"]
    relative = generator.settings["RELATIVE_URLS"]
    for series, stories in found:
        writer.write_file(
            series.save_as, _template(generator, TEMPLATE), generator.context, relative_urls=relative,
            url=series.url, series=series, articles=list(stories), template_name=TEMPLATE, blog=True,
        )  # fmt: skip
    index = _template(generator, INDEX_TEMPLATE)
    if found and index is not None:
        place = generator.settings["SERIES_INDEX_SAVE_AS"], generator.settings["SERIES_INDEX_URL"]
        writer.write_file(place[0], index, generator.context, relative_urls=relative, url=place[1])


def connect() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(set_addresses)
    signals.all_generators_finalized.connect(place_stories)
    signals.article_writer_finalized.connect(write_pages)
