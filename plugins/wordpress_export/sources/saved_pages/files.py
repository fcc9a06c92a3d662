"""A saved page's file as text: its form, its encoding, and the address that whoever saved it wrote down."""

import codecs
import re
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from pathlib import Path

from charset_normalizer import from_bytes

from ...model import Note

LARGEST = 30_000_000
"""Bytes; no page of a newspaper has as many, and a tree takes ten times as much."""
OPENING = 4_096
"""Bytes that tell a file's form."""
NAMED = {".html", ".htm", ".xhtml", ".shtml", ".php", ".asp", ".aspx", ".mht", ".mhtml", ".xml", ".rss", ".atom", ""}
"""Endings of names; a page may have none at all."""

_MARKUP = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]")
_ARCHIVE = re.compile(rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_ARCHIVE_START = re.compile(
    rb"\s*(?:from|mime-version|snapshot-content-location|subject|date|content-type):", re.IGNORECASE
)
_DECLARED = re.compile(
    rb"""<(?:meta\s[^>]{0,200}?charset\s*=|\?xml[^>]{0,100}?encoding\s*=)\s*["']?\s*([\w.:-]+)""", re.IGNORECASE
)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d{1,6}\)(\S{1,2000}?)\s*-->", re.IGNORECASE)
_MIRRORED_FROM = re.compile(r"<!--\s*Mirrored from (\S{1,2000}) by HTTrack", re.IGNORECASE)
# A query, or what wget and HTTrack make of its mark, behind the name's own ending.
_ENDING = re.compile(r"\.[A-Za-z0-9]{1,6}")
_QUERY = re.compile(r"[?@&=]")
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
# What browsers take these names for (https://encoding.spec.whatwg.org/#names-and-labels).
_BROWSERS = {
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "iso-8859-9": "cp1254",
}


@dataclass(frozen=True, slots=True)
class PageText:
    """What stands in a file."""

    text: str
    """Its HTML, or a feed's XML."""
    source: str = ""
    """The address that it was saved from, as the file itself says."""
    is_feed: bool = False
    """Whether it is a feed."""
    notes: tuple[Note, ...] = ()
    """What was doubtful."""


def looks_like_page(path: Path) -> bool:
    """Tell by its name and first bytes whether a file is a saved page or feed."""
    # `mr.-smith` has no ending.
    suffix = path.suffix.lower() if _ENDING.fullmatch(path.suffix) else ""
    if (suffix not in NAMED and not _QUERY.search(path.name)) or not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            start = file.read(OPENING)
    except OSError:
        return False
    return _is_archive(start) or bool(_MARKUP.search(_plain(start)) or _FEED.search(start))


def _plain(start: bytes) -> bytes:
    """Give the first bytes without the zeros that UTF-16 puts between Latin letters."""
    return start.replace(b"\0", b"") if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else start


def _is_archive(start: bytes) -> bool:
    return bool(_ARCHIVE_START.match(start) and _ARCHIVE.search(start))


def read_page_text(path: Path) -> PageText:
    """Give the text of a saved page. Raises OSError or ValueError where there is none."""
    if path.stat().st_size > LARGEST:
        raise ValueError(f"it is larger than {LARGEST:,} bytes")
    raw = path.read_bytes()
    if _is_archive(raw[:OPENING]):
        return _read_archive(raw)
    text, notes = decode(raw)
    is_feed = _FEED.search(raw, 0, OPENING) is not None and _MARKUP.search(raw, 0, OPENING) is None
    return PageText(text, _source_in(text), is_feed, notes)


def _source_in(text: str) -> str:
    """Give the address that a browser or HTTrack wrote into the page."""
    start = text[: 2 * OPENING]
    if saved := _SAVED_FROM.search(start):
        return saved[1]
    # HTTrack writes it in front of `<head>`'s content, or as the last line.
    mirrored = _MIRRORED_FROM.search(start) or _MIRRORED_FROM.search(text[-OPENING:])
    return f"http://{mirrored[1]}" if mirrored and "://" not in mirrored[1] else mirrored[1] if mirrored else ""


def decode(raw: bytes) -> tuple[str, tuple[Note, ...]]:
    """Give the text of a page, in the encoding of its mark, its own word, or, failing both, the one that fits."""
    marked = next((name for mark, name in _BOMS if raw.startswith(mark)), "")
    declared = _DECLARED.search(raw, 0, OPENING)
    said = marked or (declared[1].decode("ascii", "replace").lower() if declared else "utf-8")
    try:
        # A page whose own word can be read in Latin letters is in no UTF-16.
        name = "utf-8" if said.startswith("utf-16") and not marked else _BROWSERS.get(said, said)
        return raw.decode(name), ()
    except (UnicodeDecodeError, LookupError):
        return _decode_in_doubt(raw)


def _decode_in_doubt(raw: bytes) -> tuple[str, tuple[Note, ...]]:
    try:
        return raw.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        # One bad byte in a page of UTF-8 (a cut comment) changes nothing for the others.
        if raw.count(b"\xc3") + raw.count(b"\xe2") and len(raw) - error.start < 4:  # noqa: PLR2004  # the longest character
            return raw.decode("utf-8", "replace"), (Note("page that ends within a character"),)
    best = from_bytes(raw[:200_000]).best()
    name = best.encoding if best else "cp1252"
    note = Note("encoding guessed", f"read as {name}; look at its accents and quotes", review=True)
    return raw.decode(name, "replace"), (note,)


def _read_archive(raw: bytes) -> PageText:
    """Give the page of an MHTML file, as browsers save a page with all its files in one."""
    try:
        message = message_from_bytes(raw, policy=policy.default)
        part = next(part for part in message.walk() if part.get_content_type() == "text/html")
        octets = part.get_payload(decode=True)
    except (StopIteration, MessageError, LookupError, RecursionError) as error:
        raise ValueError("it is an MHTML file without a page in it") from error
    if not isinstance(octets, bytes):
        raise ValueError("it is an MHTML file without a page in it")  # noqa: TRY004  # the file is wrong, no argument
    text, notes = decode(_with_charset(octets, part))
    told = str(message.get("Snapshot-Content-Location") or part.get("Content-Location") or "")
    return PageText(text, told.strip(), notes=notes)


def _with_charset(octets: bytes, part: EmailMessage) -> bytes:
    """Give a part in UTF-8 where its header names another encoding."""
    charset = str(part.get_content_charset() or "")
    try:
        return codecs.BOM_UTF8 + octets.decode(charset).encode() if charset else octets
    except (UnicodeError, LookupError):
        return octets
