"""A site of a few rows that answers as WordPress's `wp/v2` does, on this machine (see web_faults)."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from web_faults import Call

Thing = dict[str, Any]
TYPES = {
    "post": {"rest_base": "posts", "rest_namespace": "wp/v2"},
    "page": {"rest_base": "pages", "rest_namespace": "wp/v2"},
    "attachment": {"rest_base": "media", "rest_namespace": "wp/v2"},
    "nav_menu_item": {"rest_base": "menu-items", "rest_namespace": "wp/v2"},
    "wp_template": {"rest_base": "templates", "rest_namespace": "wp/v2"},
    "wp_font_face": {"rest_base": "font-families/(?P<font_family_id>[\\d]+)/font-faces", "rest_namespace": "wp/v2"},
    "recipe": {"rest_base": "recipes", "rest_namespace": "kitchen/v1"},
}
TAXONOMIES = {
    "category": {"rest_base": "categories", "types": ["post"]},
    "post_tag": {"rest_base": "tags", "types": ["post"]},
    "nav_menu": {"rest_base": "menus", "types": ["nav_menu_item"]},
}


def post(number: int = 1, slug: str = "tide", **more: Any) -> Thing:  # noqa: ANN401  # whatever an answer may hold
    """Give a post as visitors see it."""
    return {
        "id": number,
        "date": "2023-10-17T09:30:00",
        "date_gmt": "2023-10-17T08:30:00",
        "guid": {"rendered": f"https://gull.example/?p={number}"},
        "modified": "2023-10-18T09:30:00",
        "modified_gmt": "2023-10-18T08:30:00",
        "slug": slug,
        "status": "publish",
        "type": "post",
        "link": f"https://gull.example/2023/10/{slug}/",
        "title": {"rendered": f"Tide {number}"},
        "content": {"rendered": "<p>Words of the tide.</p>\n", "protected": False},
        "excerpt": {"rendered": "<p>Words of the tide.</p>\n", "protected": False},
        "author": 3,
        "featured_media": 0,
        "categories": [],
        "tags": [],
    } | more


def as_editor(thing: Thing, raw: str, **more: Any) -> Thing:  # noqa: ANN401  # the same
    """Give a post as editors see it, with its body as stored."""
    told: Thing = thing | {"title": thing["title"] | {"raw": thing["title"]["rendered"]}}
    told |= {"content": thing["content"] | {"raw": raw}, "excerpt": thing["excerpt"] | {"raw": ""}, "password": ""}
    return told | more


MARA = {"id": 3, "name": "Mara Lind", "slug": "mara", "url": "", "description": "", "avatar_urls": {}}
NEWS = {"id": 7, "name": "News", "slug": "news", "taxonomy": "category", "parent": 0, "description": "", "count": 1}


@dataclass(slots=True)
class RestSite:
    """Answers calls from rows; every fault of it is a field."""

    rows: dict[str, list[Thing]] = field(default_factory=dict)
    """By route: `wp/v2/posts`."""
    drafts: dict[str, list[Thing]] = field(default_factory=dict)
    """What editors get instead, who sign in as `mara` with `abcd efgh`."""
    closed: Mapping[str, int] = field(default_factory=dict)
    """Statuses by route."""
    pretty: bool = True
    """Whether the interface is at `/wp-json/`; otherwise it is at `?rest_route=/`."""
    header: bool = True
    """Whether the front page names it."""
    totals: bool = True
    """Whether answers tell how many there are."""
    ordered: bool = True
    """Whether `orderby=id` is known."""
    plugins: tuple[str, ...] = ()
    """Namespaces of plugins."""
    most: int = 100
    """Items that a page can have before the server breaks down."""

    def __call__(self, call: Call) -> None:
        """Answer."""
        parts = urlsplit(call.path)
        query = dict(parse_qsl(parts.query))
        route = query.get("rest_route", "") if not self.pretty else parts.path.removeprefix("/wp-json")
        if (not self.pretty and not route) or (self.pretty and not parts.path.startswith("/wp-json")):
            self._page(call)
        else:
            self._answer(call, route.strip("/"), query)

    def _page(self, call: Call) -> None:
        if call.path != "/":
            call.send(404, b"<html>Nothing.</html>", {"content-type": "text/html"})
            return
        root = "/wp-json/" if self.pretty else "/?rest_route=/"
        host = call.headers["host"]
        link = {"link": f'<http://{host}{root}>; rel="https://api.w.org/", </x>; rel=shortlink'} if self.header else {}
        call.send(200, b'<!DOCTYPE html><html lang="en-GB"><title>The Gull</title></html>', link)

    def _answer(self, call: Call, route: str, query: dict[str, str]) -> None:
        is_editor = call.headers.get("authorization") == "Basic bWFyYTphYmNkIGVmZ2g="
        if status := self.closed.get(route):
            self._send(call, {"code": "rest_forbidden", "message": "Sorry, you are not allowed.", "data": {}}, status)
        elif query.get("context") == "edit" and not is_editor:
            self._send(call, {"code": "rest_forbidden_context", "message": "Sorry.", "data": {}}, 401)
        elif not route:
            names = ["oembed/1.0", "wp/v2", *self.plugins]
            told = {"name": "The Gull", "description": "All news", "url": "https://gull.example"}
            self._send(
                call, told | {"home": "https://gull.example", "gmt_offset": 1, "namespaces": names, "routes": {}}
            )
        elif route == "wp/v2/types":
            self._send(call, TYPES)
        elif route == "wp/v2/taxonomies":
            self._send(call, TAXONOMIES)
        elif route == "wp/v2/users/me":
            self._send(call, MARA)
        elif route == "wp/v2/settings":
            self._send(
                call, {"title": "The Gull", "language": "en_GB", "email": "desk@gull.example", "default_category": 1}
            )
        else:
            rows = self.drafts.get(route) if is_editor and "context" in query else None
            self._list(call, self.rows.get(route, []) if rows is None else rows, query)

    def _list(self, call: Call, rows: list[Thing], query: dict[str, str]) -> None:
        size, page = int(query.get("per_page", "10")), int(query.get("page", "1"))
        pages = -(-len(rows) // size)
        if "orderby" in query and not self.ordered:
            self._send(call, {"code": "rest_invalid_param", "message": "Invalid parameter: orderby", "data": {}}, 400)
        elif page > max(pages, 1):
            self._send(call, {"code": "rest_post_invalid_page_number", "message": "Too large.", "data": {}}, 400)
        elif len(rows[(page - 1) * size : page * size]) > self.most:
            self._send(call, {"code": "internal_server_error", "message": "Memory.", "data": {}}, 500)
        else:
            told = {"x-wp-total": str(len(rows)), "x-wp-totalpages": str(pages)} if self.totals else {}
            self._send(call, rows[(page - 1) * size : page * size], 200, told)

    def _send(self, call: Call, thing: object, status: int = 200, headers: Mapping[str, str] | None = None) -> None:
        told = {"content-type": "application/json; charset=UTF-8", **(headers or {})}
        call.send(status, json.dumps(thing).encode(), told)
