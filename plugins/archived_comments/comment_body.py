"""What a stranger wrote, as HTML that can do no harm: Markdown, then a sanitiser, then nothing else."""

import re
from html import escape

import comrak
import nh3
from selectolax.lexbor import LexborHTMLParser, LexborNode

from .plain_lines import html_of

_EXTENSIONS = comrak.ExtensionOptions(strikethrough=True, table=True, autolink=True)
_WITH_TAGS = comrak.RenderOptions(unsafe_=True)
_TAGS_AS_WORDS = comrak.RenderOptions(escape=True)

_MOST_NESTED = 40
"""Elements within elements: far more than anybody writes, far fewer than slow a parser of HTML down."""
_VOID = frozenset({"br", "hr", "img", "input", "wbr"})
_TAG = re.compile(r"<!--.*?(?:-->|\Z)|<(/?)([A-Za-z][\w-]*)", re.DOTALL)
_HEADING = re.compile(r"<(/?)h[1-6]\b[^>]*>", re.IGNORECASE)
_OWN_PICTURE = re.compile(r"/[^/\\\s\x00-\x1f][^\\\s\x00-\x1f]*")
_LINE_ENDS = re.compile(r"\r\n?|\n")

_SANITISER = nh3.Cleaner(
    tags={
        "a", "abbr", "b", "blockquote", "br", "cite", "code", "dd", "del", "details", "div", "dl", "dt", "em", "hr",
        "i", "img", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "s", "small", "span", "strong", "sub",
        "summary", "sup", "table", "tbody", "td", "th", "thead", "tr", "u", "ul",
    },
    # No id, no class, no style: nothing of a stranger's takes the place or the look of what is the newspaper's.
    attributes={
        "*": {"lang", "dir"}, "a": {"href", "title"}, "abbr": {"title"}, "img": {"src", "alt", "width", "height"},
        "ol": {"start"}, "td": {"align", "colspan", "rowspan"}, "th": {"align", "colspan", "rowspan"},
    },
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel="nofollow ugc",
    set_tag_attribute_values={"img": {"loading": "lazy"}},
)  # fmt: skip


def safe_html(markdown: str) -> str:
    """Give the HTML of a comment.

    Tags that are not closed in order, or nested beyond all sense, are shown as words: only such text can make a parser
    of HTML work without end.
    """
    plain = html_of(markdown)
    return plain if plain is not None else cleaned(markdown)


def cleaned(markdown: str) -> str:
    """Give the HTML of any comment, without a look for the short way."""
    html = _rendered(markdown)
    html = _HEADING.sub(lambda tag: "</strong></p>" if tag[1] else "<p><strong>", html)
    if "<img" in html.lower():
        html = _with_own_pictures_only(html)
    return _SANITISER.clean(html).strip()


def _rendered(markdown: str) -> str:
    for options in (_WITH_TAGS, _TAGS_AS_WORDS):
        html: str = comrak.markdown_to_html(markdown, _EXTENSIONS, None, options)
        if _is_orderly(html):
            return html
    return f"<p>{_LINE_ENDS.sub('<br>', escape(markdown))}</p>"


def _is_orderly(html: str) -> bool:
    """Tell whether each tag closes the last one that is open, and few are open at a time."""
    within: list[str] = []
    for closing, name in _TAG.findall(html):
        name = name.lower()  # noqa: PLW2901  # the same name, as HTML compares it
        if not name or name in _VOID:
            continue
        if not closing:
            within.append(name)
        elif not within or within.pop() != name:
            return False
        if len(within) > _MOST_NESTED:
            return False
    return not within


def _with_own_pictures_only(html: str) -> str:
    """Make a picture of another host a link to it: nobody who reads a thread is to be counted elsewhere."""
    tree = LexborHTMLParser(f"<body>{html}")
    for picture in tree.css("img"):
        if not _OWN_PICTURE.fullmatch(picture.attributes.get("src") or ""):
            _replace_by_link(picture)
    return (tree.body and tree.body.inner_html) or ""


def _replace_by_link(picture: LexborNode) -> None:
    address, words = picture.attributes.get("src") or "", picture.attributes.get("alt") or ""
    link = f'<a href="{escape(address)}">{escape(words or address)}</a>'
    if not address or _is_in_link(picture):
        link = f"<span>{escape(words or address)}</span>"
    picture.insert_before(LexborHTMLParser(f"<body>{link}").css("a, span")[0])
    picture.decompose()


def _is_in_link(node: LexborNode) -> bool:
    above = node.parent
    while above is not None and above.tag != "a":
        above = above.parent
    return above is not None
