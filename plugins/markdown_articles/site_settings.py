"""What the files of `content/data/` mean for Pelican's settings."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from .addresses import DEFAULT_PATTERN, save_as_of
from .registries import Breaking, Registries

_PATTERN_OF_PELICAN = "{slug}.html"


def settings_of(registries: Registries, settings: Mapping[str, Any], now: datetime) -> dict[str, Any]:
    """Give the settings that a site's registries add to, or put in the place of, those of `pelicanconf.py`.

    The content says what the site is called and how its addresses look; SITEURL, where it is published, is not the
    content's to say. Only feeds, which must name some host, name the site's home in a build without SITEURL. Without a
    pattern in `site.yaml`, one in `pelicanconf.py` counts, then WordPress's usual one. What is breaking only until
    `now` is none any more.
    """
    site = registries.site
    own = settings.get("ARTICLE_URL") or _PATTERN_OF_PELICAN
    pattern = (site.permalinks or (DEFAULT_PATTERN if own == _PATTERN_OF_PELICAN else own)).lstrip("/")
    found = {
        "SITENAME": site.title,
        "SITESUBTITLE": site.tagline,
        "DEFAULT_LANG": site.language,
        "OLD_SITE_ADDRESS": site.address.rstrip("/"),
        "FEED_DOMAIN": settings.get("FEED_DOMAIN") or settings.get("SITEURL") or site.address.rstrip("/"),
    }
    return {
        "REGISTRIES": registries,
        "MENUS": dict(registries.menus),
        "BREAKING": _current(site.breaking, now),
        "NEWSLETTER": site.newsletter,
        "ARTICLE_URL": pattern,
        "ARTICLE_SAVE_AS": save_as_of(pattern),
        "STATIC_PATHS": list(dict.fromkeys((*settings.get("STATIC_PATHS", ()), *site.files))),
    } | {name: text for name, text in found.items() if text}


def _current(breaking: Breaking | None, now: datetime) -> Breaking | None:
    return breaking if breaking and (breaking.until is None or now < breaking.until) else None
