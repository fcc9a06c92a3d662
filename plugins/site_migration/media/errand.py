"""What a run is told of files, made into an errand: the stores in the order of asking."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

from wordpress_export.addresses import host_of, is_web_address
from wordpress_export.model import Export
from wordpress_export.web import Manners

from ..assignment import Assignment
from .account import remembered
from .bringing import Errand
from .single_files import SingleFileStore
from .stores import FolderStore, Store, StoreError, is_archive, open_store


def errand_of(task: Assignment, export: Export, reports: str) -> Errand:
    """Give the errand of a run. Raises StoreError where what it was told cannot be used."""
    homes = (export.site.address, *(f"//{home}" for home in export.former_homes))
    return Errand(
        task.content,
        tuple(_stores(task)),
        hosts=frozenset(host for home in homes if (host := host_of(urlsplit(home)))),
        bases=tuple(filter(is_web_address, task.media)),
        manners=Manners(largest_file=task.largest),
        largest=task.largest,
        known=remembered(task.content, reports),
        is_named=bool(task.media),
    )


def refuse_stores(named: Sequence[str]) -> None:
    """Raise StoreError where one of the places of files that a person has named cannot be used."""
    for name in named:
        if not is_web_address(name):
            open_store(Path(name))


def _stores(task: Assignment) -> Iterator[Store]:
    """Give the stores that were named, and last the folder of the raw material, with the archives that lie in it."""
    for named in task.media:
        if not is_web_address(named):
            yield open_store(Path(named))
    if task.source.is_dir():
        yield FolderStore(task.source)
        yield SingleFileStore(task.source)
        for path in filter(is_archive, sorted(task.source.iterdir())):
            with suppress(StoreError):
                yield open_store(path)
