"""Digests of files, and what pages hold inline; remembered, so that only what changed is read again."""

import os
import re
import time
from base64 import b64encode
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import islice
from pathlib import Path

RELOAD = b"data-desk-reload"
"""What the script of `./inv serve` has in its tag, and no page that goes out."""
_STYLE = re.compile(rb"<style(?:\s[^>]*)?>(.*?)</style>", re.DOTALL | re.IGNORECASE)
_SCRIPT = re.compile(rb"<script((?:\s[^>]*)?)>(.*?)</script>", re.DOTALL | re.IGNORECASE)
_TYPE = re.compile(rb"type\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)
_RUNS = frozenset({b"", b"module", b"text/javascript", b"application/javascript", b"importmap"})
_RULES = b"speculationrules"
_VERSION = "1"
_TOGETHER = 256
"""Files that a thread takes at once: small enough to share them out, large enough to cost nothing."""
_RACY = 2_000_000_000
"""Nanoseconds: a file younger than this may change again without a change of its time."""


@dataclass(frozen=True, slots=True)
class Read:
    """What is known of a file of the site."""

    place: str
    """Where it is in the site."""
    size: int
    """Bytes."""
    stamp: tuple[int, int]
    """When it changed, in nanoseconds, and its number in the file system."""
    digest: str = ""
    """SHA-256 of its content, in hexadecimal; empty as long as it is not read."""
    marks: tuple[str, ...] = ()
    """What a page holds inline: `style=sha256-…`, `rules=sha256-…`, `script=sha256-…`, `reload=`."""


class Digests:
    """Reads files, and keeps what it read in a file of its own; that file may be deleted at any time."""

    def __init__(self, kept: Path) -> None:
        self._kept = kept
        self._known = dict(_recalled(kept))

    def of(self, folder: Path, found: Iterable[Read]) -> Iterator[Read]:
        """Give each file with its digest, and keep all of them afterwards."""
        now = time.time_ns()
        told: dict[str, Read] = {}
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            waiting = iter(found)
            # As many as the threads can take up; not all at once, which would be a third of a gigabyte of promises.
            while some := list(islice(waiting, _TOGETHER * 16)):
                parts = [some[start : start + _TOGETHER] for start in range(0, len(some), _TOGETHER)]
                for part in pool.map(lambda part: [self._read(folder, read) for read in part], parts):
                    yield from part
                    told |= {read.place: read for read in part if now - read.stamp[0] > _RACY}
        self._keep(told)

    def _read(self, folder: Path, found: Read) -> Read:
        known = self._known.get(found.place)
        if known and (known.size, known.stamp) == (found.size, found.stamp):
            return known
        return read_file(folder, found)

    def _keep(self, told: dict[str, Read]) -> None:
        if told == self._known:
            return
        with suppress(OSError):  # a memory that cannot be kept costs time, and nothing else
            self._kept.parent.mkdir(parents=True, exist_ok=True)
            part = self._kept.with_name(f".{self._kept.name}.{os.getpid()}")
            with part.open("w", encoding="utf-8") as lines:
                lines.write(f"{_VERSION}\n")
                lines.writelines(_line(read) for read in told.values())
            part.replace(self._kept)


def read_file(folder: Path, found: Read) -> Read:
    """Read one file: a page whole, anything else in parts, however large it is."""
    path = folder / found.place
    if not found.place.endswith(".html"):
        with path.open("rb") as file:
            digest = sha256()
            while part := file.read(1 << 20):
                digest.update(part)
        return replace(found, digest=digest.hexdigest())
    octets = path.read_bytes()
    return replace(found, digest=sha256(octets).hexdigest(), marks=tuple(dict.fromkeys(_marks(octets))))


def _marks(page: bytes) -> Iterator[str]:
    if RELOAD in page:
        yield "reload="
    yield from (f"style={_named(text)}" for text in _STYLE.findall(page))
    for attributes, text in _SCRIPT.findall(page):
        found = _TYPE.search(attributes)
        kind = found[1].lower() if found else b""
        if kind == _RULES:
            yield f"rules={_named(text)}"
        elif kind in _RUNS and text.strip():
            yield f"script={_named(text)}"


def _named(text: bytes) -> str:
    return "sha256-" + b64encode(sha256(text).digest()).decode()


def _line(read: Read) -> str:
    marks = " ".join(read.marks)
    return f"{read.place}\t{read.size}\t{read.stamp[0]}\t{read.stamp[1]}\t{read.digest}\t{marks}\n"


def _recalled(kept: Path) -> Iterator[tuple[str, Read]]:
    try:
        lines = kept.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError):
        return
    if lines[0] != _VERSION:
        return
    marked: dict[str, tuple[str, ...]] = {}
    for line in lines[1:-1]:
        with suppress(ValueError):  # a line that is cut off
            place, size, changed, number, digest, marks = line.split("\t")
            shared = marked.setdefault(marks, tuple(marks.split()))
            yield place, Read(place, int(size), (int(changed), int(number)), digest, shared)
