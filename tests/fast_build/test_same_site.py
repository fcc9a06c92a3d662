"""A site built in little time is the site that a clean build makes, whatever changed."""

import json
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from edits import EDITS, Project
from samples import SAMPLES, needs_samples

ROOT = Path(__file__).parents[2]
STEPS = 8
LISTENER = """
from pelican import signals
def heard(path, context): open("heard.txt", "a").write(path + "\\n")
def register(): signals.content_written.connect(heard)
"""
KILLER = """
import os, signal
from pelican import signals
first = os.getpid()
def killed():
    if os.getpid() != first:
        os.kill(os.getpid(), signal.SIGKILL)
    return ""
killed.page_notes = True
def given(generator): generator.env.globals["killed"] = killed
def register(): signals.generator_init.connect(given)
"""


def plugins(*, fast: bool) -> list[str]:
    settings: dict[str, list[str]] = {}
    exec((ROOT / "pelicanconf.py").read_text(encoding="utf-8"), settings)  # noqa: S102  # our own settings
    return [name for name in settings["PLUGINS"] if fast or name != "fast_build"]


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of pictures in all their sizes, which are made once for all sites of these tests."""
    return tmp_path_factory.mktemp("pictures")


@pytest.fixture
def project(tmp_path: Path, pictures: Path) -> Project:
    """A copy of the site, which tests may change."""
    for cache in (".fast", ".clean"):
        (tmp_path / cache).mkdir()
        (tmp_path / cache / "responsive_images").symlink_to(pictures)
    for name in ("content", "theme", "plugins"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pelicanconf.py", tmp_path)
    return Project(tmp_path)


def build(project: Project, output: str, last: str = "", *more: str, fast: bool = True, workers: int = 1) -> str:  # noqa: PLR0913  # as a build can be told
    """Build; give what Pelican said."""
    shutil.rmtree(project.folder / output, ignore_errors=True)
    named = {
        "PLUGINS": [*plugins(fast=fast), *more],
        "CACHE_PATH": str(project.folder / (".fast" if fast else ".clean")),
        "FAST_BUILD_WORKERS": workers,
        "FAST_BUILD_LAST": str(project.folder / last) if last else "",
    }
    settings = [f"{name}={json.dumps(value)}" for name, value in named.items()]
    command = [sys.executable, "-m", "pelican", "content", "-s", "pelicanconf.py", "-o", output, "--fatal", "errors"]
    done = subprocess.run(
        [*command, "--verbose", "-e", *settings],
        cwd=project.folder, env=os.environ | {"COLUMNS": "200"}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def assert_same(project: Project, output: str) -> None:
    build(project, "clean", fast=False)
    made, clean = files(project.folder / output), files(project.folder / "clean")
    assert clean.keys() == made.keys()
    assert not [name for name in clean if clean[name] != made[name]]


@pytest.mark.parametrize("seed", [3, 11])
def test_any_edits(project: Project, seed: int) -> None:
    """After any edits one after the other, each build writes what a clean build does."""
    chance = random.Random(seed)  # noqa: S311  # no secret
    build(project, "site0")
    assert_same(project, "site0")
    for step in range(1, STEPS):
        name = chance.choice(sorted(EDITS))
        EDITS[name](project, chance)
        build(project, f"site{step % 2}", f"site{(step - 1) % 2}")
        assert_same(project, f"site{step % 2}")


def test_one_body(project: Project) -> None:
    """Where the body of one story changed, one page is made, and all others keep their time of change."""
    conf = project.folder / "pelicanconf.py"
    conf.write_text(conf.read_text(encoding="utf-8") + "\nRELATED_ARTICLES_STORIES = 0\n", encoding="utf-8")
    build(project, "old")
    file = project.content / "articles" / "2024" / "10" / "oyster-count.md"
    file.write_text(file.read_text(encoding="utf-8") + "\nAnother paragraph.\n", encoding="utf-8")

    said = build(project, "new", "old")

    assert "1 of " in said.rpartition("pages were made")[0].rpartition("\n")[2]
    old, new = project.folder / "old", project.folder / "new"
    pages = [path.relative_to(old) for path in old.rglob("*.html")]
    fresh = [str(page) for page in pages if (old / page).stat().st_mtime_ns != (new / page).stat().st_mtime_ns]
    assert ["2024/10/oyster-count/index.html"] == fresh


def test_spoilt_output(project: Project) -> None:
    """A page that was changed, cut or taken away since it was written is made anew."""
    build(project, "old")
    pages = sorted((project.folder / "old").rglob("index.html"))
    pages[0].write_text("changed", encoding="utf-8")
    pages[1].write_bytes(pages[1].read_bytes()[:100])
    pages[2].unlink()

    build(project, "new", "old")

    assert_same(project, "new")


def test_spoilt_state(project: Project) -> None:
    """What the last build left is thrown away where it is not whole."""
    build(project, "old")
    for state in (project.folder / ".fast" / "fast_build").iterdir():
        if state.is_file():
            state.write_bytes(state.read_bytes()[:-7])

    build(project, "new", "old")

    assert_same(project, "new")


def test_listener(project: Project) -> None:
    """A plugin that listens to each page that is written hears of all of them, in each build."""
    (project.folder / "plugins" / "page_listener.py").write_text(LISTENER, encoding="utf-8")
    build(project, "old", "", "page_listener")
    build(project, "new", "old", "page_listener")

    heard = (project.folder / "heard.txt").read_text(encoding="utf-8").split("\n")
    pages = list((project.folder / "new").rglob("*.html"))
    assert 2 * len(pages) == len([line for line in heard if line])


STORY = """---
title: Story {number}
date: 20{year:02}-0{month}-1{day} 08:{number:02}:00+00:00
categories: [{category}]
tags: [{tag}]
authors: [{author}]
related: [story-{other}]
---

What happened on day {number}, and **why**.

And what became of it: {number} times more.
"""


def write_newspaper(project: Project, count: int) -> None:
    """Put a made-up newspaper in the place of the sample's stories."""
    for folder in ("articles", "comments", "wp-content"):
        shutil.rmtree(project.content / folder, ignore_errors=True)
        (project.content / folder).mkdir()
    for number in range(count):
        text = STORY.format(
            number=number % 60, year=10 + number % 9, month=1 + number % 8, day=number % 7,
            category=("Harbour", "Politics", "Bread")[number % 3], tag=f"Topic {number % 20}",
            author=("Nora Whitlow", "Mei Tanabe")[number % 2], other=(number * 7) % count,
        )  # fmt: skip
        (project.content / "articles" / f"story-{number}.md").write_text(text, encoding="utf-8")


def test_side_by_side(project: Project) -> None:
    """Pages made by several processes, first and after a change of all of them, are those of a clean build."""
    write_newspaper(project, 250)
    build(project, "first", workers=2)
    assert_same(project, "first")

    EDITS["style"](project, random.Random(1))  # noqa: S311  # no secret
    EDITS["title"](project, random.Random(2))  # noqa: S311  # no secret
    said = build(project, "second", "first", workers=2)

    assert "pages were made" in said
    assert_same(project, "second")


def test_killed_process(project: Project) -> None:
    """Where a process that makes pages is killed, the site is made all the same."""
    write_newspaper(project, 250)
    template = project.folder / "theme" / "templates" / "tag.html"
    (project.folder / "plugins" / "killer.py").write_text(KILLER, encoding="utf-8")
    template.write_text("{{ killed() }}" + template.read_text(encoding="utf-8"), encoding="utf-8")

    build(project, "fast", "", "killer", workers=2)
    build(project, "clean", "", "killer", fast=False)

    assert files(project.folder / "clean") == files(project.folder / "fast")


@needs_samples
def test_migrated_sample(project: Project) -> None:
    """The genuine export, migrated, is the same site both ways."""
    export, content = SAMPLES / "unit" / "export.xml", project.folder / "content"
    shutil.rmtree(content)
    command = [sys.executable, "-m", "site_migration", "migrate", str(export), "--into", str(content), "--accept-loss"]
    variables = os.environ | {"PYTHONPATH": str(ROOT / "plugins")}
    subprocess.run(command, cwd=project.folder, env=variables, capture_output=True, check=True)

    build(project, "fast", workers=2)

    assert_same(project, "fast")
