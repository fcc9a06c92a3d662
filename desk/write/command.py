"""`python -m desk new`: begins a story, and opens it in the editor where a terminal is there."""

import argparse
import os
import shlex
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from markdown_articles.front_matter import FrontMatter, Status, dump
from markdown_articles.problems import AddressError, ContentError, ReferenceNameError

from .newsroom import Newsroom
from .questions import Question, answer_to, has_terminal, like

KINDS = (
    "news", "analysis", "opinion", "feature", "live", "gallery", "interview", "review", "explainer", "obituary",
    "video", "audio", "correction",
)  # fmt: skip
"""What a story may be; the first needs no word."""


@dataclass(slots=True)
class Wish:
    """What is known of the story."""

    title: str
    """The headline."""
    kind: str
    """What it is; empty for news."""
    authors: list[str]
    """Who writes it."""
    categories: list[str]
    """Its sections, the main one first."""


def new(arguments: Sequence[str]) -> int:
    """Begin a story; give the exit status."""
    parser = argparse.ArgumentParser("desk new", description=new.__doc__)
    parser.add_argument("title", nargs="*", help="the headline")
    parser.add_argument("--kind", default="", help="opinion, analysis, live …; news where nothing is said")
    parser.add_argument("--author", action="append", default=[], help="a name or a slug; several times")
    parser.add_argument("--category", action="append", default=[], help="a section; several times, the main one first")
    parser.add_argument("--live", action="store_true", help="live coverage: kind: live, with a first entry")
    parser.add_argument("--content", type=Path, default=Path("content"), help="the content folder (content)")
    parser.add_argument("--no-edit", action="store_true", help="ask nothing and open no editor, terminal or not")
    options = parser.parse_args(arguments)
    kind = "live" if options.live else options.kind.strip()
    wish = Wish(" ".join(options.title).strip(), kind, list(options.author), list(options.category))
    try:
        return _begin(Newsroom(options.content), wish, asks=has_terminal() and not options.no_edit)
    except (ContentError, AddressError, ReferenceNameError) as error:
        return _refuse(str(error))
    except OSError as error:
        return _refuse(
            f"{error.filename}: cannot be written ({error.strerror}): mend the folder's rights, or make room"
        )
    except (KeyboardInterrupt, EOFError):
        return _refuse("\nNothing was written.")


def _begin(newsroom: Newsroom, wish: Wish, *, asks: bool) -> int:
    if not newsroom.content.is_dir():
        return _refuse(f"{newsroom.content} is no folder: name one with articles/ and pages/ in it by --content.")
    if asks:
        _ask(newsroom, wish)
    if not wish.title:
        return _refuse('A story needs a headline: ./inv new "The bridge closes for the winter"')
    front = FrontMatter(
        title=wish.title, date=newsroom.now(), authors=tuple(wish.authors), categories=tuple(wish.categories),
        kind="" if wish.kind == KINDS[0] else wish.kind, status=Status.DRAFT,
    )  # fmt: skip
    file, address = _written(newsroom, front, f"## {front.date:%H:%M}\n" if wish.kind == "live" else "")
    for remark in _remarks(newsroom, wish):
        _say(f"mind: {remark}")
    _say(f"{os.path.relpath(file)} is begun, as a draft: ./inv serve shows it at /drafts{address}")
    _say("When it is finished, take the line status: draft out.")
    return edit(file) if asks else 0


def _written(newsroom: Newsroom, front: FrontMatter, body: str) -> tuple[Path, str]:
    """Write the story where there is none yet, and give its file and its address."""
    while True:
        place, address = newsroom.free_place(front, newsroom.stem(front.title))
        file = newsroom.content / place
        try:
            write_new(file, dump(front, body))
        except FileExistsError:
            # Somebody else began a story of this name just now.
            continue
        return file, address


def _ask(newsroom: Newsroom, wish: Wish) -> None:
    """Ask for what was not said."""
    console, lists = Console(), newsroom.registries
    if not wish.title:
        wish.title = answer_to(Question("Headline"), console)
    if not wish.title:
        return
    if not wish.authors:
        names = sorted(author.name for author in lists.authors.values())
        wish.authors = [name for name in (answer_to(Question("Author (Enter for none)", names), console),) if name]
    if not wish.categories:
        names = sorted(map(lists.full_name, lists.categories))
        wish.categories = [name for name in (answer_to(Question("Section (Enter for none)", names), console),) if name]
    if not wish.kind:
        wish.kind = answer_to(Question("Kind", KINDS, KINDS[0]), console)


def _remarks(newsroom: Newsroom, wish: Wish) -> list[str]:
    """Say which names are new, and which might have been meant."""
    lists = newsroom.registries
    authors = {name for each in lists.authors.values() for name in (each.name, each.slug)}
    sections = {name for slug, each in lists.categories.items() for name in (each.name, slug, lists.full_name(slug))}
    groups = (("author", wish.authors, authors), ("section", wish.categories, sections), ("kind", [wish.kind], KINDS))
    return [
        f"there was no {what} {name!r} so far"
        + (f"; did you mean {meant}?" if (meant := like(name, sorted(known))) else "")
        for what, names, known in groups
        for name in names
        if name and name not in known
    ]


def write_new(file: Path, text: str) -> None:
    """Write a file that is not there yet, whole or not at all. Raises FileExistsError where somebody was faster."""
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        with part.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        _put(part, file)
    finally:
        with suppress(OSError):
            part.unlink()


def _put(part: Path, file: Path) -> None:
    try:
        os.link(part, file)
    except FileExistsError:
        raise
    except OSError:  # a disk without links
        if file.exists():
            raise FileExistsError(17, "it is there already", str(file)) from None
        part.rename(file)


def edit(file: Path) -> int:
    """Open a file in the editor that $VISUAL or $EDITOR names; give the exit status."""
    named = os.environ.get("VISUAL", "").strip() or os.environ.get("EDITOR", "").strip()
    if not named:
        _say("To have it opened by itself, name your editor: export EDITOR=nano")
        return 0
    try:
        return subprocess.run([*shlex.split(named), str(file)], check=False).returncode  # noqa: S603  # the user's own
    except (OSError, ValueError) as error:
        return _refuse(f"The editor {named!r} cannot be started ({error}): mend $VISUAL or $EDITOR. The file is there.")


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _refuse(text: str) -> int:
    sys.stderr.write(f"{text}\n")
    return 2
