"""The migration of a site, from its raw exports to a content folder, read aloud in `migrate`."""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TextIO

from markdown_articles.registry_files import dump_registries
from wordpress_export.body import Library
from wordpress_export.model import Export, Note
from wordpress_export.sources import read_export

from .comments import comments_place
from .composition import Newsroom, bylines_of
from .conversion import Facts, Placed, Result
from .ledger import Entry, Fate, Ledger
from .media import copy_media
from .permalinks import find_pattern
from .placement import Places
from .registries import registries_of
from .report import Heading, item_line, report_html, report_json
from .terms import TermNames
from .workers import FEW, convert_all
from .writing import Written, overwrite, write_new

REPORTS = "migration"
"""The folder of the reports, below the content folder."""

Progress = Callable[[str, int], AbstractContextManager[Callable[[int], None]]]
"""Shows a title and a total; gives the function that moves the bar on."""


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

    Raises ExportError where the source is no export that can be read, and OSError where a folder cannot be written.
    """
    export = read_export(assignment.source)
    facts = _facts(export)
    ledger = Ledger(expected=export.article_count)
    with progress("Articles", export.article_count) as advance, _open_items(assignment) as items:
        for entry in _migrated(export, facts, assignment):
            ledger.enter(entry)
            items.write(item_line(entry))
            advance(1)
    _write_registries(export, facts, assignment, ledger)
    _copy_media(export, assignment, ledger)
    _close(export, ledger)
    return Outcome(ledger, _write_report(export, assignment, ledger))


def _facts(export: Export) -> Facts:
    newsroom = Newsroom(
        bylines=bylines_of(export.authors),
        terms=TermNames.of(export.terms.values()),
        media=dict(export.media),
        pattern=find_pattern(export.read_articles()),
    )
    return Facts(Library.of(export), newsroom)


def _migrated(export: Export, facts: Facts, assignment: Assignment) -> Iterator[Entry]:
    """Place, convert and write the articles, one after the other."""
    places = Places()
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
    try:
        outcomes = [write_new(content / entry.file, result.text)]
        if result.comments:
            outcomes.append(write_new(content / comments_place(entry.file), result.comments))
    except OSError as error:
        return replace(entry, fate=Fate.LOST, reason=f"its file could not be written: {error}")
    if Written.DIFFERS in outcomes:
        return replace(entry, fate=Fate.KEPT, reason="a file with other contents was there already")
    return entry


def _write_registries(export: Export, facts: Facts, assignment: Assignment, ledger: Ledger) -> None:
    """Write the newsroom's lists; those that editors have changed since stay as they are."""
    for name, text in dump_registries(registries_of(export, facts.library, facts.newsroom.pattern)).items():
        if not assignment.dry_run and write_new(assignment.content / "data" / name, text) is Written.DIFFERS:
            ledger.remark(
                Note("list left alone: it was there already with other contents", f"data/{name}", review=True)
            )


def _copy_media(export: Export, assignment: Assignment, ledger: Ledger) -> None:
    if assignment.dry_run:
        return
    account = copy_media(export.media.values(), assignment.uploads, assignment.content)
    ledger.media.update(account.counts)
    for address in account.missing:
        ledger.remark(Note("file missing from the uploads folder", address, review=True))


def _close(export: Export, ledger: Ledger) -> None:
    """Book what is no article, and what could not be read at all; known only now that the stream is exhausted."""
    for items in export.set_aside:
        ledger.set_aside(items)
    ledger.defects.extend(export.reading.defects)


def _open_items(assignment: Assignment) -> TextIO:
    folder = assignment.content / REPORTS
    folder.mkdir(parents=True, exist_ok=True)
    return (folder / "items.jsonl").open("w", encoding="utf-8")


def _write_report(export: Export, assignment: Assignment, ledger: Ledger) -> Path:
    site = f"{export.site.title} {export.site.address}".strip() or "a site without a name"
    heading = Heading(site, (assignment.source.name,), str(assignment.content))
    folder = assignment.content / REPORTS
    overwrite(folder / "report.json", report_json(ledger, heading))
    overwrite(folder / "report.html", report_html(ledger, heading))
    return folder / "report.html"
