"""What the migrator sees in the terminal: a bar while it runs, a table when it is done."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.markup import escape
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskProgressColumn,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.table import Table

from .ledger import Fate, Ledger, counted
from .plain_words import called

MOST_LINES = 10
"""So many losses are printed; the report has them all."""


@contextmanager
def progress_bar(console: Console, title: str, total: int) -> Iterator[Callable[[int], None]]:
    """Show a bar; give the function that moves it on. One without a total (0) moves by itself, and goes at its end."""
    counts = (MofNCompleteColumn(), TaskProgressColumn(), TimeRemainingColumn()) if total else (TimeElapsedColumn(),)
    with Progress(TextColumn("{task.description}"), BarColumn(), *counts, console=console, transient=not total) as bar:
        task = bar.add_task(title, total=total or None)
        yield lambda steps: bar.advance(task, steps)


def print_outcome(console: Console, ledger: Ledger, report: str) -> None:
    """Print the closing table, what needs attention, and where to read more."""
    console.print(_table(ledger))
    _print_losses(console, ledger)
    if ledger.total(Fate.KEPT):
        console.print(
            f"[yellow]Left alone, because a file with other contents was there already: {ledger.total(Fate.KEPT)}."
        )
    if ledger.media:
        told = ", ".join(f"{count:,} {outcome}" for outcome, count in sorted(ledger.media.items()))
        console.print(f"Pictures and other files: {told}.", markup=False, soft_wrap=True)
    if ledger.for_review:
        console.print(f"[yellow]For a person's eye: {counted(ledger.for_review, 'remark')}, listed in the report.")
    if not ledger.failed():
        console.print("[green]Nothing was lost.")
    console.print(f"Report: {report}", markup=False, soft_wrap=True)


def _table(ledger: Ledger) -> Table:
    fates = [fate for fate in Fate if ledger.total(fate)]
    table = Table(title="Where everything went", title_justify="left", min_width=24)
    table.add_column("what")
    for fate in fates:
        table.add_column(fate.value, justify="right")
    for kind, counts in sorted(ledger.by_type().items(), key=lambda row: -sum(row[1].values())):
        table.add_row(escape(called(kind)), *(f"{counts[fate]:,}" if counts.get(fate) else "–" for fate in fates))
    table.add_section()
    table.add_row("in all", *(f"{ledger.total(fate):,}" for fate in fates))
    return table


def _print_losses(console: Console, ledger: Ledger) -> None:
    losses = [f"{entry.title or 'an item without a title'} ({entry.where}): {entry.reason}" for entry in ledger.lost]
    uncounted = ledger.total(Fate.LOST) - len(losses)
    losses += [f"{defect.where}: {defect.what} {defect.remedy}" for defect in ledger.defects]
    losses += ledger.wrong_sums()
    for loss in losses[:MOST_LINES]:
        console.print(f"lost: {loss}", style="red", markup=False, soft_wrap=True)
    if (more := len(losses) + uncounted - MOST_LINES) > 0:
        console.print(f"… and {more} more in the report", style="red")
