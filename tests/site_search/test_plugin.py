"""Search on built sites."""

import json
import os
import subprocess
import sys
from pathlib import Path

from built_sites import ROOT, Site, build, words, write
from search_stories import fragments


def story(more: str = "", text: str = "Words.") -> str:
    return f"---\ntitle: T\ndate: 2024-11-20\n{more}---\n{text}\n"


def indexed(site: Site) -> list[str]:
    return [each["url"] for each in fragments(site.output / "pagefind")]


def test_what_is_found(tmp_path: Path) -> None:
    """Published stories and pages are found; drafts, private, future ones and those with noindex never are."""
    write(tmp_path / "content", {
        "articles/a.md": story(), "articles/b.md": story("status: draft\n"), "articles/c.md": story("noindex: true\n"),
        "articles/d.md": story("status: private\n"),
        "articles/f.md": "---\ntitle: F\ndate: 2999-01-01\n---\nF.\n",
        "pages/about.md": "---\ntitle: About\n---\nUs.\n",
        "pages/imprint.md": "---\ntitle: Imprint\nnoindex: true\n---\nUs.\n",
    })  # fmt: skip
    site = build(tmp_path / "content", tmp_path / "output")

    assert ["/2024/11/a/", "/about/"] == indexed(site)
    assert "/search/" == site.page("/").css("header a.finder")[0].attrs["href"]


def test_choices(tmp_path: Path) -> None:
    """The page offers what there is: sections, years, kinds in words, and not news; writers are in a file beside."""
    write(tmp_path / "content", {
        "articles/a.md": story("categories: [Quay]\nauthors: [Zoë, Ada]\nkind: opinion\n"),
        "articles/b.md": story("kind: news\n").replace("2024-", "2019-"),
    })  # fmt: skip
    site = build(tmp_path / "content", tmp_path / "output")
    page = site.page("/search/")
    choices = {node.attrs["name"]: [words(option) for option in node.css("option")] for node in page.css("select")}

    assert {
        "section": ["All", "Quay"], "author": ["All"], "year": ["All", "2024", "2019"], "kind": ["All", "Opinion"],
        "order": ["Best match first", "Newest first"],
    } == choices  # fmt: skip
    assert ["Ada", "Zoë"] == json.loads((site.output / "pagefind/writers.json").read_text(encoding="utf-8"))


def test_no_stories(tmp_path: Path) -> None:
    """A site without stories has a page of search with nothing to choose, and no index."""
    (tmp_path / "content").mkdir()
    site = build(tmp_path / "content", tmp_path / "output")

    assert "Search" == words(site.page("/search/").css_first("h1"))
    assert not (site.output / "pagefind").exists()


def test_no_address(tmp_path: Path) -> None:
    """SEARCH_SAVE_AS that is empty turns search off."""
    write(tmp_path / "content", {"articles/a.md": story()})
    site = build(tmp_path / "content", tmp_path / "output", 'SEARCH_SAVE_AS=""')

    assert [] == site.page("/").css("a.finder")
    assert not (site.output / "pagefind").exists()
    assert not (site.output / "search").exists()


def test_same_site(tmp_path: Path) -> None:
    """Two builds without a store between them give the same files."""
    write(
        tmp_path / "content",
        {f"articles/{name}.md": story(f"kind: {name}\ncategories: [{name}]\n") for name in "abcdef"},
    )
    sites = [
        build(tmp_path / "content", tmp_path / name, f'CACHE_PATH="{tmp_path / name}.cache"') for name in ("x", "y")
    ]
    first, second = (
        {str(path.relative_to(site.output)): path.read_bytes() for path in site.output.rglob("*") if path.is_file()}
        for site in sites
    )

    assert "pagefind/pagefind.js" in first
    assert first == second


def test_no_program(tmp_path: Path) -> None:
    """Without Pagefind the build ends at once, and says how to install it, and how to do without."""
    write(tmp_path / "content", {"articles/a.md": story()})
    write(tmp_path / "missing", {"pagefind_bin_extended/__init__.py": "raise ImportError\n"})
    built = subprocess.run(
        [sys.executable, "-m", "pelican", str(tmp_path / "content"), "-s", str(ROOT / "pelicanconf.py"),
         "-o", str(tmp_path / "output"), "--fatal", "errors"],
        cwd=ROOT, env=os.environ | {"PYTHONPATH": str(tmp_path / "missing"), "PATH": ""},
        capture_output=True, text=True, check=False,
    )  # fmt: skip

    told = " ".join((built.stdout + built.stderr).split())
    assert built.returncode
    assert "pip install pagefind-bin-extended" in told
    assert "take site_search out of PLUGINS" in told
    assert not (tmp_path / "output").exists()
