"""Read every raw form of a WordPress site.

Gives: typed articles with clean semantic HTML, and all that belongs to them: authors, terms, media, comments, menus.
In a Pelican site it shows the public part of an export without writing a single Markdown file: a preview.
Settings: WORDPRESS_EXPORT_PATHS, a list of exports, relative to where Pelican runs; empty or absent: does nothing.
WORDPRESS_EXPORT_HANDLERS, the path of a Python file with handlers of the site's own shortcodes and blocks.
Signals: article_generator_pretaxonomy, page_generator_finalized.
"""


def register() -> None:
    """Connect the plugin to Pelican."""
    from .plugin import connect  # noqa: PLC0415  # whoever only reads exports needs no Pelican

    connect()
