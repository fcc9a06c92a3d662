"""Links to other sites are asked for once in a while, politely, and what they answer is told."""

import http.server
import json
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from built_sites import write
from desk.check import CheckOptions, Finding
from desk.check.survey import survey
from desk.check.web_links import web_findings
from small_papers import CLEAN, NOW

STORY = "---\ntitle: New\ndate: 2024-11-21\n---\n\nSee [this]({}) word.\n"


class OtherSite(http.server.BaseHTTPRequestHandler):
    """Answers as sites do, and notes what it is asked."""

    asked: list[str]

    def answer(self) -> None:
        """Answer HEAD and GET alike, but where HEAD is refused."""
        self.asked.append(f"{self.command} {self.path}")
        status, leads = {
            "/gone": (404, ""), "/withdrawn": (410, ""), "/broken": (503, ""), "/members": (403, ""),
            "/moved": (301, "/here"), "/meanwhile": (302, "/here"), "/circle": (301, "/circle"),
            "/moved-and-gone": (301, "/gone"),
        }.get(self.path, (200, ""))  # fmt: skip
        if self.path == "/no-head" and self.command == "HEAD":
            status = 405
        self.send_response(status)
        if leads:
            self.send_header("Location", leads)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_HEAD = do_GET = answer  # noqa: N815  # the base class's names

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class's name
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[tuple[str, list[str]]]:
    """Give the address of another site, and what it is asked."""
    asked: list[str] = []
    handler = type("Site", (OtherSite,), {"asked": asked})
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", asked
        server.shutdown()
        thread.join()


def ask(folder: Path, *addresses: str) -> list[Finding]:
    stories = {f"articles/2024/11/new-{number}.md": STORY.format(each) for number, each in enumerate(addresses)}
    write(folder / "content", {**CLEAN, **stories})
    paper = survey(folder / "content", CheckOptions(cache=None, workers=1, now=NOW))
    # In a thread of its own: the browser of other tests may hold this one's loop of events.
    with ThreadPoolExecutor(1) as alone:
        return alone.submit(lambda: list(web_findings(paper, folder / "cache", lambda _done, _count: None))).result()


def test_answers(site: tuple[str, list[str]], tmp_path: Path) -> None:
    """What is gone, broken or in a circle is told of with its line; not what refuses programs, or has moved for now."""
    home, _ = site
    paths = ("/here", "/gone", "/withdrawn", "/broken", "/members", "/no-head", "/moved", "/meanwhile", "/circle")
    found = ask(tmp_path, *(home + path for path in paths))

    assert [
        ("new-8", 6, "warning", f"{home}/circle does not answer (it leads in a circle): look at it, or take it out"),
        ("new-3", 6, "warning", f"{home}/broken answers 503: correct the link, or take it out"),
        ("new-1", 6, "warning", f"{home}/gone answers 404: correct the link, or take it out"),
        ("new-6", 6, "note", f"{home}/moved has moved for good: write {home}/here"),
        ("new-2", 6, "warning", f"{home}/withdrawn answers 410: correct the link, or take it out"),
    ] == sorted(
        ((Path(each.place).stem, each.line, str(each.level), each.what) for each in found),
        key=lambda told: told[3].replace("/circle", "/a"),
    )


def test_moved_and_gone(site: tuple[str, list[str]], tmp_path: Path) -> None:
    """What moved to where nothing is, is gone."""
    home, _ = site

    assert [f"{home}/moved-and-gone answers 404: correct the link, or take it out"] == [
        each.what for each in ask(tmp_path, f"{home}/moved-and-gone")
    ]


def test_nobody_there(tmp_path: Path) -> None:
    """A host that does not answer is told of, and a text that is no address."""
    found = ask(tmp_path, "http://127.0.0.1:1/", "http://[", "https://gull-nowhere.invalid/")

    assert ["dead-web-link"] * 3 == [each.kind for each in found]
    assert 3 == sum("there is no such site, or no way to it" in each.what for each in found)


def test_head_first(site: tuple[str, list[str]], tmp_path: Path) -> None:
    """A page is asked for by HEAD, and only where that is refused by GET; a place on it is not asked for apart."""
    home, asked = site
    ask(tmp_path, f"{home}/here#a", f"{home}/here#b", f"{home}/no-head")

    assert ["HEAD /here", "HEAD /no-head", "GET /no-head"] == asked


def test_remembered(site: tuple[str, list[str]], tmp_path: Path) -> None:
    """An answer counts for a while: a good one for weeks, a bad one for a day."""
    home, asked = site
    addresses = f"{home}/gone", f"{home}/here"
    first = ask(tmp_path, *addresses)
    asked.clear()
    assert first == ask(tmp_path, *addresses)
    assert [] == asked

    file = tmp_path / "cache" / "web.json"
    told = json.loads(file.read_text(encoding="utf-8"))
    for answer in told["answers"].values():
        answer["asked"] = time.time() - 2 * 86_400
    file.write_text(json.dumps(told), encoding="utf-8")
    assert first == ask(tmp_path, *addresses)
    assert ["HEAD /gone", "GET /gone"] == asked


@pytest.mark.parametrize("text", ["", "{", "[]", '{"form": 1, "answers": {"a": 7}}', '{"form": 99}'])
def test_spoilt_memory(site: tuple[str, list[str]], tmp_path: Path, text: str) -> None:
    """Answers in a form that cannot be read count as none, and are made good."""
    home, asked = site
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / "web.json").write_text(text, encoding="utf-8")
    ask(tmp_path, f"{home}/here")
    ask(tmp_path, f"{home}/here")

    assert ["HEAD /here"] == asked
