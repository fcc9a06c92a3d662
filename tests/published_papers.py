"""Papers that are published in tests: tiny sites in the form of a production build, and the command that sends them."""

import gzip
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from built_sites import ADDRESS

ROOT = Path(__file__).parents[1]
STYLE = "body{margin:0}"
HOSTILE = (
    "wp-content/a b.jpg",
    "wp-content/100%25 %.jpg",
    "wp-content/-rf.jpg",
    "wp-content/caf\u00e9.jpg",
    "wp-content/cafe\u0301.jpg",
    'wp-content/新聞 \'n "q" $HOME `id` ;.jpg',
    "wp-content/back\\#012slash.jpg",
    "-dash/index.html",
)
"""Names that shells, addresses and programs like to misread."""


def page(words: str, head: str = "") -> str:
    """Give a page as a production build writes it."""
    return (
        "<!doctype html><html lang=en><head><meta charset=utf-8><meta content=Broadsheet name=generator>"
        f"<title>{words}</title><link href={ADDRESS}/ rel=canonical><style>{STYLE}</style>{head}</head>"
        f"<body><p>{words}</p></body></html>"
    )


def paper(folder: Path, stories: int = 6, files: Mapping[str, str] | None = None) -> Path:
    """Write a small site of so many stories, and files of one's own."""
    texts = {
        "index.html": page("The Gull"),
        "404.html": page("Not here"),
        "feed/index.xml": "<rss/>",
        "theme/share.0123456789.js": "share()",
        "wp-content/uploads/tide.jpg": "a picture",
        **{f"2024/11/story-{number}/index.html": page(f"Story {number}") for number in range(stories)},
        **(files or {}),
    }
    for place, text in texts.items():
        write(folder, place, text)
    front = texts["index.html"].encode()
    (folder / "index.html.gz").write_bytes(gzip.compress(front, mtime=0))
    return folder


def write(folder: Path, place: str, text: str) -> None:
    """Write a file of a site."""
    (folder / place).parent.mkdir(parents=True, exist_ok=True)
    (folder / place).write_text(text, encoding="utf-8")


def copy(folder: Path, name: str) -> Path:
    """Give a copy of a site, to change."""
    return Path(shutil.copytree(folder, folder.with_name(name)))


def files_of(folder: Path, *left_out: str) -> dict[str, bytes]:
    """Give the content of every file of a folder, by place; not what is hidden, nor what begins as said."""
    places = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {
        place: path.read_bytes()
        for place, path in places.items()
        if not place.startswith((".", "_hosts/", *left_out)) and "/." not in place
    }


@dataclass(frozen=True, slots=True)
class Published:
    """How a publication ended."""

    status: int
    """The exit status."""
    said: str
    """What was said, on both streams."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Publishes with settings of its own."""

    folder: Path
    """Where settings and memory are."""
    settings: str = ""
    """The text of publish.toml."""

    def command(self, target: str, output: Path, *options: str) -> list[str]:
        """Give the command that publishes."""
        file = self.folder / "publish.toml"
        file.write_text(self.settings, encoding="utf-8")
        own = ["--settings", str(file), "--cache", str(self.folder / "cache"), "--output", str(output)]
        return [sys.executable, "-m", "desk", "publish", target, *own, *options]

    def publish(self, target: str, output: Path, *options: str, checks: bool = False) -> Published:
        """Publish, and look at nothing afterwards unless asked."""
        quiet = [] if checks else ["--no-checks"]
        command = self.command(target, output, *quiet, *options)
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        return Published(done.returncode, done.stdout + done.stderr)
