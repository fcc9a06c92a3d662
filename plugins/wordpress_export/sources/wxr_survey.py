"""The first reading of an export: everything but the articles, which may be too many to hold."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timezone

from ..addresses import home_of, permalink
from ..dates import read_offset, usual_offset
from ..former_addresses import former_addresses
from ..model import Defect, Media, SetAside, Site, Status
from ..plain_text import decode_entities, plain_words
from ..shelves import Shelf, media_shelf
from ..slugs import read_slug
from ..terms import cut_loops
from ..whole_numbers import whole_number
from .wxr_bylines import Bylines
from .wxr_comments import count_unseen
from .wxr_file import ExportFile, Opening
from .wxr_glimpses import Glimpses
from .wxr_homes import Homes
from .wxr_item import BELONGINGS, BODY, GLANCE, Item, name_of, named_children, read_item, text_of, type_of
from .wxr_media import read_media
from .wxr_menus import INTO_MENU, NOT_SIMPLE, Menus, is_simple
from .wxr_nodes import Node, read_nodes
from .wxr_terms import LISTS, Terms
from .wxr_types import ALWAYS_ARTICLES, MERGED, NO_ADDRESS, SKIPPED, may_be_article, status_of

HOMES = ("wp:base_blog_url", "link", "wp:base_site_url")
"""Where the home stands; `base_site_url` last: on WordPress.com and in a network it is another site."""
NO_FILE = "has no address that a file can be fetched from and kept under"


@dataclass(slots=True)
class Survey:
    """What the first reading found."""

    facts: dict[str, str] = field(default_factory=dict)
    """The channel's own elements by name; of several the first."""
    bylines: Bylines = field(default_factory=Bylines)
    """Who wrote."""
    terms: Terms = field(default_factory=Terms)
    """Categories, tags, and the like."""
    menus: Menus = field(default_factory=Menus)
    """Not yet grown."""
    media: Shelf[int, Media] = field(default_factory=media_shelf)
    """By id."""
    patterns: dict[int, str] = field(default_factory=dict)
    """Bodies of `wp_block` by id."""
    permalinks: dict[int, str] = field(default_factory=dict)
    """By id."""
    titles: dict[int, str] = field(default_factory=dict)
    """Of all that a menu may point to, by id."""
    hidden: dict[int, str] = field(default_factory=dict)
    """Addresses, where they have any, of articles that are not public, by id."""
    former: dict[str, int] = field(default_factory=dict)
    """Ids by addresses that led to an article once."""
    glimpses: Glimpses = field(default_factory=Glimpses)
    """Of all items that may be articles."""
    homes: Homes = field(default_factory=Homes)
    """Where the site lived before."""
    listed: set[str] = field(default_factory=set)
    """Taxonomies of which the channel has a list."""
    types: Counter[str] = field(default_factory=Counter)
    """How many items of each type may be articles."""
    addressed: set[str] = field(default_factory=set)
    """Types of which at least one item has an address."""
    item_count: int = 0
    """How many items there are, of any type."""
    aside: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    """Type, fate and reason of items that are no articles."""
    unseen: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Type of item, and reason, of comments that are left out."""
    offsets: Counter[timezone] = field(default_factory=Counter)
    """How often each offset from UTC shows."""
    defects: list[Defect] = field(default_factory=list)
    """What could not be read."""

    @property
    def home(self) -> str:
        """The site's home."""
        return next((home for name in HOMES if (home := home_of(self.facts.get(name, "")))), "")

    @property
    def usual(self) -> timezone:
        """The site's usual offset from UTC."""
        return usual_offset(self.offsets)

    def is_article(self, item_type: str) -> bool:
        """Tell whether items of a type are articles; known only when all items were seen."""
        # A site with plain permalinks (`?p=7`) gives no type addresses: there is then no telling them apart by that.
        shown = item_type in self.addressed or item_type in ALWAYS_ARTICLES or not self.addressed
        return shown and may_be_article(item_type)

    @property
    def holds(self) -> frozenset[str]:
        """The types of the items that the export has, and the taxonomies that it lists."""
        return frozenset((*self.types, *self.listed, *(name for name, _, _ in self.aside)))

    @property
    def article_count(self) -> int:
        """How many articles there are."""
        return sum(count for name, count in self.types.items() if self.is_article(name))


def survey(file: ExportFile, opening: Opening) -> Survey:
    """Read an export once."""
    found = Survey()
    for node in read_nodes(file, opening, found.defects.append):
        name = name_of(node.element)
        if name == "item":
            found.item_count += 1
            take_item(found, read_item(node, _parts_of(type_of(node))))
        elif name == "wp:author" or name in LISTS:
            _take_listed(found, name, node)
        elif name:
            found.facts.setdefault(name, text_of(node.element))
    cut_loops(found.terms.known)
    taken = set(found.permalinks.values())
    found.former = {address: number for address, number in found.former.items() if address not in taken}
    return found


def _parts_of(item_type: str) -> tuple[str, ...]:
    """Give the elements of an item that are read: reading all took 1.3 times as long."""
    if item_type in MERGED:
        return BELONGINGS
    return GLANCE if item_type in SKIPPED else BODY


def read_site(found: Survey) -> Site:
    """Give the facts about the site as a whole."""
    return Site(
        address=found.home,
        title=decode_entities(found.facts.get("title", "")),
        tagline=decode_entities(found.facts.get("description", "")),
        language=found.facts.get("language", "").strip(),
    )


def set_aside(found: Survey) -> tuple[SetAside, ...]:
    """Give the account of everything in the export that is no article."""
    nameless = Counter(
        {(name, "skipped", NO_ADDRESS): count for name, count in found.types.items() if not found.is_article(name)}
    )
    comments = Counter[tuple[str, str, str]]()
    for (item_type, reason), count in found.unseen.items():
        shown = found.is_article(item_type)
        comments["comment", "skipped", reason or "stood under a picture or another item that is no article"] += (
            count if reason or not shown else 0
        )
    # A unary plus leaves out what was counted zero times.
    return (
        *(SetAside(*key, count) for key, count in sorted((+(found.aside + nameless)).items())),
        *(SetAside(*key, count, is_item=False) for key, count in sorted((+comments).items())),
    )


def _take_listed(found: Survey, name: str, node: Node) -> None:
    fields = {key: text_of(child).strip() for key, child in named_children(node.element)}
    if name == "wp:author":
        number = whole_number(fields.get("wp:author_id", ""))
        found.bylines.add_user(fields.get("wp:author_login", ""), fields.get("wp:author_display_name", ""), number)
    else:
        found.terms.add_listed(name, fields)
        found.listed.add(fields.get("wp:term_taxonomy", "") if name == "wp:term" else LISTS[name].taxonomy)


def take_item(found: Survey, item: Item) -> None:
    """Take an item of any type: what it belongs to, or what is to be known of an article before it is read."""
    number = item.number("wp:post_id")
    if offset := read_offset(item.field("wp:post_date"), item.field("wp:post_date_gmt")):
        found.offsets[offset] += 1
    for reason, count in count_unseen(item.comments).items():
        found.unseen[item.type, reason] += count
    found.unseen[item.type, ""] += len(item.comments) - sum(count_unseen(item.comments).values())
    address = "" if item.type in SKIPPED else permalink(item.field("link"), found.home)
    if item.type in SKIPPED:
        found.aside[item.type, "skipped", SKIPPED[item.type]] += 1
    elif item.type in MERGED:
        found.aside[(item.type, *_merge(found, item))] += 1
    else:
        _take_article(found, item, address)
    if address and number and (item.type == "attachment" or may_be_article(item.type)):
        found.permalinks[number] = address
        for old in former_addresses(address, read_slug(item.field("wp:post_name")).text, item.former):
            found.former.setdefault(old, number)


def _take_article(found: Survey, item: Item, address: str) -> None:
    found.types[item.type] += 1
    if address:
        found.addressed.add(item.type)
    found.terms.add_used(item)
    found.bylines.add_byline(item)
    found.homes.add(item, address)
    found.glimpses.add(item)
    number = item.number("wp:post_id")
    if status_of(item) is not Status.PUBLISHED:
        found.hidden[number] = address
    elif number:
        found.titles[number] = plain_words(item.field("title")).text


def _merge(found: Survey, item: Item) -> tuple[str, str]:
    """Read an item into what it belongs to, and give its fate and the reason."""
    take, into = MERGES[item.type]
    why_not = take(found, item)
    return ("skipped", why_not) if why_not else ("merged", into)


def _take_media(found: Survey, item: Item) -> str:
    media = read_media(item, found.home)
    if not media.address:
        return NO_FILE
    found.media.put(media.id, media)
    found.homes.add(item, media.address)
    found.titles[media.id] = media.title
    return ""


def _take_menu_line(found: Survey, item: Item) -> str:
    return found.menus.add_line(item)


def _take_navigation(found: Survey, item: Item) -> str:
    if not is_simple(item):
        return NOT_SIMPLE
    found.menus.navigations.append(item)
    return ""


def _take_pattern(found: Survey, item: Item) -> str:
    found.patterns[item.number("wp:post_id")] = item.fields.get("content:encoded", "")
    return ""


def _take_guest(found: Survey, item: Item) -> str:
    found.bylines.add_guest(item)
    return ""


MERGES: dict[str, tuple[Callable[[Survey, Item], str], str]] = {
    "attachment": (_take_media, "read into the media library"),
    "nav_menu_item": (_take_menu_line, INTO_MENU),
    "wp_navigation": (_take_navigation, INTO_MENU),
    "wp_block": (_take_pattern, "read into the patterns that articles share"),
    "guest-author": (_take_guest, "read into the authors"),
}
"""How each of the merged types is read, giving why not where it cannot be; and what it is read into."""
