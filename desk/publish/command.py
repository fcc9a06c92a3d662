"""`python -m desk publish TARGET`: what is said to whoever publishes, and the exit status."""

import argparse
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from .difference import Difference, size, summary, told
from .digests import Digests
from .edition import Edition, read_edition
from .headers import policy_of
from .hosts import Host, Order, open_host
from .limits import left_behind, too_much
from .problems import PublishError, RefusalError
from .progress import SendingProgress
from .refusals import Allowed, refusals, refusals_of, site_address
from .settings import FILE, KINDS, Folder, Target, kind_of, read_settings
from .smoke import look, questions
from .staging import stage
from .websub import feeds, ping

_PREVIEWS = frozenset({"netlify", "cloudflare"})


def publish(arguments: Sequence[str]) -> int:
    """Publish a site; give 0, or 1 where the way broke, 2 where it was refused, 3 where readers get something else."""
    options = _parser().parse_args(arguments)
    try:
        _publish(options)
    except PublishError as error:
        sys.stderr.write(f"{error}\n")
        return error.status
    except OSError as error:
        sys.stderr.write(f"{error.filename or 'a file'}: {error.strerror or error}: mend it, and publish again.\n")
        return PublishError.status
    except KeyboardInterrupt:
        sys.stderr.write("Stopped. What was there stays whole; publish again to complete the new edition.\n")
        return 130
    return 0


def _publish(options: argparse.Namespace) -> None:
    target, headers = read_settings(options.settings, options.target, options.to)
    if options.preview and kind_of(target) not in _PREVIEWS:
        raise RefusalError(f"{options.target} shows one site alone: previews go to {' or '.join(sorted(_PREVIEWS))}.")
    edition = _read(options)
    _refuse(refusals(edition, _allowed(options)))
    _note(policy_of(edition, headers).note, *left_behind(edition, target))
    order = Order(
        options.target, headers, site_address(edition), options.output, options.cache, preview=options.preview,
        dry_run=options.dry_run, again=options.again,
    )  # fmt: skip
    with open_host(kind_of(target), target, order) as host:
        taken = host.take(edition)
        _refuse(too_much(taken, target))
        if options.into:
            _write_folder(taken, options.into)
            return
        difference = host.compare(taken)
        _refuse(refusals_of(difference, _allowed(options)))
        if options.dry_run:
            _say("\n".join(told(difference)))
            return
        _send(host, taken, difference)
    _look_after(_Outcome(target, taken, difference, host.address(), order.home), options)


def _allowed(options: argparse.Namespace) -> Allowed:
    return Allowed(shrink=options.allow_shrink, unfinished=options.unfinished)


def _read(options: argparse.Namespace) -> Edition:
    if not options.output.is_dir():
        raise RefusalError(f"{options.output} is no folder: build the site first, or name it by --output.")
    edition = read_edition(options.output, Digests(options.cache / "digests"))
    _say(f"{options.output}: {len(edition.files):,} files, {edition.pages():,} pages, {size(edition.size())}")
    return edition


def _send(host: Host, edition: Edition, difference: Difference) -> None:
    _say(summary(difference))
    if difference or difference.unknown:
        began = time.monotonic()
        with SendingProgress(len(difference.sent)) as progress:
            host.send(edition, difference, progress)
        _say(f"published in {time.monotonic() - began:.1f} s")
    else:
        _say("nothing to publish: all is there already")
    host.settle()


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What was published."""

    target: Target
    """Where to."""
    edition: Edition
    """What."""
    difference: Difference
    """What was new."""
    shown: str
    """Where a preview is to be seen."""
    home: str
    """The site's own address."""


def _look_after(outcome: _Outcome, options: argparse.Namespace) -> None:
    """Look at what readers get, and tell the hub. Raises CheckError."""
    # Who shows a folder, and where, is not known.
    home = "" if isinstance(outcome.target, Folder) else outcome.home
    base = outcome.shown or outcome.target.address or home
    most = 0 if options.no_checks else outcome.target.checks
    if most and base:
        asked = questions(outcome.edition, outcome.difference, most)
        look(base, asked, outcome.target.patience)
        _say(f"{base}: {len(asked)} addresses asked, all as they should be")
    if not options.preview and not options.no_ping and (news := feeds(outcome.edition, outcome.difference)):
        ping(news)
        _say(f"{news[0][0]}: told of {len(news)} feeds")
    if outcome.shown:
        _say(f"preview: {outcome.shown}")


def _write_folder(edition: Edition, folder: Path) -> None:
    if folder.exists() and any(folder.iterdir()):
        raise RefusalError(f"{folder} is not empty: name a new folder by --into.")
    folder.mkdir(parents=True, exist_ok=True)
    stage(edition, folder)
    _say(f"{folder}: {len(edition.files):,} files, as the target takes them; nothing was sent")


def _refuse(sentences: Sequence[str]) -> None:
    if sentences:
        raise RefusalError("\n".join(["nothing was published:", *(f"  {sentence}" for sentence in sentences)]))


def _note(*sentences: str) -> None:
    for sentence in filter(None, sentences):
        _say(f"note: {sentence}")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


_TEXTS: Mapping[str, tuple[str, str]] = {
    "to": ("", "where to: a folder, user@server:/path, a bucket, a repository, a site, a project"),
    "preview": ("", "a name: published beside the site, for a look (netlify, cloudflare)"),
}
_PATHS: Mapping[str, tuple[str | None, str]] = {
    "output": ("output", "the folder of the built site"),
    "settings": (FILE, "the settings of targets"),
    "cache": (".cache/publish", "what is remembered between publications; may be deleted"),
    "into": (None, "write the files as the target takes them into a new folder, and send nothing"),
}
_FLAGS: Mapping[str, str] = {
    "dry-run": "show what would be new, changed and removed, and send nothing",
    "again": "send everything, whatever is there",
    "allow-shrink": "publish although more than a third of all pages would go",
    "unfinished": "publish although the build is none for production",
    "no-checks": "ask for no page afterwards",
    "no-ping": "tell no WebSub hub",
}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="./inv publish")
    parser.add_argument("target", help=f"{', '.join(KINDS)}, or a name in {FILE}")
    for name, (usual, words) in _TEXTS.items():
        parser.add_argument(f"--{name}", default=usual, help=words)
    for name, (place, words) in _PATHS.items():
        parser.add_argument(f"--{name}", type=Path, default=place, help=words)
    for name, words in _FLAGS.items():
        parser.add_argument(f"--{name}", action="store_true", help=words)
    return parser
