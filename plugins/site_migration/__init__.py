"""Composes the reading of WordPress with the writing of Markdown into one operation that accounts for everything.

Gives: `migrate(assignment, progress) → Outcome`, and the command `python -m site_migration migrate EXPORT`.
Settings: none in Pelican; `migration.toml` for the command.
Signals: `all_generators_finalized`, on which a build says how many articles still have notes for review.
"""


def register() -> None:
    """Connect the plugin to Pelican."""
    from .plugin import connect  # noqa: PLC0415  # whoever only migrates needs no Pelican

    connect()
