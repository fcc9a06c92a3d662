"""What HTML may be spelt like and still show the same: white space, the order of attributes, what the renderer adds.

Each rewriting here takes away what `shown` does not see, on whole bodies as on single blocks, so that equal spellings
are equal readings; a test holds the two against each other. Only HTML that is `plain_tagged` may be rewritten: in it
every `<` and `>` is that of a tag, and no element changes how its text is read, as `<pre>` and comments do.
"""

import re
from html import escape, unescape

from .reading import address_of

_BLOCK = (
    "aside|blockquote|br|caption|cite|dd|details|div|dl|dt|figcaption|figure|h[1-6]|hr|li|ol|p|section|summary"
    "|table|tbody|td|tfoot|th|thead|tr|ul"
)
"""Tags at which a word ends, so that white space beside them shows nothing."""
_INLINE = "a|abbr|code|del|dfn|em|ins|kbd|mark|q|samp|small|strong|sub|sup|u|var"
_PLAIN_TAGGED = re.compile(rf"(?:[^<>]++|</?(?:{_BLOCK}|{_INLINE}|img)(?: [^<>]*+)?>)*+")
_QUOTED_IN_TAG = re.compile("<[^<>]*&quot;")
_LINE_BEFORE_BLOCK = re.compile(rf"\n(?=</?(?:{_BLOCK})[ >])")
_PLAYER = re.compile(
    r'(<figure class="embed">)<details class="embed-player [^<>]*>'
    r"<summary>[^<>]*</summary><iframe [^<>]*></iframe></details>"
)
_RELATED = re.compile(r'<aside class="related-story">(<a [^<>]*>(?:[^<>]++|</?(?:strong|em|code|del)>)*+</a>)</aside>')
_PART = re.compile("(?=<(?:p|h[1-6]|hr|figure|blockquote|ul|ol)[ >])")

_TAG = re.compile(r"<(\w+) ([^<>]*)>")
_ATTRIBUTE = re.compile(r'([^\s="]+)="([^"]*)"')
_OF_CELLS = frozenset({"align", "class", "scope", "style"})
_OF_LINKS = frozenset({"href", "title"})
_OF_PICTURES = frozenset({"alt", "decoding", "height", "loading", "src", "title", "width"})
_IN_TAG = str.maketrans(" \t\r\n\f", "\0\1\2\3\4")
"""White space in a tag, so that it is not taken for that between words; no parser lets these signs through."""
_SPACE_AT_END = re.compile(rf" ((?:</(?:{_INLINE})>)++) ?")
_SPACE_AT_START = re.compile(rf"(<(?:{_INLINE})(?:\0[^<>]*)?>) ")
_BEFORE_BLOCK = re.compile(rf" (?=</?(?:{_BLOCK})[\0>])")
_BEHIND_BLOCK = re.compile(rf"(</?(?:{_BLOCK})(?:\0[^<>]*)?>) ")
_HEAD = re.compile("<thead>((?:[^<]++|<(?!td|/?thead))*+)</thead>")
_EMPTY_CELLS = re.compile(r"(?<!<td></td>)(?<!<th></th>)(?:<(?:td></td|th></th)>)++(?=</tr>)")
_EMPTY_ROW = re.compile("(?:(?<=<table>)|(?<=</tr>))<tr></tr>")
_SCROLLED = re.compile(
    r'<div\0class="table-scroll"\0tabindex="0">(<table>(?:[^<]++|<(?!/?(?:div|table)\b))*+</table>)</div>'
)


def look_the_same(before: str, after: str) -> bool:
    """Say whether two bodies, as written and as rendered, differ in their spelling only."""
    before, after = _as_lexbor_spells(before), _as_lexbor_spells(after)
    if before == after:
        return plain_tagged(before)
    if not (plain_tagged(before) and plain_tagged(after)):
        return False
    old, new = _PART.split(before), _PART.split(after)
    return len(old) == len(new) and all(
        one == other or bare(one) == bare(other) for one, other in zip(old, new, strict=True)
    )


def plain_tagged(html: str) -> bool:
    """Say whether HTML holds nothing but text and the dialect's usual tags."""
    return _PLAIN_TAGGED.fullmatch(html) is not None


def _as_lexbor_spells(html: str) -> str:
    """Give a body as if lexbor had written it; what needs no form of the dialect comes from comrak as it is."""
    html = html.replace("<br />", "<br>").replace("<br>\n", "<br>").replace("<hr />", "<hr>")
    html = html.replace("&nbsp;", "\u00a0")
    if "&quot;" in html and not _QUOTED_IN_TAG.search(html):
        html = html.replace("&quot;", '"')
    return without_additions(html).strip("\n")


def without_additions(html: str) -> str:
    """Give the HTML without what the renderer adds; for nine blocks of ten that is all in which they differ."""
    # Text cannot match this: a `>` in it is `&gt;`.
    html = html.replace(' loading="lazy" decoding="async">', ">")
    html = _LINE_BEFORE_BLOCK.sub("", html)
    if ' class="embed' in html:
        html = _PLAYER.sub(r"\1", html)
    return _RELATED.sub(r"<p>\1</p>", html) if ' class="related-story"' in html else html


def bare(html: str) -> str:
    """Give plainly tagged HTML without anything that shows nothing."""
    html = _with_single_spaces(_TAG.sub(_bare_tag, html))
    if " </" in html:
        html = _SPACE_AT_END.sub(r"\1 ", html)
    if "> " in html:
        html = _BEHIND_BLOCK.sub(r"\1", html)
        html = _SPACE_AT_START.sub(r" \1", html).replace("  ", " ")
    html = _BEFORE_BLOCK.sub("", html)
    return (_bare_tables(html) if "<table" in html else html).strip(" ")


def _with_single_spaces(html: str) -> str:
    for sign in "\t\r\n\f":
        html = html.replace(sign, " ")
    while "  " in html:
        html = html.replace("  ", " ")
    return html


def _bare_tables(html: str) -> str:
    """Rows are filled up with empty cells, and a table without a head gets an empty one, which nobody sees."""
    html = _HEAD.sub(r"\1", html).replace("<tbody>", "").replace("</tbody>", "")
    return _SCROLLED.sub(r"\1", _EMPTY_ROW.sub("", _EMPTY_CELLS.sub("", html)))


def _bare_tag(tag: re.Match[str]) -> str:
    """Give a tag with what it shows, in one order."""
    name, text = tag[1], tag[2]
    attributes = dict(_ATTRIBUTE.findall(text))
    # Attributes given twice, in other quotation marks or in none are for those who parse.
    if sum(map(len, attributes)) + sum(map(len, attributes.values())) + 4 * len(attributes) - 1 == len(text):
        if name == "img" and attributes.keys() <= _OF_PICTURES:
            return f"<img\0{_address(attributes.get('src', ''))}\0{_title(attributes.get('alt', ''))}>"
        if name == "a" and "href" in attributes and attributes.keys() <= _OF_LINKS:
            return f"<a\0{_address(attributes['href'])}\0{_title(attributes.get('title', ''))}>"
        if name in {"td", "th"} and attributes.keys() <= _OF_CELLS:
            return f"<{name}>"
    return tag[0].translate(_IN_TAG)


def _address(value: str) -> str:
    if "%" in value or value.startswith(("//", " ", "\t", "\r", "\n", "\f")):
        value = escape(address_of(unescape(value)), quote=False).replace('"', "&quot;")
    return value.translate(_IN_TAG)


def _title(value: str) -> str:
    return "\0".join(value.split())
