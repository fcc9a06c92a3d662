"""The short ways, which save most of the time, against the long ways, which they must agree with."""

import re
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cases import Case, read_cases
from markdown_articles.rendering import render
from markdown_articles.round_trip import convert_checked
from markdown_articles.round_trip.blocks import show_the_same
from markdown_articles.round_trip.shown import shown
from markdown_articles.writer import to_markdown
from markdown_articles.writer.document import ENTER, write_markdown
from markdown_articles.writer.inline import Style
from markdown_articles.writer.walk import Scope

FOLDER = Path(__file__).parent / "cases"
CASES = list(chain.from_iterable(read_cases(path) for path in sorted(FOLDER.glob("writer_*.txt"))))
SETTINGS = settings(
    max_examples=400, deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow]
)
LONG = 100_000
PHRASE = "the last words"

PROSE = ["word", "a", "1.", "1986.", "Word.", "(x)", "“q”", "漢字。", "重要", "—", "!", ":", "&nbsp;", "\u200b", "a_b"]
ESCAPED = ["&gt;", "&amp;", "&amp;copy;", "&lt;", "&lt;b"]
MARKDOWN = ["-", "+", "#", "|", "^", "=", "www.x.y", "http://a.b", "a@b.c", "*", "_", "[", "]", "~", "\\", "`"]
signs = st.sampled_from([*PROSE, *ESCAPED, *MARKDOWN])
spaces = st.sampled_from(["", "", " ", " ", "  ", "\n"])
words = st.lists(st.tuples(signs, spaces).map("".join), min_size=1, max_size=3).map("".join)
addresses = st.sampled_from(
    ["/a", "http://e.x/a_b", "#f", "mailto:a@b.c", "/x?a=1&amp;b=2", "javascript:x", "{static}/x", "/a b", "/%CE%B5/"]
)
tags = st.sampled_from(
    ["strong", "strong", "em", "em", "del", "code", "sup", "u", "mark", "kbd", "q", "ins", "cite", "span", "abbr"]
)
marked = st.builds("<{0}>{1}{2}{3}</{0}>".format, tags, spaces, words, spaces)
doubly_marked = st.builds("<{0}><{1}>{2}</{1}></{0}>".format, tags, tags, words)
links = st.one_of(
    st.builds('<a href="{}">{}</a>'.format, addresses, words),
    st.builds('<a title="{}" href="{}">{}</a>'.format, words, addresses, words),
)
gaps = st.sampled_from(["<br>", "<br>\n", " "])
leaves = st.lists(st.one_of(words, words, marked, doubly_marked, links, gaps), min_size=1, max_size=5).map("".join)
blocks = st.one_of(
    leaves.map("<p>{}</p>".format),
    leaves.map("<h2>{}</h2>".format),
    st.builds("<ul><li>{}</li><li>{}<ul><li>{}</li></ul></li></ul>".format, leaves, leaves, leaves),
    st.builds("<table><tr><th>{}</th><th></th></tr><tr><td>{}</td><td>{}</td></tr></table>".format, *[leaves] * 3),
    st.builds('<figure><img src="{}" alt="{}"><figcaption>{}</figcaption></figure>'.format, addresses, words, leaves),
    st.builds(
        '<figure class="gallery"><figure><a href="{}"><img title="{}" alt="" src="/a"></a></figure>'
        '<figure><img src="/b" alt=""><figcaption>{}</figcaption></figure></figure>'.format,
        addresses,
        words,
        leaves,
    ),
    st.builds("<blockquote><p>{}</p><cite>{}</cite></blockquote>".format, leaves, leaves),
)
bodies = st.lists(blocks, min_size=1, max_size=3).map("\n".join)


def written_the_long_way(html: str) -> str:
    """Give the Markdown of a body, token by token: a table that is not the writer's own knows no short way."""
    return write_markdown(html, Scope(Style()), dict(ENTER))


@pytest.mark.parametrize("case", CASES, ids=str)
def test_cases_are_written_alike(case: Case) -> None:
    """Each case of the writer has the same Markdown the short way and the long way."""
    assert written_the_long_way(case.given) == to_markdown(case.given)


@SETTINGS
@given(bodies)
def test_bodies_are_written_alike(html: str) -> None:
    """Whatever stands in a leaf, the short way and the long way write the same."""
    assert written_the_long_way(html) == to_markdown(html)


def test_most_leaves_take_the_short_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """An article of plain words, emphasis, links and pictures is never read token by token."""
    html = (
        '<h2>A tide</h2>\n<p>One <strong>two</strong>, <a href="/x/">three</a>.<br>Four</p>\n'
        '<ul><li>Five</li></ul>\n<figure><img src="/a.jpg" alt="b"><figcaption>Six</figcaption></figure>'
    )
    expected = written_the_long_way(html)
    monkeypatch.setattr("markdown_articles.writer.walk.tidy", None)
    assert expected == to_markdown(html)


TEXT = [" ", "\n", "  ", " x", '"', ">", "&quot;", "\u00a0", "&nbsp;", "%20", "<!-- x -->"]
INLINE = ["<br>", "<b>", "</strong>", "<em> </em>", "</a>", ' title="a"', ' loading="lazy" decoding="async"']
BLOCKS = [
    "</p><p>",
    "<tr></tr>",
    "<td></td>",
    "</td>",
    "<tbody>",
    "</div>",
    "<div>",
    "<pre>",
    "<thead>",
    "<li>",
    "<hr>",
]


class Edit(NamedTuple):
    """A change of a text beside one of its tags."""

    edge: int
    """At which edge of a tag, counted round and round."""
    inserted: str
    """What is put there."""
    cut: int
    """How many characters behind it go."""

    def of(self, text: str) -> str:
        """Give the text with the change."""
        edges = [0, *(edge.start() + side for edge in re.finditer("[<>]", text) for side in (0, 1))]
        place = edges[self.edge % len(edges)]
        return text[:place] + self.inserted + text[place + self.cut :]


edits = st.builds(
    Edit, st.integers(min_value=0), st.sampled_from([*TEXT, *INLINE, *BLOCKS]), st.integers(min_value=0, max_value=2)
)


@SETTINGS
@given(bodies, edits)
def test_what_the_short_proof_proves_is_true(html: str, edit: Edit) -> None:
    """Two bodies that differ in a sign or a tag are the same to the short proof only if they show the same."""
    rendered = render(to_markdown(html))
    for before, after in ((html, edit.of(rendered)), (edit.of(html), rendered)):
        assert not show_the_same(before, after) or shown(before) == shown(after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>a</p>\n<p>b</p>", "<p>a</p>\n<p>b</p>\n"),
        ("<p>a <strong>b </strong>c  d</p>", "<p>a <strong>b</strong> c d</p>"),
        ('<p>a "b"<br>\nc</p>', "<p>a &quot;b&quot;<br />\nc</p>"),
        ("<ul><li>a</li></ul>", "<ul>\n<li>a</li>\n</ul>"),
        (
            '<figure><img alt="a" src="/é"></figure>',
            '<figure><img src="/%C3%A9" alt="a" loading="lazy" decoding="async"></figure>',
        ),
        ('<p><a href="/x/">a</a></p>', '<aside class="related-story"><a href="/x/">a</a></aside>'),
        (
            "<table><tbody><tr><td>a</td><td></td></tr></tbody></table>",
            (
                '<div class="table-scroll" tabindex="0"><table><thead><tr><th></th></tr></thead>'
                "<tbody><tr><td>a</td></tr></tbody></table></div>"
            ),
        ),
        ("<pre>a\n</pre>", "<pre><code>a\n</code></pre>"),
    ],
)
def test_the_short_proof_sees_through_spelling(before: str, after: str) -> None:
    """White space, entities, the order of attributes and what the renderer adds need no reading of whole bodies."""
    assert show_the_same(before, after)
    assert shown(before) == shown(after)


@pytest.mark.parametrize(
    "repeated",
    [
        "<em>",
        "<strong><em>",
        "</em> ",
        "<p><em> a",
        "<td></td>",
        "<table><thead><tr><th>a</th></tr>",
        '<div class="table-scroll" tabindex="0"><table>',
        '<aside class="related-story"><a href="/x">a',
        '<figure class="embed"><details class="embed-player x"><summary>',
        "<p>a  b",
        "a=",
        "<",
        '<img alt="&quot;',
        "<ul><li>a",
        "<p><button>",
    ],
)
def test_length_is_no_danger_to_the_proof(repeated: str) -> None:
    """A long run of one thing is proved in a time that its length asks for, and its end is there."""
    depth = 500 if "<ul>" in repeated or "<button>" in repeated or "<table>" in repeated else LONG // len(repeated)
    assert PHRASE in convert_checked(f"{repeated * depth}<p>{PHRASE}").markdown
