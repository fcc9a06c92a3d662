"""Readers' comments as a page shows them: lists of WordPress's own in its three forms, and themes' lists."""

import re
from collections.abc import Iterator
from datetime import datetime, timezone

from ...addresses import is_web_address
from ...body.tree import Node, attribute, words
from ...date_words import read_words
from ...model import Comment, CommentKind
from .moments import read_iso
from .page import Page
from .places import Place, resolve
from .removal import remove_all

_COMMENTS = "li[id^=comment-], article[id^=comment-], div[id^=comment-], li[id^=li-comment-], [id^=div-comment-]"
_NUMBER = re.compile(r"(?:li-|div-)?comment-(\d{1,18})")
_AUTHOR = (
    ".wp-block-comment-author-name, .comment-author .fn, .comment-author cite, cite.fn, .fn, "
    ".comment-author-name,"
    " .comment-author a.url, .comment-author, cite, b"
)
_BODY = (
    ".wp-block-comment-content, .comment-content, .comment-text, .comment-body-text, .comment_text, .comment-entry,"
    " .commentcontent, [class*=comment-content], [class*=comment-text]"
)
_NOT_BODY = (
    ".comment-author, .comment-meta, .commentmetadata, .reply, .comment-reply-link, .comment-edit-link, .says, .avatar,"
    " .comment-awaiting-moderation, .comment-metadata, .comment-footer, .comment-actions, .comment-respond,"
    " form, footer,"
    " .children, ol.children, ul.children"
)
_REPLY = ".reply, .comment-reply, [class*=reply-link], [class*=reply-wrap], .comment-edit-link, .comment-actions"
_DATE = ".wp-block-comment-date, .comment-metadata, .comment-meta, .commentmetadata, .comment-date, .comment-time"
_WEBSITE = ".comment-author a.url, .comment-author a[rel~=external]"
_MOST = 20
_DAY = re.compile(
    r"(?:[^\W\d]{3,12}\.? \d{1,2}|\d{1,2}\.? (?:de )?[^\W\d]{3,12}\.?),? (?:de )?(?:19|20)\d\d"
    r"(?: @ \d{1,2}:\d\d(?: ?[ap]m)?)?",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"^(?:\w+ (?:by|von|de|par|di|van|av|af|от|από) )?(.{1,80}?)\s+[—–-]\s+.*\d")
_KINDS = {"pingback": CommentKind.PINGBACK, "trackback": CommentKind.TRACKBACK}
_BREAK = re.compile(r"<br\s*/?>\n?", re.IGNORECASE)
_PARAGRAPH = re.compile(r"\s*</?p>\s*", re.IGNORECASE)


def read_comments(page: Page, place: Place, usual: timezone) -> Iterator[Comment]:
    """Give the comments of a page in its order, each once."""
    nodes: dict[int, Node] = {}
    for node in page.body.css(_COMMENTS):
        match = _NUMBER.fullmatch(attribute(node, "id"))
        if match:
            nodes.setdefault(int(match[1]), node)
    around = {node.mem_id: number for number, node in nodes.items()}
    yield from _unnumbered(page, place)
    for number, node in nodes.items():
        if comment := _read(page, place, (number, _parent(node, around)), (node, usual)):
            yield comment


def _unnumbered(page: Page, place: Place) -> Iterator[Comment]:
    """Give pingbacks and trackbacks that a theme shows without their numbers (Twenty Ten, Twenty Eleven)."""
    for node in page.body.css("li.pingback, li.trackback"):
        link = node.css_first("a[href]")
        if not _NUMBER.fullmatch(attribute(node, "id")) and node.css_first(_COMMENTS) is None and link is not None:
            kind = next(_KINDS[name] for name in attribute(node, "class").split() if name in _KINDS)
            yield Comment(0, words(link), None, "", resolve(attribute(link, "href"), place), 0, kind)


def _parent(node: Node, around: dict[int, int]) -> int:
    """Give the number of the comment around a comment."""
    above = node.parent
    while above is not None:
        if above.mem_id in around:
            return around[above.mem_id]
        above = above.parent
    return 0


def _read(page: Page, place: Place, numbers: tuple[int, int], found: tuple[Node, timezone]) -> Comment | None:
    node, usual = found
    author = _first_own(node, _AUTHOR)
    link = author if author is None or author.tag == "a" else author.css_first("a[href]") or _first_own(node, _WEBSITE)
    website = resolve(attribute(link, "href"), place) if link else ""
    kind = next((_KINDS[name] for name in attribute(node, "class").split() if name in _KINDS), CommentKind.COMMENT)
    if author is None and kind is not CommentKind.COMMENT:
        # `Pingback: <a>…</a>` (`Walker_Comment::ping`).
        link = node.css_first("a[href]:not(.comment-edit-link)")
        website = attribute(link, "href") if link else ""
        return Comment(numbers[0], words(link) if link else "", None, "", website, numbers[1], kind)
    body = _body_of(node)
    if author is None and not body:
        return None
    return Comment(
        id=numbers[0], author=_name(author) if author is not None else "", written=_date(page, node, usual), body=body,
        website=website if is_web_address(website) and "#comment-" not in website else "", parent=numbers[1], kind=kind,
    )  # fmt: skip


def _first_own(node: Node, selector: str) -> Node | None:
    """Give the first match in a comment that is not in a comment below it."""
    number = _NUMBER.fullmatch(attribute(node, "id"))
    for part in selector.split(", "):
        for found in node.css(part)[:_MOST]:
            # A link in a link, as some themes write, leaves an element empty.
            if _comment_around(found) == (number[1] if number else "") and (words(found) or part == "abbr[title]"):
                return found
    return None


def _name(author: Node) -> str:
    """Give a commenter's name without the badge beside it (`Post author`), or the words and the date around it."""
    if author.tag == "cite" and (signed := _SIGNED.search(words(author))):
        return signed[1]
    own = [
        part for part in author.iter(include_text=True) if part.is_text_node or part.tag in ("a", "b", "strong", "cite")
    ]
    return " ".join(filter(None, map(words, own))) or words(author)


def _comment_around(node: Node) -> str:
    above: Node | None = node
    while above is not None:
        if match := _NUMBER.fullmatch(attribute(above, "id")):
            return match[1]
        above = above.parent
    return ""


def _date(page: Page, node: Node, usual: timezone) -> datetime | None:
    marked = _first_own(node, "time[datetime], abbr[title]")
    told = (attribute(marked, "datetime") or attribute(marked, "title")) if marked else ""
    if moment := read_iso(told):
        return moment if moment.tzinfo else moment.replace(tzinfo=usual)
    shown = _first_own(node, _DATE)
    links = [words(link) for link in shown.css("a[href*='#comment-'], a[href^='#comment-']")] if shown else []
    around = [words(part) for part in node.css("cite, i, small, em, span")[:_MOST]] if shown is None else []
    dated = [match[0] for text in around if (match := _DAY.search(text))]
    return next(
        (
            moment
            for text in (*links, words(shown) if shown else "", *dated)
            if (moment := read_words(text, page.language, usual))
        ),
        None,
    )


def _body_of(node: Node) -> str:
    """Give a comment as it had been typed: simple HTML with line breaks that mean paragraphs."""
    marked = _first_own(node, _BODY)
    if marked is not None:
        remove_all(marked.css(_REPLY))
    html = (marked.inner_html or "") if marked is not None else _rest_of(node)
    typed = _PARAGRAPH.sub("\n\n", _BREAK.sub("\n", html))
    return re.sub(r"\n{3,}", "\n\n", typed).strip()


def _rest_of(node: Node) -> str:
    """Give what a comment holds beside its head and its foot (`Walker_Comment::comment`)."""
    own = node.css_first(".comment-body") or node
    remove_all(own.css(_REPLY))
    dropped = {part.mem_id for part in own.css(_NOT_BODY)}
    signed = own.css_first("p > cite")
    if signed is not None and signed.parent is not None and words(signed) == words(signed.parent):
        # WordPress 1.5 put the name and the date below the words.
        dropped.add(signed.parent.mem_id)
    parts = [child for child in own.iter(include_text=True) if child.mem_id not in dropped]
    text = "".join(part.html or "" for part in parts if not part.is_comment_node)
    # A theme of a newsroom's own may name nothing but the comment: a name, a date, and the words in their element.
    tags = {part.tag for part in parts}
    return _last_part(parts) if "b" in tags and "p" not in tags else text


def _last_part(parts: list[Node]) -> str:
    blocks = [part for part in parts if part.tag in ("div", "section", "blockquote")]
    return (blocks[-1].inner_html or "") if blocks else ""
