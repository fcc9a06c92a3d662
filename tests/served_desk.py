"""A desk at work for tests: a small site of its own, served on this machine by the project's own command."""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import quote

from built_sites import ROOT, write

PATIENCE = 120
"""Seconds after which nothing more is hoped for."""
STORY = "---\ntitle: {title}\ndate: {date}T10:00:00+00:00\ncategories:\n  - Harbour\n{more}---\n\n{text}\n"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server answered."""

    status: int
    """The number."""
    headers: dict[str, str]
    """By name, in small letters."""
    body: bytes
    """What came."""

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode("utf-8")


@dataclass(frozen=True, slots=True)
class ServedDesk:
    """A site that is served."""

    folder: Path
    """The project."""

    @property
    def content(self) -> Path:
        """Its Markdown."""
        return self.folder / "content"

    @property
    def said(self) -> str:
        """What the command printed so far."""
        return (self.folder / "said").read_text(encoding="utf-8")

    @property
    def port(self) -> int:
        """Where it is served; 0 before it is."""
        found = re.search(r"http://127.0.0.1:(\d+)", self.said)
        return int(found[1]) if found else 0

    def ask(self, address: str, **headers: str) -> Answer:
        """Give what the server answers; names of headers have _ for -."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            named = {name.replace("_", "-"): text for name, text in headers.items()}
            connection.request("GET", quote(address, safe="/%?=&"), headers=named)
            told: HTTPResponse = connection.getresponse()
            return Answer(told.status, {name.lower(): text for name, text in told.getheaders()}, told.read())
        except OSError:
            return Answer(0, {}, b"")
        finally:
            connection.close()

    def page(self, address: str) -> str:
        """Give a page as it is now; nothing where it is not there."""
        answer = self.ask(address)
        return answer.text if answer.status == 200 else ""

    def shows(self, words: str, address: str) -> bool:
        """Wait until a page has some words; tell whether it came to have them."""
        return waits(lambda: words in self.page(address))

    def tells(self, words: str, after: int = 0) -> bool:
        """Wait until something was printed, behind the first so many letters."""
        return waits(lambda: words in self.said[after:])

    def write(self, **stories: str) -> None:
        """Write stories by name, published on a day of May 2024, with a text."""
        texts = {f"articles/{name}.md": story(name, text) for name, text in stories.items()}
        write(self.content, texts)

    def change(self, file: str, old: str, new: str) -> None:
        """Save a file of the project with other words."""
        path = self.folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")


def story(title: str, text: str, more: str = "", date: str = "2024-05-01") -> str:
    """Give the file of a story."""
    return STORY.format(title=title, date=date, more=more, text=text)


def waits(until: Callable[[], bool]) -> bool:
    """Wait until something is so; tell whether it came to be."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if until():
            return True
        time.sleep(0.05)
    return False


@contextmanager
def desk_at(folder: Path, *options: str, **stories: str) -> Iterator[ServedDesk]:
    """Serve a small site while the block runs; stories are given by name and text."""
    shutil.copytree(ROOT / "content" / "data", folder / "content" / "data")
    (folder / "content" / "data" / "front.yaml").unlink(missing_ok=True)
    for name in ("articles", "pages", "wp-content"):
        (folder / "content" / name).mkdir()
    for name in ("theme", "plugins", "desk"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pelicanconf.py", folder)
    desk = ServedDesk(folder)
    desk.write(**stories)
    command = [sys.executable, "-m", "desk", "serve", "--port", "0", "--folder", "served", *options]
    with (folder / "said").open("w", encoding="utf-8") as said:
        variables = os.environ | {"PYTHONPATH": "plugins"}
        serving = subprocess.Popen(command, cwd=folder, env=variables, stdout=said, stderr=said)
        try:
            yield desk
        finally:
            serving.terminate()
            serving.wait()
