"""A site in the memory of another process, which is asked for pages line by line."""

import asyncio
import json
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_LONGEST = 64 * 2**20
"""Bytes of a page, far beyond any."""
_TAIL = 4_000
"""Characters of what it printed last, by which its end may be told."""
_KINDNESS = 10
"""How much it lets others go before: what is looked at comes first."""

Answer = dict[str, Any]
"""A line of `fast_build.resident`'s."""


@dataclass(slots=True)
class Resident:
    """A process that builds a site and stays."""

    process: Process
    """It."""
    printed: str = ""
    """What it printed last."""
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    """Held by who asks."""
    _tasks: tuple[asyncio.Task[None], ...] = ()
    """Read what it prints, and wait for its end."""

    @classmethod
    async def begin(cls, settings: Mapping[str, object]) -> "Resident":
        """Let a process build a site by settings of its own."""
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "fast_build", "reside", json.dumps(settings),
            stdin=PIPE, stdout=PIPE, stderr=PIPE, limit=_LONGEST, env=_environment(), preexec_fn=_go_behind,
            start_new_session=True,
        )  # fmt: skip
        resident = cls(process)
        resident._tasks = asyncio.create_task(resident._listen()), asyncio.create_task(resident._sweep())
        return resident

    async def whole(self) -> Answer:
        """Give what it says of the build: `whole`, or `problems`."""
        told = await self._line()
        return told if told is not None else {"problems": [self._end()]}

    async def ask(self, **asked: list[str]) -> AsyncIterator[Answer]:
        """Give its answers."""
        async with self.turn:
            if self.process.stdin is None or self.process.returncode is not None:
                return
            self.process.stdin.write(json.dumps(asked).encode() + b"\n")
            while (told := await self._line()) is not None and "done" not in told:
                yield told

    async def end(self) -> None:
        """End it."""
        if self.process.returncode is None:
            # Not process.kill(): that looks whether it has ended, and takes the news of it from who waits for it.
            self._end_group()
        await asyncio.gather(*self._tasks)

    async def _sweep(self) -> None:
        """Once it has ended, end the processes that it began: they would make pages for nobody, and hold its pipes."""
        await self.process.wait()
        self._end_group()

    def _end_group(self) -> None:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self.process.pid, signal.SIGKILL)

    async def _line(self) -> Answer | None:
        """Give its next line; nothing where it has ended."""
        if self.process.stdout is None:
            return None
        line = await self.process.stdout.readline()
        told: Answer | None = json.loads(line) if line.endswith(b"\n") else None
        return told

    async def _listen(self) -> None:
        while self.process.stderr is not None and (octets := await self.process.stderr.read(_TAIL)):
            self.printed = (self.printed + octets.decode("utf-8", "replace"))[-_TAIL:]

    def _end(self) -> str:
        last = self.printed.strip().rpartition("\n")[2] or "it said nothing"
        return (
            f"the build ended before its time ({last}): save any file to try again; where memory is short, close other "
            "programs"
        )


def _environment() -> dict[str, str]:
    ours = {"PYTHONPATH": str(Path("plugins").resolve()), "PYTHONUNBUFFERED": "1"}
    return {name: text for name, text in os.environ.items() if name not in ("SITEURL", "PRODUCTION")} | ours


def _go_behind() -> None:
    with suppress(OSError):
        os.nice(_KINDNESS)
