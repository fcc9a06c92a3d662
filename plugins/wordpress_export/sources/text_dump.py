"""Read text dumps: what a person gets who selects all on an article's page and copies it.

One file is one article. A dump has no address, no id and no picture, and hardly ever an exact date; nothing is invented
in their place, and the article's notes say what an editor should add. Each word of the file has exactly one fate, which
`text_dump_lines.read_lines` gives; the article is composed of those and of nothing else.
"""

import codecs
import json
import re
from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType

from ..model import Article, Author, Defect, Export, Note, Reading, Site, Term
from .text_dump_article import DumpArticle, compose
from .text_dump_lines import read_lines

LOOKS_FOR = "the text of an article's page as copied from a browser (.txt), or a folder of nothing but such files"

_MARKUP = re.compile(r"<(?:\?xml|!doctype|!--|html|head|body|rss|feed)\b|<!--", re.IGNORECASE)
# Control characters that are no white space: they have no place in text, and HTML forbids them.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")
# Separators of old file formats: white space to Python, forbidden in HTML.
_SEPARATORS = dict.fromkeys(range(0x1C, 0x20), " ")
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def recognises(path: Path) -> bool:
    """Tell whether the path is a text dump, or a folder of nothing else.

    An empty file is recognised, so that `read` can say that nothing is in it.
    """
    if not path.is_dir():
        return path.suffix.lower() == ".txt" and path.is_file() and _is_dump(path)
    files = [file for file in path.rglob("*") if file.is_file() and not _is_hidden(file, path)]
    return bool(files) and all(file.suffix.lower() == ".txt" for file in files) and all(map(_is_dump, files))


def read(path: Path) -> Export:
    """Give the dump, or each dump in the folder by the order of their paths, as an export.

    A file that cannot be read, or that has no words, is a defect.
    """
    reading = Reading()
    readable: list[Path] = []
    authors: dict[str, Author] = {}
    terms: dict[tuple[str, str], Term] = {}
    for file in _files(path):
        try:
            dump = _read_file(file, path)
        except (OSError, ValueError) as error:
            reading.defects.append(_defect(file, path, error))
            continue
        readable.append(file)
        for author in dump.authors:
            authors.setdefault(author.slug, author)
        for key in dump.article.terms:
            terms.setdefault((key.taxonomy, key.slug), Term(key.taxonomy, key.slug, key.name))
    return Export(
        site=Site(address=""),
        read_articles=lambda: _articles(readable, path),
        article_count=len(readable),
        authors=MappingProxyType(authors),
        terms=MappingProxyType(terms),
        reading=reading,
    )


def _articles(files: list[Path], root: Path) -> Iterator[Article]:
    return (_read_file(file, root).article for file in files)


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    return sorted(file for file in path.rglob("*") if file.suffix.lower() == ".txt" and not _is_hidden(file, path))


def _is_hidden(file: Path, root: Path) -> bool:
    return any(part.startswith(".") for part in file.relative_to(root).parts)


def _where(file: Path, root: Path) -> str:
    return file.name if file == root else file.relative_to(root).as_posix()


def _is_dump(file: Path) -> bool:
    try:
        text, _ = decode(file.read_bytes())
    except OSError:
        return True
    except ValueError:
        return False
    return not _is_markup(text)


def _is_markup(text: str) -> bool:
    start = text.lstrip()
    if not start.startswith(("{", "[")):
        return _MARKUP.match(start) is not None
    try:
        json.loads(start)
    except (ValueError, RecursionError) as error:
        return isinstance(error, RecursionError)
    return True


def _read_file(file: Path, root: Path) -> DumpArticle:
    """Give the article of a file. Raises OSError or ValueError when there is none in it."""
    text, notes = decode(file.read_bytes())
    if not any(map(str.isalnum, text)):
        raise ValueError("it has no words")
    return compose(read_lines(text), _where(file, root), notes)


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


def _defect(file: Path, root: Path, error: Exception) -> Defect:
    reason = error.strerror or str(error) if isinstance(error, OSError) else str(error)
    return Defect(
        where=_where(file, root),
        what=f"the article in this text could not be read: {reason}",
        remedy="Copy the article's page again and save it as UTF-8 text, or leave the file out.",
    )
