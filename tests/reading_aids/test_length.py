"""How long a body is."""

import pytest

from reading_aids.length import minutes, words_in


@pytest.mark.parametrize(
    ("html", "count"),
    [
        ("", 0),
        ("<p>It rang its bell.</p>", 4),
        ("<p>one</p><p>two</p><ul><li>three<li>four</ul>", 4),
        ("<p>an <em>x-ray</em> “seen”</p>", 3),
        ("<p>a <pre>never closed", 3),
        ("<p>fish &amp; chips and &nbsp; peas</p>", 5),
        ("<p>a</p><!-- b c --><script>d e</script><pre><code>f g</code></pre><p>h</p>", 2),
        ('<p>a<sup class="footnote-ref"><a href="#fn">1</a></sup></p>', 1),
        ('<section class="footnotes"><ol><li>b c</li></ol></section>', 0),
        ("<figure><img src='x' alt='not read'><figcaption>two words</figcaption></figure>", 2),
        ("<p>전차가 돌아왔다</p>", 2),
        ("<p>سوق السمك</p>", 2),
        ("<p>a < b", 3),
    ],
)
def test_words(html: str, count: int) -> None:
    """Words are what stands between spaces and tags; what is not read does not count."""
    assert count == words_in(html)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("電" * 500, 1),
        ("電車が戻った。" * 500, 7),
        ("รถรางกลับมา" * 200, 2),
        ("word " * 230, 1),
        ("word " * 1_000, 4),
        ("word", 1),
        ("", 0),
        ("word " * 460 + "電" * 1_000, 4),
    ],
)
def test_minutes(text: str, expected: int) -> None:
    """Scripts without spaces are counted by characters, each script of a mixed text in its own way."""
    assert expected == minutes(words_in(f"<p>{text}</p>"))
