"""Files compressed beforehand, so that a host need not do it, and better than a host has time to."""

import gzip
import os
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from threading import get_ident
from time import time

import brotli

FORMS = (".br", ".gz")
"""The endings that are put beside a file's name."""

ENDINGS = frozenset({".css", ".html", ".js", ".json", ".mjs", ".svg", ".txt", ".webmanifest", ".xml"})
"""The files that are worth it; pictures are compressed as they are."""

SMALLEST = 1024
"""Bytes; what is shorter travels in one packet anyway."""

MOST_AT_BEST = 5_000
"""Files of a site that are compressed as far as brotli can; for more it would take longer than the build itself."""

_BEST, _QUICK = 11, 5
_UNUSED_FOR = 30 * 24 * 3600


def quality_for(files: int) -> int:
    """Give brotli's quality for a site of so many files; not for those that the store lacks, or bytes would vary."""
    return _BEST if files <= MOST_AT_BEST else _QUICK


@dataclass(frozen=True, slots=True)
class Store:
    """The folder of what was compressed, by content."""

    folder: Path
    """Where it is; may be deleted at any time."""
    quality: int
    """Of brotli: 0 to 11."""

    def compressed(self, octets: bytes) -> dict[str, bytes]:
        """Give a file in each form in which it is smaller, from the store or made anew."""
        told = f"{self.quality} {brotli.__version__} {zlib.ZLIB_RUNTIME_VERSION} {sha256(octets).hexdigest()}"
        name = sha256(told.encode()).hexdigest()
        made = {form: self._kept(f"{name}{form}", form, octets) for form in FORMS}
        return {form: smaller for form, smaller in made.items() if len(smaller) < len(octets)}

    def forget_unused(self) -> None:
        """Delete what no build has asked for in a month."""
        since = time() - _UNUSED_FOR
        for path in self.folder.glob("??/*"):
            if path.stat().st_mtime < since:
                path.unlink(missing_ok=True)

    def _kept(self, name: str, form: str, octets: bytes) -> bytes:
        path = self.folder / name[:2] / name
        try:
            kept = path.read_bytes()
            os.utime(path)
        except OSError:
            kept = b""
        return kept or self._make(path, form, octets)

    def _make(self, path: Path, form: str, octets: bytes) -> bytes:
        made = _COMPRESSORS[form](octets, self.quality)
        path.parent.mkdir(parents=True, exist_ok=True)
        # Another thread, or another build, may be making the same file.
        part = path.with_name(f".{path.name}.{os.getpid()}.{get_ident()}")
        part.write_bytes(made)
        part.replace(path)
        return made


def _brotli(octets: bytes, quality: int) -> bytes:
    return bytes(brotli.compress(octets, mode=brotli.MODE_TEXT, quality=quality))


def _gzip(octets: bytes, _: int) -> bytes:
    # Without the time, so that the same file has the same bytes.
    return gzip.compress(octets, compresslevel=9, mtime=0)


_COMPRESSORS: Mapping[str, Callable[[bytes, int], bytes]] = {".br": _brotli, ".gz": _gzip}
