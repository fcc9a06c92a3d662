"""Live coverage: the entries of an article that is written while something happens.

Gives: on articles of `kind: live`, `article.live_updates` (entries, the newest first, with `id`, `moment`, `headline`,
`html` and `is_key`), `article.live_introduction` and `article.live_notes` (HTML before the first entry, and the
footnotes); each entry's heading in `article.content` has the entry's id.
Settings: none.
Signals: all_generators_finalized.
"""


def register() -> None:
    """Connect the plugin to Pelican."""
    from .plugin import connect  # noqa: PLC0415  # whoever only reads entries needs no Pelican

    connect()
