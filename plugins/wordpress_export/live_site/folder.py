"""The folder that answers are saved in: readable for its owner alone, each file whole or not there."""

import json
import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ..sources.rest.answers import Json, listed, whole
from ..web import Answer
from .errors import LiveSiteError
from .privacy import without_private

RECORD = "_requests.jsonl"
_STATE = ".download.json"
_README = """=== Answers of a WordPress site ===

What {address} said through its REST interface, saved by Broadsheet. `inv migrate` reads this folder.
E-mail and IP addresses are left out. With an application password there are drafts and private articles among it:
keep it to yourself, and do not put it into git. It may be deleted; the next `inv migrate {address}` saves it again.
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """A saved answer, as the record has it."""

    request: str
    """What was asked for."""
    total: int
    """How many there were in all, as the site said then."""
    count: int
    """How many are in it."""


@dataclass(slots=True)
class RawFolder:
    """A folder of saved answers under way."""

    path: Path
    """Where it is."""
    address: str
    """The site's."""
    entries: dict[str, Entry] = field(default_factory=dict)
    """What this download has saved so far, by name of the file."""
    earlier: frozenset[str] = frozenset()
    """Files of the download before."""

    def open(self, mode: str) -> bool:
        """Begin; tell whether a download that was interrupted goes on. `mode` must be the same for that.

        Raises LiveSiteError where the folder holds other things, OSError where it cannot be written.
        """
        self._refuse_foreign()
        self.path.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.path.chmod(0o700)
        state = {"address": self.address, "mode": mode}
        before = self._state()
        goes_on = all(before.get(name) == told for name, told in state.items())
        # Also what the download before an interrupted one had saved.
        self.earlier = frozenset((*self._recorded(), *(str(name) for name in listed(before, "earlier"))))
        if goes_on:
            self.entries.update(self._recorded())
        else:
            (self.path / RECORD).unlink(missing_ok=True)
        self._write(_STATE, json.dumps(state | {"earlier": sorted(self.earlier)}).encode())
        self._write("README.txt", _README.format(address=self.address).encode())
        return goes_on

    def _refuse_foreign(self) -> None:
        ours = (self.path / RECORD, self.path / _STATE)
        if self.path.is_dir() and any(self.path.iterdir()) and not any(file.exists() for file in ours):
            raise LiveSiteError(f"{self.path} holds other files: name another folder for the answers with --raw.")

    def close(self) -> None:
        """End: what an earlier download had saved and this one has not goes."""
        for name in self.earlier.difference(self.entries):
            if "/" not in name:
                (self.path / name).unlink(missing_ok=True)
        (self.path / _STATE).unlink(missing_ok=True)

    def save(self, name: str, things: Sequence[Json] | Json, answer: Answer) -> None:
        """Save an answer and take it into the record."""
        is_list = not isinstance(things, dict)
        kept: Any = [without_private(thing) for thing in things] if is_list else without_private(things)  # type: ignore[arg-type]
        self._write(name, json.dumps(kept, ensure_ascii=False, indent=1).encode("utf-8", "replace"))
        told = {key: answer.headers[key] for key in ("x-wp-total", "x-wp-totalpages") if key in answer.headers}
        moment = datetime.now(UTC).isoformat(timespec="seconds")
        self._record(
            name, {"request": answer.address, "status": answer.status, "when": moment, "count": len(things)} | told
        )

    def refuse(self, name: str, request: str, sentence: str) -> None:
        """Take into the record what the site did not let us read."""
        self._record(name, {"request": request, "refused": sentence})

    def drop(self, name: str) -> None:
        """Forget a file."""
        (self.path / name).unlink(missing_ok=True)
        if self.entries.pop(name, None):
            self._record(name, {})

    def _record(self, name: str, told: dict[str, object]) -> None:
        descriptor = os.open(self.path / RECORD, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(descriptor, "ab") as file:
            file.write(json.dumps({name: told}, ensure_ascii=False).encode() + b"\n")
        if told.get("status"):
            self.entries[name] = _entry(told)

    def _recorded(self) -> dict[str, Entry]:
        found: dict[str, Entry] = {}
        file = self.path / RECORD
        for line in file.read_text(encoding="utf-8").splitlines() if file.is_file() else ():
            try:
                told = json.loads(line)
            except ValueError:
                # The machine went off while it was written.
                continue
            for name, facts in told.items():
                found.pop(name, None)
                if facts.get("status") and (self.path / name).is_file():
                    found[name] = _entry(facts)
        return found

    def _state(self) -> Json:
        try:
            told = json.loads((self.path / _STATE).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return told if isinstance(told, dict) else {}

    def _write(self, name: str, octets: bytes) -> None:
        # A temporary file is its owner's alone, and so is what it becomes.
        handle, temporary = tempfile.mkstemp(dir=self.path, prefix=".writing-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(octets)
            Path(temporary).replace(self.path / name)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise


def _entry(told: dict[str, Any]) -> Entry:
    return Entry(str(told.get("request", "")), whole(told.get("x-wp-total")), whole(told.get("count")))
