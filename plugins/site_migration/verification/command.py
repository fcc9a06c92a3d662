"""The command: a table of the scores, the first exceptions, and an exit status."""

import argparse
import os
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from rich.console import Console
from rich.table import Table

from .export import CannotVerifyError
from .proof import Task, verify
from .verdict import Verdict, write_report

MOST_SHOWN = 20
"""So many exceptions are printed; the report has them all."""


def add_options(command: argparse.ArgumentParser) -> None:
    """Add what the command can be told."""
    command.add_argument("export", type=Path, metavar="EXPORT", help="the raw material, a file or a folder")
    command.add_argument("--content", type=Path, default=Path("content"), help="the content folder (content)")
    command.add_argument("--output", type=Path, default=Path("output"), help="the folder of the built site (output)")
    command.add_argument("--report", type=Path, help="where to write it all (CONTENT/migration/verification.json)")
    command.add_argument("--workers", type=int, default=0, help="processes; 0 for one a processor")
    command.add_argument("--strict", action="store_true", help="fail for old addresses that nothing answers, too")


def run(options: argparse.Namespace, console: Console) -> int:
    """Verify and say so: 0 when all is there and nothing leaked, 1 when not, 2 when it could not begin."""
    try:
        processes = max(options.workers, 0) or os.cpu_count() or 1
        verdict = verify(Task(options.export, options.content, options.output, processes))
        report = options.report or options.content / "migration" / "verification.json"
        write_report(verdict, report)
    except BrokenProcessPool:
        console.print("verify: a worker process was ended from outside; run it again with --workers 1", style="red")
        return 2
    except KeyboardInterrupt:
        console.print("verify: stopped; nothing was changed", style="red")
        return 130
    except (CannotVerifyError, OSError) as error:
        console.print(f"verify: {error}", style="red", markup=False, soft_wrap=True)
        return 2
    print_verdict(console, verdict, strict=options.strict)
    console.print(f"Report: {report}", markup=False, soft_wrap=True)
    return 0 if verdict.holds(strict=options.strict) else 1


def print_verdict(console: Console, verdict: Verdict, *, strict: bool) -> None:
    """Print the scores, the first exceptions, what is not served yet, and the verdict in a sentence."""
    console.print(_table(verdict))
    exceptions = verdict.exceptions()
    for lack in exceptions[:MOST_SHOWN]:
        console.print(f"{lack.kind}: {lack.where}: {lack.what}", style="red", markup=False, soft_wrap=True)
    if (more := len(exceptions) - MOST_SHOWN) > 0:
        console.print(f"… and {more} more exceptions in the report", style="red")
    for kind, lacks in sorted(verdict.unserved.items()):
        effect = "fails, because --strict" if strict else "no failure without --strict"
        console.print(
            f"not yet served: {kind}: {len(lacks):,} ({effect})", style="yellow", markup=False, soft_wrap=True
        )
    for kind, lacks in sorted(verdict.doubts.items()):
        first = f"{lacks[0].where}: {lacks[0].what}"
        told = f"{len(lacks):,} that are on no page may have been the old theme's, or wait for an editor, as {first}"
        console.print(f"doubtful: {kind}: {told}", style="yellow", markup=False, soft_wrap=True)
    for remark in verdict.remarks:
        console.print(remark, markup=False, soft_wrap=True)
    if verdict.holds(strict=strict):
        console.print("[green]Proven: nothing was lost, and nothing leaked.")
    else:
        console.print("[red]Not proven.")


def _table(verdict: Verdict) -> Table:
    table = Table(title="The export against the built site", title_justify="left")
    table.add_column("what")
    for name in ("expected", "found", "score"):
        table.add_column(name, justify="right")
    for kind in sorted(verdict.expected, key=lambda kind: kind.startswith("address")):
        counts = (f"{verdict.expected[kind]:,}", f"{verdict.found[kind]:,}")
        table.add_row(kind, *counts, f"{verdict.score(kind):.4%}" if verdict.score(kind) < 1 else "100%")
    return table
