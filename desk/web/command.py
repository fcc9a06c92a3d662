"""`python -m desk admin CONTENT FOLDER`: the pages of web editing as files of a built site, or taken out of it."""

import argparse
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from markdown_articles.problems import ContentError

from .admin_pages import admin_files
from .problems import AdminError

_MARK = "keys.json"
"""A file that /admin/ has, and no page of a site."""


def admin(arguments: Sequence[str]) -> int:
    """Write the pages, or remove them; give the exit status."""
    parser = argparse.ArgumentParser(prog="desk admin", description="Web editing, as files of a built site.")
    parser.add_argument("content", type=Path, help="the content folder")
    parser.add_argument("folder", type=Path, help="the folder to be written, output/admin")
    parser.add_argument("--remove", action="store_true", help="take it away")
    chosen = parser.parse_args(arguments)
    try:
        refuse_page(chosen.folder)
        if chosen.remove:
            shutil.rmtree(chosen.folder, ignore_errors=True)
        else:
            write_whole(admin_files(chosen.content), chosen.folder)
    except (AdminError, ContentError) as error:
        print(error, file=sys.stderr)  # noqa: T201  # a command speaks to its user
        return 1
    return 0


def refuse_page(folder: Path) -> None:
    """Raise AdminError where a page of the site has the place."""
    if folder.is_dir() and any(folder.iterdir()) and not (folder / _MARK).is_file():
        raise AdminError(f"{folder}: a page of the site has this address: give it another slug than {folder.name}")


def write_whole(files: dict[str, bytes], folder: Path) -> None:
    """Write a folder of files beside the one that stands, then put it in its place."""
    new, old = (folder.with_name(f".{folder.name}.{word}") for word in ("new", "old"))
    for leftover in (new, old):
        shutil.rmtree(leftover, ignore_errors=True)
    for place, octets in files.items():
        path = new / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(octets)
    if folder.exists():
        folder.rename(old)
    new.rename(folder)
    shutil.rmtree(old, ignore_errors=True)
