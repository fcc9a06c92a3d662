"""Where on a page an article's text stands: in WordPress's own element, in the one that varies, or by its looks."""

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from ...body.tree import Node, attribute, words
from ...model import Note
from ...plain_text import plain_words
from .page import Page
from .removal import remove_all
from .repetition import Repetition
from .titles import HEADLINES

KNOWN = (
    ".wp-block-post-content", ".elementor-widget-theme-post-content", ".et_pb_post_content", ".td-post-content",
    ".tdb_single_content .tdb-block-inner", ".fl-module-fl-post-content .fl-module-content", ".brxe-post-content",
    ".fusion-content-tb", ".jeg_main_content .content-inner", ".entry-content", ".post-content",
    "[itemprop=articleBody]",
    ".e-content", ".entry-body", ".post-entry", ".post_content", ".td-page-content", ".article-content",
    ".article-body",
    ".article__content", ".article__body", ".post-body", ".single-content", ".post__content", ".the-content",
    ".story-content", ".content-inner", ".page-content", ".postcontent", ".storycontent", ".post-inner-content",
    ".c-entry-content", ".entry-text", ".text-content", ".entry", ".ct-inner-content", "article .content",
    ".post .content",
    ".post-text", ".single-post-content", ".wp-site-blocks main > .entry-content", "#content .post",
)  # fmt: skip
"""Elements in which themes show `the_content`, from WordPress's own and page builders' to those of old themes."""
_LIKE_KNOWN = (
    "[class*=entry-content]", "[class*=post-content]", "[class*=article-content]", "[class*=article-body]",
    "[class*=single-content]", "[class*=story-body]", "[class*=entry-summary]",
)  # fmt: skip
"""The same behind a theme's own prefix: `cm-entry-summary`."""
LEAD_PICTURES = (
    ".wp-block-post-featured-image img", "img.wp-post-image", ".post-thumbnail img", ".featured-image img",
    ".entry-featured-image img", ".td-post-featured-image img", ".jeg_featured img", ".single-featured-image img",
    ".elementor-widget-theme-post-featured-image img", ".et_pb_title_featured_container img",
    ".fusion-post-slideshow img",
    ".entry-thumbnail img", ".post-image img", ".featured-media img", "figure.featured img", ".entry-image img",
    ".ast-single-post-featured-section img", ".entry-media img", ".ct-featured-image img", ".post-thumb img",
    "img.featured-image", "img.attachment-post-thumbnail",
)  # fmt: skip
"""Where themes put the lead picture, from WordPress's own on."""
FURNITURE = (
    ".post-nav-links, .page-links, .page-link, .pagelink, .wp-block-post-featured-image, .post-thumbnail,"
    " .entry-header,"
    " .entry-footer, .entry-meta, .post-meta, .postmetadata, .byline, .posted-on, .cat-links, .tags-links, .author-box,"
    " .post-navigation, .navigation, #comments, .comments-area, #respond, .wp-block-post-title, .wp-block-post-date,"
    " .wp-block-post-terms, .wp-block-post-author, .wp-block-post-author-name, .wp-block-post-excerpt, .edit-link,"
    " .wp-block-comments, .wp-block-post-navigation-link, .breadcrumb, .breadcrumbs, .screen-reader-text.skip-link,"
    " .yoast-breadcrumbs, .rank-math-breadcrumb, script:not([type^='math']), style"
)
"""What themes show in the same element beside the text."""
_TEXT_TAGS = frozenset(["p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote", "pre", "figure", "table", "dl"])
_LABEL = 3
_BETWEEN = re.compile(r"[\s,|/·•#;]+")
_OPENING = 5
"""Elements that can be the first of a text."""
_MOST_TERMS = 200
_FEWEST = 25
"""Words, below which an element that varies is not taken for an article's text."""
_SHARE_OF_MAIN = 0.4


@dataclass(frozen=True, slots=True)
class Found:
    """Where an article's text stands."""

    node: Node | None
    """The element; none where only the looks tell."""
    html: str = ""
    """The text itself where no element holds it."""
    note: Note | None = None
    """What is doubtful."""


def find_body(page: Page, repetition: Repetition, html: str = "") -> Found:
    """Give where an article's text stands; `html` is the page's, for the last resort."""
    if (node := known_body(page)) is not None:
        return Found(node, note=_alarm(page, node, html))
    usual = page.body.css(repetition.usual_place) if repetition.usual_place else []
    if len(usual) == 1:
        note = Note("text found by what varies", f"in {repetition.usual_place}, as on most pages of the site")
        return Found(usual[0], note=note)
    if (node := varying_body(page, repetition)) is not None:
        note = Note("text found by what varies", "the theme marks no place for it", review=True)
        return Found(node, note=note)
    text = by_looks(html)
    if text:
        return Found(None, text, Note("text found by its looks", "compare it with the old page", review=True))
    return Found(None, note=Note("no text found on the page", review=True))


def known_body(page: Page) -> Node | None:
    """Give the element that WordPress or a theme names as that of the text."""
    for look in islice(page.circles(), 2):
        for selector in (*KNOWN, *_LIKE_KNOWN):
            found = [node for node in look(selector) if node.tag not in ("body", "html", "article")]
            if selector in _LIKE_KNOWN:
                # A theme's own words may mean the whole article, title and all.
                found = [node for node in found if node.css_first("h1") is None and words(node)]
            if found:
                return _inner(max(found, key=lambda node: len(node.text())))
    return None


def _inner(node: Node) -> Node:
    """Give the element within a page builder's element that holds the text alone."""
    return (
        node.css_first(".elementor-widget-container") or node
        if "elementor-widget-theme-post-content" in attribute(node, "class")
        else node
    )


def varying_body(page: Page, repetition: Repetition) -> Node | None:
    """Give the element whose own paragraphs hold most of the words that stand on this page alone."""
    weights: dict[int, float] = {}
    nodes: dict[int, Node] = {}
    for node in page.article.css(", ".join(sorted(_TEXT_TAGS))):
        if node.parent is None or page.is_beside(node) or repetition.is_repeated(node):
            continue
        # Lists of links are menus: only words outside links count.
        own = len(words(node).split()) - sum(len(words(link).split()) for link in node.css("a"))
        for above, share in zip(_two_above(node), (1.0, 0.4), strict=False):
            weights[above.mem_id] = weights.get(above.mem_id, 0.0) + own * share
            nodes[above.mem_id] = above
    best = max(weights, key=lambda key: weights[key], default=0)
    return nodes[best] if weights.get(best, 0) >= _FEWEST else None


def _two_above(node: Node) -> Iterator[Node]:
    above = node.parent
    for _ in range(2):
        if above is None or above.tag in ("body", "html"):
            return
        yield above
        above = above.parent


def _alarm(page: Page, node: Node, html: str) -> Note | None:
    """Give a note where the page's own word, or its looks, tell of a much longer text than its element holds."""
    ours = len(words(node).split())
    told = len(page.facts.text(page.facts.article, "articleBody").split())
    if told > 2 * ours + _FEWEST:
        return Note("text may not be whole", f"{ours} words, of which the page's head has {told}", review=True)
    around = len(words(page.article).split()) if ours < _FEWEST else 0
    if not around or ours >= around * _SHARE_OF_MAIN or around < 4 * _FEWEST:
        return None
    looks = len(plain_words(by_looks(html)).text.split())
    if looks > 2 * ours + 4 * _FEWEST:
        return Note("text may not be whole", f"{ours} words, where the looks of the page show {looks}", review=True)
    return None


def by_looks(html: str) -> str:
    """Give the text that trafilatura finds, as HTML."""
    if not html:
        return ""
    from trafilatura import extract  # noqa: PLC0415  # loads slowly, and hardly any page needs it

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        return (
            extract(html, output_format="html", include_comments=False, include_images=True, include_links=True) or ""
        )
    except Exception:  # noqa: BLE001  # a library's trouble with one page is no reason to lose it
        return ""


def remove_furniture(page: Page, node: Node, title: str) -> None:
    """Remove what the theme shows in the element of the text, by WordPress's own names and by the title."""
    remove_all(part for part in node.css(FURNITURE) if part.mem_id != node.mem_id and not _is_authors(part, node))
    if not _is_shown_outside(page, node, title):
        heads = node.css("h1, h2, .entry-title, .post-title")[:_OPENING]
        remove_all(part for part in heads if words(part) == title and opens(part, node))
    links = {link.parent.mem_id: link for link in node.css("a[rel~=tag]")[:_MOST_TERMS] if link.parent is not None}
    remove_all(filter(None, (_line_of_terms(link, node) for link in links.values())))
    pictures = node.css(", ".join(LEAD_PICTURES))[:_OPENING]
    remove_all(filter(None, (_alone_around(picture, node) for picture in pictures)))


def _line_of_terms(link: Node, node: Node) -> Node | None:
    """Give the block around a link to a term that holds links to terms and hardly a word more (`Tags: …`)."""
    above = link.parent
    if above is None or above.mem_id == node.mem_id or above.tag not in ("p", "div", "ul", "li", "span", "footer"):
        return None
    block = above.parent if above.tag == "li" and above.parent is not None else above
    links, rest = block.css("a")[:_MOST_TERMS], words(block)
    for one in links:
        rest = rest.replace(words(one), "", 1)
    label = _BETWEEN.sub(" ", rest).strip()
    is_label = label.endswith((":", "：")) and len(label.split()) <= _LABEL
    are_terms = all("tag" in attribute(one, "rel").split() for one in links)
    return block if are_terms and (is_label or (not label and len(links) > 1)) else None


def _is_shown_outside(page: Page, node: Node, title: str) -> bool:
    """Tell whether a headline outside the text is the title: one within it is then the author's."""
    within = {part.mem_id for part in node.css("h1, h2, .entry-title, .post-title")}
    shown = (part for look in page.circles() for part in look(", ".join(HEADLINES)))
    return any(part.mem_id not in within and words(part) == title for part in shown)


def _is_authors(part: Node, node: Node) -> bool:
    """Tell whether a part stands in a list of articles that the author put into the text."""
    above = part.parent
    while above is not None and above.mem_id != node.mem_id:
        if "wp-block-query" in attribute(above, "class") or "wp-block-post" in attribute(above, "class").split():
            return True
        above = above.parent
    return False


def opens(part: Node, node: Node) -> bool:
    """Tell whether nothing of the text stands before a part."""
    before: Node | None = part
    while before is not None and before.mem_id != node.mem_id:
        previous = before.prev
        while previous is not None:
            if words(previous):
                return False
            previous = previous.prev
        before = before.parent
    return True


def _alone_around(picture: Node, node: Node) -> Node | None:
    """Give the outermost element that holds a lead picture and its caption alone, where it opens the text."""
    if not opens(picture, node):
        return None
    best, above = picture, picture.parent
    while (
        above is not None
        and above.mem_id != node.mem_id
        and above.tag in ("figure", "div", "a", "span", "picture", "p")
    ):
        if len(above.css("img")) > 1 or (words(above) and above.tag not in ("figure", "div")):
            break
        if words(above) and above.css_first("p, h2, h3, ul, ol, blockquote"):
            break
        best, above = above, above.parent
    return best
