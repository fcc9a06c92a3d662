"""A saved page as a tree, with what its head says and where on it the article stands."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser

from ...body.extremes import cap_markup
from ...body.tree import CONTROLS, Node, attribute, words
from ...model import Note
from ...plain_text import plain_words
from ..folder import RawFile
from .files import PageText
from .json_ld import Facts

BESIDE = (
    "#comments, .comments-area, .comment-list, .commentlist, .wp-block-comments, .wp-block-post-comments,"
    " .wp-block-comment-template, #respond, .comment-respond, #disqus_thread, aside, nav, .sidebar, #sidebar, .widget,"
    " .widget-area, .wp-block-query, .wp-block-post-template, .wp-block-latest-posts, .wp-block-latest-comments,"
    " .tagcloud, .wp-block-tag-cloud, .related-posts, .relatedposts, .related_posts, .jp-relatedposts, .yarpp-related,"
    " .post-navigation, .nav-links, .site-footer, #colophon, .site-header, #masthead, header.wp-block-template-part,"
    " footer.wp-block-template-part, article article, .wp-block-post, .hentry, .wpnbha, .td_block_related_posts,"
    " .jeg_related, .td-post-next-prev, .menu, .wp-block-navigation, #footer, #site-footer, .mega-menu"
)
"""What stands on an article's page and is not of the article."""
_ARTICLE_TAGS = frozenset({"article", "div", "section", "main", "li"})
_TEXT = "h1, .entry-title, .entry-content, .post-content, .wp-block-post-content, [itemprop=articleBody], .entry, p"
_MASTHEAD = "#masthead, #branding, .site-header, body > header, #page > header, .wp-site-blocks > header"
_MENUS = frozenset({"nav"})
_FOOT = frozenset({"footer"})
_HEADS = ("script", "style", "svg", "template")
_POST_ID = re.compile(r"(?:postid|page-id|attachmentid)-(\d{1,18})")
_ELEMENT = re.compile(r"post-(\d{1,18})")
_SHORTLINK = re.compile(r"[?&](?:p|page_id|attachment_id)=(\d{1,18})(?:&|#|$)")
_REST = re.compile(
    r"(?:/|rest_route=(?:/|%2F))wp(?:/|%2F)v2(?:/|%2F)([\w-]+)(?:/|%2F)(\d{1,18})(?:$|[?&#])", re.IGNORECASE
)
_NO_EVENTS = LexborDocumentOptions.WO_EVENTS.value


@dataclass(frozen=True, slots=True)
class HeadLink:
    """A `<link>` of the head."""

    address: str
    """As written."""
    type: str = ""
    """Its media type."""
    title: str = ""
    """What it is called."""


@dataclass(slots=True)
class Noted:
    """What had to be altered before a page could be parsed."""

    notes: list[Note] = field(default_factory=list)
    """In order."""

    def note(self, kind: str, detail: str = "", *, review: bool = False) -> None:
        """Write down an alteration."""
        self.notes.append(Note(kind, detail[:200], review))


@dataclass(frozen=True, slots=True)
class Page:
    """A page that was read."""

    file: RawFile
    """Where it stands in the raw material."""
    source: str
    """The address that it was saved from, as the file itself says."""
    parser: LexborHTMLParser
    """Keeps the tree."""
    root: Node
    """Its `<html>`."""
    body: Node
    """Its `<body>`."""
    metas: Mapping[str, tuple[str, ...]]
    """Contents of `<meta>` by name or property."""
    links: Mapping[str, tuple[HeadLink, ...]]
    """`<link>` by relation."""
    facts: Facts
    """JSON-LD."""
    classes: tuple[str, ...]
    """Of the body."""
    article: Node
    """The element that holds the article; the body where none is marked."""
    beside: frozenset[int]
    """Elements around things that are not of the article."""
    mastheads: tuple[Node, ...]
    """The head of the page that readers see."""
    notes: tuple[Note, ...]
    """What was doubtful."""

    def meta(self, *names: str) -> str:
        """Give the first of these that says something, in plain words."""
        told = (value for name in names for value in self.metas.get(name, ()))
        return next((words for value in told if (words := plain_words(value).text)), "")

    def link(self, relation: str) -> str:
        """Give the address of the first link of a relation."""
        return next((link.address for link in self.links.get(relation, ()) if link.address), "")

    @property
    def id(self) -> int:
        """`wp_posts.ID`, by the page's marks or by the article's own element; 0 where none says it."""
        own = _ELEMENT.fullmatch(attribute(self.article, "id"))
        return self.marked_id or (int(own[1]) if own else 0)

    @property
    def marked_id(self) -> int:
        """`wp_posts.ID`, by the body's classes, the short link or the REST link, which only pages of one item have."""
        marked = next((match[1] for name in self.classes if (match := _POST_ID.fullmatch(name))), "")
        short = _SHORTLINK.search(self.link("shortlink")) or self._rest
        return int(marked or (short[short.re.groups] if short else 0))

    @property
    def _rest(self) -> re.Match[str] | None:
        return next((match for link in self.links.get("alternate", ()) if (match := _REST.search(link.address))), None)

    @property
    def rest_type(self) -> str:
        """The last part but one of the REST link: `posts`, `pages`, or what a custom type is called there."""
        return self._rest[1] if self._rest else ""

    @property
    def language(self) -> str:
        """As `<html lang>` says."""
        return (
            (self.root.attributes.get("lang") or self.root.attributes.get("xml:lang") or "").strip().replace("_", "-")
        )

    def find(self, selector: str, within: Node | None = None) -> Iterator[Node]:
        """Give the elements of the article that match, in order, without what stands beside the article."""
        last = 0
        for node in (within or self.article).css(selector):
            if node.mem_id != last and not self.is_beside(node):
                last = node.mem_id
                yield node

    def is_beside(self, node: Node) -> bool:
        """Tell whether an element is in something that is not of the article."""
        above: Node | None = node
        while above is not None:
            if above.mem_id in self.beside:
                return True
            above = above.parent
        return False

    def circles(self) -> Iterator["Look"]:
        """Give ways to look for what belongs to the article: in it, around it, and in the head of the page.

        Themes with a large picture put it, the title and the byline in front of the article's own element, and some
        into the masthead (Twenty Nineteen).
        """
        yield self.find
        yield self._find_around
        yield self._find_in_masthead

    def _find_around(self, selector: str) -> Iterator[Node]:
        return (node for node in self.find(selector, self.body) if not is_within(node, _FOOT))

    def _find_in_masthead(self, selector: str) -> Iterator[Node]:
        for head in self.mastheads:
            yield from (node for node in head.css(selector) if not is_within(node, _MENUS))

    def first(self, *selectors: str) -> Node | None:
        """Give the first element with words by the first selector that finds one."""
        found = (node for look in self.circles() for selector in selectors for node in look(selector))
        return next((node for node in found if words(node)), None)


Look = Callable[[str], Iterator[Node]]
"""Gives the elements that match a selector, in order."""


def is_within(node: Node, tags: frozenset[str]) -> bool:
    """Tell whether an element is in one with such a tag."""
    above = node.parent
    while above is not None:
        if above.tag in tags:
            return True
        above = above.parent
    return False


def open_page(text: PageText, file: RawFile) -> Page:
    """Give a page as a tree. Raises ValueError where it has no body."""
    noted = Noted()
    parser = LexborHTMLParser(_limited(text.text, noted).encode("utf-8", "replace"), options=_NO_EVENTS)
    root, body = parser.root, parser.body
    if root is None or body is None:
        raise ValueError("it has no body")
    classes = tuple((body.attributes.get("class") or "").split())
    article = _article_of(body, classes)
    return Page(
        file=file, source=text.source, parser=parser, root=root, body=body,
        metas=_metas(root), links=_links(root),
        facts=Facts([node.text() for node in root.css('script[type="application/ld+json"]')]),
        classes=classes, article=article, beside=_beside(body, article),
        mastheads=tuple(body.css(_MASTHEAD)[:2]), notes=(*text.notes, *noted.notes),
    )  # fmt: skip


def _limited(html: str, noted: Noted) -> str:
    """Give the HTML without what makes the parser take hours; a page that has nothing of the kind stays as it is."""
    html = CONTROLS.sub("", html.replace("\f", " "))
    light = html
    for tag in _HEADS:
        light = _without(light, tag)
    limited = cap_markup(light, noted)
    return html if limited == light else limited


def _without(html: str, tag: str) -> str:
    """Give the HTML without elements whose content is no markup of the page, JSON-LD excepted."""
    if f"<{tag}" not in html:
        return html
    kept: list[str] = []
    end = 0
    for opening in re.finditer(rf"<{tag}\b", html):
        if opening.start() < end or html.startswith(' type="application/ld+json"', opening.end()):
            continue
        close = html.find(f"</{tag}", opening.end())
        if close < 0:
            break
        kept.append(html[end : opening.start()])
        end = html.find(">", close) + 1 or len(html)
    return "".join(kept) + html[end:]


def _metas(root: Node) -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for node in root.css("meta[content]"):
        name = attribute(node, "property") or attribute(node, "name")
        if name:
            found[name.lower()].append(attribute(node, "content"))
    return {name: tuple(values) for name, values in found.items()}


def _links(root: Node) -> dict[str, tuple[HeadLink, ...]]:
    found: defaultdict[str, list[HeadLink]] = defaultdict(list)
    for node in root.css("link[rel][href]"):
        link = HeadLink(attribute(node, "href"), attribute(node, "type").lower(), attribute(node, "title"))
        for relation in attribute(node, "rel").lower().split():
            found[relation].append(link)
    return {name: tuple(values) for name, values in found.items()}


def _article_of(body: Node, classes: tuple[str, ...]) -> Node:
    """Give the element of the article: by its number, else the one `article` of the page, else its main part."""
    number = next((match[1] for name in classes if (match := _POST_ID.fullmatch(name))), "")
    for marked in body.css(f"#post-{number}, .post-{number}") if number else ():
        # The number also stands in lists, on buttons and on links: an article has a headline or a text.
        if marked.tag in _ARTICLE_TAGS and marked.css_first(_TEXT) is not None and not _is_listed(marked):
            return marked
    # lexbor gives an element once for each of the selectors that it matches.
    found = {node.mem_id: node for node in body.css(".hentry, .post[id^=post-]")}
    posts = [node for node in found.values() if not _is_in_article(node) and not _is_listed(node)]
    if not number and len(posts) == 1:
        return posts[0]
    outer = [node for node in body.css("article") if not _is_in_article(node)]
    return outer[0] if len(outer) == 1 else body.css_first("main, [role=main], #main, #content") or body


def _is_listed(node: Node) -> bool:
    """Tell whether an element is one of several in a list of articles."""
    names = attribute(node, "class").split()
    return "wp-block-post" in names and node.css_first(".wp-block-post-content") is None


def _is_in_article(node: Node) -> bool:
    above = node.parent
    while above is not None:
        if above.tag in ("article", "aside", "nav", "footer"):
            return True
        above = above.parent
    return False


def _beside(body: Node, article: Node) -> frozenset[int]:
    around = {article.mem_id}
    above = article.parent
    while above is not None:
        around.add(above.mem_id)
        above = above.parent
    return frozenset(node.mem_id for node in body.css(BESIDE)) - around
