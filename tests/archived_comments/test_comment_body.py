"""What strangers wrote, as harmless HTML."""

import random
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from archived_comments.comment_body import cleaned, safe_html
from archived_comments.plain_lines import html_of
from cases import Case, read_cases

CASES = read_cases(Path(__file__).parent / "cases" / "comment_bodies.txt")
HOSTILE = {
    "nested quotes": "> " * 30_000 + "word",
    "nested lists": "- " * 30_000 + "word",
    "nested tags": "<div>\n\n" * 10_000 + "word",
    "formatting without end": "".join(f"<b id={n}>" for n in range(7_000)) + "<p>" * 7_000 + "word",
    "comments without end": "word" + "<!--" * 30_000,
    "brackets": "[" * 60_000 + "word",
    "stars": "*word **" * 10_000,
    "pictures": "![word](https://x.example/)" * 5_000,
    "nothing": "word \0",
}
PIECES = [
    "a", "word", " ", "  ", "日", "é", "1", "12", "...", "--", "==", "’", "“", "www.", "WWW.x.example", "http:",
    "mailto:", "&amp", "&copy;", "q&a", ";", "(", ")", "a. ", "1) ", "- ", "+", "%", "@",
    "/", "*", "_", "#", "\n", "\t", "<b>",
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=str)
def test_bodies(case: Case) -> None:
    """A comment's Markdown becomes HTML that can do no harm."""
    assert case.expected == safe_html(case.given)


def test_plain_lines() -> None:
    """A line that is taken for plain words has the HTML that Markdown and the sanitiser would have made of it."""
    pieces = [*PIECES, *map(chr, range(0x20, 0x250))]
    choose = random.Random(0)  # noqa: S311  # the same lines in each run
    lines = ("".join(choose.choices(pieces, k=choose.randrange(1, 8))) for _ in range(30_000))
    plain = {line: html for line in lines if (html := html_of(line)) is not None}

    assert len(plain) > 1_000
    assert plain == {line: cleaned(line) for line in plain}


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE)
def test_hostile(body: str) -> None:
    """A text made to break a parser is shown, and stays shallow."""
    html = safe_html(body)

    deepest = max(depth(node) for node in LexborHTMLParser(html).css("body *"))
    assert "word" in html
    assert deepest < 50


def depth(node: object) -> int:
    """Count what a node stands in, up to more than anybody would write."""
    steps = 0
    while (node := getattr(node, "parent", None)) is not None and steps < 60:
        steps += 1
    return steps
