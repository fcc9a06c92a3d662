"""The account for people: one page that a browser opens without a server, and the same as JSON."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from importlib.resources import files
from itertools import groupby, islice

from jinja2 import Environment, StrictUndefined

from .ledger import Example, Fate, Ledger

MOST_FOR_REVIEW = 500
"""So many articles that need a person's eye stand in report.html; all of them stand in items.jsonl."""

PLAIN_WORDS = {
    "post": "posts",
    "page": "pages",
    "attachment": "pictures and other files",
    "nav_menu_item": "lines of menus",
    "comment": "comments that were not shown",
    "guest-author": "guest authors",
    "revision": "earlier versions",
    "wp_block": "shared patterns",
    "wp_navigation": "block menus",
    "file": "other files in the folder",
    "article": "articles in two exports",
}
"""How the report calls what WordPress has its own words for."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands at the top of the report."""

    site: str
    """The old site's name and address."""
    source: str
    """The raw material that was read."""
    content: str
    """The folder that was written to."""


def report_html(ledger: Ledger, heading: Heading) -> str:
    """Give report.html: self-contained, no script, readable on a phone and in print."""
    template = files(__package__).joinpath("templates", "report.html").read_text(encoding="utf-8")
    # Titles and quotes come from a foreign site, so everything is escaped.
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(template).render(
        ledger=ledger, heading=heading, Fate=Fate, rows=_rows(ledger), review=_by_article(ledger), most=MOST_FOR_REVIEW,
        called=lambda kind: PLAIN_WORDS.get(kind, kind),
    )  # fmt: skip


def report_json(ledger: Ledger, heading: Heading) -> str:
    """Give report.json: the counts and the examples of the report. Each item has its line in items.jsonl."""
    return json.dumps(
        {
            "heading": asdict(heading),
            "failed": ledger.failed(),
            "expected": ledger.expected,
            "missing": ledger.missing(),
            "fates": [
                {"type": kind, "status": status, "fate": fate, "count": count}
                for (kind, status, fate), count in sorted(ledger.fates.items())
            ],
            "reasons": [
                {"type": kind, "fate": fate, "reason": reason, "count": count}
                for (kind, fate, reason), count in sorted(ledger.reasons.items())
            ],
            "notes": dict(ledger.notes.most_common()),
            "without_handler": ledger.unhandled.as_json(),
            "for_review": ledger.for_review,
            "review": [asdict(example) for example in ledger.review],
            "lost": [asdict(entry) for entry in ledger.lost],
            "defects": [asdict(defect) for defect in ledger.defects],
            "media": dict(ledger.media),
            "words": ledger.words,
            "comments": ledger.comments,
        },
        ensure_ascii=False,
        indent=1,
    )


def _rows(ledger: Ledger) -> list[tuple[str, Mapping[Fate, int], int]]:
    """Give the table of counts: type, counts by fate, sum; most first."""
    table = [(kind, fates, sum(fates.values())) for kind, fates in ledger.by_type().items()]
    return sorted(table, key=lambda row: (-row[2], row[0]))


def _by_article(ledger: Ledger) -> list[tuple[Example, list[str]]]:
    """Give what needs a person's eye, article by article."""
    groups = (
        (next(items), items) for _, items in groupby(ledger.review, key=lambda example: (example.title, example.file))
    )
    return [
        (first, [first.detail, *(other.detail for other in others)])
        for first, others in islice(groups, MOST_FOR_REVIEW)
    ]
