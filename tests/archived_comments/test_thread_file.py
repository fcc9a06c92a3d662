"""The files of comments: what they may say, and what is said of those that are damaged."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from archived_comments.thread import Comment
from archived_comments.thread_file import ThreadFileError, read_comments, web_address
from cases import Case, read_cases

CASES = read_cases(Path(__file__).parent / "cases" / "damaged_files.txt")
EAST = timezone(timedelta(hours=2))


def read(text: str) -> tuple[Comment, ...]:
    return read_comments(text.encode(), "x.yaml", EAST)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_damaged(case: Case) -> None:
    """All that is wrong with a file is told at once, with its line and what to write instead."""
    with pytest.raises(ThreadFileError) as raised:
        read(case.given)

    assert case.expected == str(raised.value)


def test_written_by_the_migration() -> None:
    """A file as the migration writes it gives each comment whole."""
    given = (
        "- id: 7\n  author: Ada\n  date: 2010-06-11 15:27:04-07:00\n  website: http://ada.example/\n  body: |-\n"
        "    One.\n\n    Two.\n- id: 9\n  author: ''\n  answers: 7\n  kind: pingback\n  body: ''\n"
    )
    then = datetime(2010, 6, 11, 22, 27, 4, tzinfo=UTC)

    assert (
        Comment(7, "Ada", then, "One.\n\nTwo.", "http://ada.example/"),
        Comment(9, "", None, "", "", 7, "pingback"),
    ) == read(given)


def test_a_date_without_an_offset() -> None:
    """A date without an offset is meant in the site's zone, a day without a time is its midnight."""
    hour, day = read("- id: 1\n  date: 2024-11-16 05:00\n- id: 2\n  date: 2024-11-16\n")

    assert datetime(2024, 11, 16, 5, tzinfo=EAST) == hour.written
    assert datetime(2024, 11, 16, tzinfo=EAST) == day.written


@pytest.mark.parametrize("name", ["2024", "No", "Null", "2024-01-01", "0x1F", "1_000"])
def test_names_that_yaml_takes_for_something_else(name: str) -> None:
    """Whoever is called Null or 2024 is called so."""
    assert name == read(f"- id: 1\n  author: {name}\n")[0].author


@pytest.mark.parametrize("file", ["", "# nothing\n", "[]\n", "~\n"])
def test_nothing(file: str) -> None:
    """A file without comments is no mistake."""
    assert () == read(file)


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        (b"- id: 7\n  body: caf\xe9\n", "x.yaml:2: is not written in UTF-8: save the file as UTF-8"),
        (b"- id: 7\n  body: a\x07b\n", "x.yaml:2: holds a character that nobody can see: remove it"),
    ],
)
def test_bytes(file: bytes, expected: str) -> None:
    """What is no text is told by its line."""
    with pytest.raises(ThreadFileError) as raised:
        read_comments(file, "x.yaml", UTC)

    assert expected == str(raised.value)


@pytest.mark.parametrize("sign", ["[", "- ", "{a: ", "&a [*a, "])
def test_nested_without_end(sign: str) -> None:
    """A file made to exhaust a parser is a mistake as any other."""
    with pytest.raises(ThreadFileError):
        read(sign * 100_000)


@pytest.mark.parametrize(
    "typed",
    [
        "javascript:alert(1)",
        "//x.example",
        "x.example",
        "http://[",
        "data:text/html,x",
        "ftp://x.example/",
        "http:",
        "",
    ],
)
def test_no_address_of_the_web(typed: str) -> None:
    """What a writer gave as an address leads nowhere unless it is one of the web."""
    assert "" == web_address(typed)
