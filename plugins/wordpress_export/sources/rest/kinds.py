"""What an object of an answer is, told by its fields: names of files say nothing that can be relied on."""

import re
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from .answers import Json
from .decoding import head_of, is_markup


class Kind(StrEnum):
    """What an object is."""

    RECORD = "record"
    """Of requests, with their headers: `_requests.json`."""
    ERROR = "an error that the site answered with"
    """`{code, message, data}`."""
    ROOT = "root"
    """Of the interface: the site's name and address."""
    SETTINGS = "settings"
    """Of the site."""
    LIST = "a list of the site's types, taxonomies or statuses"
    """By name."""
    USER = "user"
    """An author."""
    TERM = "term"
    """Of any taxonomy."""
    MENU = "menu"
    """Its name alone."""
    MENU_LINE = "menu line"
    """A row of the type `nav_menu_item`."""
    COMMENT = "comment"
    """Of a reader."""
    REVISION = "an older or unsaved copy of another item"
    """Also an autosave."""
    ROW = "row"
    """An article, an attachment, a pattern: whatever has an id and a slug, an address or a type."""
    FOUND = "what a search had found"
    """An entry of `wp/v2/search`."""
    OTHER = "an answer that says nothing of the site's articles"
    """Of a plugin, most likely."""


_REVISION = re.compile(r"\d+-(?:revision|autosave)-v\d+")
_ROUTES = re.compile(r"wp-json|rest_route")

KINDS: tuple[tuple[Kind, Callable[[Json], bool]], ...] = (
    (Kind.ERROR, lambda thing: "code" in thing and "message" in thing and "id" not in thing),
    (Kind.ROOT, lambda thing: "namespaces" in thing or ("home" in thing and "gmt_offset" in thing)),
    (Kind.SETTINGS, lambda thing: "default_category" in thing or ("start_of_week" in thing and "title" in thing)),
    (Kind.RECORD, lambda thing: _all_have(thing, "request")),
    (Kind.LIST, lambda thing: "id" not in thing and (_all_have(thing, "rest_base") or _all_have(thing, "public"))),
    (Kind.LIST, lambda thing: "id" not in thing and ("rest_base" in thing or "queryable" in thing)),
    (Kind.FOUND, lambda thing: "subtype" in thing and "url" in thing and "content" not in thing),
    (Kind.COMMENT, lambda thing: "author_name" in thing and "post" in thing),
    (Kind.COMMENT, lambda thing: "author_name" in thing and "author_avatar_urls" in thing),
    (Kind.MENU_LINE, lambda thing: "menus" in thing and "object_id" in thing),
    (Kind.USER, lambda thing: "avatar_urls" in thing and "name" in thing),
    (Kind.USER, lambda thing: "name" in thing and "slug" in thing and "url" in thing and "taxonomy" not in thing),
    (Kind.MENU, lambda thing: "locations" in thing and "auto_add" in thing),
    (Kind.TERM, lambda thing: "taxonomy" in thing and "name" in thing and "id" in thing),
    (Kind.REVISION, lambda thing: isinstance(thing.get("slug"), str) and bool(_REVISION.fullmatch(str(thing["slug"])))),
    (Kind.ROW, lambda thing: "id" in thing and _is_row(thing)),
)
"""The first that is true counts."""


def kind_of(thing: Json) -> Kind:
    """Give what an object is."""
    return next((kind for kind, is_one in KINDS if is_one(thing)), Kind.OTHER)


def _is_row(thing: Json) -> bool:
    """Tell whether an object with an id is a row: search indexes and shops have ids, titles and addresses, too."""
    texts = (thing.get(name) for name in ("title", "content", "excerpt", "caption", "guid"))
    return (
        any(isinstance(text, dict) and ("rendered" in text or "raw" in text) for text in texts)
        or "source_url" in thing
        or ("link" in thing and ("slug" in thing or "type" in thing))
    )


def _all_have(thing: Json, name: str) -> bool:
    return bool(thing) and all(isinstance(value, dict) and name in value for value in thing.values())


_MARKS = tuple(
    re.compile(pattern)
    for pattern in (
        r'"id"\s*:\s*"?\d+"?\s*[,}].*?"(?:slug|rendered|author_name|subtype|_links|type|link)"\s*:',
        r'"(?:slug|rendered|link)"\s*:.*?"id"\s*:\s*"?\d+"?\s*[,}]',
        r'"(?:rest_base|namespaces|date_floating|default_category|queryable|x-wp-total)"\s*:',
        r'"code"\s*:\s*"[a-z_]+"\s*,\s*"message"\s*:',
        r'"request"\s*:\s*"[^"]*(?:wp-json|rest_route)',
    )
)
"""Of which an answer shows one in its first lines."""
_MANIFEST = re.compile(r'\s*\{\s*"(?:\$schema|lockfileVersion|@context)"')


def looks_like_answer(path: Path) -> bool:
    """Tell by its beginning whether a file is a saved answer, or was to be one: named so, and empty or a page."""
    head = head_of(path)
    named = path.suffix.lower() == ".json"
    if named and (not head.strip() or is_markup(head)):
        return True
    start = head.lstrip()[:1]
    if start == "<":
        return named
    if start not in {"[", "{"} or _MANIFEST.match(head):
        return False
    return (named and not head.strip("[] \t\r\n")) or any(mark.search(_flat(head)) for mark in _MARKS)


def _flat(head: str) -> str:
    return head.replace("\n", " ").replace("\r", " ")
