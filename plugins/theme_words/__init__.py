"""What a theme says itself, and its dates and numbers, in each reader's language.

Gives: to templates `speech(tag, otherwise)`, the words of a language: sentences from gettext catalogues, dates, times,
numbers and the direction of writing from Unicode's CLDR.
Settings: THEME_WORDS_FOLDER (where the catalogues are, a `<tag>.po` each: THEME/translations).
Signals: generator_init.
"""


def register() -> None:
    """Connect the plugin to Pelican."""
    from .plugin import connect  # noqa: PLC0415  # whoever only extracts sentences needs no Pelican

    connect()
