"""Files that articles refer to, as they lie in the content folder: how many bytes, how many pixels."""

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .addresses import path_of

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_HEADER = 24


@dataclass(frozen=True, slots=True)
class PublishedFiles:
    """The folders of the content that are published as they are."""

    content: Path
    """The content folder."""
    folders: tuple[str, ...]
    """Their names in it."""

    def size_of(self, address: str) -> int | None:
        """Give the bytes of a file of the site's own; None where it is not there."""
        path = self._path(address)
        return path.stat().st_size if path else None

    def pixels_of(self, address: str) -> str:
        """Give a PNG's size as a web manifest writes it, `512x512`; empty where it is not known."""
        path = self._path(address)
        if not path:
            return ""
        with path.open("rb") as file:
            start = file.read(_PNG_HEADER)
        if len(start) < _PNG_HEADER or not start.startswith(_PNG):
            return ""
        width, height = struct.unpack(">II", start[16:])
        return f"{width}x{height}"

    def _path(self, address: str) -> Path | None:
        place = path_of(address)
        if not place.startswith("/") or place.startswith("//") or "\0" in place or ".." in place.split("/"):
            return None
        path = self.content / place.lstrip("/")
        is_published = any(path.is_relative_to(self.content / folder) for folder in self.folders)
        try:
            return path if is_published and path.is_file() else None
        except OSError:  # a name longer than any disk can hold
            return None


def published_files(settings: Mapping[str, Any]) -> PublishedFiles:
    """Give the published files of a site."""
    return PublishedFiles(Path(settings["PATH"]), tuple(settings.get("STATIC_PATHS") or ()))
