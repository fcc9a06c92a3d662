"""A host on this machine that serves /admin/, and a git repository by as much of Gitea's interface as Sveltia asks for.

What the browser saves becomes a commit of real git.
"""

import base64
import http.server
import json
import mimetypes
import subprocess
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

OWNER = {"id": 1, "login": "nora", "full_name": "Nora Whitlow", "email": "nora@courier.example", "html_url": ""}


@dataclass(slots=True)
class Repository:
    """A git repository with a work tree, as a newsroom's server has it."""

    folder: Path
    """Its work tree."""
    asked: list[str] = field(default_factory=list)
    """What the browser asked the server for, in order."""

    def begin(self) -> None:
        """Make it, with all that is in the folder."""
        self.git("init", "--quiet", "--initial-branch=main")
        self.git("add", ".")
        self.git("commit", "--quiet", "--message", "As it was")

    def begin_again(self) -> None:
        """Take what else lies in the folder into the last commit."""
        self.git("add", ".")
        self.git("commit", "--quiet", "--amend", "--no-edit")

    def changes(self) -> list[str]:
        """Give the lines that the last commit took out and put in, file by file."""
        shown = self.git("show", "--format=", "--unified=0", "--no-prefix")
        return [line for line in shown.splitlines() if line.startswith(("+", "-")) and not line.startswith("--- ")]

    def git(self, *arguments: str) -> str:
        """Give what a command of git says."""
        command = ["git", "-c", "user.name=Nora", "-c", "user.email=nora@courier.example", "-c", "core.quotepath=off"]
        done = subprocess.run(
            [*command, *arguments], cwd=self.folder, capture_output=True, text=True, encoding="utf-8", check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def tree(self) -> list[dict[str, Any]]:
        """Give every file of the branch."""
        lines = (line.split(maxsplit=4) for line in self.git("ls-tree", "-r", "--long", "main").splitlines())
        return [{"path": path, "type": kind, "sha": sha, "size": int(size)} for _, kind, sha, size, path in lines]

    def contents(self, place: str) -> dict[str, Any]:
        """Give a file."""
        octets = (self.folder / place).read_bytes()
        return {"path": place, "encoding": "base64", "content": base64.b64encode(octets).decode()}

    def commit(self, change: Mapping[str, Any]) -> dict[str, Any]:
        """Commit what was changed, as Gitea does: none whose old text is not the one that stands."""
        for file in change["files"]:
            place = self.folder / file["path"]
            assert place.resolve().is_relative_to(self.folder.resolve()), file["path"]
            if file["operation"] != "create":
                before = file.get("from_path") or file["path"]
                assert file["sha"] == self.git("rev-parse", f"main:{before}").strip()
            if file["operation"] == "delete" or file.get("from_path"):
                (self.folder / (file.get("from_path") or file["path"])).unlink()
            if file["operation"] != "delete":
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(base64.b64decode(file["content"]))
        self.git("add", "--all", ".")
        self.git("commit", "--quiet", "--message", change["message"])
        sha = self.git("rev-parse", "main").strip()
        saved = {line["path"]: line["sha"] for line in self.tree()}
        files = [{"path": file["path"], "sha": saved.get(file["path"], "")} for file in change["files"]]
        return {"commit": {"sha": sha, "created": "2024-11-24T12:00:00Z"}, "files": files}


def answer(repository: Repository, path: str, query: Mapping[str, list[str]], sent: Any) -> Any:  # noqa: ANN401  # JSON
    """Give Gitea's answer."""
    place = path.removeprefix("/api/v1").removeprefix("/repos/courier/paper")
    page = int(query.get("page", ["1"])[0])
    answers: dict[str, Callable[[], Any]] = {
        "/version": lambda: {"version": "1.26.0"},
        "/user": lambda: OWNER,
        "": lambda: {"permissions": {"pull": True, "push": True}, "default_branch": "main"},
        "/settings/api": lambda: {"default_paging_num": 30},
        "/file-contents": lambda: [repository.contents(file) for file in sent["files"]],
        "/contents": lambda: repository.commit(sent),
        "/commits": list,
    }
    if place.startswith("/branches/"):
        return {"commit": {"id": repository.git("rev-parse", "main").strip(), "message": ""}}
    if place.startswith("/git/trees/"):
        whole = repository.tree()
        return {"tree": whole[(page - 1) * 1000 : page * 1000], "truncated": page * 1000 < len(whole)}
    return answers[place]()


@contextmanager
def git_host(pages: dict[str, bytes], repository: Repository) -> Iterator[str]:
    """Serve pages below /admin/ and the repository beside them while the block runs; give the host's address."""

    class Host(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:  # the base class's name
            url = urlsplit(self.path)
            repository.asked.append(unquote(url.path))
            if url.path.startswith("/api/"):
                length = int(self.headers.get("Content-Length") or 0)
                sent = json.loads(self.rfile.read(length)) if length else None
                if "/media/" in url.path:
                    self.send(repository.folder.joinpath(unquote(url.path).split("/media/main/")[1]).read_bytes())
                else:
                    said = answer(repository, unquote(url.path), parse_qs(url.query), sent)
                    self.send(json.dumps(said).encode(), "application/json")
                return
            name = unquote(url.path).removeprefix("/admin/") or "index.html"
            if name in pages:
                self.send(pages[name], mimetypes.guess_type(name)[0] or "application/octet-stream")
            else:
                self.send(b"", status=404)

        do_POST = do_GET  # noqa: N815  # the same

        def send(self, octets: bytes, kind: str = "application/octet-stream", status: int = 200) -> None:
            self.send_response(status)
            self.send_header("Content-Type", "text/javascript" if kind == "application/javascript" else kind)
            self.send_header("Content-Length", str(len(octets)))
            self.end_headers()
            self.wfile.write(octets)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    mimetypes.add_type("text/javascript", ".mjs")
    mimetypes.add_type("text/yaml", ".yml")
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Host) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
