"""The files of the output, whichever they are, as texts."""

import gzip
import html
import os
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

PIECE = 4_000_000
"""So many bytes of a file are read at once."""
OVERLAP = 4_000
"""Characters that the next piece begins with again, so that nothing falls between two."""

_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
_TAG = re.compile(r"<[^<>]*>")


def files_of(folder: Path, but: frozenset[str] = frozenset()) -> Iterator[Path]:
    """Give each file of a folder, in order, without those below folders of some names; no link is followed."""
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name not in but)
        for name in sorted(names):
            file = Path(place, name)
            if file.is_file() and not file.is_symlink():
                yield file


def texts_in(file: Path) -> Iterator[str]:
    """Give a file's text in pieces; nothing of a file that is no text. A gzipped one is opened."""
    with file.open("rb") as stream:
        head = stream.read(8192)
        stream.seek(0)
        if head.startswith(b"\x1f\x8b"):
            with gzip.open(stream) as opened:
                yield from _pieces(opened)
        elif b"\0" not in head:
            yield from _pieces(stream)


def _pieces(stream: IO[bytes] | gzip.GzipFile) -> Iterator[str]:
    before = ""
    try:
        while piece := stream.read(PIECE):
            if b"\0" in piece[:8192]:
                return
            text = before + piece.decode("utf-8", "replace")
            yield text
            before = text[-OVERLAP:]
    except (OSError, EOFError, zlib.error):
        return


def readings(text: str) -> tuple[str, str]:
    """Give what a text says, and what stands within its tags; escapes of JSON and of HTML in a feed are undone."""
    plain = text
    if "\\u" in plain:
        plain = _ESCAPED.sub(lambda found: chr(int(found.group(1), 16)), plain)
    for _ in range(2):
        if "&" in plain:
            plain = html.unescape(plain)
    return _TAG.sub(" ", plain), " ".join(_TAG.findall(plain))
