"""Bodies that no one would write: broken, deep, huge, hostile. Each gives Markdown, none an error or a long wait."""

import pytest

from markdown_articles.rendering import render
from markdown_articles.writer import to_markdown

DEEPEST = 10_000
DEEP = 1_500
"""For what HTML parsers themselves are slow at: each of these must look through all that is open."""
LONG = 200_000
PHRASE = "the deepest words"


@pytest.mark.parametrize("opening", ["<div>", "<span>", "<blockquote>", "<ul><li>", "<blockquote><p>x</p>"])
def test_great_depth_is_no_danger(opening: str) -> None:
    """Ten thousand elements in each other raise nothing and lose no words."""
    assert PHRASE in to_markdown(opening * DEEPEST + PHRASE)


@pytest.mark.parametrize(
    "opening",
    [
        "<b>",
        "<b><i>",
        "<sup>",
        "<ul>",
        "<ol><li><p>x</p>",
        "<table><tr><td>",
        "<details><summary>x</summary>",
        "<figure>",
        "<figure class=gallery>",
        "<figure class=embed>",
        "<figure><figcaption>",
        "<pre><b>",
        "<dl><dt>",
        "<blockquote><cite>",
        "<audio>",
        "<h2>",
        "<code>",
        "<p><a href=u>x ",
        "<section class=footnotes><ol><li id=fn-1>",
    ],
)
def test_depth_is_no_danger(opening: str) -> None:
    """Elements of every kind in each other, by the thousand, raise nothing and lose no words."""
    assert PHRASE in to_markdown(opening * DEEP + PHRASE)


@pytest.mark.parametrize(
    "repeated",
    [
        "<p>Some <b>text</b> with <a href='http://x.y/z'>a link</a> and_more *stars*.</p>\n",
        "word_a *b* [c] 1. d &lt;e&gt; ",
        "*",
        "[",
        "~a",
        "&lt;",
        "[\\",
        "1",
        "a@b",
        "<b>a</b><i>b</i>",
        "<i>a</i>b",
        "<em><em>a</em>b</em> ",
        "a<br>",
        "<br>",
        "<img src=a alt=b>",
        "<a href='a('>b</a>",
        "<code>`a``b</code>",
        "<del><em>a</del>",
        "<tr><td>a",
        "<li>a",
    ],
)
def test_length_is_no_danger(repeated: str) -> None:
    """A long run of one thing takes no longer than its length asks for, and its end is there."""
    body = repeated * (LONG // len(repeated))
    assert PHRASE in to_markdown(f"{body}<p>{PHRASE}")


def test_a_megabyte_is_no_danger() -> None:
    """A body of a megabyte comes through whole."""
    body = "<p>Some <b>text</b> with <a href='/x/'>a link</a>.</p>\n" * 20_000
    assert to_markdown(body).count("Some **text** with [a link](/x/).") == 20_000


@pytest.mark.parametrize(
    "html",
    [
        '<a href="java&#9;script:alert(1)">x</a>',
        '<a href="&#1;javascript:alert(1)">x</a>',
        '<a href="data:text/html,x">x</a>',
        '<img src="data:image/svg+xml,<svg onload=x>">',
        "<iframe srcdoc='<script>x</script>' src=javascript:x></iframe>",
        "<p onclick=x>a</p><u onmouseover=x>b</u>",
        "<table onclick=x><tr><td colspan=2 onclick=x><script>x</script>a<a href='vbscript:x'>b</a></td></tr></table>",
        "<video src='javascript:x' onerror=x></video>",
        "<pre><a href=javascript:x onclick=x>a</a></pre>",
        "<svg><script>x</script></svg><object data=x.swf></object><embed src=javascript:x>",
        "<template><script>x</script></template><noscript><p title='</noscript><script>x</script>'></noscript>",
    ],
)
def test_scripts_do_not_come_through(html: str) -> None:
    """Nothing that runs is left in the Markdown, nor in what is rendered from it."""
    rendered = render(to_markdown(html)).lower()
    assert [
        bad for bad in ("script:", "<script", "onclick", "onerror", "onload=", "srcdoc", "data:text") if bad in rendered
    ] == []


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</p><iframe src=//x.y>"]
)
def test_markup_as_text_stays_text(text: str) -> None:
    """Tags that a reader sees as text are no tags in what is rendered, in words and in alternative texts."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    for html in (
        f"<p>{escaped}</p>",
        f'<p>a<img src="/a" alt="{escaped}" title="{escaped}"></p>',
        f"<pre>{escaped}</pre>",
    ):
        rendered = render(to_markdown(html))
        assert [tag for tag in ("<script", "<img src=x", "<iframe") if tag in rendered] == []
