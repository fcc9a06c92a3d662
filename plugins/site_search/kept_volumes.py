"""Volumes that were indexed, kept by content: only the year that changed is indexed again."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from time import time

from .indexer import Files
from .settled import ENTRY

Documents = list[tuple[str, str]]
"""Addresses, and HTML."""

ENGINE = ("pagefind.js", "pagefind-worker.js", "wasm.")
"""How the files begin that a site needs once, for all its volumes."""

_FORM = "1"
"""Of what is kept; counted up when the plugin makes volumes differently."""
_INDEX = ("pagefind.", "index/", "fragment/", "filter/", ENTRY)
_HOUR = 3600
_GENERATIONS = 3
"""How often a volume is kept: the site as it goes out and the one at the desk may differ, and a change be undone."""


@dataclass(frozen=True, slots=True)
class Store:
    """The folder of volumes; may be deleted at any time."""

    folder: Path
    """Where it is."""

    def fetch(self, name: str, told: tuple[str, Documents], make: Callable[[], Files]) -> Path:
        """Give the folder of a volume of these documents (before them, what else decides), from the store or anew."""
        kept = self.folder / name / digest(*told)
        if not kept.joinpath(ENTRY).is_file():
            self._make(kept, make)
        os.utime(kept)
        self._forget_old(kept.parent)
        return kept

    def _make(self, kept: Path, make: Callable[[], Files]) -> None:
        # Another build may be making the same; one that is killed leaves nothing that looks whole.
        part = kept.with_name(f".{kept.name}.{os.getpid()}")
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(parents=True)
        try:
            for place, octets in make().items():
                if place.startswith((*ENGINE, *_INDEX)):
                    part.joinpath(place).parent.mkdir(exist_ok=True)
                    part.joinpath(place).write_bytes(octets)
            with suppress(OSError):  # the other build was faster
                part.rename(kept)
        finally:
            shutil.rmtree(part, ignore_errors=True)

    @staticmethod
    def _forget_old(volume: Path) -> None:
        made = sorted(((_used(path), path) for path in volume.iterdir()), reverse=True)
        for since, old in made[_GENERATIONS:]:
            if since < time() - _HOUR:  # another build may be at work with it
                shutil.rmtree(old, ignore_errors=True)


def _used(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:  # another build has just deleted it
        return 0


def digest(decides: str, documents: Documents) -> str:
    """Give a name for what a volume is made of."""
    summed = sha256(f"{_FORM} {_pagefind()} {decides}\n".encode())
    for address, html in documents:
        summed.update(f"{len(address)} {len(html)} {address}{html}".encode())
    return summed.hexdigest()[:32]


def _pagefind() -> str:
    try:
        return version("pagefind-bin-extended")
    except PackageNotFoundError:
        return "?"


def lay_out(volume: Path, place: Path, *, engine: bool) -> None:
    """Put a volume into the site, by links where the disk allows it: its files are never changed."""
    for path in _files(volume):
        if engine or not path.name.startswith(ENGINE) or path.suffix == ".pf_meta":
            _link(path, place / path.relative_to(volume))


def _files(volume: Path) -> Iterator[Path]:
    return (path for path in sorted(volume.rglob("*")) if path.is_file())


def _link(path: Path, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(path, place)
    except OSError:  # another disk
        shutil.copy2(path, place)
