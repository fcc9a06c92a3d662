"""The raw forms of a WordPress site. Each source says which paths it recognises, and reads them into an `Export`."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from ..errors import ExportError
from ..model import Export
from . import rest, saved_pages, text_dump, wxr
from .folder import RawFile, merge, raw_files


class Source(Protocol):
    """A module that knows one raw form. Which files there are is `folder`'s to say."""

    LOOKS_FOR: str
    """What it recognises, in plain words."""

    def recognises(self, path: Path) -> bool:
        """Tell by its content whether a path is in this form."""

    def read_files(self, files: Sequence[RawFile]) -> Sequence[Export]:
        """Give what is in all the files of this form, as one export or several."""


SOURCES: tuple[Source, ...] = (wxr, rest, saved_pages, text_dump)
"""In the order of asking: the surest first."""


class UnknownFormError(ExportError):
    """No source recognises a path."""


def read_export(path: Path) -> Export:
    """Give the site that a path holds: a file in one of the raw forms, or a folder of such files.

    Raises ExportError when there is nothing, nothing that a source recognises, or a folder with exports of several
    sites, and OSError when a file cannot be opened.
    """
    if path.is_dir():
        return _read_folder(path)
    source = _source_of(path)
    if source is None:
        raise UnknownFormError(_nothing_known(path))
    return merge(source.read_files([RawFile(path, path.name)]), other_files=0)


def _read_folder(folder: Path) -> Export:
    files = raw_files(folder)
    known: dict[Source, list[RawFile]] = {source: [] for source in SOURCES}
    for file in files:
        if source := _source_of(file):
            known[source].append(RawFile(file, file.relative_to(folder).as_posix()))
    exports = [export for source, found in known.items() if found for export in source.read_files(found)]
    if not exports:
        raise UnknownFormError(_nothing_known(folder))
    return merge(exports, other_files=len(files) - sum(map(len, known.values())))


def _source_of(path: Path) -> Source | None:
    return next((source for source in SOURCES if source.recognises(path)), None)


def _nothing_known(path: Path) -> str:
    forms = "; ".join(source.LOOKS_FOR for source in SOURCES)
    state = "is in none of the raw forms that can be read" if path.exists() else "does not exist"
    return (
        f"{path} {state}. Looked for: {forms}; or a folder with such files. "
        "To make an export, choose Tools, Export, All content in WordPress, and give the path of the saved file."
    )
