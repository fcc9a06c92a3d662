"""The migration of a site, from its raw exports to a content folder, read aloud in `migrate`."""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from markdown_articles.registries import Registries
from markdown_articles.registry_files import dump_registries, read_registries
from wordpress_export.addresses import is_same_site
from wordpress_export.body import Library
from wordpress_export.model import Defect, Export, Note
from wordpress_export.sources import read_export

from .comments import comments_place
from .composition import Newsroom
from .conversion import Facts, Placed, Result
from .ledger import Entry, Fate, Ledger
from .media import copy_media
from .naming import Names
from .permalinks import find_pattern
from .placement import Places
from .registries import registries_of
from .report import Heading, item_line, report_html, report_json
from .workers import FEW, convert_all
from .writing import Written, overwrite, whole_file, write_new

REPORTS = "migration"
"""The folder of the reports, below the content folder."""

Progress = Callable[[str, int], AbstractContextManager[Callable[[int], None]]]
"""Shows a title and a total; gives the function that moves the bar on."""


class CannotBeginError(ValueError):
    """The content folder is not for this export. Nothing was written."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """What to migrate, and how."""

    source: Path
    """A raw export, or a folder of them."""
    content: Path
    """The folder that editors will work in."""
    uploads: Path | None = None
    """A copy of the old site's uploads folder."""
    workers: int = 0
    """Processes; 0 for one a processor."""
    dry_run: bool = False
    """Whether to convert and report without writing anything but the report."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a migration came to."""

    ledger: Ledger
    """The account."""
    report: Path
    """The account for people."""


def migrate(assignment: Assignment, progress: Progress) -> Outcome:
    """Migrate a site.

    Raises ExportError where the source is no export that can be read, CannotBeginError where the content folder is
    another paper's, and OSError where that folder cannot be written to at all.
    """
    export = read_export(assignment.source)
    refuse_another_site(export, assignment.content)
    library = Library.of(export)
    lists = registries_of(export, library, find_pattern(export.read_articles()))
    newsroom = Newsroom(Names.of(export, lists), dict(export.media))
    ledger = Ledger(expected=export.article_count)
    with (
        progress("Articles", export.article_count) as advance,
        whole_file(assignment.content / REPORTS / "items.jsonl") as items,
    ):
        for entry in _migrated(export, Facts(library, newsroom), assignment, lists.site.permalinks):
            ledger.enter(entry)
            items.write(item_line(entry).encode("utf-8"))
            advance(1)
    if not assignment.dry_run:
        _write_registries(lists, assignment.content, ledger)
        _copy_media(export, assignment, ledger)
    _close(export, ledger)
    return Outcome(ledger, _write_report(export, assignment, ledger))


def refuse_another_site(export: Export, content: Path) -> None:
    """Raise CannotBeginError where the content folder belongs to another paper: the two would stand mixed in it."""
    there = read_registries(content / "data").site
    if export.site.address and there.address and not is_same_site(there.address, export.site.address):
        raise CannotBeginError(
            f"{content} holds {there.title or 'a site'} ({there.address}), and the export is of {export.site.address}: "
            "name another folder with --into, or empty this one first"
        )


def _migrated(export: Export, facts: Facts, assignment: Assignment, pattern: str) -> Iterator[Entry]:
    """Place, convert and write the articles, one after the other."""
    places = Places(pattern, export.permalinks)
    placed = (Placed(article, places.find(article)) for article in export.read_articles())
    for result in convert_all(placed, facts, _workers(assignment, export)):
        yield result.entry if assignment.dry_run else _written(result, assignment.content)


def _workers(assignment: Assignment, export: Export) -> int:
    if export.article_count < FEW and not assignment.workers:
        return 1
    return assignment.workers or os.cpu_count() or 1


def _written(result: Result, content: Path) -> Entry:
    """Write an article and its comments; give its line in the ledger."""
    entry = result.entry
    if entry.fate is not Fate.WRITTEN:
        return entry
    thread = content / comments_place(entry.file)
    try:
        article = write_new(content / entry.file, result.text)
        comments = write_new(thread, result.comments) if result.comments else Written.SAME
    except OSError as error:
        return replace(entry, fate=Fate.LOST, reason=f"its file could not be written: {error}")
    if comments is Written.DIFFERS:
        note = Note("comments left alone: their file was there already with other contents", thread.name, review=True)
        entry = replace(entry, notes=(*entry.notes, note))
    if article is Written.DIFFERS:
        return replace(entry, fate=Fate.KEPT, reason="a file with other contents was there already")
    return entry


def _write_registries(lists: Registries, content: Path, ledger: Ledger) -> None:
    """Write the newsroom's lists; those that editors have changed since stay as they are."""
    for name, text in dump_registries(lists).items():
        try:
            outcome = write_new(content / "data" / name, text)
        except OSError as error:
            remedy = "Make the folder writable, then run the same command again."
            ledger.defects.append(Defect(f"data/{name}", f"the list could not be written: {error}.", remedy))
            continue
        if outcome is Written.DIFFERS:
            ledger.remark(
                Note("list left alone: it was there already with other contents", f"data/{name}", review=True)
            )


def _copy_media(export: Export, assignment: Assignment, ledger: Ledger) -> None:
    account = copy_media(export.media.values(), assignment.uploads, assignment.content)
    ledger.media.update(account.counts)
    ledger.defects.extend(account.defects)
    for place in account.missing:
        ledger.remark(Note("file missing from the uploads folder", place, review=True))


def _close(export: Export, ledger: Ledger) -> None:
    """Book what is no article, what could not be read at all, and what the site as a whole loses."""
    if folder := urlsplit(export.site.address).path.strip("/"):
        ledger.remark(
            Note("lists have moved", f"front page, archives and feeds were below /{folder}/, and are at /", review=True)
        )
    for items in export.set_aside:
        ledger.set_aside(items)
    ledger.defects.extend(export.defects)


def _write_report(export: Export, assignment: Assignment, ledger: Ledger) -> Path:
    site = f"{export.site.title} {export.site.address}".strip() or "a site without a name"
    heading = Heading(site, str(assignment.source), str(assignment.content))
    folder = assignment.content / REPORTS
    overwrite(folder / "report.json", report_json(ledger, heading))
    overwrite(folder / "report.html", report_html(ledger, heading))
    return folder / "report.html"
