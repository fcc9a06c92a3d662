"""The table of contents."""

import pytest

from reading_aids.contents import Heading, Outlined, outlined

FOUR = "".join(f'<h2 id="h{n}">Part {n}</h2><p>…</p>' for n in range(1, 5))
PARTS = tuple(Heading(f"h{n}", f"Part {n}") for n in range(1, 5))


def test_headings() -> None:
    """Headings of the second level are listed as plain text, without the numbers of notes; the body stays the same."""
    html = (
        f'{FOUR}<h3 id="no">Deeper</h3><h2 class=x id=five>A &amp; <em>b</em><sup><a href="#n">1</a></sup></h2>'
        "<h2 id='6&amp;7'>Seven\n &lt;script&gt;</h2>"
    )

    assert Outlined(
        html, (*PARTS, Heading("five", "A & b"), Heading("6&7", "Seven <script>"))
    ) == outlined(html, 900)  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "opening", "place"),
    [
        ("<h2>The way home</h2>", '<h2 id="h-the-way-home">', "h-the-way-home"),
        ('<h2 class="wide">“Why?” she asked</h2>', '<h2 class="wide" id="h-why-she-asked">', "h-why-she-asked"),
        ("<h2>戻った電車</h2>", '<h2 id="h-戻った電車">', "h-戻った電車"),
        ("<h2>?!</h2>", '<h2 id="h-part">', "h-part"),
        ('<p id="h-home"></p><h2>Home</h2>', '<h2 id="h-home-2">', "h-home-2"),
        ("<h2>&quot;&gt;&lt;script&gt;</h2>", '<h2 id="h-script">', "h-script"),
        ("<h2>" + "long " * 40 + "</h2>", '<h2 id="h-' + "long-" * 11 + 'long">', "h-" + "long-" * 11 + "long"),
    ],
)
def test_new_ids(heading: str, opening: str, place: str) -> None:
    """A heading without an id gets one from its words, that nothing else on the page has."""
    found = outlined(FOUR + heading, 900)

    assert (place, opening) == (found.contents[-1].id, found.html[found.html.rindex("<h2") :].partition(">")[0] + ">")
    assert f"{FOUR}{heading}" == found.html.replace(f' id="{place}"', "")


def test_same_words() -> None:
    """Two headings of the same words are two places."""
    found = outlined("<h2>Then</h2>" * 5, 900)

    assert ["h-then", "h-then-2", "h-then-3", "h-then-4", "h-then-5"] == [line.id for line in found.contents]


@pytest.mark.parametrize(
    ("html", "words"),
    [(FOUR, 899), (FOUR.replace("Part 4", "<img>"), 2_000), (FOUR[:80], 2_000), ("", 0), ("</h2>" * 9, 2_000)],
)
def test_none(html: str, words: int) -> None:
    """A piece below 900 words or with fewer than four headings has no table, and is left as it is."""
    assert Outlined(html, ()) == outlined(html, words)
