"""What was found in files, kept between checks by what the files hold: only what changed is read again.

In `.cache/check/`, in parts, so that one saved story leaves most of a large archive's memory as it is. Each part is
written whole or not at all, and counts only while the code and what it stands on are the same.
"""

import os
import pickle
import sys
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from zlib import crc32

from .examination import Digest, Ground
from .facts import FileFacts

Known = dict[str, tuple[Digest, FileFacts]]
"""Digest and facts of each file, by place."""

_PARTS = 16
_SIZE = 16
_PLUGINS = (
    "archived_comments", "front_page", "live_coverage", "markdown_articles", "old_addresses", "reading_aids",
    "related_articles",
)  # fmt: skip
_LIBRARIES = ("comrak-ext", "python-frontmatter", "pyyaml", "selectolax")


class Memory:
    """The facts of one content folder's files."""

    def __init__(self, folder: Path | None, ground: Ground) -> None:
        self._folder = folder
        self._key = _digest(repr((_code(), tuple(ground), os.path.abspath(ground.content))).encode())  # noqa: PTH100  # a link leads to another paper at another time
        self._name = _digest(os.path.abspath(ground.content).encode())[:6].hex()  # noqa: PTH100  # the same

    def recall(self) -> Known:
        """Give what was kept; nothing of what is cut, spoilt, or was made by other code."""
        known: Known = {}
        for part in range(_PARTS) if self._folder is not None else ():
            known |= self._read(part)
        return known

    def keep(self, known: Known, before: Mapping[str, tuple[Digest, FileFacts]]) -> None:
        """Keep what is known, where it is not what was known before. A disk that is full or closed is no error."""
        if self._folder is None:
            return
        changed = {place for place, (digest, _) in known.items() if place not in before or before[place][0] != digest}
        stale = {_part_of(place) for place in (*changed, *(before.keys() - known.keys()))}
        parts: dict[int, Known] = {part: {} for part in stale}
        for place, found in known.items():
            if (part := _part_of(place)) in parts:
                parts[part][place] = found
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            for part, together in parts.items():
                self._write(part, together)

    def _path(self, part: int) -> Path:
        return Path(str(self._folder), f"{self._name}-{part:02}")

    def _read(self, part: int) -> Known:
        try:
            octets = self._path(part).read_bytes()
            key, digest, body = octets[:_SIZE], octets[_SIZE : 2 * _SIZE], memoryview(octets)[2 * _SIZE :]
            if key != self._key or digest != _digest(body):
                return {}
            found = pickle.loads(body)  # noqa: S301  # our own file, whole
        except (OSError, ValueError, TypeError, AttributeError, ImportError, EOFError, pickle.UnpicklingError):
            return {}
        return found if isinstance(found, dict) else {}

    def _write(self, part: int, facts: Known) -> None:
        body = pickle.dumps(facts, pickle.HIGHEST_PROTOCOL)
        path = self._path(part)
        beside = path.with_name(f".{path.name}.{os.getpid()}")
        try:
            with beside.open("wb") as stream:
                stream.write(self._key + _digest(body))
                stream.write(body)
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)


def _part_of(place: str) -> int:
    return crc32(place.encode(errors="surrogateescape")) % _PARTS


@cache
def _code() -> str:
    """Give what the facts depend on beside the files: our own code, and what it stands on."""
    here = Path(__file__).parent
    plugins = [Path(str(sys.modules[name].__file__)).parent for name in _PLUGINS if name in sys.modules]
    found = blake2b(digest_size=_SIZE)
    for folder in (here, *plugins):
        for path in sorted(folder.rglob("*.py")):
            found.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return " ".join((sys.version, *(f"{name} {version(name)}" for name in _LIBRARIES), found.hexdigest()))


def _digest(octets: bytes | memoryview) -> bytes:
    return blake2b(octets, digest_size=_SIZE).digest()
