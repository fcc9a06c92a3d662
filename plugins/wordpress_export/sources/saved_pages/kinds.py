"""What a page is: an article, or one of the pages that WordPress makes of articles."""

import re
from enum import StrEnum

from ...body.tree import attribute, words
from .page import Page
from .places import Place, is_part_of_saved_page, plain_address, resolve

_TYPE = re.compile(r"type-([a-z0-9_-]+)")
_PAGED = re.compile(r"(?:single|page|attachment)-paged-(\d{1,4})")
# `get_body_class` of these pages. A page of articles set to be the front (`page_on_front`) is `home page`.
_LISTS = {
    "search": "a page of search results", "search-results": "a page of search results",
    "search-no-results": "a page of search results", "error404": "a page that says that there is none",
    "archive": "a list of articles", "category": "a list of articles", "tag": "a list of articles",
    "author": "a list of articles", "date": "a list of articles", "tax": "a list of articles",
    "post-type-archive": "a list of articles", "blog": "a list of articles",
}  # fmt: skip
UNMARKED = "no article is marked in it"
_FEWEST = 40
_MOST = 200
_REST_TYPES = {"posts": "post", "pages": "page", "media": "attachment"}


class Kind(StrEnum):
    """What becomes of a page."""

    ARTICLE = "article"
    """It is read."""
    ATTACHMENT = "attachment"
    """It tells of a media file."""
    LIST = "list"
    """It shows several articles."""
    OTHER = "other"
    """It shows none."""


def kind_of(page: Page, place: Place) -> tuple[Kind, str]:
    """Give what a page is, and in plain words why it is no article."""
    classes = set(page.classes)
    if is_part_of_saved_page(page.file):
        return Kind.OTHER, "a part of a saved page"
    if page.body.css_first("#loginform") is not None and "login" in classes:
        return Kind.OTHER, "the form for signing in"
    if "attachment" in classes or "single-attachment" in classes or page.rest_type == "media":
        return Kind.ATTACHMENT, "the page of a media file"
    if why := next((_LISTS[name] for name in page.classes if name in _LISTS and not classes & {"single", "page"}), ""):
        return (Kind.OTHER if "error404" in classes else Kind.LIST), why
    if classes & {"single", "page", "singular", "wp-singular"} or page.rest_type or page.marked_id:
        return Kind.ARTICLE, ""
    return _by_content(page, place)


def _by_content(page: Page, place: Place) -> tuple[Kind, str]:
    """Give what a page is whose body says nothing: themes may leave `body_class` out, and other software has none."""
    if page.facts.of_type({"CollectionPage", "SearchResultsPage"}) or "home" in page.classes:
        return Kind.LIST, "a list of articles"
    if page.meta("og:type").lower() == "article" or page.facts.article:
        return Kind.ARTICLE, ""
    if (place.home and place.address.rstrip("/") == place.home) or _leads_elsewhere(page, place):
        return Kind.LIST, "a list of articles"
    marked = page.body.css("[itemprop=articleBody], .entry-content, .post-content, .wp-block-post-content, .entry")
    whole = (page.body.css(selector) for selector in (".hentry, .post", "article"))
    if len(marked) == 1 or any(len(nodes) == 1 for nodes in whole):
        return Kind.ARTICLE, ""
    # A page in which nothing is marked is an article where most of its words stand in paragraphs of their own.
    if not marked and _words_in_paragraphs(page) >= _FEWEST:
        return Kind.ARTICLE, ""
    return Kind.LIST, UNMARKED


def _leads_elsewhere(page: Page, place: Place) -> bool:
    """Tell whether the one article on a page is linked to from its title: a list may hold but one."""
    link = page.article.css_first("h1 a[rel~=bookmark], h2 a[rel~=bookmark], h3 a[rel~=bookmark], .entry-title a[href]")
    target = resolve(attribute(link, "href"), place) if link is not None else ""
    return bool(target and place.address) and plain_address(target) != plain_address(place.address)


def _words_in_paragraphs(page: Page) -> int:
    found = (node for node in page.body.css("p")[:_MOST] if not page.is_beside(node))
    return sum(len(words(node).split()) - sum(len(words(link).split()) for link in node.css("a")) for node in found)


def type_of(page: Page) -> str:
    """Give the type of the article: `post`, `page`, or a custom type's name."""
    if "page" in page.classes or any(name.startswith("page-id-") for name in page.classes):
        return "page"
    marked = (match[1] for name in attribute(page.article, "class").split() if (match := _TYPE.fullmatch(name)))
    if told := next(marked, ""):
        return told
    # Themes have classes of their own that begin alike (`single-author`); WordPress's stands right behind `single`.
    behind = page.classes[page.classes.index("single") + 1 :] if "single" in page.classes else ()
    single = behind[0].removeprefix("single-") if behind and behind[0].startswith("single-") else ""
    return single or _REST_TYPES.get(page.rest_type, "post")


def number_of_page(page: Page) -> int:
    """Give which page of its article a page is: the first is 1."""
    marked = next((match[1] for name in page.classes if (match := _PAGED.fullmatch(name))), "")
    if not marked:
        current = page.article.css_first(
            ".post-page-numbers.current, .page-links > .current, .page-links > span:not([class])"
        )
        marked = (current.text().strip() if current else "") or "1"
    return int(marked) if marked.isascii() and marked.isdigit() and len(marked) < 5 else 1  # noqa: PLR2004  # thousands


def has_password_form(page: Page) -> bool:
    """Tell whether a page asks for a password in the article's place (`get_the_password_form`)."""
    return (
        page.article.css_first("form.post-password-form, form[action*='action=postpass'], .post-password-required form")
        is not None
    )


def is_accelerated(page: Page) -> bool:
    """Tell whether a page is for Google's cache of fast pages (AMP)."""
    return "amp" in page.root.attributes or "⚡" in page.root.attributes
