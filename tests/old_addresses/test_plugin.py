"""The plugin in a site: errors end the build and name both sides, and the same site has the same bytes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from built_sites import ROOT, build, write

STORY = "---\ntitle: {0}\ndate: 2024-11-20\n{1}---\n\nWords.\n"


def failed(content: Path, *settings: str) -> str:
    """Give what a build says that ends with an error."""
    command = [sys.executable, "-m", "pelican", str(content), "-s", str(ROOT / "pelicanconf.py")]
    options = ["-o", str(content.parent / "output"), "--fatal", "errors", *(("-e", *settings) if settings else ())]
    done = subprocess.run(
        [*command, *options], cwd=ROOT, env=os.environ | {"COLUMNS": "400"}, capture_output=True, text=True, check=False
    )
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    return " ".join((done.stdout + done.stderr).split())


def test_two_claim(tmp_path: Path) -> None:
    """Two stories that claim one old address are both named."""
    write(tmp_path / "content", {
        "articles/a.md": STORY.format("A", "aliases:\n  - /old/\n"),
        "articles/b.md": STORY.format("B", "aliases:\n  - /Old\n"),
    })  # fmt: skip
    said = failed(tmp_path / "content")

    assert (
        "articles/b.md: /Old leads to /2024/11/b/, and articles/a.md says /2024/11/a/: take one of the two out" in said
    )


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ('REDIRECTS_FOR=["nginy"]', "REDIRECTS_FOR: there is no nginy: write some of html, netlify"),
        ('REDIRECTS_FOR=["netlify", "cloudflare"]', "netlify and cloudflare both read _redirects"),
    ],
)
def test_settings(setting: str, said: str, tmp_path: Path) -> None:
    """A form that there is not, and two that have one place, end the build."""
    write(tmp_path / "content", {"articles/a.md": STORY.format("A", "")})

    assert said in failed(tmp_path / "content", setting)


def test_same_bytes(tmp_path: Path) -> None:
    """A second build, over the first one's output too, writes the same bytes."""
    write(tmp_path / "content", {
        "articles/a.md": STORY.format("A", "wordpress_id: 4\naliases:\n  - /old/\n"),
        "data/addresses/lists.yaml": "/tag/none/: /tags/\n/?cat=3: /category/uncategorized/\n",
    })  # fmt: skip
    outputs = []
    for _ in range(2):
        build(tmp_path / "content", tmp_path / "output", "DELETE_OUTPUT_DIRECTORY=false")
        files = sorted((tmp_path / "output").rglob("*"))
        outputs.append({file: file.read_bytes() for file in files if file.is_file()})

    assert outputs[0] == outputs[1]
    assert tmp_path / "output/tag/none/index.html" in outputs[0]
    assert b"/ p=4 /2024/11/a/ 301!" in outputs[0][tmp_path / "output/_redirects"]


def test_page_in_the_way(tmp_path: Path) -> None:
    """A page at the address of a file of ours stays, and the build goes on."""
    write(tmp_path / "content", {"articles/a.md": STORY.format("A", "permalink: /_redirects/\n")})
    output = build(tmp_path / "content", tmp_path / "output").output

    assert (output / "_redirects" / "index.html").is_file()


def test_drafts(tmp_path: Path) -> None:
    """Neither number nor aliases of a draft are told to anyone."""
    write(
        tmp_path / "content",
        {"articles/a.md": STORY.format("A", "status: draft\nwordpress_id: 4\naliases:\n  - /b/\n")},
    )
    output = build(tmp_path / "content", tmp_path / "output").output

    assert "p=4" not in (output / "_redirects").read_text(encoding="utf-8")
    assert not (output / "b").exists()


def test_tags_that_became_one(tmp_path: Path) -> None:
    """The address of a tag that became another leads to it, straight where that became a third; one in use rests."""
    write(tmp_path / "content", {
        "articles/a.md": STORY.format("A", "tags:\n  - Fähren\n  - Buoy\n"),
        "data/tags.yaml": (
            "fahren:\n  name: Fähren\n  aliases:\n    - /tag/fähre/\n    - /tag/boats/\n    - /tag/buoy/\n"
            "boats:\n  name: Boats\n  aliases:\n    - /tag/boat/\n"
        ),
    })  # fmt: skip
    rules = (build(tmp_path / "content", tmp_path / "output").output / "_redirects").read_text(encoding="utf-8")

    assert "/tag/f%C3%A4hre/ /tag/fahren/ 301!" in rules
    assert "/tag/boat/ /tag/fahren/ 301!" in rules
    assert "/tag/buoy/ /tag/" not in rules
