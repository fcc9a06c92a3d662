"""Sites that Pelican builds for tests, as the tasks build them, and what a reader finds there."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

ROOT = Path(__file__).parents[1]
ADDRESS = "https://courier.example"


@dataclass(frozen=True, slots=True)
class Site:
    """A built site."""

    output: Path
    """The folder that it was written to."""

    def page(self, address: str) -> LexborHTMLParser:
        """Give the page at an address of the site."""
        path = self.output / address.strip("/")
        return LexborHTMLParser((path if path.suffix else path / "index.html").read_text(encoding="utf-8"))

    def pages(self) -> dict[str, LexborHTMLParser]:
        """Give every page, by its file's place."""
        return {str(path.relative_to(self.output)): self.page(str(path.relative_to(self.output)))
                for path in sorted(self.output.rglob("*.html"))}  # fmt: skip

    def addresses(self) -> list[str]:
        """Give the address of every page, decoded."""
        return [f"/{place.removesuffix('index.html')}" for place in self.pages()]

    def variety(self) -> list[str]:
        """Give the addresses of few pages that together show every form of every element that the site has."""
        unseen = {address: forms(page) for address, page in zip(self.addresses(), self.pages().values(), strict=True)}
        chosen = []
        while any(unseen.values()):
            richest = max(unseen, key=lambda address: len(unseen[address]))
            chosen.append(richest)
            seen = unseen[richest]
            unseen = {address: left - seen for address, left in unseen.items()}
        return sorted(chosen)


def forms(page: LexborHTMLParser) -> set[tuple[str | None, ...]]:
    """Give what kinds of elements a page has, by what styles and scripts may tell them apart by."""
    elements = page.css("body, body *")
    return {(node.parent.tag if node.parent else "", node.tag, *(node.attributes.get(name) or "" for name in _TOLD_BY))
            for node in elements}  # fmt: skip


_TOLD_BY = ("class", "dir", "role", "type")


Build = Callable[[Mapping[str, str]], Site]
"""Builds a site from the texts of its files under content/."""


def build(content: Path, output: Path, *settings: str) -> Site:
    """Build as the tasks do."""
    command = [sys.executable, "-m", "pelican", str(content), "-s", str(ROOT / "pelicanconf.py"), "-o", str(output)]
    done = subprocess.run(
        [*command, "--fatal", "errors", *(("-e", *settings) if settings else ())],
        cwd=ROOT, env=os.environ | {"SITEURL": ADDRESS}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return Site(output)


def write(content: Path, files: Mapping[str, str]) -> None:
    """Write the files of a site."""
    for name, text in files.items():
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_text(text, encoding="utf-8")


def words(node: LexborNode | None) -> str:
    """Give the words of an element, spaces evened."""
    assert node is not None, "no such element"
    return " ".join(node.text().split())
