"""Reads a site's articles with Pelican, and writes nothing: for commands that answer an editor's questions."""

import logging
from pathlib import Path

from pelican import Pelican
from pelican.generators import ArticlesGenerator
from pelican.settings import read_settings

from .newsroom import Newsroom
from .plugin import read


def read_site(settings_file: Path, content: Path) -> Newsroom:
    """Give what is published of a site, as its build would find it."""
    logging.disable(logging.WARNING)  # the build says what is wrong with articles
    settings = read_settings(str(settings_file), override={"PATH": str(content)})
    site = Pelican(settings)
    context = settings.copy()
    context |= {"generated_content": {}, "static_links": set(), "static_content": {}, "localsiteurl": ""}
    generator = ArticlesGenerator(
        context=context, settings=settings, path=site.path, theme=site.theme, output_path=site.output_path
    )
    generator.generate_context()
    return read(generator)
