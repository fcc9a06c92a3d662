"""A saved page of an article, read for the proof alone, by what WordPress and its themes write into every page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from .body_nodes import BESIDE, BODIES, COMMENT_BODIES, COMMENT_HEADS, PASSWORD_FORM, TITLES
from .filled_in import FILLED_IN
from .locations import number_in
from .markup import FURNITURE, UNSEEN, Line, lines_in, read_clean
from .page_marks import address_told, classes_of, home_told, is_article, is_list, number_told, text_of
from .shortcodes import read_shortcodes
from .threads import typed_words
from .words import words_of

_COMMENT = re.compile(r"(?:li-|div-)?comment-(\d{1,18})")
_PAGE_OF_COMMENTS = re.compile(r"/comment-page-\d+/?$")
_FURTHER = re.compile(r"(?:single|page)-paged-(\d{1,4})")
_LAST = re.compile(r"\d+/?$")
_TOKEN = re.compile(r"[a-z]+")
MOST = 50
"""So many elements of one name are looked at; more are a trap."""
_FACES = ("avatar", "gravatar.com")
"""Pictures of people beside their comments and bylines."""


@dataclass(slots=True)
class SavedPage:
    """What a saved page says of its article."""

    number: int = 0
    """The item's; 0 where the page does not say."""
    address: str = ""
    """Its own, as far as the page or its place in a mirror says."""
    is_guessed: bool = False
    """Whether its address is known by its place in a mirror alone."""
    home: str = ""
    """The site's address."""
    title: list[str] = field(default_factory=list)
    """Words of the headline."""
    lines: list[Line] = field(default_factory=list)
    """Of the text."""
    pictures: list[str] = field(default_factory=list)
    """Addresses of those in the text."""
    comments: dict[int, list[str]] = field(default_factory=dict)
    """Words of each comment that has a number."""
    further: int = 0
    """Which page of a text of several this is; 0 for the first."""
    is_marked: bool = False
    """Whether an element of its own holds the text; the lines are those of the whole page where none does."""
    is_locked: bool = False
    """Whether a form asks for a password in the text's place."""

    @property
    def path(self) -> str:
        """The path and the query of its address."""
        parts = urlsplit(self.address)
        path = _PAGE_OF_COMMENTS.sub("/", parts.path or "/")
        return (path + (f"?{parts.query}" if parts.query else "")) if self.address else ""

    @property
    def base(self) -> str:
        """The path of the text's first page."""
        return _LAST.sub("", self.path) if self.further else self.path

    def texts(self) -> str:
        """Give the headline and the text."""
        return "\n".join(" ".join(words) for words in [self.title, *(line.words for line in self.lines)])


def read_saved(file: Path, root: Path) -> SavedPage | None:
    """Give what a page says of the article that it shows; nothing where it shows none, or several, or cannot tell."""
    source = text_of(file.read_bytes())
    tree = LexborHTMLParser(source)
    if tree.body is None or not is_article(tree, source):
        return None
    number, (address, is_guessed) = number_told(tree), address_told(tree, file, root)
    comments = dict(_comments(tree))
    tree.strip_tags(UNSEEN, recursive=True)
    page = SavedPage(number, address, is_guessed, home_told(tree, address), _title(tree), comments=comments)
    page.is_locked = tree.css_first(PASSWORD_FORM) is not None
    page.further = next(
        (int(match.group(1)) for name in classes_of(tree.body) if (match := _FURTHER.fullmatch(name))), 0
    )
    body = _body(tree, number)
    html = _stripped(body if body is not None else tree.body)
    page.is_marked = body is not None
    page.lines = lines_in(html)
    if page.is_marked:
        page.pictures = [urljoin(address, source) for source, _ in read_clean(html).pictures if not _is_face(source)]
    return page if page.number or page.address else None


def read_bare(file: Path) -> list[str] | None:
    """Give the lines of a page that does not say which article it shows; nothing of one that shows several or none."""
    tree = LexborHTMLParser(text_of(file.read_bytes()))
    if tree.body is None or is_list(tree) or tree.css_first(PASSWORD_FORM) is not None:
        return None
    tree.strip_tags(UNSEEN, recursive=True)
    return [line.text for line in lines_in(_stripped(tree.body)) if line.linked < len(line.words)]


def _title(tree: LexborHTMLParser) -> list[str]:
    """Give the words of the headline: of several that may be it, none."""
    for selector in TITLES:
        found = tree.css(selector)
        if len(found) == 1:
            return words_of(found[0].text())
    return []


def _body(tree: LexborHTMLParser, number: int) -> LexborNode | None:
    """Give the element of the text: the longest of the name that stands first, within the article where it is known."""
    article = tree.css_first(f"#post-{number}") if number else None
    for place in filter(None, (article, tree.body)):
        for selector in BODIES:
            if found := [node for node in place.css(selector) if node.tag not in {"body", "html"}]:
                return max(found[:MOST], key=lambda node: len(node.text()))
    return None


def _stripped(body: LexborNode) -> str:
    """Give the HTML of a text without what themes and plugins put into it, by their names."""
    for node in body.css(f"{FURNITURE}, {FILLED_IN}, nav, .wp-post-image, h1.entry-title, h1.post-title"):
        node.decompose()
    for node in body.css("[class], [id]"):
        names = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}".lower()
        if BESIDE & set(_TOKEN.findall(names)):
            node.decompose()
    html, _ = read_shortcodes(body.inner_html or "")
    return html


def _is_face(source: str) -> bool:
    return any(sign in source for sign in _FACES)


def _comments(tree: LexborHTMLParser) -> Iterator[tuple[int, list[str]]]:
    """Give the words of each comment that a page shows with its number, without those of its answers."""
    for node in tree.css("[id*='comment-']"):
        match = _COMMENT.fullmatch(str(node.attributes.get("id") or ""))
        body = _comment_body(node, match.group(1)) if match else None
        if not match or body is None:
            continue
        for part in body.css(COMMENT_HEADS):
            part.decompose()
        # What a ping says is not its own words in all themes; that it is there is.
        is_ping = {"pingback", "trackback"} & set(classes_of(node))
        yield number_in(match.group(1)), [] if is_ping else typed_words(body.inner_html or "")


def _comment_body(node: LexborNode, number: str) -> LexborNode | None:
    """Give where the words of a comment stand; nothing where the only such place is an answer's."""
    for selector in COMMENT_BODIES:
        body = node.css_first(selector)
        if body is not None:
            return body if _owner(body) == number else None
    return None


def _owner(node: LexborNode) -> str:
    """Give the number of the comment that a place belongs to."""
    above: LexborNode | None = node
    while above is not None:
        if match := _COMMENT.fullmatch(str(above.attributes.get("id") or "")):
            return match.group(1)
        above = above.parent
    return ""
