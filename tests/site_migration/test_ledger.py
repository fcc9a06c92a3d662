from dataclasses import replace

from site_migration.ledger import EXAMPLES_A_KIND, Entry, Fate, Ledger
from wordpress_export.model import Article, Defect, Note, SetAside, Status

ARTICLE = Article("post", "Tide turns", Status.PUBLISHED, "")


def entry(fate: Fate = Fate.WRITTEN, *notes: Note, reason: str = "") -> Entry:
    return Entry(7, "post", "Tide turns", "published", fate, reason=reason, file="articles/tide.md", notes=notes)


def book(ledger: Ledger, *entries: Entry) -> None:
    """Give items as a source does, and book them."""
    for number, one in enumerate(entries):
        called(ledger, number)
        ledger.enter(replace(one, id=number))


def called(ledger: Ledger, number: int) -> Article:
    return ledger.roll.call(replace(ARTICLE, id=number, where=f"export.xml, line {number}"))


def test_sums() -> None:
    """Every item counts once, under its type and fate."""
    ledger = Ledger(expected=2)
    book(ledger, entry(), entry(Fate.SKIPPED, reason="it was in the trash"))
    ledger.set_aside(SetAside("attachment", "merged", "it is in the media list", 5))

    assert {"post": {Fate.WRITTEN: 1, Fate.SKIPPED: 1}, "attachment": {Fate.MERGED: 5}} == ledger.by_type()
    assert 7 == ledger.total()
    assert not ledger.failed()


def test_promised_and_never_given() -> None:
    """A source that gives fewer articles than it announced has lost some."""
    ledger = Ledger(expected=2)
    book(ledger, entry())

    assert "The source announced 2 articles and gave 1." in ledger.wrong_sums()
    assert ledger.failed()


def test_never_booked() -> None:
    """An item that was given and has no fate fails the migration, and is named, whatever the counts say."""
    ledger = Ledger(expected=2)
    for number in (1, 2):
        called(ledger, number)
        ledger.enter(replace(entry(), id=1, where="export.xml, line 1"))

    assert ledger.wrong_sums() == [
        "Booked twice, or never given: “Tide turns” (export.xml, line 1).",
        "Given by the source and never booked: “Tide turns” (export.xml, line 2).",
    ]
    assert ledger.failed()


def test_given_twice() -> None:
    """A source that gives the very same item again has not given another one, whether it has a number or not."""
    for article in (replace(ARTICLE, id=1, where="export.xml, line 1"), replace(ARTICLE, where="export.xml, line 1")):
        ledger = Ledger(expected=2)
        for _ in range(2):
            one = ledger.roll.call(article)
            ledger.enter(replace(entry(), id=one.id, where=one.where))

        told = "The source gave the same item more than once: “Tide turns” (export.xml, line 1)."
        assert [told] == ledger.wrong_sums()


def test_one_number_for_two() -> None:
    """Of two items with one number the second is kept apart from the first, and goes without."""
    ledger = Ledger(expected=2)
    articles = [ledger.roll.call(replace(ARTICLE, id=7, where=f"export.xml, line {line}")) for line in (1, 2)]
    for article in articles:
        ledger.enter(replace(entry(), id=article.id, where=article.where))

    assert ([7, None], ["number of another item"]) == ([a.id for a in articles], [n.kind for n in articles[1].notes])
    assert not ledger.failed()


def test_many_are_named_in_short() -> None:
    """A sentence names the first, and says how many more there are."""
    ledger = Ledger(expected=14)
    for number in range(14):
        called(ledger, number)

    assert any(sentence.endswith("line 9) and 4 more.") for sentence in ledger.wrong_sums())


def test_years() -> None:
    """Posts that were kept are counted by year and status; others and pages are not."""
    ledger = Ledger()
    dated = replace(entry(), file="articles/2023/10/tide.md")
    others = [replace(dated, fate=Fate.LOST), replace(dated, type="page")]
    for one in (dated, replace(dated, status="draft"), entry(), *others):
        ledger.enter(one)

    assert {("2023", "published"): 1, ("2023", "draft"): 1, ("", "published"): 1} == ledger.years


def test_item_of_no_type() -> None:
    """What the raw material holds is counted apart: an item that is neither article nor set aside is missed."""
    for fate, wrong in (("skipped", []), ("", ["The raw material holds 3 items; accounted for: 2."])):
        ledger = Ledger(expected=2, held=3)
        book(ledger, entry(), entry())
        ledger.set_aside(SetAside("comment", "skipped", "waited for approval", 5, is_item=False))
        if fate:
            ledger.set_aside(SetAside("revision", fate, "not what readers saw", 1))

        assert (wrong, bool(wrong)) == (ledger.wrong_sums(), ledger.failed())


def test_lost_item() -> None:
    """A lost item fails the migration."""
    ledger = Ledger(expected=1)
    book(ledger, entry(Fate.LOST, reason="ValueError"))

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

    assert [("Tide turns", "no date: the page showed none")] == [(e.title, e.note.sentence) for e in ledger.review]
    assert {"no date": 1, "styling left behind": 1} == ledger.notes


def test_bounded_memory() -> None:
    """Notes of one kind are all counted, and only the first are kept."""
    ledger = Ledger()
    for _ in range(EXAMPLES_A_KIND + 10):
        ledger.enter(entry(Fate.WRITTEN, Note("styling left behind")))

    assert EXAMPLES_A_KIND + 10 == ledger.notes["styling left behind"]
    assert EXAMPLES_A_KIND == len(ledger.examples["styling left behind"])
