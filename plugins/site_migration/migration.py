"""The migration of a site, from its raw exports to a content folder, read aloud in `_migrate_all`."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from itertools import chain, islice
from pathlib import Path
from urllib.parse import urlsplit

from markdown_articles.registries import Registries
from markdown_articles.registry_files import dump_registries, read_registries
from wordpress_export.addresses import is_same_site
from wordpress_export.body import Library
from wordpress_export.model import Defect, Export, Note
from wordpress_export.sources import read_export

from .assignment import Assignment
from .composition import Newsroom
from .conversion import Facts
from .former_places import Listed, address_lists
from .led_on import led_on_of
from .ledger import Entry, Ledger
from .media.account import enter_media
from .media.bringing import Bringing
from .media.catalogue import catalogue_lists
from .media.errand import errand_of
from .media.wanted import Wanted, open_wanted
from .naming import Names
from .permalinks import find_pattern
from .placement import Places, moved_addresses
from .recall import entry_line, mark_of
from .registries import registries_of
from .report import Heading, report_html, report_json
from .sealing import Sealing
from .state import Seal, open_state
from .upkeep import Upkeep
from .workers import FEW, Crew, convert_all
from .writing import inside, overwrite, sweep, whole_file

REPORTS = "migration"
"""The folder of the reports and of the memory, below the content folder."""
TOGETHER = 200
"""So many articles are written at a time: few enough to hold, enough that one wait for the disk serves many."""

Progress = Callable[[str, int], AbstractContextManager[Callable[[int], None]]]
"""Shows a title and a total, 0 where that is not known; gives the function that moves the bar on."""


class CannotBeginError(ValueError):
    """The content folder is not for this export. Nothing was written."""


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
    sealing = Sealing(assignment, REPORTS)
    if ledger := _unchanged(assignment, sealing):
        return Outcome(ledger, assignment.content / REPORTS / "report.html")
    return _migrate_all(assignment, progress, sealing)


def _migrate_all(assignment: Assignment, progress: Progress, sealing: Sealing) -> Outcome:
    """Read the export, and bring everything up to date."""
    with progress("Reading", 0):
        export, library, lists = _read(assignment)
    ledger = Ledger(expected=export.article_count, held=export.item_count)
    with open_wanted() as wanted, open_state(_memory(assignment), is_rehearsal=assignment.dry_run) as state:
        sweep(assignment.content)
        wanted.begin(export.media.values(), lists)
        upkeep = Upkeep(assignment.content, state, is_rehearsal=assignment.dry_run)
        listed = Listed()
        called = replace(export, read_articles=lambda: map(ledger.roll.call, map(listed.note, export.read_articles())))
        with progress("Articles", export.article_count) as advance:
            entries = map(wanted.take, _migrated(called, library, lists, (assignment, upkeep)))
            _enter(entries, ledger, assignment.content, advance)
        texts = dump_registries(wanted.completed(lists)).items()
        _take_lists(chain(texts, catalogue_lists(export.media), address_lists(export, listed)), upkeep, ledger)
        # What a damaged export lacks may be there all the same.
        for note in () if export.defects else upkeep.hide_gone():
            upkeep.is_calm = False
            ledger.remark(note)
        upkeep.close()
        if not assignment.dry_run:
            upkeep.is_calm &= _bring_media(wanted, export, (assignment, progress), ledger)
    _close(export, ledger)
    outcome = Outcome(ledger, _write_report(export, assignment, ledger))
    if upkeep.is_calm and not assignment.dry_run and not ledger.failed():
        _seal(sealing.seal(ledger, upkeep.next_due), assignment)
    return outcome


def _read(assignment: Assignment) -> tuple[Export, Library, Registries]:
    """Give the export, and what all its articles share."""
    export = read_export(assignment.source)
    refuse_another_site(export, assignment.content)
    pattern = find_pattern(export.read_articles())
    library = replace(Library.of(export, moved_addresses(export, pattern)), handlers=assignment.handlers)
    return export, library, registries_of(export, library, pattern)


def _seal(seal: Seal, assignment: Assignment) -> None:
    with open_state(_memory(assignment)) as state:
        state.close_with(seal)


def _memory(assignment: Assignment) -> Path:
    return inside(assignment.content, f"{REPORTS}/state.sqlite")


def _unchanged(assignment: Assignment, sealing: Sealing) -> Ledger | None:
    """Give the account of the run before, where a run would find nothing to do; none where it may."""
    memory = _memory(assignment)
    if assignment.dry_run or not memory.exists():
        return None
    with open_state(memory) as state:
        seal = state.seal()
    sweep(assignment.content)
    return sealing.recall(seal) if seal else None


def _enter(entries: Iterable[Entry], ledger: Ledger, content: Path, advance: Callable[[int], None]) -> None:
    """Book each article, and write its line."""
    with whole_file(content, f"{REPORTS}/items.jsonl") as items:
        for entry in entries:
            ledger.enter(entry)
            items.write(f"{entry_line(entry)}\n".encode())
            advance(1)


def refuse_another_site(export: Export, content: Path) -> None:
    """Raise CannotBeginError where the content folder belongs to another paper: the two would stand mixed in it."""
    there = read_registries(content / "data").site
    if export.site.address and there.address and not is_same_site(there.address, export.site.address):
        raise CannotBeginError(
            f"{content} holds {there.title or 'a site'} ({there.address}), and the export is of {export.site.address}: "
            "name another folder with --into, or empty this one first"
        )


def _migrated(export: Export, library: Library, lists: Registries, run: tuple[Assignment, Upkeep]) -> Iterator[Entry]:
    """Place, convert and write the articles, some at a time."""
    assignment, upkeep = run
    facts = Facts(library, Newsroom(Names.of(export, lists), library.media, lists.site.address))
    places, mark = Places(lists.site.permalinks, export.permalinks, upkeep.files()), mark_of(facts)
    work = (upkeep.recall(article, places.find(article), mark) for article in export.read_articles())
    results = convert_all(work, facts, _crew(assignment, export))
    while some := list(islice(results, TOGETHER)):
        yield from upkeep.take(some)


def _crew(assignment: Assignment, export: Export) -> Crew:
    is_small = export.article_count < FEW and not assignment.workers
    return Crew(1 if is_small else assignment.workers or os.cpu_count() or 1, assignment.cluster)


def _take_lists(lists: Iterable[tuple[str, str]], upkeep: Upkeep, ledger: Ledger) -> None:
    """Write the newsroom's lists, or bring them up to date."""
    for name, text in lists:
        outcome = upkeep.take_list(f"data/{name}", text)
        if isinstance(outcome, OSError):
            remedy = "Make the folder writable, then run the same command again."
            ledger.defects.append(Defect(f"data/{name}", f"the list could not be written: {outcome}.", remedy))
        elif outcome.beside is not None:
            upkeep.is_calm = False
            ledger.remark(
                Note("list that could not be merged: the export's stands beside it", f"data/{name}", review=True)
            )


def _bring_media(wanted: Wanted, export: Export, run: tuple[Assignment, Progress], ledger: Ledger) -> bool:
    """Bring the site's files, and book what became of them; tell whether another run would find the same."""
    assignment, progress = run
    wanted.close_list()
    with progress("Files", wanted.count()) as advance:
        bringing = Bringing(wanted, errand_of(assignment, export, REPORTS), advance)
        bringing.bring()
    ledger.defects.extend(bringing.defects)
    enter_media(wanted, ledger, assignment.content, REPORTS)
    return bringing.is_settled


def _close(export: Export, ledger: Ledger) -> None:
    """Book what is no article, what could not be read at all, and what the site as a whole loses."""
    if folder := urlsplit(export.site.address).path.strip("/"):
        ledger.remark(
            Note("lists have moved", "front page, archives, feeds:", review=True, before=f"/{folder}/", after="/")
        )
    for items in export.set_aside:
        ledger.set_aside(items)
    ledger.defects.extend(export.defects)
    ledger.origins = export.origins
    ledger.led_on = led_on_of(export, ledger.notes["page break"])


def _write_report(export: Export, assignment: Assignment, ledger: Ledger) -> Path:
    site = f"{export.site.title} {export.site.address}".strip() or "a site without a name"
    heading = Heading(
        site, str(assignment.source), str(assignment.content), export.site.address, is_rehearsal=assignment.dry_run
    )
    overwrite(assignment.content, f"{REPORTS}/report.json", report_json(ledger, heading))
    overwrite(assignment.content, f"{REPORTS}/report.html", report_html(ledger, heading))
    return assignment.content / REPORTS / "report.html"
