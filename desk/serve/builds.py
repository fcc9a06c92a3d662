"""Builds that follow what is saved: a story at once, from memory; the whole site after it, by a process that stays."""

import asyncio
import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from shutil import rmtree

from .checked import mistakes_in
from .desk_state import DeskState
from .resident import Answer, Resident
from .saved_files import Saved

_SITE = re.compile(r"site-(\d+)")


@dataclass(slots=True)
class Builds:
    """Keeps the site up to date."""

    state: DeskState
    """What the desk knows."""
    say: Callable[[str], None]
    """Tells whoever runs it."""
    looked_at: Callable[[], list[str]]
    """Gives the places of the pages that are open in a browser."""
    _resident: Resident | None = None
    """The site in memory; None before the first."""
    _next: Resident | None = None
    """The process that builds the next one."""
    _wanted: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when a whole build must be made."""
    _since: set[Path] = field(default_factory=set)
    """Stories that were saved since the whole build began."""
    _saved: set[Path] = field(default_factory=set)
    """Stories that were saved since the desk was opened."""
    _said: set[str] = field(default_factory=set)
    """Warnings that were told."""

    def take_up(self) -> None:
        """Serve the site that an earlier run left, until there is a new one."""
        self.state.folder.mkdir(parents=True, exist_ok=True)
        kept = sorted((int(found[1]), each) for each in self.state.folder.iterdir()
                      if (found := _SITE.fullmatch(each.name)))  # fmt: skip
        for _, each in kept[:-1]:
            rmtree(each, ignore_errors=True)
        self.state.site = kept[-1][1] if kept else None
        self._wanted.set()

    async def follow(self) -> None:
        """Build the whole site whenever it must be, for ever."""
        while True:
            await self._wanted.wait()
            self._wanted.clear()
            await self._build()

    async def take(self, saved: Saved) -> None:
        """Bring the site up to date."""
        self._since.update(saved.stories)
        self._saved.update(saved.stories)
        self._wanted.set()
        if (saved.more or saved.templates) and self._next is not None:
            # What is being built is already of another day.
            await self._next.end()
        await self._show(saved.stories, self.looked_at() if saved.templates else [])

    async def end(self) -> None:
        """End all processes."""
        for resident in (self._next, self._resident):
            if resident is not None:
                await resident.end()

    async def _show(self, stories: tuple[Path, ...], places: list[str]) -> None:
        """Show stories, and pages that are looked at, from memory."""
        if self._resident is None or not (stories or places):
            return
        begun = time.monotonic()
        for each in ("templates", *map(str, stories)):
            self.state.story_problems.pop(each, None)
        async for told in self._resident.ask(stories=list(map(str, stories)), templates=places):
            self._take_answer(told, time.monotonic() - begun)
        self.state.changed()

    def _take_answer(self, told: Answer, seconds: float) -> None:
        if problems := told.get("problems"):
            self.state.story_problems[told["file"]] = problems
            self._say_problems(problems)
        elif page := told.get("page"):
            self._write(page["place"], page["text"])
            self._note(page["about"])
            if page["about"]:
                self.say(f"{page['about']['address']} is shown after {seconds:.2f} s; lists and feeds follow")

    def _write(self, place: str, text: str) -> None:
        """Write a page into a file of its own: the one that stands may be one with that of an earlier site."""
        if self.state.site is None:
            return
        page = self.state.site / place
        page.parent.mkdir(parents=True, exist_ok=True)
        fresh = page.with_name(f"{page.name}.fresh")
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(page)

    def _note(self, about: dict[str, str]) -> None:
        if about:
            unpublished = self.state.unpublished
            for place in [place for place, each in unpublished.items() if each["file"] == about["file"]]:
                del unpublished[place]
            if about["state"] != "published":
                unpublished[about["place"]] = about

    async def _build(self) -> None:
        """Build the whole site; where it cannot be, say why, and let the last one stand."""
        state, begun = self.state, time.monotonic()
        self._since.clear()
        state.is_building = True
        state.changed()
        rmtree(state.folder / "next", ignore_errors=True)
        self._next = await Resident.begin(state.settings(state.site))
        told = await self._next.whole()
        state.is_building = False
        if "whole" in told:
            await self._stand(told, time.monotonic() - begun)
        elif not self._wanted.is_set():
            known, state.build_problems = state.problems(), told["problems"]
            self.say(
                "The site could not be built, and stands as it was." if state.site else "The site cannot be built."
            )
            self._say_problems([each for each in told["problems"] if each not in known])
        await self._end_next()
        state.changed()
        if "whole" in told:
            await self._check()

    async def _check(self) -> None:
        """Tell what is wrong with files that were saved, although they can be built."""
        state, known = self.state, self.state.checked_problems
        found = await mistakes_in(state.content, sorted(self._saved))
        if found != known:
            state.checked_problems = found
            self._say_problems([each for each in found if each not in known])
            state.changed()

    async def _stand(self, told: Answer, seconds: float) -> None:
        """Let a site that was built stand in the place of the last one."""
        state, former, last = self.state, self._resident, self.state.site
        number = int(last.name.partition("-")[2]) + 1 if last else 1
        site = state.folder / f"site-{number}"
        rmtree(site, ignore_errors=True)
        (state.folder / "next").rename(site)
        state.site, self._resident, self._next = site, self._next, None
        had_problems = bool(state.problems())
        state.build_problems, state.story_problems = [], {}
        state.unpublished = {each["place"]: each for each in told["whole"]}
        for warning in told["warnings"]:
            if warning not in self._said:
                self._said.add(warning)
                self.say(f"mind: {warning}")
        self.say(f"The site is whole{' again' if had_problems else ''} ({seconds:.1f} s).")
        if former is not None:
            await former.end()
        if last is not None:
            rmtree(last, ignore_errors=True)
        await self._show(tuple(sorted(self._since)), [])

    async def _end_next(self) -> None:
        following, self._next = self._next, None
        if following is not None:
            await following.end()

    def _say_problems(self, problems: list[str]) -> None:
        for problem in problems:
            self.say(f"  {problem}")
