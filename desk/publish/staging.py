"""A folder that holds an edition and nothing else, for programs that take a folder; files are linked, not copied."""

import os
import shutil
from pathlib import Path

from .edition import Edition


def stage(edition: Edition, folder: Path) -> None:
    """Fill an empty folder with an edition."""
    made: set[Path] = set()
    for file in edition.files.values():
        path = folder / file.place
        if path.parent not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.add(path.parent)
        if file.octets is not None:
            path.write_bytes(file.octets)
            continue
        try:
            os.link(edition.path(file), path)
        except OSError:  # another file system
            shutil.copyfile(edition.path(file), path)
