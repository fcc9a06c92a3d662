"""The front page of built sites."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from built_sites import ADDRESS, ROOT, write

TEMPLATE = (
    "{{ front.lead.title if front.lead }}|{{ front.beside|map(attribute='title')|join(', ') }}"
    "|{{ front.latest|map(attribute='title')|join(', ') }}"
    "|{% for category, stories in front.sections %}{{ category.name }}: "
    "{{ stories|map(attribute='title')|join(', ') }};{% endfor %}"
)


def story(day: int, more: str = "") -> str:
    return f"---\ntitle: T{day:02}\ndate: 2024-11-{day:02}\ncategories:\n  - News/Local\n{more}---\nText.\n"


STORIES = {f"articles/t{day:02}.md": story(day) for day in range(1, 21)}


def built(folder: Path, files: dict[str, str], *settings: str) -> "subprocess.CompletedProcess[str]":
    write(folder / "content", files)
    kinds = ("article", "page", "category", "tag", "author", "period_archives")
    write(folder / "theme/templates", {"index.html": TEMPLATE} | {f"{kind}.html": "" for kind in kinds})
    overrides = [f'THEME="{folder / "theme"}"', 'DIRECT_TEMPLATES=["index"]', *settings]
    return subprocess.run(
        [sys.executable, "-m", "pelican", str(folder / "content"), "-s", str(ROOT / "pelicanconf.py"),
         "-o", str(folder / "output"), "--fatal", "errors", "--log-handler", "plain", "-e", *overrides],
        cwd=ROOT, env=os.environ | {"SITEURL": ADDRESS}, capture_output=True, text=True, check=False,
    )  # fmt: skip


def front(folder: Path) -> list[str]:
    return (folder / "output/index.html").read_text(encoding="utf-8").split("|")


def test_by_rank(tmp_path: Path) -> None:
    """Without a file the newest leads, and sections hold what is below them."""
    done = built(tmp_path, STORIES)

    assert done.returncode == 0, done.stderr
    assert [
        "T20", "T19, T18, T17", "T16, T15, T14, T13, T12, T11", "News: T10, T09, T08, T07;",
    ] == front(tmp_path)  # fmt: skip


def test_by_editors(tmp_path: Path) -> None:
    """What the file names is there; a draft that it names makes a warning with file and line."""
    data = {
        "data/front.yaml": "lead: T03\nbeside:\n  - /2024/11/t05/\n  - unsaid\nsections:\n  - news/local\n",
        "articles/unsaid.md": story(20, "status: draft\n"),
    }
    done = built(tmp_path, STORIES | data)

    assert done.returncode == 0, done.stderr
    assert ["T03", "T05, T20, T19"] == front(tmp_path)[:2]
    assert "Local: T10, T09, T08, T07;" == front(tmp_path)[3]
    assert "content/data/front.yaml:4: beside: 'unsaid' is no" in done.stderr


def test_length_of_the_list(tmp_path: Path) -> None:
    """The latest are those that page 2 does not have, however long a page is, orphans included."""
    assert built(tmp_path, STORIES, "DEFAULT_PAGINATION=17", "DEFAULT_ORPHANS=3").returncode == 0
    assert 16 == len(front(tmp_path)[2].split(", "))

    assert built(tmp_path, STORIES, "DEFAULT_PAGINATION=6").returncode == 0
    assert ["T16, T15", "News: T14, T13, T12, T11;"] == front(tmp_path)[2:]


@pytest.mark.parametrize(("count", "expected"), [(0, "|||"), (1, "T01|||"), (2, "T02|T01||")])
def test_few(tmp_path: Path, count: int, expected: str) -> None:
    """A site begins with nothing."""
    write(tmp_path / "content", {"data/site.yaml": "title: New\n"})
    done = built(tmp_path, dict(list(STORIES.items())[:count]))

    assert done.returncode == 0, done.stderr
    assert expected == "|".join(front(tmp_path))


def test_mistake(tmp_path: Path) -> None:
    """A mistake in the file ends the build in plain words, without a traceback."""
    done = built(tmp_path, STORIES | {"data/front.yaml": "leed: T03\n"})

    assert done.returncode != 0
    assert "content/data/front.yaml:1: there is no key 'leed': did you mean lead?" in done.stderr
    assert "Traceback" not in done.stderr
