from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from built_sites import ROOT
from cases import Case, read_cases
from desk.hygiene import tidied, tidied_file
from markdown_articles.front_matter import parse
from markdown_articles.rendering import render
from markdown_articles.writer import to_markdown
from random_bodies import random_body
from samples import SAMPLES, needs_samples
from site_migration_runs import migrated

CASES = ROOT / "tests" / "markdown_articles" / "cases"
STORIES = sorted(path for folder in ("articles", "pages") for path in (ROOT / "content" / folder).rglob("*.md"))


def bodies_of_cases() -> Iterator[tuple[str, str]]:
    """Give every text of Markdown that the writer's and the renderer's cases hold, with what it is about."""
    for path in sorted(CASES.glob("*.txt")):
        for case in read_cases(path):
            if path.name.startswith("rendering"):
                yield f"{path.stem}: {case.title}", case.given
            elif path.name.startswith("writer"):
                yield f"{path.stem}: {case.title}", case.expected


BODIES = dict(bodies_of_cases())
KEPT = {"rendering_figures: percent codes elsewhere stay"}
"""mdformat-gfm takes a link whose word is x for a box to tick; such a text is left as it is."""


def shows_the_same(body: str) -> None:
    """Fail where formatting changes what readers see, or formatting again changes the text."""
    done = tidied(body)

    assert render(done.text) == render(body)
    assert tidied(done.text).text == done.text


@pytest.mark.parametrize("case", read_cases(Path(__file__).with_name("spelling.txt")), ids=str)
def test_spelling(case: Case) -> None:
    """Each form of the dialect has one spelling."""
    assert case.expected == tidied(case.given).text
    shows_the_same(case.given)


@pytest.mark.parametrize("about", BODIES)
def test_cases(about: str) -> None:
    """What the writer writes and the renderer reads shows the same afterwards, and is formatted rather than left."""
    shows_the_same(BODIES[about])
    assert (about in KEPT) == tidied(BODIES[about]).kept


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_sample_newspaper(path: Path) -> None:
    """The stories of the sample newspaper are in one spelling."""
    text = path.read_text(encoding="utf-8")

    assert text == tidied_file(text).text


@pytest.mark.parametrize("export", [ROOT / "exports", pytest.param(SAMPLES / "unit", marks=needs_samples)], ids=str)
def test_migrated(export: Path, tmp_path: Path) -> None:
    """Every migrated story can be formatted: front matter and pages stay the same."""
    stories = migrated(export, tmp_path)
    assert stories
    for path in stories:
        text = path.read_text(encoding="utf-8")
        done = tidied_file(text)
        (front, body), (front_after, body_after) = parse(text, path.name), parse(done.text, path.name)

        assert not done.kept, path
        assert (front, render(body)) == (front_after, render(body_after)), path
        assert done.text == tidied_file(done.text).text, path


@settings(max_examples=150, deadline=None)
@given(st.integers(min_value=0, max_value=10**9))
def test_made_up_bodies(seed: int) -> None:
    """Whatever WordPress held, once it is Markdown, shows the same when it is formatted."""
    shows_the_same(to_markdown(random_body(Random(seed))))  # noqa: S311  # made-up texts


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="ab *_`~<>[]()!#-+|&;:.\\\"'\n\t1漢\u3000\u00a0@/w", max_size=60))
def test_any_text(text: str) -> None:
    """Any text shows the same when it is formatted."""
    shows_the_same(text)


def test_file() -> None:
    """A file keeps its front matter byte for byte; its line ends become newlines."""
    head = "---\r\ntitle:  'It''s'   # said so\r\ntags: [a,  b]\r\n---\r\n"

    assert tidied_file(f"{head}* One\r\n* Two\r\n\r\n\r\n").text == (
        "---\ntitle:  'It''s'   # said so\ntags: [a,  b]\n---\n- One\n- Two\n"
    )


def test_no_front_matter() -> None:
    """A file without front matter is no story: it is left alone."""
    assert tidied_file("* One\n* Two\n").text == "* One\n* Two\n"
