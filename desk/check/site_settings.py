"""What a check must know of `pelicanconf.py`: where files lie, which addresses lists have, what weighs how much."""

import os
import runpy
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from .finding import Level, levels

Settings = Mapping[str, Any]
"""The settings of Pelican, by name."""

_USUAL: Settings = {
    "ARTICLE_PATHS": [""],
    "PAGE_PATHS": ["pages"],
    "STATIC_PATHS": ["images"],
    "TIMEZONE": "UTC",
    "DEFAULT_LANG": "en",
    "SITEURL": "",
    "DEFAULT_CATEGORY": "misc",
    "THEME": "theme",
    "DIRECT_TEMPLATES": ["index", "tags", "categories", "authors", "archives"],
    "CATEGORY_URL": "category/{slug}.html",
    "TAG_URL": "tag/{slug}.html",
    "AUTHOR_URL": "author/{slug}.html",
    "SERIES_URL": "series/{slug}/",
    "SERIES_INDEX_URL": "series/",
    "SEARCH_URL": "",
    "SEARCH_SAVE_AS": "search/index.html",
    "WITH_FUTURE_DATES": True,
    "CHECK_LEVELS": {},
}
"""What Pelican and the plugins take where `pelicanconf.py` says nothing."""


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """What a check must know."""

    named: Settings
    """All settings that were read."""
    zone: ZoneInfo
    """In which a moment without an offset is meant."""
    levels: Mapping[str, Level]
    """How much each kind of finding weighs."""
    theme: Path
    """The theme's folder."""

    def url(self, name: str) -> str:
        """Give the address that a list has, from the site's root, or its pattern; empty where it has none."""
        url = str(self.named.get(name, "") or "")
        return f"/{url.lstrip('/')}" if url else ""

    def folders(self, name: str) -> tuple[str, ...]:
        """Give folders, within the content folder."""
        return tuple(str(folder).strip("/") for folder in self.named[name])


def read_settings(project: Path) -> SiteSettings:
    """Give the settings of the project's `pelicanconf.py`.

    Raises ValueError where it cannot be run, or says what there is not.
    """
    path = project / "pelicanconf.py"
    try:
        found = runpy.run_path(str(path)) if path.is_file() else {}
    except Exception as error:  # it may raise whatever it likes
        raise ValueError(f"{path}: cannot be run ({type(error).__name__}: {error}): mend it") from error
    named = {**_USUAL, **{name: value for name, value in found.items() if name.isupper()}}
    named["SITEURL"] = named["SITEURL"] or os.environ.get("SITEURL", "")
    try:
        own = levels(named["CHECK_LEVELS"])
        zone = ZoneInfo(named["TIMEZONE"] or "UTC")
    except (ValueError, KeyError) as error:
        raise ValueError(f"{path}: {error}") from error
    return SiteSettings(named, zone, own, project / str(named["THEME"]))
