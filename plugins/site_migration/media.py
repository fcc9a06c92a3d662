"""Pictures and other files keep their old addresses, `/wp-content/uploads/…`, as places in the content folder."""

import shutil
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from wordpress_export.model import Media

UPLOADS = PurePosixPath("wp-content/uploads")
MISSING = "missing from the uploads folder"


@dataclass(slots=True)
class MediaAccount:
    """What became of the files of the media list."""

    counts: Counter[str] = field(default_factory=Counter)
    """By outcome: copied, already there, elsewhere, missing."""
    missing: list[str] = field(default_factory=list)
    """Addresses of files that the uploads folder did not have."""


def copy_media(media: Iterable[Media], uploads: Path | None, content: Path) -> MediaAccount:
    """Copy the site's own files from a copy of its uploads folder; count those that are still to be fetched.

    `uploads` is the old site's `wp-content/uploads`, or a folder that has it below. Without one, all files are counted
    as not copied.
    """
    account = MediaAccount()
    for item in media:
        place = place_of(item.address)
        outcome = "on another site" if place is None else _copied(place, uploads, content)
        account.counts[outcome] += 1
        if outcome == MISSING:
            account.missing.append(str(place))
    return account


def place_of(address: str) -> PurePosixPath | None:
    """Give the place of one of the site's own files below the content folder; None for another site's.

    An address that would climb out of the folder has no place.
    """
    if not address.startswith("/") or address.startswith("//"):
        return None
    place = PurePosixPath(address.split("?", maxsplit=1)[0].lstrip("/"))
    return None if ".." in place.parts else place


def _find(place: PurePosixPath, uploads: Path) -> Path:
    """Look for a file in the uploads folder, or in the folder above it."""
    if place.is_relative_to(UPLOADS):
        inside = uploads / place.relative_to(UPLOADS)
        if inside.exists():
            return inside
    return uploads / place


def _copied(place: PurePosixPath, uploads: Path | None, content: Path) -> str:
    """Copy a file, where it is there; give what came of it, in the words of the report."""
    if (content / place).exists():
        return "already there"
    if uploads is None:
        return "not copied: no uploads folder was named"
    source = _find(place, uploads)
    if not source.is_file():
        return MISSING
    (content / place).parent.mkdir(parents=True, exist_ok=True)
    _copy_whole(source, content / place)
    return "copied"


def _copy_whole(source: Path, target: Path) -> None:
    """Copy aside and move, so that a killed run leaves the whole file or none."""
    aside = target.with_name(f".writing-{target.name}")
    shutil.copy2(source, aside)
    aside.replace(target)
