"""What was saved: which files, and what must be done about them."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Iterable
from contextlib import aclosing
from dataclasses import dataclass
from pathlib import Path

from watchfiles import Change, DefaultFilter, awatch

_PATIENCE = 50
"""Milliseconds that an editor may take to write a file whole."""
_TICK = 1000
"""Milliseconds after which it is asked whether the folders are still the same."""
_MANY = 30
"""More stories than these were not saved by a person: a whole build is sooner done."""


@dataclass(frozen=True, slots=True)
class Watched:
    """The places of a site."""

    content: Path
    """The content folder."""
    others: tuple[Path, ...] = (Path("theme"), Path("plugins"), Path("pelicanconf.py"))
    """Templates, code and settings."""

    def places(self) -> list[Path]:
        """Give those that are there."""
        return [place for place in (self.content, *self.others) if place.exists()]

    def numbers(self) -> list[int]:
        """Give their numbers on the disk, which are others when one was put in another's place."""
        return [place.stat().st_ino for place in self.places()]


@dataclass(frozen=True, slots=True)
class Saved:
    """What was saved at one time."""

    stories: tuple[Path, ...] = ()
    """Articles and pages that are there, where no more than few were saved."""
    templates: bool = False
    """Whether a template was."""
    more: bool = False
    """Whether anything else was: settings, registries, pictures, code, many stories; or something was removed."""
    count: int = 0
    """How many files."""


async def saved(watched: Watched) -> AsyncIterator[Saved]:
    """Give what is saved, as it happens. Folders that are renamed, or that are not there yet, are waited for."""
    polls: bool | None = None
    while True:
        numbers = watched.numbers()
        if numbers:
            try:
                async with aclosing(_changes(watched, force_polling=polls)) as changing:
                    async for changes in changing:
                        if changes:
                            yield sorted_out(watched, changes)
                        if watched.numbers() != numbers:
                            break
            except FileNotFoundError:
                pass
            except OSError:
                polls = True  # the system lets nobody watch so many folders: they are looked at in turn
                continue
        await asyncio.sleep(_TICK / 1000 / 4)
        yield Saved(more=True)


def _changes(watched: Watched, *, force_polling: bool | None) -> AsyncGenerator[set[tuple[Change, str]], None]:
    return awatch(
        *watched.places(), watch_filter=_Kept(), debounce=_PATIENCE, step=_PATIENCE // 2, rust_timeout=_TICK,
        yield_on_timeout=True, force_polling=force_polling,
    )  # fmt: skip


def sorted_out(watched: Watched, changes: Iterable[tuple[Change, str]]) -> Saved:
    """Tell what must be done about files."""
    content, templates = watched.content.resolve(), Path("theme", "templates").resolve()
    paths = {Path(name): change for change, name in changes}
    stories = {
        path for path, change in paths.items()
        if change is not Change.deleted and path.suffix == ".md" and path.is_file() and _is_story(path, content)
    }  # fmt: skip
    templates_saved = {path for path in paths if path.is_relative_to(templates) and path.is_file()}
    is_many = len(stories) > _MANY
    return Saved(
        stories=() if is_many else tuple(sorted(stories)),
        templates=bool(templates_saved),
        more=is_many or bool(paths.keys() - stories - templates_saved),
        count=len(paths),
    )


def _is_story(path: Path, content: Path) -> bool:
    return path.is_relative_to(content / "articles") or path.is_relative_to(content / "pages")


class _Kept(DefaultFilter):
    """Passes over what editors and systems keep beside files: hidden files, copies, compiled code."""

    def __call__(self, change: Change, path: str) -> bool:
        """Tell whether a file counts."""
        name = path.rpartition("/")[2]
        return not name.startswith((".", "#")) and name != "4913" and super().__call__(change, path)
