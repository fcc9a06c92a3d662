"""A site that is served follows what is saved."""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).parents[2]
PATIENCE = 120
"""Seconds after which nothing more is hoped for."""


@dataclass(frozen=True, slots=True)
class Desk:
    """A site that is served."""

    content: Path
    """Its Markdown."""
    said: Path
    """What the command printed."""

    def page(self, address: str) -> str:
        """Give a page as it is now; nothing where it is not there."""
        port = re.search(r"127.0.0.1:(\d+)", self.said.read_text(encoding="utf-8"))
        if port is None:
            return ""
        try:
            with urlopen(f"http://127.0.0.1:{port[1]}{address}") as answer:  # our own
                return str(answer.read().decode("utf-8"))
        except URLError:
            return ""

    def change(self, story: str, old: str, new: str) -> None:
        """Save a story with other words."""
        file = self.content / "articles" / story
        file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def waits(until: Callable[[], bool]) -> bool:
    """Wait until something is so."""
    for _ in range(PATIENCE * 20):
        if until():
            return True
        time.sleep(0.05)
    return False


STORY = "---\ntitle: Tram\ndate: 2024-05-0{day} 10:00:00+00:00\ncategories: [Harbour]\n---\n\nThe tram {day}.\n"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A small site, served."""
    shutil.copytree(ROOT / "content" / "data", tmp_path / "content" / "data")
    (tmp_path / "content" / "data" / "front.yaml").unlink(missing_ok=True)
    for folder in ("articles", "pages", "wp-content"):
        (tmp_path / "content" / folder).mkdir()
    for day in (1, 2):
        (tmp_path / "content" / "articles" / f"tram-{day}.md").write_text(STORY.format(day=day), encoding="utf-8")
    for name in ("theme", "plugins"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pelicanconf.py", tmp_path)
    command = [sys.executable, "-m", "fast_build", "serve", str(tmp_path / "content"), str(tmp_path / "served"), "0"]
    variables = os.environ | {"PYTHONPATH": "plugins"}
    with (tmp_path / "said").open("w", encoding="utf-8") as said:
        serving = subprocess.Popen(command, cwd=tmp_path, env=variables, stdout=said, stderr=said)
        try:
            yield Desk(tmp_path / "content", tmp_path / "said")
        finally:
            serving.terminate()
            serving.wait()


def test_saved(desk: Desk) -> None:
    """A saved story is shown; its headline reaches the front page; a new one is there, one that is removed is not."""
    assert waits(lambda: "The tram 1." in desk.page("/2024/05/tram-1/"))

    desk.change("tram-1.md", "The tram 1.", "A better sentence.")
    assert waits(lambda: "A better sentence." in desk.page("/2024/05/tram-1/"))
    desk.change("tram-1.md", "title: Tram", "title: Another headline")
    assert waits(lambda: "Another headline" in desk.page("/2024/05/tram-1/"))
    assert waits(lambda: "Another headline" in desk.page("/"))
    (desk.content / "articles" / "tram-3.md").write_text(STORY.format(day=3), encoding="utf-8")
    assert waits(lambda: "The tram 3." in desk.page("/2024/05/tram-3/"))
    (desk.content / "articles" / "tram-2.md").unlink()
    assert waits(lambda: not desk.page("/2024/05/tram-2/"))


def test_mistake(desk: Desk) -> None:
    """A mistake is told, and the site stands as it was until it is mended."""
    assert waits(lambda: "The tram 1." in desk.page("/2024/05/tram-1/"))

    desk.change("tram-1.md", "categories: [Harbour]", "categorys: [Harbour]")
    assert waits(lambda: "categorys" in desk.said.read_text(encoding="utf-8"))
    assert "The tram 1." in desk.page("/2024/05/tram-1/")
    desk.change("tram-1.md", "categorys: [Harbour]\n---\n\nThe tram 1.", "categories: [Harbour]\n---\n\nMended.")
    assert waits(lambda: "Mended." in desk.page("/2024/05/tram-1/"))
