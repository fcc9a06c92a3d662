"""The demo, as its user sees it, and what the README of the exports promises."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from commands import ROOT

DEMO = ROOT / "scratch" / "demo"
STRANGE_SCRIPT = re.compile(
    r'<script(?! type="(?:application/ld\+json|speculationrules)">'
    r'| type="module" src="/theme/\w+\.\w+\.js"(?: data-\w+="[\w/]*")*>)'
)
"""One that is neither a block of facts nor a file of the theme's."""


@pytest.fixture(scope="module")
def printed() -> str:
    """Run the demo."""
    done = subprocess.run(
        [sys.executable, "-m", "invoke", "demo"], cwd=ROOT, capture_output=True, text=True, check=False,
        env=os.environ | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "COLUMNS": "120"},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_says_where_to_look(printed: str) -> None:
    """The demo ends with the places of the Markdown, the report and the site, and each is there."""
    assert "Nothing was lost." in printed
    assert "proven" in printed.lower()
    assert "scratch/demo/content/migration/report.html" in printed
    assert "./inv serve --output scratch/demo/output" in printed
    assert (DEMO / "output" / "index.html").is_file()


def test_promised_numbers(printed: str) -> None:
    """All 18 public articles and 4 pages of the newsroom, and the owner's sample, have their pages."""
    assert printed
    articles = list((DEMO / "output").glob("20[0-9][0-9]/[0-9][0-9]/[!0-9]*/index.html"))
    pages = [file for file in (DEMO / "content" / "pages").rglob("*.md") if "status:" not in file.read_text("utf-8")]

    assert len(articles) == 18
    assert len(pages) == 4
    assert len(list((DEMO / "output").glob("putins-visit*/index.html"))) == 1


def test_missing_picture_is_named(printed: str) -> None:
    """The one picture that is missing on purpose is named in the report."""
    assert printed
    assert "frost-slipway.jpg" in (DEMO / "content" / "migration" / "report.html").read_text(encoding="utf-8")


def test_nothing_hostile_is_built(printed: str) -> None:
    """What a hacked site left in its bodies is in no page."""
    assert printed
    for page in (DEMO / "output").rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert not STRANGE_SCRIPT.search(text), page
        assert "javascript:" not in text, page
        assert "onclick=" not in text, page
