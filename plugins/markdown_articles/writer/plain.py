"""Leaves of plain words with simple markup, written straight from their HTML.

Most leaves hold nothing that Markdown could take for something else. One expression knows them by their HTML, and a few
replacements write them, in a tenth of the time. What it does not know for certain goes the long way, token by token,
with the same result; a test writes many bodies both ways.
"""

import re
from html import unescape

from .addresses import destination, title
from .escaping import ENTITY, escape, leaf_facts

_WORDS = r"(?! \s ) [^<\0\\*_`\[\]~@]++ (?<! \s )"
"""The words between two tags, without any of the signs that Markdown may read."""
_LEANS_AT_START = r"(?: (?<! [^ ] ) | (?<= <br> ) | (?= (?: <\w++> )++ [^\W_] ) )"
"""Emphasis begins where a letter follows, or a space or the start of a line stands before it."""
_LEANS_AT_END = r"(?: (?<= [^\W_] ) | (?= (?: </\w++> )++ (?: [ ] | <br> | \Z ) ) )"
"""And it ends behind a letter, or before a space or the end of a line."""
_LESS = "\0"
"""A `<` that is no tag's, while there are tags: in code it stays, in words it takes the long way."""
_TITLE = r'(?: [ ]title="[^"<>\0]*+" )?'
_PLAIN = re.compile(
    rf"""
    (?: [^<\0\\*_`\[\]~@]++
      | (?<! \A ) (?<! <br> ) <br> (?! <br> | \Z )
      | (?:
            {_LEANS_AT_START} < (?: strong | em | del ) > {_WORDS} {_LEANS_AT_END} </\w++>
          | {_LEANS_AT_START} (?: <strong><em> | <em><strong> ) {_WORDS} {_LEANS_AT_END} </\w++></\w++>
          | (?<! ! ) <a {_TITLE} [ ]href="(?: https?:// | [/#?{{] | mailto: | tel: ) [^"<>\0\s]*+" {_TITLE} >
            (?! \^ | https?:// | ftp:// | HTTP ) {_WORDS} </a>
          | <code> (?= [\0!-~] ) [^<`]++ (?<= [\0!-~] ) </code>
          | < (?: cite | ins | kbd | mark | q | samp | small | sub | sup | u | var ) > {_WORDS} </\w++>
        )
        # Markup that touches other markup depends on it.
        (?! < (?! br> ) )
    )+
    """,
    re.VERBOSE,
)
_LINK = re.compile(r"<a( [^<>]*)>([^<]*)</a>")
_BREAK = re.compile(r"[ \n]*<br>[ \n]*")
_WHITE_SPACE = re.compile(r"[ \t\r\n\f]+")
_SPACE_AT_START = re.compile(r"(<(?!br>)\w[^<>]*>) ")
_SPACE_AT_END = re.compile(r" ((?:</\w+>)+)")
_SIGNS = (
    ("<strong>", "**"),
    ("</strong>", "**"),
    ("<del>", "~~"),
    ("</del>", "~~"),
    ("<em>", "*"),
    ("</em>", "*"),
    ("<code>", "`"),
    ("</code>", "`"),
    ("<br>", "  \n"),
)
"""What is written for each tag."""


def plain(html: str) -> str | None:
    """Give the Markdown of a leaf from the HTML that it holds, as lexbor writes it, or None where it is not plain.

    What means something only at the start of a line is not escaped yet.
    """
    if "<" not in html:
        return _words(html)
    if "&" in html:
        html = html.replace("&lt;", _LESS).replace("&nbsp;", "\u00a0").replace("&gt;", ">").replace("&amp;", "&")
        if ENTITY.search(html):
            return None
    html = _tidied(html)
    if not _PLAIN.fullmatch(html):
        html = _with_spaces_outside(html)
        if not _PLAIN.fullmatch(html):
            return None
    # Between links only: the address of a link, and words that are linked already, become no link by themselves.
    words = _LINK.sub("", html) if "<a " in html else html
    if "://" in words or "www." in words or "WWW." in words:
        return None
    return _written(html)


def _words(html: str) -> str | None:
    text = _tidied(unescape(html))
    if not text or text.isspace():
        return None
    return escape(text, "", leaf_facts([text], struck=False))


def _tidied(html: str) -> str:
    """White space is one space, and none at the end of a line."""
    if "<br>" in html:
        html = _BREAK.sub("<br>", html)
    if "  " in html or "\n" in html or "\t" in html or "\r" in html or "\f" in html:
        html = _WHITE_SPACE.sub(" ", html)
    return html.strip(" ")


def _with_spaces_outside(html: str) -> str:
    if " </" in html:
        html = _SPACE_AT_END.sub(r"\1 ", html).replace("  ", " ")
    if "> " in html:
        html = _SPACE_AT_START.sub(r" \1", html).replace("  ", " ")
    return html.replace(" <br>", "<br>").replace("<br> ", "<br>").strip(" ")


def _written(html: str) -> str:
    if "<a " in html:
        html = _LINK.sub(_written_link, html)
    for tag, sign in _SIGNS:
        html = html.replace(tag, sign)
    return html.replace(_LESS, "<")


def _written_link(link: re.Match[str]) -> str:
    attributes = link[1].split('"')
    values = dict(zip(attributes[::2], attributes[1::2], strict=False))
    return f"[{link[2]}]({destination(values[' href='])}{title(values.get(' title=', ''))})"
