"""The account for people: one page that a browser opens without a server, and the same as JSON."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from importlib.resources import files
from itertools import groupby, islice
from urllib.parse import quote, urlsplit

from jinja2 import Environment, StrictUndefined

from .charts import fate_bar, share, year_rows
from .ledger import Example, Fate, Ledger, counted
from .plain_words import called, number_of
from .upkeep import BOTH_CHANGED

MOST_FOR_REVIEW = 500
"""So many articles that need a person's eye stand in report.html; all of them stand in items.jsonl."""

BEFORE_AND_AFTER = ("before", "after")
"""What stands above the two sides of an alteration."""
TWO_SIDES: Mapping[str, tuple[str, str]] = {BOTH_CHANGED: ("the editor’s, which stays", "the export’s")}
"""The same of notes of these kinds, where neither side was first."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands at the top of the report."""

    site: str
    """The old site's name and address."""
    source: str
    """The raw material that was read."""
    content: str
    """The folder that was written to."""
    home: str = ""
    """The old site's address alone, which the new one takes over; empty when unknown."""
    is_rehearsal: bool = False
    """Whether nothing was written, so that there are no files to link to."""


def report_html(ledger: Ledger, heading: Heading) -> str:
    """Give report.html: self-contained, no script, readable on a phone and in print."""
    template = files(__package__).joinpath("templates", "report.html").read_text(encoding="utf-8")
    # Titles and quotes come from a foreign site, so everything is escaped.
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.globals.update(
        called=called, number_of=number_of, counted=counted, share=share, file_link=file_link,
        address_link=lambda address: address_link(address, heading.home),
        sides=lambda kind: TWO_SIDES.get(kind, BEFORE_AND_AFTER), both_changed=BOTH_CHANGED, Fate=Fate,
    )  # fmt: skip
    return environment.from_string(template).render(
        ledger=ledger, heading=heading, wrong=ledger.wrong_sums(), rows=_rows(ledger), years=year_rows(ledger),
        fates=fate_bar(ledger), review=_by_article(ledger), most=MOST_FOR_REVIEW,
    )  # fmt: skip


def report_json(ledger: Ledger, heading: Heading) -> str:
    """Give report.json: the counts and the examples of the report. Each item has its line in items.jsonl."""
    account = {"heading": asdict(heading), "failed": ledger.failed(), "wrong_sums": ledger.wrong_sums()}
    return json.dumps(account | _counts(ledger) | _quotes(ledger), ensure_ascii=False, indent=1)


def _counts(ledger: Ledger) -> dict[str, object]:
    return {
        "expected": ledger.expected,
        "held": ledger.held,
        "fates": [
            {"type": kind, "status": status, "fate": fate, "count": count}
            for (kind, status, fate), count in sorted(ledger.fates.items())
        ],
        "reasons": [
            {"type": kind, "fate": fate, "reason": reason, "count": count}
            for (kind, fate, reason), count in sorted(ledger.reasons.items())
        ],
        "years": [
            {"year": year, "status": status, "count": count} for (year, status), count in sorted(ledger.years.items())
        ],
        "notes": dict(ledger.notes.most_common()),
        "for_review": ledger.for_review,
        "origins": [asdict(origin) for origin in ledger.origins],
        "media": dict(ledger.media),
        "media_facts": dict(ledger.media_facts),
        "words": ledger.words,
        "comments": ledger.comments,
    }


def _quotes(ledger: Ledger) -> dict[str, object]:
    return {
        "review": [asdict(example) for example in ledger.review],
        "lost": [asdict(entry) for entry in ledger.lost],
        "defects": [asdict(defect) for defect in ledger.defects],
        "without_handler": ledger.unhandled.as_json(),
        "examples": {kind: [asdict(example) for example in examples] for kind, examples in ledger.examples.items()},
        "led_on": [asdict(kind) for kind in ledger.led_on],
    }


def file_link(file: str) -> str:
    """Give the link from the report to a file of the content folder."""
    return f"../{quote(file)}"


def address_link(address: str, home: str) -> str:
    """Give the link to a page of the site; empty where it has none, or where its host is not known."""
    site = urlsplit(home)
    is_on_the_web = site.scheme in ("http", "https") and site.netloc
    return f"{site.scheme}://{site.netloc}{quote(address)}" if is_on_the_web and address.startswith("/") else ""


def _rows(ledger: Ledger) -> list[tuple[str, Mapping[Fate, int], int]]:
    """Give the table of counts: type, counts by fate, sum; most first."""
    table = [(kind, fates, sum(fates.values())) for kind, fates in ledger.by_type().items()]
    return sorted(table, key=lambda row: (-row[2], row[0]))


def _by_article(ledger: Ledger) -> list[tuple[Example, list[Example]]]:
    """Give what needs a person's eye, article by article."""
    groups = (
        (next(items), items) for _, items in groupby(ledger.review, key=lambda example: (example.title, example.file))
    )
    return [(first, [first, *others]) for first, others in islice(groups, MOST_FOR_REVIEW)]
