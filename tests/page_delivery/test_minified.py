import json

import pytest
from selectolax.lexbor import LexborHTMLParser

from page_delivery.minified import minified_asset, minified_page

PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>A &lt;/title> &amp; "quotes"</title>
<script type="application/ld+json">{"headline": "a  <\\/script> b", "note": "<!-- no comment -->"}</script>
<style>p > a { content: "a  b"; }</style>
<!--[if IE]> <p>Old</p> <![endif]-->
</head>
<body>
%s
</body>
</html>
"""


def body(html: str) -> str:
    """Give the body of a minified page that had this in it."""
    node = LexborHTMLParser(minified_page(PAGE % html)).body
    assert node is not None
    return (node.inner_html or "").strip()


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>one <b>two</b> <i>three</i></p>", "<p>one <b>two</b> <i>three</i></p>"),
        ("<p>one\n  <b>two</b>\n  <i>three</i>, four</p>", "<p>one <b>two</b> <i>three</i>, four</p>"),
        ("<pre>  a\n    b\n</pre>", "<pre>  a\n    b\n</pre>"),
        ("<pre><code>a <span>  b</span>\n\n</code></pre>", "<pre><code>a <span>  b</span>\n\n</code></pre>"),
        ("<textarea> a\n b</textarea>", "<textarea> a\n b</textarea>"),
        ("<p>a\u00a0 b\u2003c</p>", "<p>a&nbsp; b\u2003c</p>"),
        ("<ul>\n  <li>a</li>\n  <li>b</li>\n</ul>", "<ul><li>a</li><li>b</li></ul>"),
        ('<img src="/a.png" alt="">', '<img alt="" src="/a.png">'),
        ("<p>a &lt;b> &amp;amp; &quot;</p>", '<p>a &lt;b&gt; &amp;amp; "</p>'),
        ("<p>AT&amp;T &amp;copy &amp;copy; R&amp;D;</p>", "<p>AT&amp;T &amp;copy &amp;copy; R&amp;D;</p>"),
        ("<!-- kept --><p>a</p>", "<!-- kept --><p>a</p>"),
        ('<a title="a &quot;b&quot; c > d" href="/?a=b&amp;copy=c">e</a>',
         '<a href="/?a=b&amp;copy=c" title="a &quot;b&quot; c &gt; d">e</a>'),
        ('<input type="text" value="  a  ">', '<input value="  a  " type="text">'),
    ],
)  # fmt: skip
def test_same_in_fewer_bytes(html: str, expected: str) -> None:
    """A browser reads the same from a minified page: words, spaces between words, preformatted text, attributes."""
    assert expected == body(html)


def test_head() -> None:
    """Facts for machines, styles and conditional comments are those of the page, and every tag is closed."""
    page = minified_page(PAGE % "<p>a</p> <p>b</p>")

    assert {"headline": "a  </script> b", "note": "<!-- no comment -->"} == json.loads(
        page.split('<script type="application/ld+json">' if '"application/ld+json"' in page else
                   "<script type=application/ld+json>")[1].split("</script>")[0]
    )  # fmt: skip
    assert '<style>p > a { content: "a  b"; }</style>' in page
    assert "<!--[if IE]> <p>Old</p> <![endif]-->" in page
    assert page.lower().startswith("<!doctype html><html lang=en><head>")
    assert page.endswith("<p>a</p><p>b</p></body></html>")


def test_script() -> None:
    """A script loses its comments and spaces, not those within texts and patterns."""
    script = b"// Why.\nconst a = `x  ${ b }  y`;\n/* How. */\nif (/ {2}/.test(a)) {\n  run('c // d');\n}\n"

    assert b"const a=`x  ${ b }  y`;if(/ {2}/.test(a)){run('c // d');}" == minified_asset("scripts/a.js", script)


def test_other_files_as_they_are() -> None:
    """What no library is kept for is published as it is."""
    assert b"<svg>  </svg>" == minified_asset("a.svg", b"<svg>  </svg>")
