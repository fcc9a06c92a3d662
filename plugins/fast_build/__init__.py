"""A build that takes little time, and after a change only the time that the change takes; the site is the same.

Gives: the same pages as without it; to plugins the setting PAGE_NOTES, by which they say what their answers to
templates depend on.
Settings: FAST_BUILD_LAST (the folder of the site that the last build made), FAST_BUILD_EDITION (a name for a site of
other settings, such as a preview), FAST_BUILD_WORKERS (processes that make pages), FAST_BUILD_CLUSTER (a Dask cluster
that makes them), FAST_BUILD_SEALED (whether a build of the same files may be left out), FAST_BUILD_PURE (macros of the
theme that are made once for the same arguments), FAST_BUILD_APART (folders of the content whose files reach pages only
through what plugins set on articles), CACHE_PATH (Pelican's own).
Signals: initialized, generator_init, content_object_init, article_generator_init, page_generator_init, get_writer,
article_writer_finalized, finalized.
"""


def register() -> None:
    """Connect the plugin to Pelican."""
    from .plugin import connect  # noqa: PLC0415  # its own parts need no Pelican

    connect()
