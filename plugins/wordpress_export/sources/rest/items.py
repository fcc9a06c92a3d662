"""An object of an answer as a row of `wp_posts` with what belongs to it: behind this, no one sees JSON."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..wxr_bylines import CAP, CO_AUTHORS
from ..wxr_comments import RawComment
from ..wxr_file import REMOVED
from ..wxr_item import Item, RawTerm, without_marks
from ..wxr_terms import FORMAT
from .answers import Json, best, inner, number, numbers, shown, stored, text
from .attachments import described, file_facts
from .excerpts import as_typed, typed_excerpt
from .kinds import Kind
from .people import People
from .seo import seo_fields
from .terms import Shelf

ROW_TYPES = {
    "posts": "post",
    "pages": "page",
    "media": "attachment",
    "blocks": "wp_block",
    "navigation": "wp_navigation",
}
"""Types by WordPress's own routes."""
TIMES = {
    "date": "post_date",
    "date_gmt": "post_date_gmt",
    "modified": "post_modified",
    "modified_gmt": "post_modified_gmt",
}
_UNTOLD: tuple[object, ...] = ({}, [], "", None, False, 0, "0")


@dataclass(frozen=True, slots=True)
class Row:
    """An object that is a row, and how it is to be read."""

    thing: Json
    """As it was saved."""
    type: str
    """Of WordPress."""


@dataclass(frozen=True, slots=True)
class Lists:
    """What rows refer to by id."""

    people: People
    """Who wrote."""
    terms: Shelf
    """Categories, tags, and the like."""
    menus: dict[int, str]
    """Slugs of menus by id."""


def type_of(kind: Kind, thing: Json, route: str, types: dict[str, str]) -> str:
    """Give a row's type: what it says, or what the route says that it was asked for by."""
    if kind is Kind.MENU_LINE:
        return "nav_menu_item"
    if kind is Kind.REVISION:
        return "revision"
    if told := text(thing, "type").replace(REMOVED, "").strip():
        return told
    if "source_url" in thing or "media_type" in thing:
        return "attachment"
    return types.get(route, "") or "post"


def read_row(row: Row, lists: Lists, comments: Iterable[RawComment], *, is_survey: bool = False) -> Item:
    """Give a row as an item; a survey needs no excerpt, which takes a comparison with the body."""
    thing = row.thing
    if row.type == "nav_menu_item":
        return without_marks(_menu_line(thing, lists))
    fields = dict(_fields(row))
    if row.type != "attachment" and not is_survey:
        fields["excerpt:encoded"] = _excerpt(thing)
    terms, notes = lists.terms.of(thing)
    byline = lists.people.byline(thing)
    fields["dc:creator"] = byline[0] if byline[:1] and not byline[1:] else ""
    authors = [RawTerm(CO_AUTHORS, f"{CAP}{slug}", lists.people.authors[slug].name) for slug in byline[1:] and byline]
    shape = text(thing, "format")
    formats = [RawTerm("post_format", f"{FORMAT}{shape}", shape)] if shape not in ("", "standard") else []
    return without_marks(
        Item(fields, is_locked(thing), (*terms, *authors, *formats), dict(_meta(row)), tuple(comments), notes, ())
    )


def is_locked(thing: Json) -> bool:
    """Tell whether a row has a password, which is not read."""
    content = thing.get("content")
    return bool(text(thing, "password")) or (isinstance(content, dict) and content.get("protected") is True)


def body_of(thing: Json) -> str:
    """Give a body, in the form that `is_stored` tells."""
    return best(thing, "content")


def is_stored(thing: Json) -> bool:
    """Tell whether a body is as the database has it."""
    return stored(thing, "content") is not None


def _fields(row: Row) -> Iterator[tuple[str, str]]:
    thing = row.thing
    yield "title", best(thing, "title")
    yield "link", text(thing, "link")
    yield "guid", best(thing, "guid")
    yield "wp:post_id", text(thing, "id")
    yield "wp:post_type", row.type
    yield "wp:post_name", text(thing, "slug")
    yield "wp:status", _status(thing)
    yield "wp:post_parent", text(thing, "post" if row.type == "attachment" else "parent")
    yield "wp:menu_order", text(thing, "menu_order")
    yield "wp:is_sticky", "1" if thing.get("sticky") is True else "0"
    yield "wp:comment_status", text(thing, "comment_status")
    yield from ((f"wp:{field}", text(thing, name).replace("T", " ")) for name, field in TIMES.items())
    if row.type == "attachment":
        yield "wp:attachment_url", text(thing, "source_url")
        yield "excerpt:encoded", _short(thing, "caption")
        yield "content:encoded", described(thing)
    else:
        yield "content:encoded", body_of(thing)


def _status(thing: Json) -> str:
    """Give a status; where an answer does not tell it, it is what visitors get: published."""
    return text(thing, "status") or ("draft" if is_stored(thing) or "?" in text(thing, "link") else "publish")


def _excerpt(thing: Json) -> str:
    raw = stored(thing, "excerpt")
    return typed_excerpt(shown(thing, "excerpt"), shown(thing, "content")) if raw is None else raw


def _short(thing: Json, name: str) -> str:
    raw = stored(thing, name)
    return as_typed(shown(thing, name)) if raw is None else raw


def _meta(row: Row) -> Iterator[tuple[str, str]]:
    """Give the fields of plugins that an answer has, the way the database has them."""
    thing = row.thing
    for source in (inner(thing, "meta"), inner(thing, "acf")):
        for name, value in source.items():
            # What nobody filled in is there all the same, with the plugin's default.
            if value not in _UNTOLD and not (name == "footnotes" and not is_stored(thing)):
                yield name, str(int(value)) if value is True else text(source, name) or "…"
    if number(thing, "featured_media"):
        yield "_thumbnail_id", text(thing, "featured_media")
    yield from seo_fields(thing)
    if row.type == "attachment":
        yield from file_facts(thing)


def _menu_line(thing: Json, lists: Lists) -> Item:
    menus = [number(thing, "menus")] if number(thing, "menus") else numbers(thing, "menus")
    terms = tuple(RawTerm("nav_menu", slug, slug) for key in menus if (slug := lists.menus.get(key)))
    fields = {
        "wp:post_id": text(thing, "id"),
        "wp:post_type": "nav_menu_item",
        "wp:status": text(thing, "status") or "publish",
        "wp:menu_order": text(thing, "menu_order"),
        "title": best(thing, "title"),
    }
    meta = {
        "_menu_item_type": text(thing, "type") or "custom",
        "_menu_item_object": text(thing, "object"),
        "_menu_item_object_id": text(thing, "object_id"),
        "_menu_item_menu_item_parent": text(thing, "parent"),
        "_menu_item_url": text(thing, "url"),
    }
    return Item(fields, locked=False, terms=terms, meta=meta, comments=())
