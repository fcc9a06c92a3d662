"""The settings of a migration: `migration.toml` beside the project's own files."""

import tomllib
from dataclasses import dataclass, fields
from difflib import get_close_matches
from pathlib import Path

from wordpress_export.handlers import load_handlers

DEFAULT = Path("migration.toml")
"""Where the settings are when nobody names another file; it may be absent."""


MOST_MEGABYTES = 1_000_000
"""A terabyte."""


class SettingsError(ValueError):
    """The settings cannot be used. The message names the file and the key, and says what to write."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a site's migration is told beside its export. Each field is a key of the file."""

    handlers: str = ""
    """Path of a Python file with the site's own shortcodes and blocks, relative to the settings; empty for none."""
    largest_file_mb: int = 2000
    """Megabytes of the largest picture, film or other file that is brought over."""


KEYS = tuple(field.name for field in fields(Settings))
"""What may stand in the file."""


def read_settings(path: Path | None) -> Settings:
    """Give the settings of a file; those of `migration.toml`, if it is there, where no file is named.

    Raises SettingsError where they cannot be used, and HandlersError where the handlers that they name cannot.
    """
    if path is None:
        return read_settings(DEFAULT) if DEFAULT.is_file() else Settings()
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise SettingsError(
            f"{path}: there is no such file of settings; correct --settings, or leave it out."
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise SettingsError(f'{path} is no TOML: {error}. Write for example: handlers = "handlers.py"') from error
    for key in values:
        if key not in KEYS:
            raise SettingsError(f"{path}: {_unknown(key)}")
    return Settings(_handlers(values.get("handlers", ""), path), _megabytes(values.get("largest_file_mb", 2000), path))


def _unknown(key: str) -> str:
    close = get_close_matches(key.lower().replace("-", "_"), KEYS, n=1)
    hint = f"; did you mean {close[0]}?" if close else f": the keys are {', '.join(KEYS)}."
    return f"there is no key {key!r}{hint}"


def _megabytes(value: object, path: Path) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 < value <= MOST_MEGABYTES:
        raise SettingsError(
            f"{path}: largest_file_mb is {value!r}, and a number of megabytes from 1 to {MOST_MEGABYTES} is expected."
        )
    return value


def _handlers(value: object, path: Path) -> str:
    if not isinstance(value, str):
        raise SettingsError(f"{path}: handlers is {value!r}, and the path of a Python file is expected in quotes.")
    if not value:
        return ""
    handlers = str((path.parent / value).resolve())
    load_handlers(handlers)
    return handlers
