"""Categories, tags and custom terms: from the channel's lists, and from the items where a list lacks them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from ..model import CATEGORY, TAG, Note, Term, TermKey
from ..plain_text import decode_entities
from ..seo_fields import PRIMARY_CATEGORIES
from ..slugs import make_slug, read_slug
from ..whole_numbers import whole_number
from .wxr_bylines import CO_AUTHORS
from .wxr_item import Item, RawTerm

NO_TERMS = (CO_AUTHORS, "nav_menu", "post_format", "wp_theme", "wp_template_part_area", "link_category")
"""Taxonomies by which WordPress and its plugins sort other things than articles."""
SAME = {"tag": TAG, "": CATEGORY}
"""Older names: WXR 1.0 writes `domain="tag"`."""
FORMAT = "post-format-"


@dataclass(frozen=True, slots=True)
class Keys:
    """How a list's elements are called."""

    slug: str
    """Of the slug."""
    name: str
    """Of the name."""
    parent: str
    """Of the parent's slug."""
    description: str
    """Of the description."""
    taxonomy: str
    """The taxonomy itself, or the element that names it."""


LISTS = {
    "wp:category": Keys(
        "wp:category_nicename", "wp:cat_name", "wp:category_parent", "wp:category_description", CATEGORY
    ),
    "wp:tag": Keys("wp:tag_slug", "wp:tag_name", "", "wp:tag_description", TAG),
    "wp:term": Keys("wp:term_slug", "wp:term_name", "wp:term_parent", "wp:term_description", "wp:term_taxonomy"),
}


@dataclass(slots=True)
class Terms:
    """The terms of an export, as they become known."""

    known: dict[tuple[str, str], Term] = field(default_factory=dict)
    """By taxonomy and slug."""
    by_id: dict[int, tuple[str, str]] = field(default_factory=dict)
    """Taxonomy and slug by `wp:term_id`, which primary categories and menus refer to."""
    menus: dict[str, str] = field(default_factory=dict)
    """Names of menus by slug."""

    def add_listed(self, element: str, fields: dict[str, str]) -> None:
        """Add an entry of one of the channel's lists."""
        keys = LISTS[element]
        taxonomy = read_slug(fields.get(keys.taxonomy, "")).text or ("" if element == "wp:term" else keys.taxonomy)
        name = decode_entities(fields.get(keys.name, ""))
        slug = read_slug(fields.get(keys.slug, "")).text or make_slug(name)
        if taxonomy == "nav_menu":
            self.menus[slug] = name
        if not taxonomy or not slug or taxonomy in NO_TERMS:
            return
        parent, description = read_slug(fields.get(keys.parent, "")).text, fields.get(keys.description, "").strip()
        number = whole_number(fields.get("wp:term_id", ""))
        self.known[taxonomy, slug] = Term(taxonomy, slug, name or slug, parent, description, number)
        if number:
            self.by_id[number] = (taxonomy, slug)

    def add_used(self, item: Item) -> None:
        """Add the terms that an item has and no list does."""
        for key in _keys(item):
            self.known.setdefault((key.taxonomy, key.slug), Term(key.taxonomy, key.slug, key.name))

    def of(self, item: Item) -> tuple[tuple[TermKey, ...], tuple[Note, ...]]:
        """Give an item's terms, the primary category first among the categories."""
        keys = tuple(dict.fromkeys(_keys(item)))
        chosen = next((number for key in PRIMARY_CATEGORIES if (number := whole_number(item.meta.get(key, "")))), 0)
        if not chosen:
            return keys, ()
        primary = next((key for key in keys if (key.taxonomy, key.slug) == self.by_id.get(chosen)), None)
        if primary is None:
            several = sum(key.taxonomy == CATEGORY for key in keys) > 1
            note = Note(
                "primary category unknown", f"its number is {chosen}, which none of the article's categories has"
            )
            return keys, (note,) if several else ()
        first = next(place for place, key in enumerate(keys) if key.taxonomy == primary.taxonomy)
        others = [key for key in keys if key != primary]
        return (*others[:first], primary, *others[first:]), ()


def _keys(item: Item) -> Iterator[TermKey]:
    for raw in item.terms:
        # WXR 1.0 gives each term twice, once without domain for feed readers; some foreign exports only that one.
        if not raw.taxonomy and any(term.taxonomy for term in item.terms):
            continue
        taxonomy, name = SAME.get(raw.taxonomy) or read_slug(raw.taxonomy).text, decode_entities(raw.name)
        slug = read_slug(raw.nicename).text or make_slug(name)
        if slug and taxonomy not in NO_TERMS:
            yield TermKey(taxonomy, slug, name or slug)


def format_of(terms: tuple[RawTerm, ...]) -> str:
    """Give an item's post format (`post_format` term `post-format-gallery`), if it has one."""
    formats = (term.nicename for term in terms if term.taxonomy == "post_format")
    return read_slug(next(formats, "").removeprefix(FORMAT)).text
