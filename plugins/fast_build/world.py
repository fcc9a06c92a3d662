"""All that a build depends on beside articles, pages, templates and pictures."""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import jinja2

from .canonical import Canon, Plain, UnknownValueError, digest_of, digest_of_bytes

_COMPILED = frozenset({".pyc", ".pyo", ".so"})
_HERE = frozenset(
    {"OUTPUT_PATH", "CACHE_PATH", "PAGE_NOTES", "FAST_BUILD_LAST", "FAST_BUILD_WORKERS", "FAST_BUILD_CLUSTER"}
)
"""Settings about where files lie, and what this plugin itself puts among them."""


def world_of(settings: Mapping[str, Any], named: Iterable[str] = ()) -> bytes:
    """Give the digest of settings, code, versions and files that plugins may read, those in `named` folders apart."""
    content, theme = Path(settings["PATH"]), Path(settings["THEME"])
    read_apart = [*settings["ARTICLE_PATHS"], *settings["PAGE_PATHS"], *settings["STATIC_PATHS"], *named]
    folders = [Path(path) for path in settings.get("PLUGIN_PATHS", ())]
    return digest_of((
        sys.version,
        jinja2.__version__,
        sorted(installed()),
        _told(settings),
        sorted(_code(folders)),
        sorted(_files(content, {content / folder for folder in read_apart if folder})) if all(read_apart) else "",
        sorted(_files(theme, {theme / "templates"})),
    ))  # fmt: skip


def _told(settings: Mapping[str, Any]) -> Plain:
    canon = Canon()
    told: list[Plain] = []
    for name, value in sorted(settings.items()):
        if name in _HERE:
            continue
        try:
            told.append((name, canon.digest(value)))
        except UnknownValueError:
            # What a plugin made of other settings and of files, which are told themselves.
            told.append((name, type(value).__qualname__))
    return told


def installed() -> Iterator[str]:
    """Give the distributions by name and version, as their folders are called."""
    for place in sys.path:
        try:
            yield from (
                entry.name for entry in os.scandir(place or ".") if entry.name.endswith((".dist-info", ".egg-info"))
            )
        except OSError:
            continue


def _code(folders: Sequence[Path]) -> Iterator[tuple[str, bytes]]:
    """Give the files of plugins, and of other modules that are no part of Python or of an installed distribution."""
    for folder in folders:
        yield from _files(folder, set())
    yield from ((name, digest_of_bytes(Path(file).read_bytes())) for name, file in own_modules(folders))


def own_modules(without: Iterable[Path]) -> Iterator[tuple[str, str]]:
    """Give the modules that are no part of Python, of an installed distribution or of some folders, and their files."""
    inside = tuple({sys.prefix, sys.base_prefix, os.path.realpath(sys.prefix), os.path.realpath(sys.base_prefix)})
    apart = tuple(str(folder.resolve()) for folder in without)
    for name, module in sorted(sys.modules.items()):
        file = getattr(module, "__file__", None) or ""
        is_own = file.endswith(".py") and not os.path.realpath(file).startswith((*inside, *apart))
        if is_own and name != "__main__":
            yield name, file


def _files(folder: Path, without: set[Path]) -> Iterator[tuple[str, bytes]]:
    for place, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if name != "__pycache__" and Path(place, name) not in without]
        for name in files:
            path = Path(place, name)
            if path.suffix not in _COMPILED and path not in without:
                yield path.relative_to(folder).as_posix(), _digest(path)


def _digest(path: Path) -> bytes:
    try:
        return digest_of_bytes(path.read_bytes())
    except OSError:
        return b""
