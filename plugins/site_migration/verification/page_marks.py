"""What a saved page says of itself beside its text: whether it is an article's, of which number and address."""

import re
from pathlib import Path
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from .body_nodes import LISTS
from .locations import number_asked, number_in

_NUMBER = re.compile(r"(?:postid|page-id)-(\d{1,18})")
_ARTICLE = re.compile(r"post-(\d{1,18})")
_ANSWER = re.compile(r"/wp/v2/(?!categories|tags|users|media|taxonomies)[\w-]+/(\d{1,18})$")
"""Where the interface tells of the same item (`rest_output_link_wp_head`)."""
_STORY = re.compile(r'"@type"\s*:\s*(?:\[[^\]]{0,300})?"(?:News|Blog|Report|Opinion|Analysis)?\w*(?:Article|Posting)"')
_CHARSET = re.compile(rb"<meta[^>]{1,200}?charset\s*=\s*[\"']?([\w-]{3,40})", re.IGNORECASE)
TOP = 20_000
"""So many bytes of a page hold what its head says first."""


def text_of(written: bytes) -> str:
    """Give a page's text in the encoding that it names, as browsers do; else in UTF-8, or in Western Europe's."""
    named = _CHARSET.search(written[:TOP])
    for encoding in (named.group(1).decode("ascii") if named else "utf-8", "utf-8", "cp1252"):
        try:
            return written.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return written.decode("utf-8", "replace")


def classes_of(node: LexborNode | None) -> list[str]:
    """Give the classes of an element."""
    return str(node.attributes.get("class") or "").split() if node is not None else []


def is_article(tree: LexborHTMLParser, source: str) -> bool:
    """Tell whether a page shows one article: by its body's classes, else by what it says to other sites' robots."""
    classes = set(classes_of(tree.body))
    if classes & {"single", "page", "singular", "wp-singular"}:
        return not classes & {"home", "attachment", "error404", "search"}
    if is_list(tree):
        return False
    said = _said(tree, "meta[property='og:type']", "content") == "article" or _STORY.search(source) is not None
    return said or number_told(tree) > 0


def is_list(tree: LexborHTMLParser) -> bool:
    """Tell whether a page shows several articles, or none, by its body's classes."""
    return bool(LISTS & set(classes_of(tree.body)))


def _said(tree: LexborHTMLParser, selector: str, name: str) -> str:
    node = tree.css_first(selector)
    return str(node.attributes.get(name) or "").strip() if node is not None else ""


def number_told(tree: LexborHTMLParser) -> int:
    """Give the number of the item: from the body's classes, the only article, the short address, or the interface's."""
    found = (match for name in classes_of(tree.body) if (match := _NUMBER.fullmatch(name)))
    if match := next(found, None):
        return number_in(match.group(1))
    articles = [match for node in tree.css("article[id]") if (match := _ARTICLE.fullmatch(str(node.attributes["id"])))]
    if len(articles) == 1:
        return number_in(articles[0].group(1))
    short = urlsplit(_said(tree, "link[rel=shortlink]", "href"))
    asked = _ANSWER.search(_said(tree, "link[rel=alternate][type='application/json']", "href"))
    return number_asked(f"{short.path}?{short.query}") or (number_in(asked.group(1)) if asked else 0)


def address_told(tree: LexborHTMLParser, file: Path, root: Path) -> tuple[str, bool]:
    """Give a page's own address: as it says, else by its place in a mirror, whose first folder is the host.

    Whether it is guessed so, is given too: a mirror's names may be its program's.
    """
    said = (_said(tree, "link[rel=canonical]", "href"), _said(tree, "meta[property='og:url']", "content"))
    if address := next((address for address in said if address.startswith(("http:", "https:"))), ""):
        return address, False
    parts = file.relative_to(root).parts if root.is_dir() else ()
    host = next((place for place, part in enumerate(parts[:-1]) if re.fullmatch(r"[\w-]+(?:\.[\w-]+)+", part)), None)
    if host is None:
        return "", True
    return f"https://{'/'.join(parts[host:])}".removesuffix("index.html"), True


def home_told(tree: LexborHTMLParser, address: str) -> str:
    """Give the site's address, as that of its interface says or else the page's own."""
    interface = _said(tree, "link[rel='https://api.w.org/']", "href")
    if "/wp-json" in interface:
        return interface.partition("/wp-json")[0]
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""
