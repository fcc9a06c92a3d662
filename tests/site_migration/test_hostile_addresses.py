"""Slugs, addresses and types made to write outside of the content folder, or over one another, through a whole site."""

import re
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

import pytest

from built_sites import Site, build
from cases import Case, read_cases
from markdown_articles.addresses import save_as_of
from tiny_exports import item, lines, migrated

CASES = read_cases(Path(__file__).parent / "cases" / "hostile_addresses.txt")
UNSAFE = re.compile(r'[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\\:*?"<>|]|\.\./|/\.|[ .]/|//')
"""What is no part of a safe path."""


def spelled(given: str) -> str:
    """Give the text that a case means by what it has in braces."""
    given = re.sub(r"\{U\+([0-9A-F]{4,6})\}", lambda code: chr(int(code[1], 16)), given)
    return re.sub(r"\{(\d+) \* ([^{}]*)\}", lambda times: times[2] * int(times[1]), given)


def post(number: int, case: Case) -> str:
    """Give the item of a case."""
    kind, slug, *link = (part.strip(" ") for part in spelled(case.given).split("|", 2))
    address = link[0] if link else ""
    own = address if ":" in address[:12] or address.startswith("//") else f"https://gull.example{address}"
    return (
        item(number, "SLUG")
        .replace("https://gull.example/2023/10/SLUG/", escape(own if address else f"https://gull.example/?p={number}"))
        .replace("<wp:post_name>SLUG", f"<wp:post_name>{escape(slug)}")
        .replace("<wp:post_type>post", f"<wp:post_type>{escape(kind)}")
    )


@dataclass(frozen=True, slots=True)
class Moved:
    """The site of all cases."""

    folder: Path
    """Where it was moved to."""
    status: int
    """Of the command."""
    lines: dict[int, dict[str, Any]]
    """Of the ledger, by id."""
    site: Site
    """As built."""


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Moved:
    """Move and build a site of all cases."""
    folder = tmp_path_factory.mktemp("addresses") / "paper"
    folder.mkdir()
    status = migrated(folder, *(post(number, case) for number, case in enumerate(CASES, 1)))
    site = build(folder / "content", folder / "output")
    return Moved(folder, status, {line["id"]: line for line in lines(folder)}, site)


@pytest.mark.parametrize(("number", "case"), [pytest.param(n, case, id=str(case)) for n, case in enumerate(CASES, 1)])
def test_place(number: int, case: Case, moved: Moved) -> None:
    """An item has a file and a page of its own, at a place that is safe on every system."""
    line = moved.lines[number]
    assert (spelled(case.expected), "written") == (f"{line['file']} | {line['address']}", line["fate"])
    assert (moved.folder / "content" / line["file"]).is_file()
    assert not UNSAFE.search(line["file"])
    assert (moved.site.output / save_as_of(line["address"])).is_file()


def test_nothing_stands_elsewhere(moved: Moved) -> None:
    """The command ends well, and beside the export stand only the folders that were asked for."""
    assert 0 == moved.status
    assert ["paper"] == [path.name for path in moved.folder.parent.iterdir()]
    assert {"export.xml", "content", "output"} == {path.name for path in moved.folder.iterdir()}
    assert len(CASES) == len({line["file"].casefold() for line in moved.lines.values()})
    assert len(CASES) == len({line["address"].casefold() for line in moved.lines.values()})
