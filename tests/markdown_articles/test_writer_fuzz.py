"""Bodies made up at random from the dialect's elements and from all that looks like Markdown."""

from html import escape

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from markdown_articles.rendering import render
from markdown_articles.round_trip import Form, convert_checked
from markdown_articles.round_trip.shown import shown
from markdown_articles.writer import to_markdown

TRICKY = [
    "word",
    "a_b",
    "1.",
    "1986.",
    "#",
    "##",
    "-",
    "+",
    "*",
    "**",
    "***",
    "_",
    "__",
    "`",
    "``",
    "```",
    "[",
    "]",
    "](",
    "[y]",
    "[z](w)",
    "!",
    "!!",
    "&",
    "&amp;",
    "&copy;",
    "<",
    "<b>",
    "</p>",
    "<!--",
    ">",
    "|",
    "|-|",
    "~",
    "~~",
    "~~~",
    "\\",
    "\\*",
    "{",
    "}",
    ":",
    "=",
    "===",
    "---",
    "$5",
    "“q”",
    "é",
    "漢字。",
    "、",
    "重要",
    "مرحبا",
    "שלום",
    "…",
    "(",
    ")",
    "http://a.b/c_d",
    "www.x.y",
    "x@y.z",
    "’",
    "—",
    "/",
    "%",
    "^",
    "[^1]",
    "[x]",
    "[x]:",
    "10)",
    "*x*",
    "_y_",
    "€",
    "«",
    "»",
    "？",
    "{static}/a",
]
ADDRESSES = [
    "/a",
    "http://e.x/a_b",
    "/a(b)",
    "/a(b",
    "?q=1&r=2",
    "#f",
    "/x*y",
    "/2023/10/επίπεδο/",
    "/%CE%B5/",
    "mailto:a@b.c",
    "{static}/x",
    "/a|b",
    "/&copy;y",
    "/[a]",
    '/a"b',
    "x\\y",
    "/a%20b",
]
SETTINGS = settings(
    max_examples=150, deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow]
)


def join(parts: list[str]) -> str:
    return "".join(parts)


words = st.lists(st.sampled_from([*TRICKY, " ", " ", " ", "\u00a0", "\u3000", "\u200b"]), min_size=1, max_size=5).map(
    lambda parts: escape(join(parts), quote=False)
)
addresses = st.sampled_from(ADDRESSES).map(escape)
pictures = st.builds('<img src="{}" alt="{}">'.format, addresses, words.map(lambda text: text.replace('"', "&quot;")))


languages = st.sampled_from(["", "", "", ' lang="fr"', ' dir="rtl"', ' lang="ar" dir="rtl"', ' dir="ltr"'])


def _marked(content: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    tags = st.sampled_from(["b", "strong", "i", "em", "del", "sup", "u", "mark", "kbd", "q", "small", "cite", "span"])
    return st.builds(lambda tag, said, inner: f"<{tag}{said}>{inner}</{tag}>", tags, languages, content)


def _inline(content: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    links = st.builds('<a href="{}">{}</a>'.format, addresses, words)
    code = words.map(lambda text: f"<code>{text}</code>")
    return st.lists(st.one_of(words, words, _marked(content), links, code, pictures, st.just("<br>")), max_size=4).map(
        join
    )


inline = st.recursive(words, _inline, max_leaves=8)
figures = st.builds(
    "<figure>{}{}</figure>".format, pictures, st.one_of(st.just(""), inline.map("<figcaption>{}</figcaption>".format))
)
simple = st.one_of(
    st.builds("<p{}>{}</p>".format, languages, inline),
    inline.map("<h2>{}</h2>".format),
    words.map("<pre><code>{}</code></pre>".format),
    st.lists(inline, min_size=4, max_size=4).map(
        lambda cells: "<table><tr><th>{}</th><th>{}</th></tr><tr><td>{}</td><td>{}</td></tr></table>".format(*cells)
    ),
    figures,
    st.just("<hr>"),
)


def _nested(content: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    items = st.lists(st.builds("<li>{}{}</li>".format, words, content), min_size=1, max_size=3).map(join)
    return st.one_of(
        st.builds("<div{}>{}</div>".format, languages, content),
        items.map("<ul>{}</ul>".format),
        items.map("<ol>{}</ol>".format),
        st.builds("<blockquote>{}<cite>{}</cite></blockquote>".format, content, inline),
        st.builds("<details><summary>{}</summary>{}</details>".format, words, content),
        st.lists(figures, min_size=2, max_size=3).map(lambda row: f'<figure class="gallery">{join(row)}</figure>'),
    )


bodies = st.lists(st.recursive(simple, _nested, max_leaves=4), min_size=1, max_size=3).map("\n".join)


@SETTINGS
@given(bodies)
def test_any_body_shows_the_same(html: str) -> None:
    """Whatever the body, its Markdown shows the same words, links, pictures and structure, in one form or the other."""
    conversion = convert_checked(html)
    assert (conversion.form is Form.DIFFERS, conversion.differences) == (False, ())
    assert shown(html) == shown(render(conversion.markdown))


@SETTINGS
@given(bodies)
def test_markdown_settles(html: str) -> None:
    """Written, rendered and written again, the Markdown of any body is the same from the second time on."""
    markdown = to_markdown(render(to_markdown(html)))
    assert markdown == to_markdown(render(markdown))


@SETTINGS
@given(st.text(alphabet=st.sampled_from('<>/="&;#!-[]abpiulhr1 \n\t\\`*_~|()\x00\ud7ff'), max_size=200))
def test_no_string_is_too_broken(html: str) -> None:
    """Any string at all gives Markdown that can be rendered."""
    assert isinstance(render(to_markdown(html)), str)
