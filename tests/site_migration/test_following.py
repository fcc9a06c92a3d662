"""Files that follow the export, and those that an editor has taken over."""

from pathlib import Path

from site_migration.following import INCOMING, Course, Decision, carry_out, decide
from site_migration.merging import fingerprints_of
from site_migration.state import ABSENT, RememberedFile, State, open_state

FILE = "articles/2023/10/tide.md"
FIRST = "---\ntitle: Tide\n---\n\nOne.\n\nTwo.\n"
SECOND = FIRST.replace("Two.", "Two!")
EDITED = FIRST.replace("One.", "One, edited.")


def follow(content: Path, text: str, path: str = FILE) -> Course:
    """Let a file follow the export, as a run does; give the course that it took."""
    with open_state(content / "migration/state.sqlite") as state:
        decision = decide(path, text, content, state)
        assert not carry_out([decision], content, state)
        state.keep()
    return decision.course


def text_of(content: Path, ending: str = "") -> str:
    return (content / f"{FILE}{ending}").read_text(encoding="utf-8")


def edit(content: Path, text: str) -> None:
    (content / FILE).write_text(text, encoding="utf-8")


def test_untouched(tmp_path: Path) -> None:
    """A file that no one has touched follows the export, and stays as it is when that has nothing new."""
    assert [follow(tmp_path, text) for text in (FIRST, FIRST, SECOND)] == [Course.NEW, Course.SAME, Course.UPDATED]
    assert text_of(tmp_path) == SECOND


def test_edited(tmp_path: Path) -> None:
    """An editor's file stays when the export has nothing new."""
    follow(tmp_path, FIRST)
    edit(tmp_path, EDITED)
    assert follow(tmp_path, FIRST) is Course.EDITED
    assert text_of(tmp_path) == EDITED


def test_merged(tmp_path: Path) -> None:
    """Where both have changed different places, both changes stand in the file, also after another run."""
    follow(tmp_path, FIRST)
    edit(tmp_path, EDITED)
    assert [follow(tmp_path, SECOND), follow(tmp_path, SECOND)] == [Course.MERGED, Course.EDITED]
    assert text_of(tmp_path) == EDITED.replace("Two.", "Two!")


def test_conflict(tmp_path: Path) -> None:
    """Where both have changed the same place, the editor's file stays, and the export's stands beside it."""
    follow(tmp_path, FIRST)
    edit(tmp_path, EDITED)
    other = FIRST.replace("One.", "Uno.")
    assert [follow(tmp_path, other), follow(tmp_path, other)] == [Course.CONFLICT, Course.EDITED]
    assert (text_of(tmp_path), text_of(tmp_path, INCOMING)) == (EDITED, other)


def test_deleted(tmp_path: Path) -> None:
    """What an editor has deleted stays away, whatever the export says."""
    follow(tmp_path, FIRST)
    (tmp_path / FILE).unlink()
    assert [follow(tmp_path, FIRST), follow(tmp_path, SECOND)] == [Course.DELETED, Course.DELETED]
    assert not (tmp_path / FILE).exists()


def test_foreign(tmp_path: Path) -> None:
    """A file that was there before the first run is left alone; the export's text stands beside it."""
    (tmp_path / FILE).parent.mkdir(parents=True)
    edit(tmp_path, "mine\n")
    assert follow(tmp_path, FIRST) is Course.FOREIGN
    assert (text_of(tmp_path), text_of(tmp_path, INCOMING)) == ("mine\n", FIRST)


def test_lost_state(tmp_path: Path) -> None:
    """Where the memory is lost, files that say what the export says are taken up again."""
    follow(tmp_path, FIRST)
    (tmp_path / "migration/state.sqlite").unlink()
    assert [follow(tmp_path, FIRST), follow(tmp_path, SECOND)] == [Course.SAME, Course.UPDATED]


def test_nothing_new_changes_no_byte(tmp_path: Path) -> None:
    """A run that has nothing to say leaves each file, the memory among them, with its bytes and its time."""
    follow(tmp_path, FIRST)
    before = {file: (file.read_bytes(), file.stat().st_mtime_ns) for file in tmp_path.rglob("*.*")}
    follow(tmp_path, FIRST)
    assert before == {file: (file.read_bytes(), file.stat().st_mtime_ns) for file in tmp_path.rglob("*.*")}


def test_killed_before_writing(tmp_path: Path) -> None:
    """A run that ended between remembering and writing is made good by the next."""
    with open_state(tmp_path / "migration/state.sqlite") as state:
        remember_before_writing(state, decide(FILE, FIRST, tmp_path, state))
    assert follow(tmp_path, FIRST) is Course.NEW
    assert text_of(tmp_path) == FIRST


def test_killed_before_updating(tmp_path: Path) -> None:
    """The same for a file that was there in an earlier version, with an export that has moved on meanwhile."""
    follow(tmp_path, FIRST)
    with open_state(tmp_path / "migration/state.sqlite") as state:
        remember_before_writing(state, decide(FILE, SECOND, tmp_path, state))
    third = SECOND.replace("Tide", "The tide")
    assert follow(tmp_path, third) is Course.UPDATED
    assert text_of(tmp_path) == third


def remember_before_writing(state: State, decision: Decision) -> None:
    """Do what a run does before it writes."""
    assert decision.before is not None
    assert decision.export is not None
    state.remember_file(decision.path, RememberedFile(decision.export, decision.before))
    state.keep()


def test_unwritable(tmp_path: Path) -> None:
    """A file that cannot be written is named, and is tried again by the next run."""
    (tmp_path / "articles").write_text("a file where a folder should be", encoding="utf-8")
    decision = Decision(FILE, Course.NEW, fingerprints_of(FIRST), FIRST, before=ABSENT)
    with open_state(tmp_path / "migration/state.sqlite") as state:
        failed = carry_out([decision], tmp_path, state)
        state.keep()
    assert list(failed) == [FILE]
    (tmp_path / "articles").unlink()
    assert follow(tmp_path, FIRST) is Course.NEW
