"""Web editing below /admin/, where the project has it: desk.web makes its files, the server sends them as they are."""

import importlib
import importlib.util
import mimetypes
from pathlib import Path
from typing import Any

from tornado.web import HTTPError, RequestHandler

from .desk_pages import message_page
from .hosts import is_own_host

_TYPES = {".mjs": "text/javascript", ".js": "text/javascript", ".yml": "text/yaml", ".wasm": "application/wasm"}

Stamp = tuple[tuple[str, int], ...]
"""Files by time of change."""

_made: dict[Path, tuple[Stamp, dict[str, bytes]]] = {}


class AdminPages(RequestHandler):
    """The files of web editing."""

    def initialize(self, content: Path) -> None:
        """Take the content folder."""
        self.content = content

    def prepare(self) -> None:
        """Refuse names that are not this machine's."""
        if not is_own_host(self.request.host_name, self.settings["hosts"]):
            raise HTTPError(403)

    def get(self, path: str | None) -> None:
        """Send a file."""
        if path is None:
            self.redirect("/admin/")
            return
        if importlib.util.find_spec("desk.web") is None:
            raise HTTPError(404)
        web: Any = importlib.import_module("desk.web")
        try:
            files = _files(self.content, web)
        except web.AdminError as error:
            self.set_status(503)
            self.finish(message_page("Web editing is not ready", str(error)))
            return
        name = path or "index.html"
        if name not in files:
            raise HTTPError(404)
        suffix = Path(name).suffix
        found = _TYPES.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
        self.set_header("Content-Type", f"{found}; charset=utf-8" if found.startswith("text/") else found)
        self.set_header("Cache-Control", "no-cache")
        self.finish(files[name])


def _files(content: Path, web: Any) -> dict[str, bytes]:  # noqa: ANN401  # a module that may not be there
    """Give the files, made anew when what they are made of was saved."""
    places = [*sorted((content / "data").glob("*.yaml")), Path("admin.toml")]
    stamp = tuple((str(place), place.stat().st_mtime_ns) for place in places if place.is_file())
    known = _made.get(content)
    if known is None or known[0] != stamp:
        known = _made[content] = stamp, dict(web.admin_files(content))
    return known[1]
