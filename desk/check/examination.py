"""One file looked at by itself: read as the build reads it, then asked for what others may want to know of it."""

import os
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from archived_comments.thread_file import ThreadFileError, read_comments
from markdown_articles.front_matter import FrontMatter, parse
from markdown_articles.media_catalogue import read_catalogue
from markdown_articles.problems import ContentError, RegistryError, unreadable
from related_articles.hand_picked import spoken

from .body import Page, read_body
from .facts import Body, FileFacts, Head, Use
from .finding import Remark
from .head_lines import Lines, lines_of
from .heads import head_remarks
from .spoken_problems import remarks_of

Digest = bytes
"""Of a file's content."""


_TOLD_OF = ("date", "modified", "expires", "slug", "permalink")
"""Keys of which other files may give a reason to speak."""
_PART = 1 << 18
"""Bytes read at once: more than nearly any article has."""


class Ground(NamedTuple):
    """What must be known to look at any file."""

    content: str
    """The content folder."""
    zone: str
    """In which a moment without an offset is meant."""
    published: tuple[str, ...]
    """Folders that are published as they are."""
    homes: tuple[str, ...]
    """Under which hosts the site is at home: what leads there leads to itself."""


def examine_all(places: Sequence[str], ground: Ground) -> list[tuple[str, Digest, FileFacts]]:
    """Give digest and facts of each file, by its place within the content folder."""
    return [(place, *examine(place, ground)) for place in places]


def examine(place: str, ground: Ground) -> tuple[Digest, FileFacts]:
    """Give a file's digest, and what is known of it."""
    try:
        octets = read_file(place, ground.content)
    except OSError as error:
        return b"", FileFacts((Remark("file", 0, unreadable("", error).removeprefix(": ")),))
    return digest_of(octets), facts_of(place, octets, ground)


def read_file(place: str, content: str) -> bytes:
    """Give what a file holds. Raises OSError."""
    # 100,000 files: a Path and a file object each cost as much again as the reading.
    number = os.open(f"{content}/{place}", os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        parts = []
        while part := os.read(number, _PART):
            parts.append(part)
        return parts[0] if len(parts) == 1 else b"".join(parts)
    finally:
        os.close(number)


def digest_of(octets: bytes) -> Digest:
    """Give the digest of what a file holds."""
    return blake2b(octets, digest_size=16).digest()


def facts_of(place: str, octets: bytes, ground: Ground) -> FileFacts:
    """Give what is known of a file that holds this."""
    if place.startswith("comments/"):
        return _thread(octets, ground)
    if place.startswith("data/"):
        return _catalogue(place, octets, ground)
    try:
        text = octets.decode()
    except UnicodeDecodeError as error:
        line = octets.count(b"\n", 0, error.start) + 1
        return FileFacts((Remark("file", line, f"not saved as UTF-8 (byte {error.start}): save it as UTF-8"),))
    try:
        front, body = parse(text, place, ZoneInfo(ground.zone))
    except ContentError as error:
        return FileFacts(tuple(remarks_of(error.problems, place, "front-matter")))
    lines = lines_of(text)
    begun = front.date if front.kind.strip().lower() == "live" else None
    page = Page(body, _first_line(text, body), place, begun, ground.published, ground.homes)
    said, found = read_body(page)
    return FileFacts((*head_remarks(front, lines, place), *said), _head(front, lines, place), found)


def _first_line(text: str, body: str) -> int:
    """Give the line on which a body begins, which ends the file, but for its last newline."""
    text = text.replace("\r\n", "\n")
    end = len(text) - text.endswith("\n")
    return text.count("\n", 0, end - len(body)) + 1


def _head(front: FrontMatter, lines: Lines, place: str) -> Head:
    def uses(key: str, texts: Sequence[str]) -> tuple[Use, ...]:
        return tuple(Use(lines.of(key, number, len(texts)), text) for number, text in enumerate(texts))

    def use(key: str, text: str) -> tuple[Use, ...]:
        return (Use(lines.keys.get(key, 2), text),) if text.strip() else ()

    unrelated = [each for each in uses("unrelated", front.unrelated) if spoken(each.text) != "all"]
    slug = front.slug or Path(place).stem
    return Head(
        front.title, front.slug, front.permalink, front.date, front.modified, front.expires, str(front.status),
        front.wordpress_id or 0, uses("aliases", front.aliases),
        uses("authors", front.authors), uses("categories", front.categories), uses("tags", front.tags),
        use("series", front.series),
        (*uses("related", front.related), *unrelated, *use("translation_of", front.translation_of)),
        use("image", front.image), (spoken(front.title), spoken(slug)),
        tuple((key, lines.keys[key]) for key in _TOLD_OF if key in lines.keys),
    )  # fmt: skip


def _thread(octets: bytes, ground: Ground) -> FileFacts:
    try:
        comments = read_comments(octets, "", ZoneInfo(ground.zone))
    except ThreadFileError as error:
        return FileFacts(tuple(remarks_of(error.problems, "", "registry")))
    return FileFacts(body=Body(anchors=tuple(f"comment-{comment.id}" for comment in comments)))


def _catalogue(place: str, octets: bytes, ground: Ground) -> FileFacts:
    path = Path(ground.content, place)
    try:
        addresses = list(read_catalogue(path))
    except RegistryError as error:
        return FileFacts(tuple(remarks_of(error.problems, str(path), "registry")))
    begun = [number for number, line in enumerate(octets.split(b"\n"), 1) if line[:1] not in {b"", b" ", b"#"}]
    lines = begun if len(begun) == len(addresses) else [0] * len(addresses)
    return FileFacts(body=Body(files=tuple(map(Use, lines, addresses))))


def places_below(content: Path, folder: str, endings: tuple[str, ...]) -> Iterator[str]:
    """Give the files of a folder with one of these endings, hidden ones apart, by their places in the content."""
    waiting = [folder.strip("/")]
    while waiting:
        current = waiting.pop()
        try:
            entries = sorted(os.scandir(content / current), key=lambda entry: entry.name)
        except OSError:
            continue
        for entry in entries:
            place = f"{current}/{entry.name}" if current else entry.name
            if entry.name.startswith("."):
                continue
            if entry.is_dir():
                # A link to a folder above itself has no end.
                if not entry.is_symlink() or not f"{content / current}/".startswith(f"{os.path.realpath(entry.path)}/"):
                    waiting.append(place)
            elif not endings or entry.name.endswith(endings):
                yield place
