"""Articles beyond all measure, all the way to what the site shows: none may raise, nor take more than linear time."""

import pytest

from bodies import clean
from markdown_articles.rendering import render
from markdown_articles.round_trip import convert_checked

BODIES = {
    "an ordered list of 10,000": "<ol>" + "<li>word</li>" * 10_000 + "</ol>",
    "10,000 links": "".join(f'<a href="/{number}/">word</a> ' for number in range(10_000)),
    "20,000 paragraphs": "word\n\n" * 20_000,
    "two megabytes in one line": "word and more, " * 140_000,
    "a table of 1,000 rows": "<table>" + f"<tr>{'<td>word</td>' * 20}</tr>" * 1_000 + "</table>",
    "a table of 5,000 columns": "<table><tr>" + "<td>word</td>" * 5_000 + "</tr></table>",
    "a cell that spans a million": '<table><tr><td colspan="1000000" rowspan="1000000">word</td></tr></table>',
    "2,000 references to a footnote": '<p>word<sup data-fn="a"><a href="#a">1</a></sup> ' * 2_000,
    "200 nested quotes": "<blockquote><p>word</p>" * 200,
    "5,000 nested quotes": "<blockquote>" * 5_000 + "word",
    "5,000 nested lists": "<ul><li>word" * 5_000,
    "3,000 pictures": '<img src="/a.jpg" alt="word"> ' * 3_000 + "word",
    "100,000 marks of a tag": "<" * 100_000 + "word",
    "100,000 brackets": "[" * 100_000 + "word",
    "100,000 brackets and parentheses": "[x](" * 100_000 + "word",
    "100,000 stars": "*" * 100_000 + "word",
    "100,000 stars between letters": "a*" * 100_000 + "word",
    "100,000 underscores": "_" * 100_000 + " _a" * 30_000 + "word",
    "100,000 backticks": "`" * 100_000 + " `a" * 30_000 + "word",
    "backticks in runs of every length": " ".join("`" * length for length in range(400)) + "word",
    "30,000 entities": "&amp;copy; &#42; " * 30_000 + "word",
    "100,000 marks of a quote": "&gt; " * 100_000 + "word",
    "100,000 bars in a cell": "<table><tr><td>" + "|" * 100_000 + "word</td></tr></table>",
    "100,000 combining marks": "word a" + "\u0301" * 100_000,
    "100,000 letters without a space": "漢字。" * 100_000 + "word",
}


@pytest.mark.parametrize("body", [pytest.param(body, id=name) for name, body in BODIES.items()])
def test_words_come_out(body: str) -> None:
    """The word is on the page, whatever stands around it."""
    assert "word" in render(convert_checked(clean(body).html).markdown)
