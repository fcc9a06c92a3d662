"""Made-up WordPress bodies of every age, whole and broken: for the property tests, and for `benchmarks/fuzz.py`."""

from collections.abc import Callable
from random import Random

WORDS = (
    "harbour", "council", "tide", "vote", "1986.", "A great year", "$18 trillion", "1) first", "a_b_c",
    "snake_case_", "*", "**", "***", "_", "__", "`", "``", "```", "~", "~~", "~~~", "#", "##", "- ", "+ ", "> ",
    "| a | b |", "|-|", "===", "---", "***bold***", "_it_", "[", "]", "](", "[x]", "[ ]", "[x]: /y", "[^1]",
    "[^1]:", "![", "!", "\\", "\\*", "{x}", "{static}/a", "{{ a }}", "{% b %}", ":", ":)",
    "http://a.example/b_c*d", "https://a.example/(b)", "www.a.example", "a@b.example", "R&D", "&", "<", ">",
    "=", "%20", "漢字。", "、「引用」", "重要", "中文**字**", "한국어", "ไทย", "हिन्दी", "مرحبا", "שלום",
    "العربية (2024)", "é", "e\u0301", "Z\u0351\u036bA\u0334", "👩\u200d👩\u200d👧", "🇬🇷", "👍🏽", "Ὀδυσσεύς",
    "İstanbul", "ß", "ﬁ", "½", "“q”", "«q»", "‘q’", "—", "–", "…", "'", '"', "€5", "5 < 6", "a > b", "C++",
    "C#", "$x$", "$$y$$", "1.", "10.", "1.2.3", "a.b", "-1", "+1", "No. 5", "e.g.", "@name", "#tag", "/path/",
    "\\n", "^2", "x^2^", "H~2~O",
)  # fmt: skip
SPACES = (" ",) * 8 + (
    "\u00a0",
    "\u3000",
    "\u200b",
    "\u200d",
    "\u00ad",
    "\ufeff",
    "\u2028",
    "\u200e",
    "\u2009",
    "  ",
    "\t",
    "",
)
CONTROLS = (
    "\x00", "\x01", "\x0b", "\x0c", "\x1b", "\x7f", "\x85", "\ufffe", "\ufffd", "\ud800",
)  # fmt: skip
ENTITIES = (
    "&amp;", "&amp;amp;", "&lt;", "&gt;", "&lt;b&gt;", "&quot;", "&#39;", "&#8217;", "&#x2019;", "&nbsp;",
    "&nbsp;&nbsp;", "&copy;", "&copy", "&amp;copy;", "&hellip;", "&notanentity;", "&#0;", "&#xD800;",
    "&#1114112;", "&#128;", "&zwj;", "&shy;", "&rlm;", "&lrm;", "&ensp;", "&#091;b&#093;", "&#42;", "&lsqb;",
    "&Tab;", "&NewLine;", "&ngE;", "&fjlig;", "&ast;", "&grave;",
)  # fmt: skip
ADDRESSES = (
    "/a/", "https://b.example/c_d", "https://b.example/c(d)", "https://b.example/?a=1&b=2",
    "https://b.example/?a=1&amp;b=2", "#part", "?p=12", "/2023/10/επίπεδο/", "/%CE%B5/", "mailto:a@b.example",
    "//b.example/x", "/a b", "/a%20b", "/a*b*", "/a|b", "javascript:x", "{static}/x",
    "https://news.example/?p=12", "https://news.example/wp-content/uploads/a-300x200.jpg", "", "#",
    "https://youtu.be/abcdefghijk", "/[a]", "tel:+30", "http://", "/\\a",
)  # fmt: skip
INLINE = (
    "b", "strong", "i", "em", "u", "s", "del", "ins", "sup", "sub", "small", "mark", "kbd", "code", "q", "cite",
    "abbr", "span", "font", "big", "tt", "bdo", "ruby", "x-acme", "label", "o:p", "g",
)  # fmt: skip
BLOCKS = (
    "p", "div", "h1", "h2", "h3", "h6", "blockquote", "pre", "center", "section", "article", "aside", "header",
    "figure", "figcaption", "address", "details", "summary", "form", "fieldset", "noscript", "dialog", "main",
)  # fmt: skip
LOOKS = (
    "", "", "", "", ' class="x y"', ' style="font-weight:bold"', ' style="font-weight: 400;"',
    " style='font-style:italic'", ' style="text-decoration: underline"', ' style="text-align:center"',
    ' lang="fr"', ' dir="rtl"', ' lang="ar" dir="rtl"', ' id="part"', ' title="a > b"', ' onclick="x()"',
    ' data-x=\'{"a":"b"}\'', " hidden", ' style="display:none"', " align=left", ' class="MsoNormal"',
    ' class="alignright size-full"', " unquoted=a=b", ' style="',
)  # fmt: skip
BLOCK_NAMES = (
    "paragraph", "heading", "list", "list-item", "quote", "pullquote", "group", "columns", "column", "html",
    "code", "verse", "preformatted", "table", "details", "image", "gallery", "embed", "separator", "spacer",
    "acme/x", "shortcode", "freeform",
)  # fmt: skip
SHORTCODES = (
    '[gallery ids="5,6"]', "[gallery]", '[caption id="a" width="9"]<img src="/a.jpg"> the caption[/caption]',
    "[caption]", "[/caption]", "[embed]https://youtu.be/abcdefghijk[/embed]", '[audio src="/a.mp3"]', "[video]",
    "[acme]", '[acme x="y"]in[/acme]', "[[acme]]", "[[acme]in[/acme]]", "[sic]", "[code]a * b[/code]", "[acme",
    '[acme x="', "[vc_row][vc_column]in[/vc_column][/vc_row]", "[youtube abcdefghijk]", "[1]", "[Note: a_b]",
    '[sourcecode language="php"]$a = \'<b>\';[/sourcecode]', "[latex]x^2[/latex]",
)  # fmt: skip
ATTRIBUTES = (
    "", "", ' {"level":3}', ' {"url":"https://youtu.be/abcdefghijk"}', ' {"a":{"b":"--"}}',
    ' {"ordered":true,"start":4}', ' {"a":',
)  # fmt: skip
"""Of a block."""
ODDITIES = (
    "<!--more-->", "<!--nextpage-->", "<!-- a comment -->", "<!--", "-->", "<![CDATA[x]]>", "<?php echo 1 ?>",
    "</div>", "</p>", "</b>", "<", "<p", '<a href="', "<br>", "<br/>", "<hr>", "<wbr>", "<script>x()</script>",
    "<style>p{}</style>", "<svg><text>x</text></svg>", "<!-- /wp:group -->", "<!-- wp:", "<!-- wp:acme/x -->",
    '<!-- wp:acme/x {"a":"b"} /-->', "<table>", "<td>", "<li>", "<o:p>&nbsp;</o:p>",
    "https://youtu.be/abcdefghijk", "\n\n", "\n", "\n \n", "\r\n\r\n", "    ", "\t",
)  # fmt: skip

Part = Callable[[Random, int], str]
"""Gives a piece of a body, at some depth."""


def random_body(random: Random) -> str:
    """Give a body: blocks, classic text, or both; now and then with a piece cut out of it."""
    parts = [random.choice(PARTS)(random, 0) for _ in range(random.randint(1, 6))]
    body = random.choice(("\n\n", "\n\n", "\n", "", " ")).join(parts)
    if random.random() < 0.2:
        cut = random.randrange(len(body) + 1)
        body = body[:cut] + body[cut + random.randint(1, 12) :]
    return body


def text(random: Random, _depth: int = 0) -> str:
    """Give words, with all that could be taken for Markdown, for markup or for nothing among them."""
    parts: list[str] = []
    for _ in range(random.randint(1, 6)):
        kind = random.random()
        parts.append(random.choice(CONTROLS if kind < 0.01 else ENTITIES if kind < 0.12 else WORDS))
        parts.append(random.choice(SPACES))
    return "".join(parts)


def inline(random: Random, depth: int = 0) -> str:
    """Give a line: words, emphasis, links, code, pictures, breaks."""
    return "".join(_piece(random, depth) for _ in range(random.randint(1, 4)))


def _piece(random: Random, depth: int) -> str:
    kind = random.random()
    if kind < 0.4 or depth > 4:
        return text(random)
    if kind < 0.7:
        tag = random.choice(INLINE)
        return f"<{tag}{random.choice(LOOKS)}>{inline(random, depth + 1)}</{tag}>"
    if kind < 0.82:
        return f'<a href="{random.choice(ADDRESSES)}"{random.choice(LOOKS)}>{inline(random, depth + 2)}</a>'
    if kind < 0.88:
        return _picture(random, depth)
    return random.choice(ODDITIES if kind < 0.92 else SHORTCODES if kind < 0.95 else ("<br>", "<br />\n", "\n", " "))


def _picture(random: Random, _depth: int) -> str:
    alt = text(random).replace('"', "&quot;")
    return f'<img class="size-full" src="{random.choice(ADDRESSES)}" alt="{alt}"{random.choice(LOOKS)} />'


def _element(random: Random, depth: int) -> str:
    tag = random.choice(BLOCKS)
    inner = inline(random) if depth > 3 or random.random() < 0.5 else _flow(random, depth + 1)
    return f"<{tag}{random.choice(LOOKS)}>{inner}</{tag}>"


def _flow(random: Random, depth: int) -> str:
    return "".join(random.choice(PARTS)(random, depth) for _ in range(random.randint(1, 3)))


def _list(random: Random, depth: int) -> str:
    opening = random.choice(("<ul>", "<ol>", '<ol start="3">', '<ol reversed type="a">', "<ul class='x'>"))
    items = "".join(
        f"<li>{inline(random)}{_list(random, depth + 1) if depth < 3 and random.random() < 0.3 else ''}</li>\n"
        for _ in range(random.randint(1, 4))
    )
    return f"{opening}{items}</{opening[1:3]}>"


def _table(random: Random, depth: int) -> str:
    columns = random.randint(1, 3)
    cell = _flow if depth < 2 and random.random() < 0.1 else inline
    rows = [
        "".join(f"<{tag}{random.choice(('', '', '', ' colspan=2'))}>{cell(random, 3)}</{tag}>" for _ in range(columns))
        for tag in ("th", *("td",) * random.randint(0, 3))
    ]
    head = f"<thead><tr>{rows[0]}</tr></thead>" if random.random() < 0.5 else f"<tr>{rows[0]}</tr>"
    caption = f"<caption>{inline(random)}</caption>" if random.random() < 0.2 else ""
    return f"<table>{caption}{head}<tbody>{''.join(f'<tr>{row}</tr>' for row in rows[1:])}</tbody></table>"


def _figure(random: Random, depth: int) -> str:
    caption = f"<figcaption>{inline(random)}</figcaption>" if random.random() < 0.6 else ""
    return f'<figure class="wp-block-image">{_picture(random, depth)}{caption}</figure>'


def _quote(random: Random, depth: int) -> str:
    cite = f"<cite>{inline(random)}</cite>" if random.random() < 0.4 else ""
    return f"<blockquote>{_flow(random, depth + 1) if depth < 3 else text(random)}{cite}</blockquote>"


def _code(random: Random, _depth: int) -> str:
    lines = "\n".join(text(random) for _ in range(random.randint(1, 4)))
    return random.choice(
        ("<pre>{}</pre>", '<pre><code class="language-php">{}</code></pre>', "<pre>\n{}\n</pre>")
    ).format(lines)


def _paragraph(random: Random, _depth: int) -> str:
    return f"<p{random.choice(LOOKS)}>{inline(random)}</p>"


def _classic(random: Random, _depth: int) -> str:
    return f"{inline(random)}\n\n{inline(random)}"


def _block(random: Random, depth: int) -> str:
    name = random.choice(BLOCK_NAMES)
    attributes = random.choice(ATTRIBUTES)
    inner = _flow(random, depth + 1) if depth < 3 else inline(random)
    closing = random.choice((f"<!-- /wp:{name} -->",) * 8 + ("", "<!-- /wp:other -->"))
    return f"<!-- wp:{name}{attributes} -->\n{inner}\n{closing}"


def _shortcode(random: Random, _depth: int) -> str:
    return random.choice(SHORTCODES)


def _oddity(random: Random, _depth: int) -> str:
    return random.choice(ODDITIES)


PARTS: tuple[Part, ...] = (
    _paragraph, _paragraph, _paragraph, _classic, _classic, _element, _element, _list, _table, _figure, _quote, _code,
    _block, _block, _shortcode, _oddity, inline,
)  # fmt: skip
"""The kinds of pieces; what stands here twice is twice as frequent."""
