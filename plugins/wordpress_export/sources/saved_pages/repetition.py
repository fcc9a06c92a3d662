"""What repeats over the pages of a site: the theme's and its plugins', not the author's."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import blake2b

from ...body.tree import Node, attribute, words
from ...model import Note, SetAside
from .removal import is_in, remove_all

MOST = 300_000
"""Fingerprints that are kept at a time: those of fewest pages are forgotten, as a page's own text is in one alone."""
MOST_OF_PAGE = 400
"""Blocks of a page that are looked at, from the front and from the end."""
FEWEST_PAGES = 3
BOX_SHARE = 0.2
"""Share of the pages in which a box of the theme's stands; newsletters come and go over the years."""
PLAIN_SHARE = 0.3
"""Share of the pages from which on a repeated plain paragraph is worth a look."""
SURE_SHARE = 0.8
"""Share of the pages in which no author would write the same paragraph by hand."""
MANY_PAGES = 500
MANY_SHARE = 0.05
_BLOCKS = (
    "p, div, section, aside, form, ul, ol, table, figure, iframe, h1, h2, h3, h4, h5, h6, blockquote, footer, header,"
    " nav, center, details, article, hr, button, img"
)
_OWN = re.compile(
    r"wp-(?:block|image|caption|element|video|audio|embed)[\w-]*|is-[\w-]+|has-[\w-]+|align[\w-]*|size-[\w-]+"
    r"|wp-container-[\w-]+|gallery[\w-]*|attachment[\w-]*|aligncenter|columns?-\d+"
)
"""Classes of WordPress's editor, in which authors write."""
_PLAIN_TAGS = frozenset(
    ["p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote", "figure", "table", "hr", "img", "center"]
)
_NAME = re.compile(r"[A-Za-z_][\w-]{0,60}")
_DIGITS = re.compile(r"\d+")
_LONGEST_QUOTE = 80
_MOST_QUOTED = 3
_FEW = 10


@dataclass(slots=True)
class Repetition:
    """How many articles each block of text stands in."""

    counts: dict[int, int] = field(default_factory=dict)
    """By fingerprint."""
    quotes: dict[int, str] = field(default_factory=dict)
    """What stands in blocks that repeat, in short."""
    inner: set[int] = field(default_factory=set)
    """Blocks that stand in blocks that repeat."""
    articles: int = 0
    """How many articles were read."""
    places: Counter[str] = field(default_factory=Counter)
    """Selectors of the elements whose words vary, in pages whose theme marks no place for the text."""

    def add_place(self, node: Node) -> None:
        """Take the element of an article's text that no theme's name marks."""
        names = [name for name in attribute(node, "class").split() if _NAME.fullmatch(name)]
        if names and node.tag:
            self.places[node.tag + "".join(f".{name}" for name in names)] += 1

    @property
    def usual_place(self) -> str:
        """The selector of the element in which most of those pages have their text; empty where there is none."""
        selector, count = self.places.most_common(1)[0] if self.places else ("", 0)
        return selector if count >= FEWEST_PAGES and count * 2 > self.places.total() else ""

    def add(self, body: Node) -> None:
        """Take the blocks of an article's text, each once."""
        self.articles += 1
        seen: set[int] = set()
        for node in _blocks(body):
            mark = fingerprint(node)
            if not mark or mark in seen:
                continue
            seen.add(mark)
            count = self.counts[mark] = self.counts.get(mark, 0) + 1
            if count == FEWEST_PAGES:
                self.quotes[mark] = _quoted(node)
                if node.parent is not None and self.counts.get(fingerprint(node.parent), 0) >= count:
                    self.inner.add(mark)
        if len(self.counts) > MOST:
            self._forget()

    def join(self, other: "Repetition") -> None:
        """Take what was counted over other pages of the same site."""
        for mark, count in other.counts.items():
            self.counts[mark] = self.counts.get(mark, 0) + count
        self.quotes = other.quotes | self.quotes
        self.places += other.places
        self.articles += other.articles

    def add_text(self, text: str) -> None:
        """Take a text that stands in a page's head."""
        if text:
            mark = _hash(f"head {text}")
            self.counts[mark] = self.counts.get(mark, 0) + 1

    def repeats_text(self, text: str) -> bool:
        """Tell whether the heads of several pages have a text."""
        return self._is_often(self.counts.get(_hash(f"head {text}"), 0), BOX_SHARE)

    def _forget(self) -> None:
        fewest = 1
        while len(self.counts) > MOST // 2:
            self.counts = {mark: count for mark, count in self.counts.items() if count > fewest}
            fewest *= 2
        self.quotes = {mark: quote for mark, quote in self.quotes.items() if mark in self.counts}

    def _is_often(self, count: int, share: float) -> bool:
        enough = max(FEWEST_PAGES, share * self.articles)
        return count >= enough or (share <= BOX_SHARE and count >= max(MANY_PAGES, MANY_SHARE * self.articles))

    def is_repeated(self, node: Node) -> bool:
        """Tell whether a block stands in so many pages that it is the theme's."""
        count = self.counts.get(fingerprint(node), 0)
        return self._is_often(count, BOX_SHARE if is_box(node) else SURE_SHARE)

    def remove_from(self, body: Node) -> list[Note]:
        """Remove from an article's text what is the theme's; note what could be the author's, and leave it."""
        themes: dict[int, Node] = {}
        notes: list[Note] = []
        for node in _blocks(body):
            count = self.counts.get(fingerprint(node), 0)
            if count < FEWEST_PAGES or is_in(node, themes):
                continue
            told = "" if is_box(node) else f"in {count} pages: {_quoted(node)!r}"
            if self._is_themes(node, count, body):
                themes[node.mem_id] = node
                notes += [Note("repeated paragraph removed", told, review=True)] if told else []
            elif told and words(node) and self._is_often(count, PLAIN_SHARE):
                notes.append(Note("paragraph that repeats", told, review=True))
        boxes = [_quoted(node).removeprefix("<") for node in themes.values() if is_box(node)]
        remove_all(themes.values())
        # Of a few pages an author may well have written the same box into each.
        doubt, told = self.articles < _FEW, "; ".join(boxes[:_MOST_QUOTED])
        removal = Note("what repeats over the site's pages removed", told, doubt, count=len(boxes))
        return [*([removal] if boxes else []), *notes]

    def _is_themes(self, node: Node, count: int, body: Node) -> bool:
        if is_box(node):
            return self._is_often(count, BOX_SHARE)
        # An author writes a line under many articles; only at the edge, and nearly everywhere, is it the theme's.
        return (
            bool(words(node)) and count > FEWEST_PAGES and self._is_often(count, SURE_SHARE) and _is_at_edge(node, body)
        )

    def account(self) -> Iterator[SetAside]:
        """Give each thing that repeats once, with the number of articles."""
        for mark, quote in self.quotes.items():
            count = self.counts.get(mark, 0)
            if quote and mark not in self.inner and self._is_often(count, BOX_SHARE) and quote.startswith("<"):
                yield SetAside(
                    "part of pages",
                    "skipped",
                    f"the theme's, the same in many articles: {quote[1:]}",
                    count,
                    is_item=False,
                )


def _blocks(body: Node) -> list[Node]:
    """Give the blocks in a text, outer before inner."""
    found = [node for node in body.css(_BLOCKS) if node.mem_id != body.mem_id]
    return found if len(found) <= 2 * MOST_OF_PAGE else [*found[:MOST_OF_PAGE], *found[-MOST_OF_PAGE:]]


def fingerprint(node: Node) -> int:
    """Give a number for a block's words, whatever figures stand in them, and its shape; 0 where it shows nothing."""
    text = words(node)[:2_000]
    if not text:
        shown = [attribute(picture, "src") for picture in node.css("img, iframe")[:4]]
        if not any(shown) and node.css_first("form, input, button") is None:
            return 0
        text = " ".join(shown)
    return _hash(f"{node.tag} {_shape(node)} {_DIGITS.sub('0', text.casefold())}")


def _shape(node: Node) -> str:
    return " ".join(sorted(_DIGITS.sub("0", name) for name in attribute(node, "class").split()[:8]))


def _hash(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "replace"), digest_size=8).digest())


def is_box(node: Node) -> bool:
    """Tell whether a block has a shape that authors do not write: a theme's or a plugin's class, a form, a section."""
    names = [name for name in attribute(node, "class").split() if not _OWN.fullmatch(name)]
    if node.tag in _PLAIN_TAGS:
        return bool(names) or bool(attribute(node, "id") and node.tag not in ("h2", "h3", "h4", "h5", "h6", "p"))
    is_authors = node.tag in ("div", "details", "iframe", "section") and not names and not attribute(node, "id")
    return not is_authors


def _is_at_edge(node: Node, body: Node) -> bool:
    """Tell whether a block opens or closes the text."""
    for step in ("prev", "next"):
        at: Node | None = node
        while at is not None and at.mem_id != body.mem_id:
            beside = getattr(at, step)
            while beside is not None and not words(beside):
                beside = getattr(beside, step)
            if beside is not None:
                break
            at = at.parent
        else:
            return True
    return False


def _quoted(node: Node) -> str:
    """Give a block's words in short; a box's begin with `<`."""
    quote = words(node)[:_LONGEST_QUOTE] or attribute(node, "class")[:_LONGEST_QUOTE] or node.tag or ""
    return f"<{quote}" if is_box(node) else quote
