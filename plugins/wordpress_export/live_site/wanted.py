"""What is asked for of a site: its lists, and each collection of its types and taxonomies."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ..sources.rest.answers import Json, inner, text
from ..sources.wxr_types import SKIPPED

_PLAIN = re.compile(r"[\w-]+(?:/[\w.-]+)*", re.ASCII)
_LONGEST = 100
EDITORS_ONLY = ("nav_menu_item", "nav_menu", "wp_block", "wp_navigation")
"""Types and taxonomies that visitors are not shown."""
LARGEST_PAGE = 100
"""What WordPress gives at most at a time."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A collection."""

    name: str
    """What its files and messages are called: `posts`."""
    route: str
    """`wp/v2/posts`."""
    query: dict[str, str] = field(default_factory=dict)
    """What is asked beside pages."""
    by_visitor: dict[str, str] | None = None
    """What to ask instead where an editor's question is refused; none where there is nothing else to ask."""

    @property
    def as_visitor(self) -> "Wanted | None":
        """The same as visitors see it."""
        return None if self.by_visitor is None else replace(self, query=self.by_visitor, by_visitor=None)


def wanted_lists(*, is_editor: bool) -> Iterator[tuple[str, str]]:
    """Give the names and routes of what is no collection."""
    yield "types", "wp/v2/types"
    yield "taxonomies", "wp/v2/taxonomies"
    if is_editor:
        yield "settings", "wp/v2/settings"


def wanted_collections(types: Json, taxonomies: Json, *, is_editor: bool) -> Iterator[Wanted]:
    """Give what is asked for, what others refer to first."""
    edit = {"context": "edit"} if is_editor else {}
    instead: dict[str, str] | None = {} if is_editor else None
    yield Wanted("users", "wp/v2/users", edit, instead)
    of_terms, of_items = _routes(taxonomies, is_editor=is_editor), _routes(types, is_editor=is_editor)
    for route in of_terms:
        yield Wanted(_called(route), route, edit, instead)
    for route, name in of_items.items():
        status = {"status": "any"} if is_editor and name not in ("attachment", "nav_menu_item") else {}
        yield Wanted(_called(route), route, edit | status, instead)
    yield Wanted("comments", "wp/v2/comments", edit, instead)
    if is_editor:
        for kind in ("pingback", "trackback"):
            yield Wanted(f"comments-{kind}", "wp/v2/comments", edit | {"type": kind})


def _routes(listed: Json, *, is_editor: bool) -> dict[str, str]:
    """Give the names of types or taxonomies by the routes of their items, each route once."""
    found: dict[str, str] = {}
    for name in listed:
        told = inner(listed, name)
        base, space = text(told, "rest_base") or name, text(told, "rest_namespace") or "wp/v2"
        # A route with a pattern in it is of parts of something else.
        is_plain = all(_PLAIN.fullmatch(part) and len(part) <= _LONGEST for part in (base, space))
        if name not in SKIPPED and is_plain and (is_editor or name not in EDITORS_ONLY):
            found.setdefault(f"{space}/{base}", name)
    return found


def _called(route: str) -> str:
    return route.removeprefix("wp/v2/").replace("/", "-")
