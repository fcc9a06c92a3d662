"""Whatever stands in the content, a check says what is wrong with it, and ends."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from built_sites import write
from desk.check import CheckOptions, check_site
from desk.check.examination import Ground, facts_of
from small_papers import CLEAN, NOW

GROUND = Ground("content", "UTC", ("wp-content",), ("gull.example",))
PIECES = (
    "![", "](", "[", "]", "(", ")", "<", ">", "#", "# ", "\n", "\n\n", "\r", "\r\n", "\0", "*", "`", "```", "[^1]",
    "[^1]:", "/2024/11/tram/", "{static}", "{filename}", "%7B", "%", "%ff", "//[", "http://[", "https://youtu.be/",
    "#a", "?p=", "<img src=", "<a href=", "<iframe src=", "<h1>", "<div>", "</div>", "<!--", "-->", "|", "- ", "> ",
    "    ", "\t", "ع", "日", "\u202e", "[gallery]", "---", "data:", "javascript:",
)  # fmt: skip
HEADS = (
    "title: A\n", "title: A\ndate: 0001-01-01T00:00:00+14:00\n",
    "title: A\ndate: 9999-12-31T23:59:59-12:00\nkind: live\n",
    "title: A\npermalink: /%2e%2e/\n", "title: '{x}'\nslug: '{y}'\n", "title: A\nimage: 'http://['\n",
    "title: A\nrelated: ['http://[', '']\ncategories: ['/', ' / ']\nauthors: ['']\nseries: ' '\n",
)  # fmt: skip


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(HEADS), st.lists(st.sampled_from(PIECES), max_size=40))
def test_any_body(head: str, pieces: list[str]) -> None:
    """Any body is looked at, and each line that is told of is one of the file's."""
    text = f"---\n{head}---\n\n{''.join(pieces)}"
    facts = facts_of("articles/a.md", text.encode(), GROUND)

    assert all(0 <= remark.line <= len(text.splitlines()) + 1 for remark in facts.remarks)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200))
def test_any_file(octets: bytes) -> None:
    """Any file is looked at."""
    for place in ("articles/a.md", "comments/a.yaml"):
        assert facts_of(place, octets, GROUND) is not None


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.dictionaries(
        st.sampled_from([*(name for name in CLEAN if name.startswith("data/")), "articles/2024/11/new.md"]),
        st.lists(st.sampled_from((*PIECES, *HEADS, "a:\n", "  name: ", "items:\n", "lead: ", "---\n")), max_size=12),
        max_size=3,
    )
)
def test_any_paper(tmp_path: Path, files: dict[str, list[str]]) -> None:
    """Whatever stands in the files of a paper, a check says what is wrong, and ends."""
    write(tmp_path, {**CLEAN, **{name: "".join(pieces) for name, pieces in files.items()}})

    assert isinstance(check_site(tmp_path, CheckOptions(cache=None, workers=1, now=NOW)), tuple)


def test_circle_of_links(tmp_path: Path) -> None:
    """A folder that is a link to one above it is not gone into again and again."""
    write(tmp_path, CLEAN)
    (tmp_path / "articles" / "2024" / "circle").symlink_to("..")
    (tmp_path / "wp-content" / "circle").symlink_to(".")

    assert () == check_site(tmp_path, CheckOptions(cache=None, workers=1, now=NOW))


@pytest.mark.parametrize("body", ["> " * 5_000 + "a", "[" * 20_000, "<div>" * 20_000, "![" * 5_000, "*a" * 20_000])
def test_deep(body: str) -> None:
    """What nests deeper than anyone would write is looked at in no more time than its length asks for."""
    assert facts_of("articles/a.md", f"---\ntitle: A\n---\n\n{body}\n".encode(), GROUND).head is not None
