"""Pictures and other files keep their old addresses, `/wp-content/uploads/…`, as places in the content folder."""

import shutil
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from wordpress_export.model import Defect, Media

from .writing import whole_file

UPLOADS = PurePosixPath("wp-content/uploads")
OWN = {(folder,) for folder in ("articles", "pages", "comments", "data", "migration")}
"""Where no picture has its place: what is there, Pelican or a later run would read."""
THERE = "in the content folder"
MISSING = "missing from the uploads folder"
NOT_COPIED = "not copied: no uploads folder was named"
ELSEWHERE = "on another site"


@dataclass(slots=True)
class MediaAccount:
    """What became of the files of the media list."""

    counts: Counter[str] = field(default_factory=Counter)
    """By outcome."""
    missing: list[str] = field(default_factory=list)
    """Places of files that the uploads folder did not have."""
    defects: list[Defect] = field(default_factory=list)
    """Files that are there and could not be copied."""


def copy_media(media: Iterable[Media], uploads: Path | None, content: Path) -> MediaAccount:
    """Copy the site's own files from a copy of its uploads folder; count those that are still to be fetched.

    `uploads` is the old site's `wp-content/uploads`, or a folder that has it below.
    """
    account = MediaAccount()
    for item in media:
        place = place_of(item.address)
        if place is None:
            account.counts[ELSEWHERE] += 1
            continue
        try:
            outcome = _copied(item, place, uploads, content)
        except OSError as error:
            remedy = "Make the content folder writable and free some disk, then run the same command again."
            account.defects.append(Defect(str(place), f"the file could not be copied: {error}.", remedy))
            continue
        account.counts[outcome] += 1
        if outcome == MISSING:
            account.missing.append(str(place))
    return account


def place_of(address: str) -> PurePosixPath | None:
    """Give the place of one of the site's own files below the content folder; None for another site's.

    An address that would climb out of the folder has no place, nor has one in a folder that the newsroom's own files
    are in, or one with a name that begins with a dot, which web servers obey (`.htaccess`).
    """
    if not address.startswith("/") or address.startswith("//"):
        return None
    place = PurePosixPath(address.partition("?")[0].lstrip("/"))
    is_foreign = place.parts[:1] in OWN or any(part.startswith(".") for part in place.parts)
    return None if is_foreign or not place.parts else place


def _copied(item: Media, place: PurePosixPath, uploads: Path | None, content: Path) -> str:
    """Copy a file, where it is there; give what came of it, in the words of the report.

    Some plugins delete the picture that was uploaded and keep the smaller one that WordPress shows: it then stands in.
    """
    if (content / place).exists():
        return THERE
    if uploads is None:
        return NOT_COPIED
    source = _find(place, uploads)
    if not source.is_file() and (shown := place_of(item.scaled)):
        source = _find(shown, uploads)
    if not source.is_file():
        return MISSING
    if not source.resolve().is_relative_to(uploads.resolve()):
        raise OSError(f"{source} is a link that leads out of the uploads folder, to {source.resolve()}")
    with source.open("rb") as old, whole_file(content, str(place)) as new:
        shutil.copyfileobj(old, new)
    return THERE


def _find(place: PurePosixPath, uploads: Path) -> Path:
    """Look for a file in the uploads folder, or in the folder above it."""
    if place.is_relative_to(UPLOADS):
        inside = uploads / place.relative_to(UPLOADS)
        if inside.exists():
            return inside
    return uploads / place
