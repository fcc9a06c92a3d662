from site_migration.ledger import EXAMPLES_A_KIND, Entry, Fate, Ledger
from wordpress_export.model import Defect, Note, SetAside


def entry(fate: Fate = Fate.WRITTEN, *notes: Note, reason: str = "") -> Entry:
    return Entry(7, "post", "Tide turns", "published", fate, reason=reason, file="articles/tide.md", notes=notes)


def test_sums() -> None:
    """Every item counts once, under its type and fate."""
    ledger = Ledger(expected=2)
    ledger.enter(entry())
    ledger.enter(entry(Fate.SKIPPED, reason="it was in the trash"))
    ledger.set_aside(SetAside("attachment", "merged", "it is in the media list", 5))

    assert {"post": {Fate.WRITTEN: 1, Fate.SKIPPED: 1}, "attachment": {Fate.MERGED: 5}} == ledger.by_type()
    assert 7 == ledger.total()
    assert not ledger.failed()


def test_promised_and_never_given() -> None:
    """A source that gives fewer articles than it announced has lost some."""
    ledger = Ledger(expected=2)
    ledger.enter(entry())

    assert 1 == ledger.missing()
    assert ledger.failed()


def test_lost_item() -> None:
    """A lost item fails the migration."""
    ledger = Ledger(expected=1)
    ledger.enter(entry(Fate.LOST, reason="ValueError"))

    assert ledger.failed()


def test_defect() -> None:
    """Raw material that could not be read fails the migration."""
    ledger = Ledger()
    ledger.defects.append(Defect("export.xml, line 3", "an item is cut off", "export it again"))

    assert ledger.failed()


def test_review() -> None:
    """A note that a person should look at is listed with its item."""
    ledger = Ledger(expected=1)
    ledger.enter(entry(Fate.WRITTEN, Note("no date", "the page showed none", review=True), Note("styling left behind")))

    assert [("Tide turns", "no date: the page showed none")] == [(e.title, e.detail) for e in ledger.review]
    assert {"no date": 1, "styling left behind": 1} == ledger.notes


def test_bounded_memory() -> None:
    """Notes of one kind are all counted, and only the first are kept."""
    ledger = Ledger()
    for _ in range(EXAMPLES_A_KIND + 10):
        ledger.enter(entry(Fate.WRITTEN, Note("styling left behind")))

    assert EXAMPLES_A_KIND + 10 == ledger.notes["styling left behind"]
    assert EXAMPLES_A_KIND == len(ledger.examples["styling left behind"])
