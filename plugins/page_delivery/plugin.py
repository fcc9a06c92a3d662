"""Where the plugin meets Pelican."""

from pathlib import Path
from typing import Any

from pelican import signals

from .assets import Assets
from .dispatch import dispatch
from .minified import minified_asset, minified_page

FromPelican = Any
"""An object of Pelican's, which has no types: a Pelican, a generator."""

_NAME = "page_delivery"


def connect() -> None:
    """Connect everything to Pelican's signals."""
    signals.initialized.connect(_take_up_assets)
    signals.generator_init.connect(_give_to_templates)
    signals.all_generators_finalized.connect(_note_untouched)
    signals.finalized.connect(_deliver)


def _take_up_assets(pelican: FromPelican) -> None:
    """Take the theme's files up; each build begins anew."""
    settings = pelican.settings
    folder = settings["THEME_STATIC_DIR"].strip("/")
    minify = minified_asset if settings.get("PRODUCTION") else lambda _, octets: octets
    settings[_NAME] = Assets(Path(settings["THEME"], "static"), folder, minify), set()
    notes = settings.get("PAGE_NOTES")
    if notes and settings.get("PRODUCTION"):
        notes.finish(minified_page)


def _give_to_templates(generator: FromPelican) -> None:
    """Give templates their one word. Which files are published is noted for fast_build, where that is at work."""
    assets, notes = generator.settings[_NAME][0], generator.settings.get("PAGE_NOTES")

    def asset(name: str) -> str:
        if notes:
            notes.did(_NAME, name)
        return str(assets.address(name))

    asset.page_notes = True  # type: ignore[attr-defined]  # beside that it depends on the theme alone
    if notes:
        notes.keep(_NAME, assets.address, assets.address)
    if hasattr(generator, "env"):
        generator.env.globals["asset"] = asset


def _note_untouched(generators: list[FromPelican]) -> None:
    """Note which files are the newsroom's own."""
    generators[0].settings[_NAME][1].update(file.save_as for file in generators[0].context["staticfiles"])


def _deliver(pelican: FromPelican) -> None:
    """Publish what pages asked for; where the build goes out, make all of it ready."""
    settings, output = pelican.settings, Path(pelican.output_path)
    assets, untouched = settings.pop(_NAME)
    assets.publish(output)
    if settings.get("PRODUCTION"):
        notes = settings.get("PAGE_NOTES")
        finished = notes.finished if notes else ()
        dispatch(output, {*untouched, *finished}, Path(settings["CACHE_PATH"], _NAME))
