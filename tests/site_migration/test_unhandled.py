"""Shortcodes and blocks without a handler, counted over the whole site."""

import json

from site_migration.ledger import Entry, Fate, Ledger
from site_migration.report import Heading, report_html, report_json
from site_migration.unhandled import Tally
from wordpress_export.model import Note

HEADING = Heading("A site", "export.xml", "content")


def entry(number: int, *notes: Note) -> Entry:
    return Entry(number, "post", f"Story {number}", "publish", Fate.WRITTEN, file=f"articles/{number}.md", notes=notes)


def ledger() -> Ledger:
    """Give the account of three articles."""
    account = Ledger(expected=3)
    account.enter(entry(1, Note("shortcode without a handler", '[acme_box a="1"]', review=True, count=3)))
    account.enter(
        entry(
            2,
            Note("shortcode without a handler", "[acme_box]", review=True),
            Note("shortcode without a handler", "[rare-one]", review=True),
            Note("block of a plugin", "acme/price"),
        )
    )
    account.enter(entry(3, Note("block of a plugin", "acme/price"), Note("block of a plugin", "acme/price")))
    return account


def test_names_are_counted() -> None:
    """Each name has its count, its articles and the first place where it stood; most frequent first."""
    tables = dict(ledger().unhandled.tables())

    assert tables == {
        "Shortcodes without a handler": [
            Tally("acme_box", 4, 2, "Story 1", "articles/1.md", '[acme_box a="1"]'),
            Tally("rare-one", 1, 1, "Story 2", "articles/2.md", "[rare-one]"),
        ],
        "Blocks of plugins": [Tally("acme/price", 3, 2, "Story 2", "articles/2.md", "acme/price")],
    }


def test_notes_count_as_often_as_they_say() -> None:
    """A note that stands for several counts as several."""
    assert 5 == ledger().notes["shortcode without a handler"]


def test_both_reports_have_the_tables() -> None:
    """The report for people has a row for each name, and the one for programs the same figures."""
    html = report_html(ledger(), HEADING)
    programs = json.loads(report_json(ledger(), HEADING))["without_handler"]

    assert '<td><code>acme_box</code></td><td class="n">4</td><td class="n">2</td>' in html
    assert '<td><code>acme/price</code></td><td class="n">3</td><td class="n">2</td>' in html
    assert ["acme_box", "rare-one"] == [row["name"] for row in programs["shortcodes"]]
    assert ["acme/price"] == [row["name"] for row in programs["blocks"]]


def test_no_table_without_names() -> None:
    """A site without any has no such heading."""
    assert "without a handler" not in report_html(Ledger(expected=0), HEADING)
