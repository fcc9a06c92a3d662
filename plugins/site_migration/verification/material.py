"""The raw material: which of its files are in which form, by their first bytes."""

import gzip
import zlib
from dataclasses import dataclass, field
from pathlib import Path

from .export import CannotVerifyError, ExportFile, Source, is_export
from .output_files import files_of
from .rest import RestAnswers
from .rest_answers import is_answer

NO_EXPORTS = frozenset({"uploads", "wp-content", "__MACOSX"})
"""Folders of media, beside exports."""
FORMS = (
    "an export file (.xml, .xml.gz), REST answers (.json of wp/v2), saved pages (.html), or pages copied from a "
    "browser (.txt)"
)
HEAD = 200_000
"""So many bytes of a file tell its form."""
TOP = 20_000
"""So many of them hold the tag that a page begins with."""
ADDRESSES = ("http:", "https:")


@dataclass(slots=True)
class Material:
    """The files of each form, in the order of their names."""

    exports: list[Path] = field(default_factory=list)
    """Export files."""
    answers: list[Path] = field(default_factory=list)
    """REST answers."""
    pages: list[Path] = field(default_factory=list)
    """Saved pages."""
    copies: list[Path] = field(default_factory=list)
    """Texts of pages, copied from a browser."""
    others: int = 0
    """How many files are in none of these forms."""

    def sources(self) -> list[Source]:
        """Give those in which the database speaks, the one to be believed in doubt last."""
        exports: list[Source] = [ExportFile(file) for file in self.exports]
        return [RestAnswers(self.answers), *exports] if self.answers else exports


def read_material(path: Path) -> Material:
    """Give what lies at a path; raises CannotVerifyError where nothing can be compared."""
    if str(path).startswith(ADDRESSES):
        raise CannotVerifyError(
            f"{path} is an address: name the folder in which migrate has kept the site's answers, raw/<host>"
        )
    if not path.exists():
        raise CannotVerifyError(f"{path} is not there")
    material = Material()
    for file in files_of(path, but=NO_EXPORTS) if path.is_dir() else [path]:
        _add(file, material)
    if not (material.exports or material.answers or material.pages or material.copies):
        raise CannotVerifyError(f"{path} holds nothing that can be compared: neither {FORMS}")
    return material


def _add(file: Path, material: Material) -> None:
    head = _head(file)
    if is_export(head):
        material.exports.append(file)
    elif is_answer(head):
        material.answers.append(file)
    elif _is_page(head):
        material.pages.append(file)
    elif file.suffix.lower() == ".txt":
        material.copies.append(file)
    else:
        material.others += 1


def _head(file: Path) -> bytes:
    """Give a file's first bytes, unpacked."""
    try:
        with gzip.open(file) if file.suffix == ".gz" else file.open("rb") as stream:
            return stream.read(HEAD)
    except (OSError, EOFError, zlib.error):
        return b""


def _is_page(head: bytes) -> bool:
    """Tell whether a file is a page: what browsers read, and no feed."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:TOP].lower()
    return start.startswith(b"<") and b"<html" in start and not (b"<rss" in start or b"<feed" in start)
