from dataclasses import replace

import pytest
import yaml

from site_migration.comments import thread_of
from wordpress_export.body import Library
from wordpress_export.model import Article, Comment, Export, Site, Status

LIBRARY = Library.of(Export(Site("https://gull.example"), lambda: iter(()), 0))
ARTICLE = Article(type="post", title="Tide", status=Status.PUBLISHED, body="")


def thread(*pairs: tuple[int, int]) -> tuple[dict[int, int], list[str]]:
    comments = tuple(Comment(number, "Reader", None, "Words.", parent=parent) for number, parent in pairs)
    found = thread_of(replace(ARTICLE, comments=comments), LIBRARY)
    records = yaml.safe_load(found.text)
    return {record["id"]: record.get("answers", 0) for record in records}, [note.kind for note in found.notes]


def test_sound_thread() -> None:
    """Who answered whom is kept."""
    assert ({1: 0, 2: 1, 3: 2}, []) == thread((1, 0), (2, 1), (3, 2))


@pytest.mark.parametrize(
    ("pairs", "answers"),
    [
        pytest.param([(1, 9)], {1: 0}, id="an answer to a comment that is not shown begins a thread"),
        pytest.param([(1, 1)], {1: 0}, id="a comment does not answer itself"),
        pytest.param([(1, 2), (2, 1)], {1: 0, 2: 0}, id="two comments do not answer each other"),
    ],
)
def test_damaged_thread(pairs: list[tuple[int, int]], answers: dict[int, int]) -> None:
    """A thread always ends at a comment that answers none, and what had to be cut is noted."""
    found, notes = thread(*pairs)

    assert answers == found
    assert {"answer to a comment that is not shown"} == set(notes)


@pytest.mark.parametrize(
    ("numbers", "given"),
    [([1, 1, 1], [1, 2, 3]), ([3, 3, 4], [3, 5, 4]), ([0, 0], [1, 2]), ([-5, 7], [8, 7])],
)
def test_numbers(numbers: list[int], given: list[int]) -> None:
    """Each comment has a number of its own, the first of a number that number; what had to be given is noted."""
    found, notes = thread(*((number, 0) for number in numbers))

    assert given == list(found)
    assert {"comment whose number is another's, or none"} == set(notes)


def test_lines() -> None:
    """A comment of several paragraphs reads as such in the file, and as Markdown."""
    comment = Comment(1, "A: Reader", None, "First & <b>bold</b>.\n\nSecond.")
    text = thread_of(replace(ARTICLE, comments=(comment,)), LIBRARY).text

    assert "body: |-\n    First & **bold**.\n\n    Second." in text
    assert yaml.safe_load(text)[0]["author"] == "A: Reader"
