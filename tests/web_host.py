"""A web host of this machine's own, as a newspaper's host should be set: compressed forms, a policy, a page for 404."""

import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path

from readers import QuietServer

POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'inline-speculation-rules'; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data:; media-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; frame-src https:; base-uri 'none'"
)
"""No script may stand in a page. Styles do: they are the theme's own, and one request less. Search is WebAssembly."""

_FORMS = (("br", ".br"), ("gzip", ".gz"))
_YEAR = "public, max-age=31536000, immutable"
_TYPES = {".webmanifest": "application/manifest+json", ".avif": "image/avif", ".webp": "image/webp"}


class WebHost(QuietServer):
    """Serves a built site."""

    protocol_version = "HTTP/1.1"
    extensions_map = http.server.SimpleHTTPRequestHandler.extensions_map | _TYPES

    def do_GET(self) -> None:  # noqa: N802  # the base class's name
        """Send a file, in the best form that there is and that the browser takes."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.is_file():
            self._send(path, HTTPStatus.OK)
        else:
            self._send(Path(self.directory, "404.html"), HTTPStatus.NOT_FOUND)

    def _send(self, path: Path, status: HTTPStatus) -> None:
        accepted = self.headers.get("Accept-Encoding", "")
        forms = ((name, path.with_name(path.name + ending)) for name, ending in _FORMS if name in accepted)
        form, sent = next(((name, file) for name, file in forms if file.is_file()), ("", path))
        octets = sent.read_bytes()
        self.send_response(status)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Length", str(len(octets)))
        if form:
            self.send_header("Content-Encoding", form)
        self.send_header("Vary", "Accept-Encoding")
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("Cache-Control", _YEAR if self.path.startswith(("/theme/", "/images/")) else "no-cache")
        self.end_headers()
        self.wfile.write(octets)


@contextmanager
def hosted(folder: Path) -> Iterator[str]:
    """Serve a site on this machine while the block runs; give its address."""
    serve = functools.partial(WebHost, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), serve) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
