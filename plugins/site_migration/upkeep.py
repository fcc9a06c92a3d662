"""From run to run: what was converted becomes files, and what has gone from the old site goes from the new one."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from markdown_articles.front_matter import Status, dump, parse
from markdown_articles.problems import ContentError
from wordpress_export.model import Article, Note
from wordpress_export.model import Status as WordPressStatus

from .comments import comments_place
from .conversion import Placed, Result, left_in_trash
from .following import Course, Decision, carry_out, decide
from .ledger import Entry, Fate
from .merging import fingerprints_of, whole_of
from .moves import find_moved
from .placement import Place
from .recall import entry_from, entry_line, input_of
from .roll_call import key_of
from .state import RememberedItem, State

NO_COMMENTS = "[]\n"
"""A thread that has lost its last comment."""
SAFE_SHARE = 10
"""A tenth of the items of a type may go from one export to the next; more, and the export is taken for a part."""
NEVER = datetime.max.replace(tzinfo=UTC)
SAFE_COUNT = 5
"""So many may go from any site, unless they are most of it."""

BOTH_CHANGED = "edited here and changed in the export at the same place"
"""The kind of note by which a conflict is reported."""

_LEFT_ALONE = {
    Course.CONFLICT: "an editor and the export have changed the same place; the export's text stands beside the file",
    Course.FOREIGN: "a file with other contents was there already; the export's text stands beside it",
    Course.DELETED: "an editor has deleted its file",
}
_REMARKS = {
    Course.EDITED: "edited here, and as before in the export: left as it is",
    Course.MERGED: "edited here and changed in the export: merged",
    Course.CONFLICT: BOTH_CHANGED,
}


@dataclass(slots=True)
class Upkeep:
    """The content folder and its memory during one run."""

    content: Path
    """The folder."""
    state: State
    """What is remembered of it."""
    is_rehearsal: bool = False
    """Whether nothing is written."""
    seen: set[str] = field(default_factory=set)
    """Keys of the items that this export has, and that are not in its trash."""
    next_due: datetime = NEVER
    """When the next item that is dated in the future will be due."""
    is_calm: bool = True
    """Whether a run after this one would have the same to tell, had nothing changed."""

    def files(self) -> dict[str, str]:
        """Give the file of each item by its key; those that an editor has moved by their new places."""
        items = dict(self.state.items())
        missing = {_number_of(key): item.file for key, item in items.items() if not (self.content / item.file).exists()}
        moved = find_moved(missing, (item.file for item in items.values()), self.content) if missing else {}
        for key, item in items.items():
            if item.file in moved:
                self.state.move(item.file, moved[item.file])
                items[key] = replace(item, file=moved[item.file])
                self.state.remember_item(key, replace(items[key], input=b""))
        return {key: item.file for key, item in items.items()}

    def recall(self, article: Article, place: Place, facts: bytes) -> Placed:
        """Give an article's work; none is to be done where the export and all else are as before."""
        placed = Placed(article, place, key_of(article))
        if article.published is not None and datetime.now(UTC) < article.published < self.next_due:
            self.next_due = article.published
        if article.status is WordPressStatus.TRASH:
            return replace(placed, known=left_in_trash(placed))
        placed = replace(placed, input=input_of(placed, facts))
        item = self.state.item(placed.key)
        if item is None or item.input != placed.input or self._is_unsettled(item.file):
            return placed
        return replace(placed, known=entry_from(item.entry))

    def _is_unsettled(self, file: str) -> bool:
        """Tell whether an earlier run may have ended before it wrote what it remembers."""
        remembered = [self.state.file(path) for path in (file, comments_place(file))]
        return any(file is not None and file.before is not None for file in remembered)

    def take(self, results: Sequence[Result]) -> list[Entry]:
        """Bring the files of some items up to date; give their lines in the ledger."""
        failed: dict[str, OSError] = {}
        decided = [(result, self._decide(result, failed)) for result in results]
        failed |= self._carry_out([decision for _, decisions in decided for decision in decisions])
        entries = []
        for result, decisions in decided:
            entry = _booked(result.entry, decisions, failed)
            entries.append(entry)
            self.is_calm = self.is_calm and (result.is_recalled or entry == result.entry)
            if result.entry.fate is Fate.WRITTEN:
                self.seen.add(result.key)
            if entry.fate in (Fate.WRITTEN, Fate.KEPT) and not result.is_recalled:
                item = RememberedItem(result.entry.file, result.input, entry_line(result.entry))
                self.state.remember_item(result.key, item)
        return entries

    def take_list(self, path: str, text: str) -> Decision | OSError:
        """Bring a list of the newsroom's up to date; give what became of it."""
        try:
            decision = decide(path, text, self.content, self.state)
        except OSError as error:
            return error
        return self._carry_out([decision]).get(path, decision)

    def close(self) -> None:
        """Keep the memory of the run."""
        if not self.is_rehearsal:
            self.state.keep()

    def hide_gone(self) -> list[Note]:
        """Make drafts of what is gone from a whole export; give what is to be said of it."""
        gone = [(key, item) for key, item in self.state.items() if key not in self.seen]
        known = Counter(key.partition(":")[0] for key, _ in self.state.items())
        notes: list[Note] = []
        for kind, count in Counter(key.partition(":")[0] for key, _ in gone).items():
            if 2 * count > known[kind] or count > max(SAFE_COUNT, known[kind] // SAFE_SHARE):
                notes.append(Note("items of earlier runs that are not in this export: left as they are",
                                  f"{count} of {known[kind]} of type {kind}. If it is an export of the whole site, "
                                  "they are gone from it", review=True))  # fmt: skip
                gone = [(key, item) for key, item in gone if not key.startswith(f"{kind}:")]
        return notes + [note for key, item in gone for note in self._hide(key, item)]

    def _decide(self, result: Result, failed: dict[str, OSError]) -> list[Decision]:
        """Decide what becomes of an item's files; put those that cannot be looked at among the failed."""
        file = result.entry.file
        if result.entry.fate is not Fate.WRITTEN:
            return []
        try:
            if result.is_recalled:
                return [Decision(file, Course.SAME if (self.content / file).exists() else Course.DELETED)]
            article = decide(file, result.text, self.content, self.state)
            return [article] if article.course is Course.DELETED else [article, *self._decide_comments(result)]
        except OSError as error:
            failed[file] = error
            return [Decision(file, Course.SAME)]

    def _decide_comments(self, result: Result) -> list[Decision]:
        thread = comments_place(result.entry.file)
        text = result.comments or (NO_COMMENTS if self.state.file(thread) else "")
        return [decide(thread, text, self.content, self.state)] if text else []

    def _carry_out(self, decisions: Iterable[Decision]) -> dict[str, OSError]:
        made = [decision for decision in decisions if decision.export is not None]
        return carry_out(made, self.content, self.state) if made and not self.is_rehearsal else {}

    def _hide(self, key: str, item: RememberedItem) -> list[Note]:
        """Make a draft of an item that is gone from WordPress, unless an editor has worked on it."""
        file, remembered = self.content / item.file, self.state.file(item.file)
        if not file.exists():
            return []
        octets = file.read_bytes()
        if remembered is None or whole_of(octets) != remembered.fingerprints.whole:
            return [Note("gone from WordPress, edited here: left as it is", item.file, review=True)]
        try:
            front, body = parse(octets.decode("utf-8"), item.file)
        except (ContentError, UnicodeDecodeError):
            return [Note("gone from WordPress: left as it is", item.file, review=True)]
        self.state.remember_item(key, replace(item, input=b""))
        if front.status is Status.PUBLISHED:
            text = dump(replace(front, status=Status.DRAFT), body)
            hidden = Decision(item.file, Course.UPDATED, fingerprints_of(text), text, before=whole_of(octets))
            self._carry_out([hidden])
        return [Note("gone from WordPress: a draft now", item.file, review=True)]


def _booked(entry: Entry, decisions: Sequence[Decision], failed: dict[str, OSError]) -> Entry:
    """Give the line of an item, with what came of its files."""
    for decision in decisions:
        if decision.path in failed:
            return replace(entry, fate=Fate.LOST, reason=f"its file could not be written: {failed[decision.path]}")
    notes = [note for decision in decisions for note in _remarks(decision)]
    notes += [
        Note("no longer public in WordPress, edited here: still public", decision.path, review=True)
        for decision in decisions
        if decision.is_still_public
    ]
    entry = replace(entry, notes=(*entry.notes, *notes))
    reason = _LEFT_ALONE.get(decisions[0].course) if decisions else None
    return replace(entry, fate=Fate.KEPT, reason=reason) if reason else entry


def _remarks(decision: Decision) -> list[Note]:
    """Give what is to be said of an edited file; of each conflict, the editor's words and the export's."""
    kind = _REMARKS.get(decision.course)
    if kind is None:
        return []
    conflicts = [
        Note(kind, f"{decision.path} {place}".strip(), review=True, before=ours, after=theirs)
        for place, ours, theirs in map(astuple, decision.conflicts)
    ]
    return conflicts or [Note(kind, decision.path, review=decision.course is Course.CONFLICT)]


def _number_of(key: str) -> int:
    number = key.partition(":")[2]
    return int(number) if number.isascii() and number.isdecimal() else -1
