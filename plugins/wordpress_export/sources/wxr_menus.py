"""Menus of an export: items of the type `nav_menu_item`, and the block editor's `wp_navigation`."""

import json
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from ..addresses import is_web_address, root_relative
from ..menus import MenuLine, grow
from ..model import Menu
from ..plain_text import plain_words
from ..slugs import read_slug
from ..terms import term_address
from ..whole_numbers import whole_number
from .wxr_item import Item
from .wxr_terms import Terms

BLOCK = re.compile(r"<!--\s+(/)?wp:([a-z][a-z0-9/-]*)\s+(\{[^\n]*?\}\s+)?(/)?-->")
LINKS = ("navigation-link", "navigation-submenu", "home-link")
INTO_MENU = "read into a menu"
NOT_PUBLIC = "points to what is not public or not in the export"
NOT_SIMPLE = "holds blocks that WordPress fills by itself, such as a list of all pages"
LOOSE = "belongs to no menu"


@dataclass(frozen=True, slots=True)
class Places:
    """Where the things are that a menu points to."""

    home: str
    """The site's home."""
    permalinks: Mapping[int, str]
    """Of articles and media, by id."""
    titles: Mapping[int, str]
    """The same."""
    hidden: frozenset[int]
    """Ids of articles that are not public: not even their titles may show."""
    terms: Terms
    """For menu lines that point to a category."""


@dataclass(slots=True)
class Menus:
    """The menus of an export, as they become known."""

    lines: list[tuple[str, Item]] = field(default_factory=list)
    """Slug of the menu, and the item."""
    navigations: list[Item] = field(default_factory=list)
    """Items of the type `wp_navigation`."""

    def add_line(self, item: Item) -> str:
        """Take an item of a menu; give the reason where it is in none."""
        slug = next((term.nicename for term in item.terms if term.taxonomy == "nav_menu"), "")
        if not slug or item.field("wp:status") not in ("publish", ""):
            return LOOSE
        self.lines.append((read_slug(slug).text, item))
        return ""

    def grown(self, places: Places) -> tuple[tuple[Menu, ...], dict[str, int]]:
        """Give the menus, and how many lines were left out, by reason."""
        by_menu: defaultdict[str, list[MenuLine]] = defaultdict(list)
        names, left_out = dict(places.terms.menus), defaultdict[str, int](int)
        for slug, item in self.lines:
            names.setdefault(slug, next((t.name for t in item.terms if t.taxonomy == "nav_menu"), slug))
            line = _line(item, places)
            if line:
                by_menu[slug].append(line)
            else:
                left_out[NOT_PUBLIC] += 1
        grown = [Menu(slug, names[slug], grow(lines)) for slug, lines in by_menu.items()]
        return (*grown, *(_navigation(item, places) for item in self.navigations)), dict(left_out)


def _line(item: Item, places: Places) -> MenuLine | None:
    """Give a line with its target's address, and title where it has none itself (`wp_setup_nav_menu_item`)."""
    kind, target = item.meta.get("_menu_item_type", "custom"), whole_number(item.meta.get("_menu_item_object_id", ""))
    title, address = "", ""
    if kind == "post_type":
        if target in places.hidden or not places.permalinks.get(target):
            return None
        title, address = places.titles.get(target, ""), places.permalinks[target]
    elif kind == "taxonomy":
        title, address = _term(target, places)
        if not address:
            return None
    elif kind == "post_type_archive":
        address = f"{_folder(places)}/{item.meta.get('_menu_item_object', '')}/"
    else:
        address = safe_address(item.meta.get("_menu_item_url", ""), places.home)
    own = plain_words(item.field("title")).text
    parent = whole_number(item.meta.get("_menu_item_menu_item_parent", ""))
    return MenuLine(item.number("wp:post_id"), parent, item.number("wp:menu_order"), own or title, address)


def _folder(places: Places) -> str:
    return root_relative(places.home, places.home).rstrip("/") if places.home else ""


def _term(number: int, places: Places) -> tuple[str, str]:
    term = places.terms.known.get(places.terms.by_id.get(number, ("", "")))
    if term is None:
        return "", ""
    return term.name, term_address(term, places.terms.known, _folder(places))


def safe_address(address: str, home: str) -> str:
    """Give where a line points to: the site's own root-relative, others on the web or by mail as they are.

    `#` is how WordPress's users make a heading; a script or anything else that is no address becomes one too.
    """
    address = address.strip()
    if address in ("", "#"):
        return ""
    if address.startswith(("/", "#", "?")) and not address.startswith("//"):
        return (
            root_relative(address, home) if address.startswith("/") else f"{'/' if address[0] == '?' else ''}{address}"
        )
    return (
        root_relative(address, home) if is_web_address(address) else address * address.startswith(("mailto:", "tel:"))
    )


def is_simple(item: Item) -> bool:
    """Tell whether a block navigation is nothing but links with addresses."""
    blocks = {match[2] for match in BLOCK.finditer(item.field("content:encoded"))}
    return bool(blocks) and blocks <= set(LINKS)


def _navigation(item: Item, places: Places) -> Menu:
    lines: list[MenuLine] = []
    above = [0]
    for order, match in enumerate(BLOCK.finditer(item.field("content:encoded")), start=1):
        if match[1]:
            above = above[:-1] or [0]
            continue
        lines.append(_navigation_line(match, order, above[-1], places))
        if not match[4]:
            above.append(order)
    title = plain_words(item.field("title")).text
    return Menu(read_slug(item.field("wp:post_name")).text or "navigation", title, grow(lines))


def _navigation_line(match: re.Match[str], order: int, parent: int, places: Places) -> MenuLine:
    try:
        facts = json.loads(match[3] or "{}")
    except (ValueError, RecursionError):
        facts = {}
    target = facts.get("id")
    by_id = places.permalinks.get(target, "") if isinstance(target, int) and target not in places.hidden else ""
    own = "/" if match[2] == "home-link" else safe_address(str(facts.get("url", "")), places.home)
    return MenuLine(order, parent, order, plain_words(str(facts.get("label", ""))).text, by_id or own)
