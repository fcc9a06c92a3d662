"""Categories, tags and terms of other taxonomies: answers refer to them by id, under the name of their route."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ...model import CATEGORY, TAG, Note, Term
from ...plain_text import decode_entities
from ...slugs import make_slug, read_slug
from ..wxr_bylines import CO_AUTHORS
from ..wxr_item import RawTerm
from ..wxr_terms import NO_TERMS
from .answers import Json, inner, listed, number, numbers, objects, text

_ROUTE = re.compile(r"/wp/v2/([\w-]+)(?:[?&/]|$)")
_CLASS = {TAG: "tag"}
"""What the class of a term begins with where it is not its taxonomy (`get_post_class`)."""


@dataclass(slots=True)
class Shelf:
    """The terms of a site, as they become known."""

    names: dict[int, RawTerm] = field(default_factory=dict)
    """As an item has it, by id: WordPress shares no id between taxonomies any more."""
    listed: dict[int, Json] = field(default_factory=dict)
    """As the site lists them, by id."""
    routes: dict[str, str] = field(default_factory=lambda: {"categories": CATEGORY, "tags": TAG})
    """Taxonomies by the names of their routes."""
    taxonomies: set[str] = field(default_factory=set)
    """Of which there is a list."""

    def add(self, thing: Json, *, is_listed: bool) -> None:
        """Add a term, from a list of the site's, or as an article shows it."""
        taxonomy, name = read_slug(text(thing, "taxonomy")).text, text(thing, "name")
        slug = read_slug(text(thing, "slug")).text or make_slug(decode_entities(name))
        key = number(thing, "id")
        if not key or not slug or not taxonomy or taxonomy in NO_TERMS:
            return
        self.names[key] = RawTerm(taxonomy, slug, name)
        if is_listed or key not in self.listed:
            kept = {"name": name, "slug": slug, "parent": number(thing, "parent")}
            self.listed[key] = {**kept, "taxonomy": taxonomy, "description": text(thing, "description")}
        if is_listed:
            self.taxonomies.add(taxonomy)

    def learn_routes(self, thing: Json) -> None:
        """Take the routes of a list of taxonomies, or those that an article's links show."""
        for name in thing:
            if route := text(inner(thing, name), "rest_base"):
                self.routes.setdefault(route, name)
        for link in objects(inner(thing, "_links"), "wp:term"):
            if found := _ROUTE.search(text(link, "href").replace("%2F", "/")):
                self.routes.setdefault(found[1], text(link, "taxonomy"))

    def known(self) -> Iterator[Term]:
        """Give all terms."""
        for key, thing in self.listed.items():
            above = self.names.get(number(thing, "parent"))
            taxonomy, slug = text(thing, "taxonomy"), text(thing, "slug")
            parent = above.nicename if above and above.taxonomy == taxonomy and above.nicename != slug else ""
            name = decode_entities(text(thing, "name")) or slug
            yield Term(taxonomy, slug, name, parent, text(thing, "description").strip(), key)

    def of(self, thing: Json) -> tuple[list[RawTerm], tuple[Note, ...]]:
        """Give an article's terms, and a note where some of them are only known by number."""
        found, unknown = list[RawTerm](), list[str]()
        for route, taxonomy in self.routes.items():
            keys = [] if taxonomy in NO_TERMS or taxonomy == CO_AUTHORS else numbers(thing, route)
            found += [self.names[key] for key in keys if key in self.names]
            for slug in _unlisted(thing, taxonomy, keys, self.names):
                name = _told_names(thing).get(slug, "")
                if not slug.isdecimal():
                    found.append(RawTerm(taxonomy, slug, name or slug))
                if not name:
                    unknown.append(f"{taxonomy} {slug}")
        if not unknown:
            return found, ()
        return found, (Note("terms whose names are not in the material", ", ".join(unknown)[:200], review=True),)


def _unlisted(thing: Json, taxonomy: str, keys: list[int], known: Mapping[int, RawTerm]) -> Iterator[str]:
    """Give the slugs of an article's terms that no list has, or their numbers where they are not known either.

    Where a slug is in no Latin letters, the class has the number in its place.
    """
    shown = _classes(thing, taxonomy)
    for place, key in enumerate(keys):
        if key not in known:
            yield shown[place] if len(shown) == len(keys) else str(key)


def _told_names(thing: Json) -> dict[str, str]:
    """Give the names of categories and tags by slug, as Yoast tells search engines of them."""
    nodes = list(objects(inner(inner(thing, "yoast_head_json"), "schema"), "@graph"))
    told = (name for node in nodes for part in ("articleSection", "keywords") for name in listed(node, part))
    return {make_slug(decode_entities(name)): name for name in told if isinstance(name, str)}


def _classes(thing: Json, taxonomy: str) -> list[str]:
    """Give the slugs of a taxonomy's terms as the classes of the article have them, in the order of its ids."""
    start = f"{_CLASS.get(taxonomy, taxonomy)}-"
    names = (name for name in listed(thing, "class_list") if isinstance(name, str))
    return [read_slug(name.removeprefix(start)).text for name in names if name.startswith(start)]
