"""Tells that nothing changed since the last build, without building."""

import os
import re
import runpy
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from .canonical import digest_of, digest_of_bytes
from .notes import Due
from .state_files import state_file
from .store import Sight, sight_of
from .whole_files import read_whole, write_whole
from .world import installed

_COMPILED = (".pyc", ".pyo")
_VARIABLES = re.compile(r"""environ(?:\.get)?[\[(]\s*["'](\w+)""")


@dataclass(frozen=True, slots=True)
class Seal:
    """A build that was finished."""

    inputs: bytes
    """Digest of all that it was made of, taken before it began."""
    output: dict[str, Sight]
    """The files of the site, by place."""
    until: Due
    """When a build of the same would be another one, such as when a story becomes due; None for never."""


def inputs_of(settings: Mapping[str, Any], project: Path) -> bytes:
    """Give the digest of everything that a build is made of: by content, pictures and the like by size and time."""
    content = Path(settings["PATH"])
    pictures = {str(content / folder) for folder in settings["STATIC_PATHS"]}
    conf = project / "pelicanconf.py"
    asked = sorted({*_VARIABLES.findall(conf.read_text(encoding="utf-8")), "SOURCE_DATE_EPOCH", "TZ"})
    folders = [content, project / settings["THEME"], *(project / path for path in settings["PLUGIN_PATHS"])]
    return digest_of((
        sys.version,
        sorted(installed()),
        conf.read_bytes(),
        [(name, os.environ.get(name)) for name in asked if name != "FAST_BUILD_LAST"],
        [sorted(_files(str(folder), pictures)) for folder in folders],
    ))  # fmt: skip


def is_sealed(settings: Mapping[str, Any], inputs: bytes, output: Path, now: datetime) -> bool:
    """Tell whether the site that stands is what a build would make of these inputs now."""
    seal = read_whole(state_file(settings, "seal"))
    if not isinstance(seal, Seal) or seal.inputs != inputs or (seal.until is not None and seal.until[0] <= now):
        return False
    return seal.output == _output(output)


def sealed_until(content: Path) -> tuple[Due] | None:
    """Give when the site that was built last will be another one without any change; None where none is known.

    That alone of its state need be there, not the site: a fresh checkout with the cache of the last build will do.
    """
    seal = read_whole(state_file(settings_for(content), "seal"))
    return (seal.until,) if isinstance(seal, Seal) else None


def settings_for(content: Path) -> dict[str, Any]:
    """Give the settings of `pelicanconf.py` for a content folder."""
    settings = runpy.run_path("pelicanconf.py")
    settings["PATH"] = str(content)
    settings["CACHE_PATH"] = os.path.abspath(settings["CACHE_PATH"])  # noqa: PTH100  # as Pelican does
    return settings


def seal(settings: Mapping[str, Any], inputs: bytes, output: Path) -> None:
    """Remember what a site was made of, now that it stands."""
    known = read_whole(state_file(settings, "until"))
    if known is None:
        state_file(settings, "seal").unlink(missing_ok=True)
    else:
        write_whole(state_file(settings, "seal"), Seal(inputs, _output(output), known[0]))


def now() -> datetime:
    """Give the time of the build."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    return datetime.fromtimestamp(int(epoch), UTC) if epoch.isdecimal() else datetime.now(UTC)


def _output(output: Path) -> dict[str, Sight]:
    return {path[len(str(output)) :]: sight_of(path) for path in _paths(str(output))}


def _files(folder: str, pictures: set[str]) -> Iterator[tuple[str, object]]:
    """Give what files hold; of pictures, which are large, how they look."""
    for path in _paths(folder):
        if path.endswith(_COMPILED):
            continue
        if any(path.startswith(f"{each}/") for each in pictures):
            yield path[len(folder) :], sight_of(path)
        else:
            with open(path, "rb") as file:  # noqa: PTH123  # an article a call
                yield path[len(folder) :], digest_of_bytes(file.read())


def _paths(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _paths(entry.path)
            elif entry.is_file():
                yield entry.path
