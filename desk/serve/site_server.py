"""The server: pages of the site with what the desk has to say, files as they are, for this machine alone.

Tornado's: it knows parts of files, which films need, conditions, and what leads out of a folder; and WebSockets.
"""

import mimetypes
from dataclasses import dataclass
from pathlib import Path

from tornado.httputil import HTTPServerRequest
from tornado.web import Application, HTTPError, RequestHandler, StaticFileHandler

from .admin_pages import AdminPages
from .audience import Audience, OpenPage
from .desk_pages import FOLDER, message_page
from .desk_state import DeskState
from .hosts import is_own_host
from .served_pages import Served, page_at, served_at, with_desk

_TYPES = {
    ".avif": "image/avif",
    ".webp": "image/webp",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
    ".mjs": "text/javascript",
    ".js": "text/javascript",
    ".wasm": "application/wasm",
    ".yml": "text/yaml",
    ".yaml": "text/yaml",
    ".md": "text/markdown",
    ".vtt": "text/vtt",
    ".m4a": "audio/mp4",
    ".opus": "audio/ogg",
    ".xml": "text/xml",
}
_WRITTEN = ("text/", "application/json", "application/manifest+json", "application/feed+json")
"""Types of what is text, and so is in UTF-8."""
_AS_THEY_ARE = ("wp-content",)
"""Folders of the content that are published as they are: a picture just put there is seen before the site has it."""


@dataclass(frozen=True, slots=True)
class Shop:
    """What the server shows."""

    state: DeskState
    """The site, and what is known of it."""
    audience: Audience
    """Who looks at it."""
    has_desk: bool = True
    """Whether the desk has its say; else a built site is shown as it is."""


class SitePages(StaticFileHandler):
    """Pages and files of the site."""

    def initialize(self, shop: Shop) -> None:  # type: ignore[override]  # its folder is another one after each build
        """Take what there is to show."""
        self.shop = shop
        self.root = str(shop.state.site or shop.state.folder)
        self.default_filename = "index.html"

    def prepare(self) -> None:
        """Refuse names that are not this machine's."""
        refuse_other_hosts(self)

    def set_default_headers(self) -> None:
        """Let nothing be kept: the next look may be at another site."""
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Cache-Control", "no-cache")
        self.clear_header("Server")

    async def get(self, path: str, include_body: bool = True) -> None:
        """Send a page or a file."""
        address = f"/{path}"
        if any(part.startswith(".") and part != ".well-known" for part in path.split("/")):
            raise HTTPError(404)
        site = self.shop.state.site
        file = page_at(site, address) if site else None
        if file is not None and file.name == "index.html" and not address.endswith(("/", "/index.html")):
            self.redirect(_encoded(self.request, "/"))
        elif file is None and site is not None and page_at(site, f"/drafts{address}") and address.endswith("/"):
            self.redirect(f"/drafts{self.request.path}")
        elif file is None and self._is_own_file(path):
            self.root = str(self.shop.state.content)
            await super().get(path, include_body)
        elif (served := served_at(self.shop.state, address)) is not None:
            self._send(served)
        else:
            await super().get(path, include_body)

    def _is_own_file(self, path: str) -> bool:
        """Tell whether it is a file of the content that is published as it is."""
        return path.split("/", maxsplit=1)[0] in _AS_THEY_ARE and page_at(self.shop.state.content, path) is not None

    def _send(self, served: Served) -> None:
        self.set_status(served.status)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Cache-Control", "no-store")
        self.finish(with_desk(served) if self.shop.has_desk else served.text)

    def compute_etag(self) -> str | None:
        """Give what tells a file from another: a digest of a film would take as long as to send it."""
        if not getattr(self, "absolute_path", None):
            return super(StaticFileHandler, self).compute_etag()
        about = Path(self.absolute_path or "").stat()
        return f'"{about.st_mtime_ns:x}-{about.st_size:x}"'

    def get_content_type(self) -> str:
        """Give the type of a file; texts are in UTF-8."""
        path = Path(self.absolute_path or "")
        found = _TYPES.get(path.suffix.lower()) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        return f"{found}; charset=utf-8" if found.startswith(_WRITTEN) else found

    def write_error(self, status_code: int, **_: object) -> None:
        """Say what is wrong in a sentence."""
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.finish(message_page(f"{status_code}", _SENTENCES.get(status_code, "This cannot be shown.")))


_SENTENCES = {
    403: "This address is none of this machine's names: open http://127.0.0.1 with the port that ./inv serve told.",
    404: "Nothing is here.",
    405: "Pages can only be looked at.",
    416: "The file has no such part.",
}


class DeskScript(RequestHandler):
    """The script that the desk puts into pages."""

    def prepare(self) -> None:
        """Refuse names that are not this machine's."""
        refuse_other_hosts(self)

    def get(self) -> None:
        """Send it."""
        self.set_header("Content-Type", "text/javascript; charset=utf-8")
        self.set_header("Cache-Control", "no-cache")
        self.finish((FOLDER / "desk.js").read_bytes())


def refuse_other_hosts(handler: RequestHandler) -> None:
    """End a request that names another host. Raises HTTPError."""
    if not is_own_host(handler.request.host_name, handler.settings["hosts"]):
        raise HTTPError(403)


def application(shop: Shop, hosts: frozenset[str]) -> Application:
    """Give the server's table of contents; `hosts` are names of this machine beside localhost."""
    desk: list[tuple[str, type[RequestHandler], dict[str, object]]] = [
        (r"/\.desk/desk\.js", DeskScript, {}),
        (r"/\.desk/socket", OpenPage, {"audience": shop.audience}),
        (r"/admin(?:/(.*))?", AdminPages, {"content": shop.state.content}),
    ]
    site = (r"/(.*)", SitePages, {"shop": shop})
    return Application([*(desk if shop.has_desk else ()), site], hosts=hosts, log_function=_say_nothing)


def _say_nothing(_: object) -> None:
    """Say nothing of what was asked."""


def _encoded(request: HTTPServerRequest, ending: str) -> str:
    """Give the address that was asked, with another ending; one that begins with two slashes would be another host."""
    return f"/{(request.path or '').strip('/')}{ending}{'?' + request.query if request.query else ''}"
