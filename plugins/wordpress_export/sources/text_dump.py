"""Read text dumps: what a person gets who selects all on an article's page and copies it.

One file is one article. A dump has no address, no id and no picture, and hardly ever an exact date; nothing is invented
in their place, and the article's notes say what an editor should add. Each word of the file has exactly one fate, which
`text_dump_lines.read_lines` gives; the article is composed of those and of nothing else.
"""

import codecs
import json
import re
from collections.abc import Sequence
from pathlib import Path

from ..model import Defect, Export, Note, RawForm, Site, Term
from .folder import RawFile
from .text_dump_article import DumpArticle, compose
from .text_dump_lines import read_lines

LOOKS_FOR = "the text of an article's page as copied from a browser (.txt)"

_MARKUP = re.compile(r"<(?:\?xml|!doctype|!--|html|head|body|rss|feed)\b|<!--", re.IGNORECASE)
# Control characters that are no white space: they have no place in text, and HTML forbids them.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")
# Separators of old file formats: white space to Python, forbidden in HTML.
_SEPARATORS = dict.fromkeys(range(0x1C, 0x20), " ")
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def recognises(path: Path) -> bool:
    """Tell whether the path is a text dump.

    One that is empty, or that cannot be read as text, is recognised too, so that `read` can say so.
    """
    return path.suffix.lower() == ".txt" and path.is_file() and not _holds_markup(path)


def read_files(files: Sequence[RawFile]) -> Sequence[Export]:
    """Give each file as an export of one article."""
    return [read(file.path, file.name) for file in files]


def read(path: Path, called: str = "") -> Export:
    """Give the dump as an export of one article; `called` is what messages call it, its name where nothing is given.

    A file that cannot be read, or that has no words, is a defect.
    """
    name = called or path.name
    try:
        dump = _read_file(path, name)
    except (OSError, ValueError) as error:
        return Export(Site(""), lambda: iter(()), article_count=0, form=RawForm.TEXT, defects=(_defect(name, error),))
    terms = {(key.taxonomy, key.slug): Term(key.taxonomy, key.slug, key.name) for key in dump.article.terms}
    return Export(
        site=Site(address=""),
        # Read anew each time: a folder may hold a hundred thousand dumps.
        read_articles=lambda: iter((_read_file(path, name).article,)),
        article_count=1,
        form=RawForm.TEXT,
        item_count=1,
        authors={author.slug: author for author in dump.authors},
        terms=terms,
    )


def _holds_markup(file: Path) -> bool:
    try:
        text, _ = decode(file.read_bytes())
    except (OSError, ValueError):
        return False
    return _is_markup(text)


def _is_markup(text: str) -> bool:
    start = text.lstrip()
    if not start.startswith(("{", "[")):
        return _MARKUP.match(start) is not None
    try:
        json.loads(start)
    except (ValueError, RecursionError) as error:
        return isinstance(error, RecursionError)
    return True


def _read_file(file: Path, name: str) -> DumpArticle:
    """Give the article of a file. Raises OSError or ValueError when there is none in it."""
    text, notes = decode(file.read_bytes())
    if not any(map(str.isalnum, text)):
        raise ValueError("it has no words")
    return compose(read_lines(text), name, notes)


def decode(raw: bytes) -> tuple[str, tuple[Note, ...]]:
    """Give the text of a file, and notes on what was done to it.

    Raises ValueError when it is no text: NUL characters, or bytes that are neither UTF-8, UTF-16 nor Windows-1252.
    """
    notes: list[Note] = []
    if raw.startswith(_UTF16):
        text = _decode_as(raw, "utf-16")
    else:
        try:
            text = raw.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = _decode_as(raw, "cp1252")
            notes.append(
                Note("read as Windows-1252", "the file is no UTF-8; look at its accents and quotes", review=True)
            )
    if "\x00" in text:
        raise ValueError("it has NUL characters, so it is no text")
    cleaned, count = _CONTROL.subn("", text.translate(_SEPARATORS))
    if count:
        notes.append(Note("control characters left out", f"{count} of them"))
    return cleaned, tuple(notes)


def _decode_as(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise ValueError("its bytes are neither UTF-8 nor UTF-16 nor Windows-1252, so it is no text") from error


def _defect(name: str, error: Exception) -> Defect:
    reason = error.strerror or str(error) if isinstance(error, OSError) else str(error)
    return Defect(
        where=name,
        what=f"the article in this text could not be read: {reason}",
        remedy="Copy the article's page again and save it as UTF-8 text, or leave the file out.",
    )
