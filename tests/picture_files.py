"""Small files as newsrooms have them, and their journey to a content folder."""

import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from site_migration.media.bringing import Bringing, Errand
from site_migration.media.stores import open_store
from site_migration.media.wanted import Wanted, open_wanted
from web_faults import QUICK
from wordpress_export.model import Media

JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00" + bytes(200) + b"\xff\xd9"
GIF = b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff!\xf9\x04\x01\x00\x00\x00\x00,\x00;"
PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
PAGE = b"<!DOCTYPE html>\n<html><body><h1>404 Not Found</h1></body></html>"
UPLOADS = "/wp-content/uploads/2023/10"
MOST = 1 << 20


def png(shade: int = 0) -> bytes:
    """Give a picture of one point."""

    def chunk(name: bytes, octets: bytes) -> bytes:
        return struct.pack(">I", len(octets)) + name + octets + struct.pack(">I", zlib.crc32(name + octets))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    points = zlib.compress(bytes([0, shade]))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", points) + chunk(b"IEND", b"")


def jpeg(words: str) -> bytes:
    """Give a picture that is told from others by its words."""
    return JPEG[:-2] + words.encode() + b"\xff\xd9"


def put(folder: Path, files: dict[str, bytes]) -> Path:
    """Write files below a folder; give the folder."""
    for name, octets in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(octets)
    return folder


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of files."""

    outcomes: dict[str, int]
    """How many by what became of them."""
    remarks: list[str]
    """Kinds of what was said, in the order of the files."""
    faults: list[str]
    """Sentences of what failed."""
    content: Path
    """The content folder."""

    def read(self, address: str) -> bytes:
        """Give a file's bytes."""
        return (self.content / address.lstrip("/")).read_bytes()


def bring(
    folder: Path, media: Sequence[Media | str], stores: Sequence[Path] = (), bases: Sequence[str] = ()
) -> Outcome:
    """Bring files (by address) from stores into `content/` below a folder."""
    content = folder / "content"
    content.mkdir(exist_ok=True)
    opened = [open_store(store) for store in stores]
    manners = replace(QUICK, largest_file=MOST)
    hosts = frozenset({"gull.example"})
    errand = Errand(content, opened, hosts, bases, manners, MOST, known={}, is_named=bool(stores or bases))
    with open_wanted() as wanted:
        wanted.list_media(item if isinstance(item, Media) else Media(1, item) for item in media)
        wanted.close_list()
        bringing = Bringing(wanted, errand)
        bringing.bring()
        return _outcome(wanted, bringing, content)


def _outcome(wanted: Wanted, bringing: Bringing, content: Path) -> Outcome:
    remarks = [one.kind for _, _, told in wanted.told() for one in told]
    return Outcome(dict(wanted.outcomes()), remarks, [defect.what for defect in bringing.defects], content)
