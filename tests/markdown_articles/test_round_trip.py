"""The proof of a conversion: what counts as the same, and what is said where it is not."""

from pathlib import Path

import pytest

from cases import Case, read_cases
from markdown_articles.round_trip import Form, convert_checked
from markdown_articles.round_trip.differences import Difference, differences
from markdown_articles.round_trip.shown import shown
from samples import SAMPLES, needs_samples

SAME = read_cases(Path(__file__).parent / "cases" / "round_trip_same.txt")
OTHER = read_cases(Path(__file__).parent / "cases" / "round_trip_other.txt")


@pytest.mark.parametrize("case", SAME, ids=str)
def test_shows_the_same(case: Case) -> None:
    """Two ways to write the same thing show the same."""
    assert shown(case.given) == shown(case.expected)


@pytest.mark.parametrize("case", OTHER, ids=str)
def test_shows_something_else(case: Case) -> None:
    """A loss of a word, a link, a picture or a piece of structure is seen."""
    assert shown(case.given) != shown(case.expected)


def test_a_body_that_survives_is_clean() -> None:
    """A body that shows the same has no differences to tell."""
    conversion = convert_checked("<p>One <b>two</b></p>")
    assert (conversion.markdown, conversion.form, conversion.differences) == ("One **two**\n", Form.CLEAN, ())


def test_a_body_that_cannot_survive_says_what_differs() -> None:
    """What a reader would see differently is quoted."""
    conversion = convert_checked('<p>One <a href="javascript:x">two</a></p>')
    assert (conversion.form, conversion.differences) == (Form.DIFFERS, (Difference("“[link to javascript:x]”", ""),))


@pytest.mark.parametrize(
    ("before", "after", "quotes"),
    [
        ("a b c", "a b c", ()),
        ("a b c", "a c", (("“b”", ""),)),
        ("a c", "a b c", (("", "“b”"),)),
        ("a b c d", "a x c y", (("“b”", "“x”"), ("“d”", "“y”"))),
        ("", "a", (("", "“a”"),)),
        ("a a a", "a a", (("“a”", ""),)),
    ],
)
def test_quotes_differences(before: str, after: str, quotes: tuple[tuple[str, str], ...]) -> None:
    """Of each stretch that differs both sides are quoted."""
    found = differences(before.split(), after.split())
    assert quotes == tuple((quote.before, quote.after) for quote in found.quotes)


def test_quotes_are_short_and_few() -> None:
    """A body that differs all over is told in ten short sentences at most, and its size is still known."""
    before = [word for number in range(50) for word in ("same", f"old{number}" * 30)]
    found = differences(before, [word.replace("old", "new") for word in before])
    assert len(found.quotes) == 10
    assert all(len(side) < 100 for quote in found.quotes for side in (quote.before, quote.after))
    assert found.size == 50


def test_long_differences_take_no_time() -> None:
    """Where thousands of words differ they are one difference."""
    found = differences([f"a{number}" for number in range(50_000)], [f"b{number}" for number in range(50_000)])
    assert (found.size, len(found.quotes)) == (50_000, 1)


@needs_samples
def test_genuine_bodies_survive() -> None:
    """What WordPress itself renders for a whole site comes through: each word, link, picture and piece of structure."""
    bodies = sorted((SAMPLES / "unit" / "rendered").glob("*.html"))
    found = {path.name: convert_checked(path.read_text(encoding="utf-8")) for path in bodies}
    assert len(found) > 50
    assert {} == {name: conversion.differences for name, conversion in found.items() if conversion.differences}
