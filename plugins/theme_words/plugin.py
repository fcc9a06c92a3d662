"""The Pelican side: give templates their speech."""

from pathlib import Path
from typing import Any

from pelican import signals

from .speech import Speech

FromPelican = Any
"""An object of Pelican's, which has no types."""


def give_to_templates(generator: FromPelican) -> None:
    """Give templates `speech`: one for all generators of a build, so that a catalogue is read once."""
    folder = generator.settings.get("THEME_WORDS_FOLDER") or Path(generator.settings["THEME"], "translations")
    speech = generator.context.setdefault("speech", Speech(Path(folder), generator.settings["DEFAULT_LANG"]))
    if hasattr(generator, "env"):
        # A macro in a file of its own sees what is global, and not the variables of a page.
        generator.env.globals["speech"] = speech


def connect() -> None:
    """Connect to Pelican."""
    signals.generator_init.connect(give_to_templates)
