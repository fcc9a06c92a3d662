"""Categories, tags and other terms of an article, by its links to their pages, its classes, and its head."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from urllib.parse import unquote

from ...addresses import decode_path, is_web_address
from ...body.tree import Node, attribute, words
from ...model import CATEGORY, TAG, Term, TermKey
from ...slugs import make_slug, read_slug
from .lines_above import lines_above
from .page import Look, Page
from .places import Place, resolve, split_path

_BASES = {"category": CATEGORY, "categories": CATEGORY, "tag": TAG, "tags": TAG, "topic": TAG, "topics": TAG}
"""First parts of addresses of terms, where the page itself does not say the taxonomy."""
_TAXONOMY = re.compile(r"taxonomy-([a-z0-9_-]+)")
_NAMED = {
    CATEGORY: (
        ".cat-links a, .post-categories a, .entry-categories a, .td-category a, .category-links a,"
        " .jeg_meta_category a, .elementor-post-info__terms-list a[href*='/category/']"
    ),
    TAG: ".tags-links a, .tag-links a, .post-tags a, .entry-tags a, .td-tags a, .jeg_post_tags a",
}
"""Where themes print the links to terms, with `rel` or without it."""
_LINKS = "a[rel~=tag], a[rel~=category], .wp-block-post-terms a"
_LIST_TITLES = (".wp-block-query-title", ".archive-title", ".page-title", ".page-header h1", "main h1", "#content h1")
_ASKED = re.compile(r"[?&@](?:tag|category_name)=([^&#]+?)(?:\.html)?$")
_CLASS = re.compile(r"(category|tag|[a-z0-9_]+)-([^\s]+)")


@dataclass(frozen=True, slots=True)
class Marked:
    """A term as a page shows it."""

    key: TermKey
    """What it is."""
    parents: tuple[str, ...] = ()
    """Slugs of the terms above it, from the top, as its address holds them."""
    is_linked: bool = True
    """Whether its address is known, and with it its slug."""


@dataclass(slots=True)
class TermBook:
    """The terms of the site, as pages make them known."""

    known: dict[tuple[str, str], Term] = field(default_factory=dict)
    """All of them."""
    by_name: dict[tuple[str, str], TermKey] = field(default_factory=dict)
    """By taxonomy and name, for heads that name a term without its address."""
    listed: dict[tuple[str, str], Marked] = field(default_factory=dict)
    """Terms whose lists are there, by the lists' headlines."""
    above: dict[tuple[str, str], str] = field(default_factory=dict)
    """Terms that stand in the addresses of those below them, with the slug of the one above each."""
    unlinked: dict[tuple[str, str], TermKey] = field(default_factory=dict)
    """Terms that only heads and classes tell of."""

    def add(self, marked: Marked) -> None:
        """Take a term."""
        key = marked.key
        if not marked.is_linked:
            self.unlinked.setdefault((key.taxonomy, key.slug), key)
            return
        parent = marked.parents[-1] if marked.parents else ""
        for above, slug in zip(("", *marked.parents), marked.parents, strict=False):
            self.above.setdefault((key.taxonomy, slug), above)
        known = self.known.get((key.taxonomy, key.slug))
        if known is None or (parent and not known.parent):
            self.known[key.taxonomy, key.slug] = Term(key.taxonomy, key.slug, key.name, parent)
        self.by_name.setdefault((key.taxonomy, key.name.casefold()), key)

    def settled(self, key: TermKey) -> TermKey:
        """Give a term as the site knows it: with its slug where only a name was told, and the other way round."""
        if known := self.known.get((key.taxonomy, key.slug)):
            return TermKey(known.taxonomy, known.slug, known.name)
        if listed := self.listed.get((key.taxonomy, key.slug)):
            return listed.key
        return self.by_name.get((key.taxonomy, key.name.casefold())) or replace(key, name=key.name or name_of(key))

    def is_nameless(self, key: TermKey) -> bool:
        """Tell whether no page tells the name of a term."""
        return (key.taxonomy, key.slug) not in self.known and (key.taxonomy, key.slug) not in self.listed

    def all_terms(self) -> dict[tuple[str, str], Term]:
        """Give all terms that articles refer to."""
        keys = (self.settled(key) for key in self.unlinked.values())
        others = {(key.taxonomy, key.slug): Term(key.taxonomy, key.slug, key.name) for key in keys}
        listed = {
            place: Term(marked.key.taxonomy, marked.key.slug, marked.key.name, "".join(marked.parents[-1:]))
            for place, marked in self.listed.items()
        }
        above = {
            (taxonomy, slug): Term(taxonomy, slug, name_of(TermKey(taxonomy, slug, "")), parent)
            for (taxonomy, slug), parent in self.above.items()
        }
        return above | others | listed | self.known


def name_of(key: TermKey) -> str:
    """Give a term of which only the slug is known a name: the slug, or WordPress's own name for the first category."""
    return "Uncategorized" if key == TermKey(CATEGORY, "uncategorized", "") else key.slug


def read_terms(page: Page, place: Place) -> list[Marked]:
    """Give an article's terms: categories first, each taxonomy in the order in which readers saw it."""
    found: dict[tuple[str, str], Marked] = {}
    in_head = list(_from_facts(page))
    around = (_from_links(look, place) for look in islice(page.circles(), 2))
    told = (_from_classes(page, in_head), in_head, _from_breadcrumbs(page, place), _above_text(page, place))
    for way in (*around, *told):
        named = {taxonomy for taxonomy, _ in found}
        for marked in way:
            if marked.key.taxonomy not in named:
                found.setdefault((marked.key.taxonomy, marked.key.slug), marked)
    order = {CATEGORY: 0, TAG: 1}
    return sorted(found.values(), key=lambda marked: order.get(marked.key.taxonomy, 2))


def _from_links(look: Look, place: Place) -> Iterator[Marked]:
    for node in look(_LINKS):
        if taxonomy := _taxonomy_of(node, place):
            yield from _linked(node, taxonomy, place)
    for taxonomy, selector in _NAMED.items():
        for node in look(selector):
            if attribute(node, "rel") not in ("tag", "category tag"):
                yield from _linked(node, _by_address(node, place) or taxonomy, place)


def _above_text(page: Page, place: Place) -> Iterator[Marked]:
    """Give the terms that links in front of the text lead to by their addresses alone."""
    for line in lines_above(page):
        for node in line.css("a[href]"):
            if taxonomy := _by_address(node, place):
                yield from _linked(node, taxonomy, place)


def _taxonomy_of(node: Node, place: Place) -> str:
    """Give the taxonomy of a link, by the block around it, its relation, or its address."""
    above = node.parent
    for _ in range(3):
        if above is None:
            break
        for name in attribute(above, "class").split():
            if (match := _TAXONOMY.fullmatch(name)) and "wp-block-post-terms" in attribute(above, "class"):
                return match[1]
        above = above.parent
    if "category" in attribute(node, "rel").split():
        return CATEGORY
    return _by_address(node, place) or TAG


def _by_address(node: Node, place: Place) -> str:
    parts = _parts_below_home(node, place)
    return _BASES.get(parts[0], "") if len(parts) > 1 else ""


def _parts_below_home(node: Node, place: Place) -> list[str]:
    return parts_below_home(resolve(attribute(node, "href"), place), place)


def parts_below_home(address: str, place: Place) -> list[str]:
    """Give the parts of an address's path behind the site's home."""
    path = split_path(address).removesuffix("index.html")
    folder = split_path(place.home)
    # No slug ends like a file: `wget -E` added that.
    parts = [part for part in path.removeprefix(folder).removesuffix(".html").split("/") if part]
    # What all of a site's addresses begin with stands before the base too: `/archives/category/…`, `/blog/tag/…`.
    return parts[1:] if len(parts) > 2 and parts[1] in _BASES and parts[0] not in _BASES else parts  # noqa: PLR2004  # base and slug


def _linked(node: Node, taxonomy: str, place: Place) -> Iterator[Marked]:
    if not _is_own(node, place):
        return
    name, parts = words(node).removeprefix("#"), _parts_below_home(node, place)
    if not parts and (asked := _ASKED.search(attribute(node, "href"))):
        parts = ["", unquote(asked[1])]
    slug = read_slug(decode_path(parts[-1])).text if parts else make_slug(name)
    if name and slug:
        # Between the base and the slug stand the terms above, in taxonomies that have levels.
        parents = tuple(read_slug(decode_path(part)).text for part in parts[1:-1]) if taxonomy == CATEGORY else ()
        yield Marked(TermKey(taxonomy, slug, name), parents)


def _is_own(node: Node, place: Place) -> bool:
    """Tell whether a link stays on the site: bloggers once marked links to Technorati as tags too."""
    address = resolve(attribute(node, "href"), place)
    return not is_web_address(address) or not place.host or Place(address).host == place.host


def _from_classes(page: Page, in_head: list[Marked]) -> Iterator[Marked]:
    """Give the terms of `post_class`, which has the slugs alone; their names may stand in the head."""
    told = {(marked.key.taxonomy, marked.key.slug): marked.key.name for marked in in_head}
    names = attribute(page.article, "class").split()
    if "hentry" not in names and "type-post" not in names:
        return
    for name in names:
        match = _CLASS.fullmatch(name)
        if match and match[1] in ("category", "tag") and not match[2].isdigit():
            taxonomy = CATEGORY if match[1] == "category" else TAG
            slug = read_slug(match[2]).text
            if slug:
                yield Marked(TermKey(taxonomy, slug, told.get((taxonomy, slug), "")), is_linked=False)


def _from_facts(page: Page) -> Iterator[Marked]:
    article = page.facts.article
    sections = page.facts.texts(article, "articleSection") or [*page.metas.get("article:section", ())]
    keywords = page.facts.texts(article, "keywords") or [*page.metas.get("article:tag", ())]
    for taxonomy, told in ((CATEGORY, sections), (TAG, keywords)):
        for name in dict.fromkeys(name.strip() for name in told):
            if slug := make_slug(name):
                yield Marked(TermKey(taxonomy, slug, name), is_linked=False)


def _from_breadcrumbs(page: Page, place: Place) -> Iterator[Marked]:
    """Give the categories between the home and the article in the path that search engines are told."""
    facts = page.facts
    for step in facts.followed(facts.of_type({"BreadcrumbList"}).get("itemListElement")):
        address = "" if isinstance(step, str) else facts.address(step, "item")
        name = "" if isinstance(step, str) else facts.text(step, "name", "item")
        parts = parts_below_home(address, place) if is_web_address(address) else []
        if name and len(parts) > 1 and _BASES.get(parts[0]) == CATEGORY:
            slugs = tuple(read_slug(decode_path(part)).text for part in parts[1:])
            yield Marked(TermKey(CATEGORY, slugs[-1], name), slugs[:-1])


def primary_category(page: Page, place: Place) -> str:
    """Give the slug of the category that an editor put first, where the page's path to the article tells it."""
    return next((marked.key.slug for marked in reversed(list(_from_breadcrumbs(page, place)))), "")


def term_of_list(page: Page, place: Place) -> Marked | None:
    """Give the term that a list of articles is the list of."""
    kinds = {"category": CATEGORY, "tag": TAG}
    taxonomy = next((kinds[name] for name in page.classes if name in kinds), "")
    parts = parts_below_home(place.address, place)
    if "page" in parts:
        parts = parts[: parts.index("page")]
    title = next((found for part in _LIST_TITLES if (found := page.body.css_first(part))), None)
    name = words(title) if title else ""
    # `Category: News` (`get_the_archive_title`), in any language.
    name = name.rpartition(": ")[2] or name
    if not taxonomy or not name or len(parts) < 2:  # noqa: PLR2004  # the base and the slug
        return None
    parents = tuple(read_slug(decode_path(part)).text for part in parts[1:-1]) if taxonomy == CATEGORY else ()
    return Marked(TermKey(taxonomy, read_slug(decode_path(parts[-1])).text, name), parents)


def format_of(page: Page) -> str:
    """Give the post format; empty for the standard one."""
    names = (*attribute(page.article, "class").split(), *page.classes)
    told = (name.removeprefix("single-") for name in names)
    return next((n.removeprefix("format-") for n in told if n.startswith("format-") and n != "format-standard"), "")
