"""What strangers wrote, as harmless HTML."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from archived_comments.comment_body import safe_html
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


@pytest.mark.parametrize("case", CASES, ids=str)
def test_bodies(case: Case) -> None:
    """A comment's Markdown becomes HTML that can do no harm."""
    assert case.expected == safe_html(case.given)


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
