"""An editor's questions: `python -m related_articles related SLUG`, and `… tags [--apply FILE]`."""

import argparse
import os
import sys
from pathlib import Path

from .account import account, find
from .tag_advice import advise, used_once
from .tag_changes import carry_out
from .tag_plan import PlanError, dumped, read_plan


def main(arguments: list[str] | None = None) -> int:
    """Answer, and give the exit status: 0, 1 where not all could be done, 2 where nothing could."""
    options = _parser().parse_args(arguments)
    if not options.content.is_dir():
        return _refused(f"{options.content} is no folder: name the one with the site's Markdown by --content.")
    try:
        status = int(options.answer(options))
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever asked, such as `head`, has read enough. What is still held back goes nowhere, without a complaint.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status


def _related(options: argparse.Namespace) -> int:
    from .site_reader import read_site  # noqa: PLC0415  # carrying out a plan needs no Pelican

    newsroom = read_site(options.settings, options.content)
    place = find(newsroom, options.story)
    if place is None:
        return _refused(
            f"{options.story!r} is no published story's address, title, slug or file. A draft has no related stories."
        )
    sys.stdout.writelines(f"{line}\n" for line in account(newsroom, place))
    return 0


def _tags(options: argparse.Namespace) -> int:
    if options.apply:
        return _apply(options)
    from .site_reader import read_site  # noqa: PLC0415  # carrying out a plan needs no Pelican

    newsroom = read_site(options.settings, options.content)
    plan, once = advise(newsroom, options.content), used_once(newsroom, options.content)
    options.file.write_text(dumped(plan, str(options.file), once), encoding="utf-8")
    sys.stdout.write(
        f"{options.file}: {len(plan.merges)} tags are written in several ways, {len(plan.additions)} stories without "
        f"tags could have some, {len(once)} tags stand in one story alone. Read it, mend it, then --apply it.\n"
    )
    return 0


def _apply(options: argparse.Namespace) -> int:
    try:
        plan = read_plan(options.apply.read_text(encoding="utf-8"), str(options.apply))
    except (OSError, UnicodeDecodeError) as error:
        return _refused(f"{options.apply}: cannot be read ({error}): make it with ./inv tags")
    except PlanError as error:
        return _refused(str(error))
    outcome = carry_out(plan, options.content)
    sys.stdout.writelines(f"{path}\n" for path in outcome.changed)
    sys.stdout.write(f"{len(outcome.changed)} files changed.\n")
    sys.stderr.writelines(f"{line}\n" for line in outcome.refused)
    return 1 if outcome.refused else 0


def _refused(message: str) -> int:
    sys.stderr.write(f"{message}\n")
    return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="related_articles")
    parser.add_argument("--content", type=Path, default=Path("content"))
    parser.add_argument("--settings", type=Path, default=Path("pelicanconf.py"))
    commands = parser.add_subparsers(required=True)
    related = commands.add_parser("related")
    related.add_argument("story")
    related.set_defaults(answer=_related)
    tags = commands.add_parser("tags")
    tags.add_argument("--file", type=Path, default=Path("tags.yaml"))
    tags.add_argument("--apply", type=Path)
    tags.set_defaults(answer=_tags)
    return parser


if __name__ == "__main__":
    sys.exit(main())
