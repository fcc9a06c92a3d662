"""What a reader of a page is shown: its words in order, and how many there are of each kind of thing.

WordPress's pages and ours are read by the same rules, so that only what a reader would miss counts as a difference.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

# Not the author's: what WordPress looks up when the page is shown, its forms, the second button of a file and the
# preview beside it, the arrows back from footnotes, what styles hide.
FILLED_IN = (
    "script, style, template, title, select, nav, .wp-block-calendar, .wp-block-rss, .wp-block-tag-cloud,"
    " .wp-block-archives, .wp-block-latest-posts, .wp-block-latest-comments, .wp-block-categories, .wp-block-search,"
    " .wp-block-page-list, .wp-block-loginout, .wp-block-file__button, .wp-block-file__embed, a.footnote-backref,"
    " .wp-block-footnotes a[href$='-link'], .components-placeholder, .wp-block-avatar, .wp-block-read-more,"
    " [class*='wp-block-post-'], [class*='wp-block-query'], [class*='wp-block-site-'], [class*='wp-block-comment'],"
    " [style*='display:none'], [style*='display: none'], [style*='-10000px'], [style*='-9999px']"
)
PLAYERS = "figure.embed, .wp-block-embed__wrapper, iframe, video, audio, object, embed"
"""What plays or shows something from elsewhere; the words inside are for browsers that cannot."""
PLAYED = "⟨played⟩"
"""Stands among the words for each of them."""
COUNTED: Mapping[str, str] = MappingProxyType(
    {
        "pictures": "img:not([src^='file:']), [style*='background-image:url']",
        "links": "a[href]:not([href=''])",
        "captions": "figcaption, caption, .wp-caption-text",
        "table rows": "tr",
        "list items": "li:not(.blocks-gallery-item)",
        "code blocks": "pre",
        "quotes": "blockquote",
        "headings": "h1, h2, h3, h4, h5, h6",
    }
)
"""What is counted, and how it is found."""

# Tags that part words; inside all others, unknown ones too, words run on.
_PARTING = re.compile(
    "address|article|aside|blockquote|body|br|button|caption|center|d[dlt]|details|div|fieldset|figcaption|figure|footer"
    "|form|h[1-6r]|header|iframe|img|input|legend|li|main|menu|ol|option|p|pre|section|summary|table|tbody|t[dhr]|textarea"
    "|tfoot|thead|ul"
)
# What `wptexturize` makes of the author's characters, and `capital_P_dangit` of a name.
_TEXTURE = str.maketrans(
    {
        "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "″": '"', "‘": "'", "’": "'", "‚": "'", "′": "'",
        "…": "...", "\u00a0": " ", "×": "x", "—": "-", "–": "-", "\u00ad": "", "\u200b": "", "\ufeff": "",
    }
)  # fmt: skip
_DASHES = re.compile("-{2,}")
_QUOTES = re.compile("''|``")
# In French, quotes have spaces within.
_GUILLEMETS = re.compile(r"«\s*|\s*»")
_ADDRESS = re.compile(r"https?://\S+")
# Parts the lines of a page, for which no author types it.
_BREAK = "\x1e"


@dataclass(frozen=True, slots=True)
class ShownPage:
    """A page as its readers have it."""

    words: tuple[str, ...]
    """In order, with plain quotes and dashes."""
    counts: Mapping[str, int]
    """How many pictures, links … there are."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a page shows otherwise because WordPress has not the site's plugins, or we not its attachment pages."""

    silent: Collection[str] = ()
    """Names of shortcodes whose tags show nothing."""
    playing: Collection[str] = ()
    """Names of shortcodes that stand for a player."""
    attachment_pages: Collection[str] = ()
    """Addresses, root-relative, to which galleries link by default."""


NONE_KNOWN = Circumstances()


def read_page(html: str, circumstances: Circumstances = NONE_KNOWN) -> ShownPage:
    """Give what a page shows; the tags of shortcodes whose plugins are not there are no words."""
    body = LexborHTMLParser(f"<!doctype html><body>{html}").css("body")[0]
    reading = _Reading(body, circumstances.attachment_pages)
    text = _plain("".join(reading.pieces()))
    for names, shown in ((circumstances.silent, _BREAK), (circumstances.playing, f" {PLAYED} ")):
        if names:
            text = re.sub(rf"\[/?(?:{'|'.join(map(re.escape, sorted(names)))})(?![\w-])[^\[\]]*\]", shown, text)
    # An address alone in its line is an embed that no network answered.
    lines = (PLAYED if _ADDRESS.fullmatch(line.strip()) else line for line in text.split(_BREAK))
    words = tuple(" ".join(lines).split())
    counts = {thing: reading.counts[thing] for thing in COUNTED} | {"players": words.count(PLAYED)}
    return ShownPage(words, MappingProxyType(counts))


def _plain(text: str) -> str:
    """Give a text with the characters that its author may have typed."""
    text = _GUILLEMETS.sub('"', text).translate(_TEXTURE).replace("Wordpress", "WordPress")
    return _QUOTES.sub('"', _DASHES.sub("-", text))


@dataclass(slots=True)
class _Reading:
    """One walk through a page."""

    body: LexborNode
    """What is read."""
    attachment_pages: Collection[str]
    """Addresses to which the links of galleries do not count."""
    counts: Counter[str] = field(default_factory=Counter)
    """What was counted so far."""

    def pieces(self) -> Iterator[str]:
        """Give the text between tags, with breaks where tags part words, and count on the way."""
        left_out, played = _found(self.body, FILLED_IN), _found(self.body, PLAYERS)
        things = {thing: _found(self.body, selector) for thing, selector in COUNTED.items()}
        waiting: list[LexborNode | str] = [self.body]
        while waiting:
            node = waiting.pop()
            if isinstance(node, str):
                yield node
            elif node.is_text_node:
                yield (node.text_content or "").replace(_BREAK, " ")
            elif not node.is_element_node or node.mem_id in left_out:
                continue
            elif node.mem_id in played:
                yield f"{_BREAK}{PLAYED}{_BREAK}"
                waiting += reversed(node.css("figcaption"))
            elif node.tag == "a" and _shows_own_place(node):
                yield f"{_BREAK}{PLAYED}{_BREAK}"
            elif "wp-smiley" in (node.attrs.get("class") or ""):
                yield f" {node.attrs.get('alt') or ''} "
            else:
                self._count(node, things)
                around = _BREAK if _PARTING.fullmatch(node.tag or "") else ""
                waiting += (around, *reversed(list(node.iter(include_text=True))), around)

    def _count(self, node: LexborNode, things: Mapping[str, frozenset[int]]) -> None:
        if node.tag == "a" and self._leads_to_attachment_page(node):
            return
        for thing, found in things.items():
            self.counts[thing] += node.mem_id in found and _is_shown(node)
        self.counts["captions"] += _is_caption_below(node)

    def _leads_to_attachment_page(self, link: LexborNode) -> bool:
        """Tell whether a link is one that a gallery made, by default, for each of its pictures."""
        is_made = link.parent is not None and link.parent.css_matches(".gallery-icon")
        return is_made and urlsplit(link.attrs.get("href") or "").path in self.attachment_pages


def _found(body: LexborNode, selector: str) -> frozenset[int]:
    return frozenset(node.mem_id for node in body.css(selector))


def _is_shown(node: LexborNode) -> bool:
    """Tell whether a reader sees anything of an element; a link that is its own address is as good as an embed."""
    text = (node.text() or "").strip()
    match node.tag:
        case "a" if _ADDRESS.fullmatch(text):
            return False
        case "li" if all(child.tag in ("ul", "ol") for child in node.iter()):
            # A list straight inside a list: Markdown has no form without an item around it.
            return bool((node.text(deep=False) or "").strip())
        case "img":
            return True
    return bool(text) or node.css_first("img") is not None or "background-image" in (node.attrs.get("style") or "")


def _shows_own_place(link: LexborNode) -> bool:
    """Tell whether a link shows nothing but its address on the site itself: a player's, say."""
    address = link.attrs.get("href") or ""
    return address.startswith("/") and (link.text() or "").strip() == address


def _is_caption_below(node: LexborNode) -> bool:
    """Tell whether a paragraph is what our dialect makes of the caption of a gallery, a player or a table."""
    text = (node.text() or "").strip() if node.tag == "p" else ""
    before = node.prev
    while before is not None and before.is_text_node:
        before = before.prev
    if not text or before is None or not before.css_matches(f".gallery, .table-scroll, table, {PLAYERS}, p"):
        return False
    if before.tag == "p" and before.css_first(PLAYERS) is None:
        return False
    first = node.css_first("em")
    return first is not None and (first.text() or "").strip() == text
