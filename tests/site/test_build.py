"""`inv build`, as an editor meets it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from commands import ROOT


def build(*options: str, stands: Path = ROOT) -> "subprocess.CompletedProcess[str]":
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        [sys.executable, "-m", "invoke", "build", *options], cwd=ROOT, capture_output=True, text=True, check=False,
        env=os.environ | {"PATH": path, "INV_FROM": str(stands), "COLUMNS": "120"},
    )  # fmt: skip


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """Copy a small part of the sample paper."""
    article = "articles/2024/11/bridge-closes-for-winter.md"
    shutil.copytree(ROOT / "content" / "data", tmp_path / "content" / "data")
    (tmp_path / "content" / article).parent.mkdir(parents=True)
    shutil.copy(ROOT / "content" / article, tmp_path / "content" / article)
    return tmp_path


def test_from_where_the_user_stands(paper: Path) -> None:
    """Paths are meant from the folder that the user stands in, and nothing is left beside the site."""
    done = build("--content", "content", "--output", "site", stands=paper)

    assert done.returncode == 0, done.stdout + done.stderr
    assert (paper / "site" / "2024" / "11" / "bridge-closes-for-winter" / "index.html").is_file()
    assert ["content", "site"] == sorted(path.name for path in paper.iterdir())


def test_a_mistake_keeps_the_last_site(paper: Path) -> None:
    """A build that fails leaves the last good site as it was, and the next one works."""
    options = ("--content", "content", "--output", "site")
    build(*options, stands=paper)
    before = sorted(paper.joinpath("site").rglob("*"))
    wrong = paper / "content" / "articles" / "wrong.md"
    wrong.write_text("---\ntitel: Typo\n---\n", encoding="utf-8")
    failed = build(*options, stands=paper)

    assert failed.returncode == 1
    assert "title" in failed.stdout + failed.stderr
    assert "Traceback" not in failed.stdout + failed.stderr
    assert before == sorted(paper.joinpath("site").rglob("*"))
    assert ["content", "site"] == sorted(path.name for path in paper.iterdir())

    wrong.unlink()
    assert build(*options, stands=paper).returncode == 0


def test_killed_between_two_renames(paper: Path) -> None:
    """A site that a killed build had taken away is put back, even when the next build fails."""
    options = ("--content", "content", "--output", "site")
    build(*options, stands=paper)
    (paper / "site").rename(paper / ".site.old")
    (paper / "content" / "articles" / "wrong.md").write_text("---\ntitel: Typo\n---\n", encoding="utf-8")

    assert build(*options, stands=paper).returncode == 1
    assert (paper / "site" / "index.html").is_file()


def test_production(paper: Path) -> None:
    """A production build has compressed files beside its pages, and the next build knows it for a site of ours."""
    for options, forms in ((["--production"], 2), ([], 0)):
        done = build("--content", "content", "--output", "output", *options, stands=paper)
        assert done.returncode == 0, done.stdout + done.stderr
        assert forms == len(list((paper / "output").glob("index.html.*")))


def test_a_foreign_folder_is_not_replaced(paper: Path) -> None:
    """A folder with files that are no site of ours is refused, and keeps its files."""
    (paper / "thesis").mkdir()
    (paper / "thesis" / "index.html").write_text("my own page", encoding="utf-8")
    done = build("--content", "content", "--output", "thesis", stands=paper)

    assert done.returncode == 2
    assert "--output" in done.stdout + done.stderr
    assert (paper / "thesis" / "index.html").read_text(encoding="utf-8") == "my own page"


def test_no_content(paper: Path) -> None:
    """A content folder that is not there is said in a sentence."""
    done = build("--content", "nowhere", "--output", "site", stands=paper)

    assert done.returncode == 2
    assert "--content" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr


def test_a_stray_file(paper: Path) -> None:
    """A file that nobody would read, or that Pelican would publish unchecked, stops the build with its name."""
    (paper / "content" / "articles" / "unchecked.html").write_text("<title>Unchecked</title>", encoding="utf-8")
    done = build("--content", "content", "--output", "site", stands=paper)

    assert done.returncode == 1
    assert "unchecked.md" in "".join((done.stdout + done.stderr).split())


def test_a_future_date(paper: Path) -> None:
    """An article dated in the future waits for its date, and the build says so."""
    text = "---\ntitle: Later\ndate: 2999-01-01T00:00:00+00:00\n---\n\nWords.\n"
    (paper / "content" / "articles" / "later.md").write_text(text, encoding="utf-8")
    done = build("--content", "content", "--output", "site", stands=paper)

    assert done.returncode == 0
    assert "leftoutofeverybuilduntilthen" in "".join((done.stdout + done.stderr).split())
    assert not (paper / "site" / "2999").exists()
