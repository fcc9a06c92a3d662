"""Netlify's API for deploys, as its documentation tells it, on this machine's loopback.

https://docs.netlify.com/api-and-cli-guides/api-guides/get-started-with-api/ and https://open-api.netlify.com
"""

import http.server
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha1
from typing import Any
from urllib.parse import unquote, urlsplit

from readers import QuietServer

TOKEN = "never-shown"  # noqa: S105  # of a server in a test


@dataclass(slots=True)
class Account:
    """What Netlify has."""

    shown: dict[str, str] = field(default_factory=dict)
    """Digests of the site that readers see, by path."""
    contents: dict[str, bytes] = field(default_factory=dict)
    """Every content that was ever sent, by digest."""
    deploys: dict[str, dict[str, Any]] = field(default_factory=dict)
    """Deploys by number."""
    puts: list[str] = field(default_factory=list)
    """Paths that were sent, in order."""
    busy: int = 0
    """So many times the next uploads are asked to come again later."""
    address: str = ""
    """Where it answers."""

    def site(self) -> dict[str, bytes]:
        """Give what readers see."""
        return {path.lstrip("/"): self.contents[digest] for path, digest in self.shown.items()}


class NetlifyServer(QuietServer):
    """Answers as Netlify does."""

    account: Account

    def do_GET(self) -> None:  # noqa: N802  # the base class's name
        """Give a deploy, or the files of the site."""
        if not self._is_allowed():
            return
        parts = urlsplit(self.path).path.strip("/").split("/")
        if parts[2:] == ["files"]:
            files = [{"path": path, "sha": digest, "size": 1} for path, digest in sorted(self.account.shown.items())]
            self._answer(files if "page=1&" in self.path else [])
        else:
            self._answer(self._settled(self.account.deploys[parts[3]]))

    def do_POST(self) -> None:  # noqa: N802  # the base class's name
        """Begin a deploy: files are compared later, as is asked for by `async`."""
        asked = json.loads(self._body())
        if not self._is_allowed():
            return
        number = f"deploy-{len(self.account.deploys)}"
        self.account.deploys[number] = {"id": number, "state": "preparing", "asked": asked}
        self._answer(self.account.deploys[number])

    def do_PUT(self) -> None:  # noqa: N802  # the base class's name
        """Take a file."""
        body = self._body()
        if not self._is_allowed():
            return
        if self.account.busy:
            self.account.busy -= 1
            self._answer({"code": 429, "message": "too many"}, 429)
            return
        path = unquote(self.path.partition("/files")[2])
        self.account.puts.append(path)
        self.account.contents[sha1(body, usedforsecurity=False).hexdigest()] = body
        self._answer({})

    def _settled(self, deploy: dict[str, Any]) -> dict[str, Any]:
        files = deploy["asked"]["files"]
        lacking = sorted(set(files.values()) - set(self.account.contents))
        if deploy["state"] == "preparing":
            deploy |= {"state": "prepared", "required": lacking}
        elif not lacking:
            deploy["state"] = "ready"
            deploy["deploy_ssl_url"] = f"https://{deploy['id']}--gull.netlify.app"
            if not deploy["asked"].get("draft"):
                self.account.shown = files
        return deploy

    def _is_allowed(self) -> bool:
        allowed = self.headers.get("Authorization") == f"Bearer {TOKEN}"
        if not allowed:
            self._answer({"code": 401, "message": "Access Denied"}, 401)
        return allowed

    def _body(self) -> bytes:
        return self.rfile.read(int(self.headers.get("Content-Length", "0")))

    def _answer(self, told: object, status: int = 200) -> None:
        octets = json.dumps(told).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(octets)))
        self.end_headers()
        self.wfile.write(octets)


@contextmanager
def netlify_api() -> Iterator[Account]:
    """Let Netlify answer on this machine while the block runs."""
    account = Account()
    answering = type("Answering", (NetlifyServer,), {"account": account})
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), answering) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        account.address = f"http://127.0.0.1:{server.server_port}"
        yield account
        server.shutdown()
