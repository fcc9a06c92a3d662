"""The genuine exports, migrated and built whole."""

import csv
import json
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

from commands import build, migrate
from samples import SAMPLES, needs_samples

EXPORTS = sorted((SAMPLES / "exports").glob("*.xml"))
BROKEN = {"importer-malformed.xml"}
"""Broken on purpose: migrating it must fail, and still build what was saved."""


@needs_samples
@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.stem)
def test_export(export: Path, tmp_path: Path) -> None:
    """Each genuine export is migrated, and what came of it builds without an error."""
    migrated = migrate(tmp_path, export)
    built = build(tmp_path)

    assert (migrated.returncode != 0) == (export.name in BROKEN), migrated.stdout + migrated.stderr
    assert built.returncode == 0, built.stdout + built.stderr
    assert (tmp_path / "output" / "index.html").is_file()


@pytest.fixture(scope="module")
def unit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Migrate and build the site whose every address is known."""
    folder = tmp_path_factory.mktemp("unit")
    migrated = migrate(folder, SAMPLES / "unit" / "export.xml")
    assert migrated.returncode == 0, migrated.stdout + migrated.stderr
    built = build(folder)
    assert built.returncode == 0, built.stdout + built.stderr
    return folder


def addresses(*kinds: str) -> set[str]:
    """Give the old site's addresses of these kinds that answered with a page, decoded."""
    with (SAMPLES / "unit" / "urls.tsv").open(encoding="utf-8") as file:
        rows = [row for row in csv.reader(file, delimiter="\t") if row[1] in kinds and row[3] == "200"]
    return {unquote(urlsplit(row[0]).path) for row in rows if not urlsplit(row[0]).query}


@needs_samples
def test_old_addresses(unit: Path) -> None:
    """Each public post and page has its page at its old address, non-Latin ones too."""
    hidden = {unquote(urlsplit(item["link"]).path) for item in items() if item["password"]}
    expected = addresses("post", "page") - hidden

    assert len(expected) > 60
    assert set() == {address for address in expected if not (unit / "output" / address[1:] / "index.html").is_file()}


@needs_samples
def test_old_archives(unit: Path) -> None:
    """Authors, months and years, and the categories and tags of public posts, keep their addresses too."""
    public = [item for item in items() if item["status"] == "publish" and not item["password"]]
    names = {name for item in public for terms in dict(item["terms"]).values() for name in terms}
    terms = [term for file in (SAMPLES / "unit/rest").glob("[ct]a*-[0-9].json") for term in read_json(file)]
    used = {unquote(urlsplit(term["link"]).path) for term in terms if term["count"] and unescape(term["name"]) in names}
    expected = addresses("author", "month", "year") | used
    missing = {address for address in expected if not (unit / "output" / address[1:] / "index.html").is_file()}

    assert len(used) > 100
    assert set() == missing


@needs_samples
def test_nothing_else(unit: Path) -> None:
    """No post or page has a page that did not have one on the old site."""
    with (unit / "content" / "migration" / "items.jsonl").open(encoding="utf-8") as file:
        shown = {entry["address"] for entry in map(json.loads, file) if entry["address"]}

    assert shown <= addresses("post", "page") | {"/"}
    for item in items():
        if item["status"] != "publish" or item["password"]:
            assert not list((unit / "output").rglob(f"{item['slug'] or 'no-slug'}/index.html")), item["title"]


@needs_samples
def test_words_of_hidden_items(unit: Path) -> None:
    """The text behind a password is in the content folder, and in no file of the built site."""
    words = b"should not be visible until the password is entered"
    assert [file for file in (unit / "content").rglob("*.md") if words in file.read_bytes()]
    assert not [file for file in (unit / "output").rglob("*") if file.is_file() and words in file.read_bytes()]


def items() -> list[dict[str, Any]]:
    return [item for item in read_json(SAMPLES / "unit" / "posts.json") if item["type"] in {"post", "page"}]


def read_json(file: Path) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))
    return entries
