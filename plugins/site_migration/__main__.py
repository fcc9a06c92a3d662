"""The migrator's commands: `python -m site_migration migrate EXPORT --into content`, and `verify EXPORT`."""

import argparse
import os
import sys
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from pathlib import Path

from rich.console import Console

from markdown_articles.problems import ContentError
from wordpress_export.addresses import is_web_address
from wordpress_export.errors import ExportError

from .assignment import Assignment
from .console import print_outcome, progress_bar
from .live import save_answers
from .media.errand import refuse_stores
from .media.stores import StoreError
from .migration import CannotBeginError, Outcome, migrate
from .settings import SettingsError, read_settings
from .state import StateError
from .verification.command import add_options, run
from .workers import ClusterError

WORKER_DIED = (
    "a worker process was ended from outside, most likely because memory ran out. What was written so far is whole; "
    "run the same command again with fewer workers (--workers 1)."
)
STOPPED = "stopped. What was written so far is whole; run the same command again to go on."

REFUSALS = (
    ExportError, CannotBeginError, ContentError, SettingsError, StateError, StoreError, ClusterError, OSError,
)  # fmt: skip
"""What ends a run with a sentence for people, before or between two whole files."""


def main(arguments: list[str] | None = None) -> int:
    """Run a command and give its exit status.

    0 when all is well, 1 when something was lost, 2 when it could not begin or was ended from outside, 130 on Ctrl-C.
    """
    options = _parser().parse_args(arguments)
    console = Console()
    if options.command == "verify":
        return run(options, console)
    progress = partial(progress_bar, console)
    try:
        if is_web_address(options.export):
            save_answers(options, progress, partial(console.print, markup=False, soft_wrap=True))
        outcome = migrate(_assignment(options), progress)
    except REFUSALS as error:
        return _refused(console, str(error), 2)
    except BrokenProcessPool:
        return _refused(console, WORKER_DIED, 2)
    except KeyboardInterrupt:
        return _refused(console, STOPPED, 130)
    print_outcome(console, outcome.ledger, str(outcome.report))
    return _status(outcome, accept_loss=options.accept_loss)


def _refused(console: Console, sentence: str, status: int) -> int:
    console.print(f"migrate: {sentence}", style="red", markup=False, soft_wrap=True)
    return status


def _status(outcome: Outcome, *, accept_loss: bool) -> int:
    return 1 if outcome.ledger.failed() and not accept_loss else 0


def _assignment(options: argparse.Namespace) -> Assignment:
    refuse_stores(options.media)
    settings = read_settings(options.settings)
    return Assignment(
        Path(options.export), options.into, tuple(options.media), largest=settings.largest_file_mb << 20,
        workers=options.workers, cluster=options.cluster, dry_run=options.dry_run, handlers=settings.handlers,
    )  # fmt: skip


def _processes(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is no number of processes: write 1, 2 …, or 0 for one a processor")
    return int(text)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="site_migration", description="Moves a WordPress site to Markdown.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND", dest="command")
    add_options(commands.add_parser("verify", help="an independent proof over the built site"))
    command = commands.add_parser("migrate", help="raw export → content")
    command.add_argument(
        "export", metavar="EXPORT", help="an export file, a folder with raw material, or the address of a live site"
    )
    command.add_argument(
        "--raw", type=Path, help="where a live site's answers are saved (raw/<host> beside the content)"
    )
    command.add_argument("--into", type=Path, default=Path("content"), help="the content folder (content)")
    command.add_argument(
        "--media", action="append", default=[], metavar="WHERE",
        help="where the old site's files are: a folder, a tar, a zip, or an address; several times, best first",
    )  # fmt: skip
    command.add_argument("--workers", type=_processes, default=0, help="processes; 0 for one a processor")
    command.add_argument(
        "--cluster", default="", help="scheduler of a Dask cluster that does the work: tcp://host:8786"
    )
    command.add_argument("--settings", type=Path, help="settings of the migration (migration.toml, where it is there)")
    command.add_argument("--dry-run", action="store_true", help="convert and report, write nothing else")
    command.add_argument("--accept-loss", action="store_true", help="exit 0 although something was lost")
    return parser


if __name__ == "__main__":
    status = main()
    sys.stdout.flush()
    sys.stderr.flush()
    # At an ordinary exit a thread of loky's is waited for, which may wait for ever itself (see workers.py).
    os._exit(status)
