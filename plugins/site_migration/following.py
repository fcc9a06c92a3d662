"""Files that follow the export from run to run, as far as no editor has touched them.

A decision is made from three things: what the migration remembers of a file, what stands on the disk, and what the
export gives now. Decisions of a batch are carried out together, in an order that a killed run cannot spoil: what will
be written is remembered before it is, and what is merged is written before the merge is forgotten.
"""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from .merging import Conflict, Fingerprints, fingerprints_of, is_hidden, merge, whole_of
from .state import ABSENT, RememberedFile, State
from .writing import overwrite

INCOMING = ".incoming"
"""The ending of the export's text where it could not be merged; no build reads such a file."""

WRITERS = 16
"""Files that are on their way to the disk at a time."""


class Course(Enum):
    """What becomes of a file."""

    NEW = "it was not there"
    SAME = "it says already what the export says"
    UPDATED = "no one had touched it, and it follows the export"
    EDITED = "an editor has changed it, and the export has not"
    MERGED = "an editor and the export have changed different places of it"
    CONFLICT = "an editor and the export have changed the same place of it"
    FOREIGN = "it was there before the migration"
    DELETED = "an editor has deleted it"


@dataclass(frozen=True, slots=True)
class Decision:
    """What will be done with one file."""

    path: str
    """Below the content folder."""
    course: Course
    """Why."""
    export: Fingerprints | None = None
    """Of what the export gives; None where it was not looked at, since the export has nothing new."""
    text: str | None = None
    """What will be written; None where the file stays as it is."""
    beside: str | None = None
    """What will stand beside the file, for an editor to choose from."""
    before: bytes | None = None
    """The fingerprint of what stands there now; None where that does not matter."""
    conflicts: tuple[Conflict, ...] = ()
    """What both have changed."""
    is_still_public: bool = False
    """Whether the export hides what stands here for everyone to read."""


def decide(path: str, text: str, content: Path, state: State) -> Decision:
    """Decide what becomes of a file for which the export gives a text.

    Raises OSError where the file is there and cannot be read.
    """
    export, remembered = fingerprints_of(text), state.file(path)
    try:
        octets = (content / path).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        is_deleted = remembered is not None and remembered.before != ABSENT
        return Decision(path, Course.DELETED, export) if is_deleted else Decision(
            path, Course.NEW, export, text, before=ABSENT
        )  # fmt: skip
    there = whole_of(octets)
    if there == export.whole:
        return Decision(path, Course.SAME, export)
    if remembered is None:
        return Decision(path, Course.FOREIGN, export, beside=text)
    if there in (remembered.fingerprints.whole, remembered.before):
        return Decision(path, Course.UPDATED, export, text, before=there)
    return _decide_edited(Decision(path, Course.EDITED, export), text, octets, remembered)


def _decide_edited(edited: Decision, text: str, octets: bytes, remembered: RememberedFile) -> Decision:
    """Decide on a file that an editor has changed."""
    ours = octets.decode("utf-8", "surrogateescape")
    edited = replace(edited, is_still_public=is_hidden(text) and not is_hidden(ours))
    if edited.export is not None and edited.export.whole == remembered.fingerprints.whole:
        return edited
    merged = merge(remembered.fingerprints, ours, text)
    if merged.conflicts:
        return replace(edited, course=Course.CONFLICT, beside=text, conflicts=merged.conflicts)
    return replace(edited, course=Course.MERGED, text=merged.text if merged.text != ours else None)


def carry_out(decisions: Sequence[Decision], content: Path, state: State) -> dict[str, OSError]:
    """Write what was decided; give the files that could not be written, with the reason."""
    for decision in decisions:
        if decision.before is not None and decision.export is not None:
            state.remember_file(decision.path, RememberedFile(decision.export, decision.before))
    state.keep()
    failed = _write_all(decisions, content)
    for decision in decisions:
        if decision.path in failed:
            continue
        if decision.before is not None:
            state.settle(decision.path)
        elif decision.export is not None and decision.course is not Course.DELETED:
            state.remember_file(decision.path, RememberedFile(decision.export))
    return failed


def _write_all(decisions: Sequence[Decision], content: Path) -> dict[str, OSError]:
    """Write side by side: each file is waited for until it is on the disk, and disks take many at a time."""
    with ThreadPoolExecutor(WRITERS) as writers:
        outcomes = writers.map(lambda decision: _write(decision, content), decisions)
        return {decision.path: error for decision, error in zip(decisions, outcomes, strict=True) if error}


def _write(decision: Decision, content: Path) -> OSError | None:
    try:
        if decision.text is not None:
            overwrite(content, decision.path, decision.text)
        if decision.beside is not None:
            overwrite(content, f"{decision.path}{INCOMING}", decision.beside)
    except OSError as error:
        return error
    return None
