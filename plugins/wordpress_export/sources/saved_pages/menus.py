"""Menus as a page shows them, where the markup says that an editor made them (`wp_nav_menu`, the navigation block)."""

import re
from collections.abc import Iterator

from ...addresses import root_relative
from ...body.tree import Node, attribute, words
from ...menus import MenuLine, grow
from ...model import Menu
from ...slugs import make_slug
from .page import Page
from .places import Place, resolve

_LISTS = "ul.menu, ul[id^=menu-], ul.nav-menu, ul.wp-block-navigation__container, ul.td-mobile-main-menu, nav ul"
_ID = re.compile(r"menu-(.+?)(?:-\d+)?")
_LABEL = ".wp-block-navigation-item__label, .menu-label, a"
_MOST = 200


def read_menus(page: Page, place: Place) -> Iterator[Menu]:
    """Give the menus of a page, each once: a theme shows its menu a second time for phones."""
    seen: set[tuple[str, ...]] = set()
    within: set[int] = set()
    for node in page.body.css(_LISTS):
        if node.mem_id in within:
            continue
        within |= {inner.mem_id for inner in node.css("ul")}
        lines = list(_lines(node, place))
        key = tuple(f"{line.title} {line.address}" for line in lines)
        if not lines or key in seen or (page.article.mem_id != page.body.mem_id and _holds(page.article, node)):
            continue
        seen.add(key)
        slug, name = _called(node)
        yield Menu(slug, name, grow(lines))


def _holds(article: Node, node: Node) -> bool:
    return article.tag == "article" and any(inner.mem_id == node.mem_id for inner in article.css("ul"))


def _lines(node: Node, place: Place) -> Iterator[MenuLine]:
    items = node.css("li.menu-item, li.wp-block-navigation-item")[:_MOST]
    number = {item.mem_id: place for place, item in enumerate(items, start=1)}
    for item in items:
        label = item.css_first(_LABEL)
        link = item.css_first("a")
        title = words(label) if label else ""
        if title:
            address = resolve(attribute(link, "href"), place) if link else ""
            address = root_relative(address, place.home) if address not in ("", "#") else ""
            yield MenuLine(number[item.mem_id], _above(item, number), number[item.mem_id], title, address)


def _above(item: Node, number: dict[int, int]) -> int:
    above = item.parent
    while above is not None:
        if above.mem_id in number:
            return number[above.mem_id]
        above = above.parent
    return 0


def _called(node: Node) -> tuple[str, str]:
    """Give a menu's slug and name: WordPress writes the slug into the list's id; a navigation's label is its name."""
    match = _ID.fullmatch(attribute(node, "id"))
    if match:
        return make_slug(match[1]), match[1].replace("-", " ").capitalize()
    above: Node | None = node
    while above is not None and above.tag != "nav":
        above = above.parent
    label = attribute(above, "aria-label") if above else ""
    return make_slug(label) or "menu", label or "Menu"
