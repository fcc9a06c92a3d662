"""A live site as raw material: its answers are saved into a folder, which is then migrated like any other."""

import argparse
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from wordpress_export.live_site import Progress, download


def save_answers(options: argparse.Namespace, progress: Progress, tell: Callable[[str], None]) -> None:
    """Save what a site says through its REST interface; put the folder in the address's place.

    Files that no other place has are fetched from the site itself.

    Raises LiveSiteError where the site cannot be read, OSError where the folder cannot be written.
    """
    folder: Path = options.raw or raw_folder(options.export, options.into)
    for remark in download(options.export, folder, progress):
        tell(remark)
    tell(f"Raw answers: {folder}")
    options.media = [*options.media, options.export]
    options.export = folder


def raw_folder(address: str, content: Path) -> Path:
    """Give where a site's answers are saved where nothing else is said: beside the content folder, by its host."""
    parts = urlsplit(address)
    name = "-".join([(parts.hostname or "site").removeprefix("www."), *filter(None, [str(parts.port or "")])])
    folder = "-".join(part for part in parts.path.split("/") if part.strip("."))
    return content.resolve().parent / "raw" / (f"{name}-{folder}" if folder else name)
