"""A live article's body taken apart, entry by entry."""

import re
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from cases import Case, read_cases
from live_coverage.calendar_days import moments_of
from live_coverage.clock_times import read_heading
from live_coverage.coverage import Coverage, read_coverage

CASES = Path(__file__).parent / "cases"
BEGUN = datetime(2024, 11, 20, 9, 0, tzinfo=timezone(timedelta(hours=2)))
BODY = """<p>What it is about.</p>
<h2>14:32 Two &lt;boats&gt; &amp; "more"</h2>
<p>They <em>drift</em>.</p>
<h3>15:00 is no entry of its own</h3>
<figure><img src="/a.jpg" alt=""></figure>
<h2>Background</h2>
<p>Long ago.</p>
<h2>10:05</h2>
<p>It begins.</p>
<section class="footnotes"><ol><li>A note.</li></ol></section>
"""


def covered(*entries: str, begun: datetime = BEGUN) -> Coverage:
    return read_coverage("".join(f"<h2>{entry}</h2><p>{entry}.</p>" for entry in entries), begun)


@pytest.mark.parametrize("case", read_cases(CASES / "headings.txt"), ids=str)
def test_headings(case: Case) -> None:
    """A heading begins with a time of day, or it is an ordinary heading."""
    read = read_heading(case.given)
    told = "nothing"
    if read:
        doubt = "?" if read.is_doubtful else ""
        day = f"{read.day} " if read.day else ""
        told = f"{day}{read.time.isoformat('seconds').removesuffix(':00')}{doubt} {read.headline}".strip()

    assert case.expected == told


@pytest.mark.parametrize("case", read_cases(CASES / "days.txt"), ids=str)
def test_days(case: Case) -> None:
    """Entries fall on the days that a reader would think of, in whichever order they stand in the file."""
    begun, *words = case.given.split(" | ")
    headings = [heading for each in words if (heading := read_heading(each))]
    moments = moments_of(headings, datetime.fromisoformat(f"{begun}+00:00"))

    assert case.expected == " | ".join(f"{moment:%d %H:%M}" for moment in moments)


def test_parts() -> None:
    """What comes first, each entry with its own headings and figures, and the notes are told apart; nothing is lost."""
    coverage = read_coverage(BODY, BEGUN)
    later, earlier = coverage.updates

    assert "<p>What it is about.</p>" == coverage.introduction
    assert (datetime(2024, 11, 20, 14, 32, tzinfo=BEGUN.tzinfo), 'Two <boats> & "more"') == (
        later.moment,
        later.headline,
    )
    assert ("<p>It begins.</p>", "") == (earlier.html, earlier.headline)
    assert [True, False] == [later.is_key, earlier.is_key]
    for words in ("They <em>drift</em>", "<h3>15:00 is no entry", 'alt=""', "<h2>Background</h2>", "Long ago"):
        assert words in later.html
    assert coverage.notes.startswith('<section class="footnotes">')
    assert BODY == re.sub(' id="at-[^"]*"', "", coverage.body)


def test_body_names_its_entries() -> None:
    """The body leads to each entry by the entry's id, and says all that it said."""
    coverage = read_coverage(BODY, BEGUN)

    assert ["at-20241120-1432", "at-20241120-1005"] == [update.id for update in coverage.updates]
    assert '<h2 id="at-20241120-1432">14:32 Two' in coverage.body
    assert "<h2>Background</h2>" in coverage.body


@pytest.mark.parametrize("is_newest_first", [True, False])
def test_ids_are_for_ever(is_newest_first: bool) -> None:
    """Whatever entries come, before noon or after midnight, two in a minute too, no entry's address changes."""
    told = ["10:00 One", "10:00 Two", "12:30 Three", "23:55 Four", "00:10 Five", "00:10 Six", "07:00 Seven"]
    known: dict[str, str] = {}
    for count in range(1, len(told) + 1):
        entries = told[:count]
        if count == 2:
            continue  # the order of two entries of one minute shows only when a third comes
        for update in covered(*(entries[::-1] if is_newest_first else entries)).updates:
            assert known.setdefault(update.headline, update.id) == update.id

    assert ["at-20241120-1000", "at-20241120-1000-2", "at-20241121-0010-2"] == [
        known[name] for name in ("One", "Two", "Six")
    ]


def test_an_id_of_the_editors() -> None:
    """A heading with a name of its own keeps it, unless two have the same."""
    body = '<h2 id="flood">12:00 A</h2><h2 id="twice">11:00 B</h2><h2 id="twice">10:00 C</h2>'
    assert ["flood", "at-20241120-1100", "at-20241120-1000"] == [
        update.id for update in read_coverage(body, BEGUN).updates
    ]


def test_newest_first() -> None:
    """Entries are given the newest first, whichever the order of the file is."""
    entries = ("10:00 One", "10:30 Two", "11:00 Three")
    for told in (covered(*entries), covered(*entries[::-1])):
        assert ["Three", "Two", "One"] == [update.headline for update in told.updates]


def test_measures_are_no_times() -> None:
    """Among times like 14:32 a heading that begins with 3.41 is ordinary; where all have points all are times."""
    mixed = covered("14:32 Wind", "3.41 metres above datum", "10:00 Rain")
    pointed = covered("14.32 Wind", "10.00 Rain")

    assert ["Wind", "Rain"] == [update.headline for update in mixed.updates]
    assert "3.41 metres" in mixed.updates[0].html
    assert ["Wind", "Rain"] == [update.headline for update in pointed.updates]


def test_summer_time_ends() -> None:
    """Moments are those of the place, whatever its clocks do in that night."""
    begun = datetime(2024, 10, 26, 20, 0, tzinfo=ZoneInfo("Europe/Berlin"))
    offsets = [str(update.moment.utcoffset()) for update in covered("21:00", "04:00", begun=begun).updates]

    assert ["1:00:00", "2:00:00"] == offsets


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<p>No entry.</p>",
        "<h2></h2>",
        "<h2>Fifty</h2>",
        "<div><h2>14:32 within something</h2></div>",
        "<h3>14:32 of another rank</h3>",
    ],
)
def test_no_entries(html: str) -> None:
    """A body without entries is all introduction."""
    coverage = read_coverage(html, BEGUN)

    assert ((), html, html) == (coverage.updates, coverage.introduction, coverage.body)


def test_hostile() -> None:
    """Many entries, the end of time, and markup that would end something are read like any other."""
    many = covered(*["23:59", "00:01"] * 5_000)
    last = covered("23:59", "00:01", begun=datetime(9999, 12, 31, tzinfo=UTC))
    script = covered("14:32 &lt;/script&gt;&lt;b&gt;")

    assert 10_000 == len(many.updates) == len({update.id for update in many.updates})
    assert 2 == len(last.updates)
    assert "</script><b>" == script.updates[0].headline
    assert [] == list(covered("9" * 100_000).updates)
