"""Merging an editor's file with the export's, given what the migration wrote before."""

from pathlib import Path

import pytest

from cases import Case, read_cases
from site_migration.merging import Conflict, fingerprints_of, merge

CASES = read_cases(Path(__file__).with_name("cases") / "merging.txt")
BORDER = "\n=====\n"


@pytest.mark.parametrize("case", CASES, ids=str)
def test_merge(case: Case) -> None:
    """Three texts become the expected one; what could not be merged is named."""
    base, edited, incoming = (f"{text}\n" for text in case.given.split(BORDER))
    merged = merge(fingerprints_of(base), edited, incoming)
    assert case.expected == merged.text + "\n".join(map(_told, merged.conflicts)) or (
        case.expected == merged.text.removesuffix("\n")
    )


def _told(conflict: Conflict) -> str:
    return f"CONFLICT: {conflict.ours or 'nothing'} | {conflict.theirs or 'nothing'}"


def test_line_ends_and_spaces() -> None:
    """Other line ends, and spaces at the ends of lines, are no edits."""
    base = "---\ntitle: Tide\n---\n\nOne.\n\nTwo.\n"
    merged = merge(fingerprints_of(base), base.replace("\n", "\r\n"), base.replace("Two.", "Two!"))
    assert merged.text.replace("\r\n", "\n") == base.replace("Two.", "Two!")
    assert not merged.conflicts


def test_no_change_is_no_change() -> None:
    """What no one has changed comes out byte for byte, whatever it is."""
    for text in ("", "\n", "---\n---\n", "---\ntitle: a\n", "a\n---\nb\n---\n", "---\r\ntitle: x\r\n---\r\nbody\r\n"):
        assert merge(fingerprints_of(text), text, text).text == text
