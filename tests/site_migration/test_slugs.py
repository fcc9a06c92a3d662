"""Two plugins that know nothing of each other make slugs from names, and have to make the same ones."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases import Case, read_cases
from markdown_articles.slugs import slug_of
from wordpress_export.slugs import make_slug, read_slug

CASES = read_cases(Path(__file__).parent / "cases" / "slugs.txt")


@pytest.mark.parametrize("case", CASES, ids=str)
def test_slug(case: Case) -> None:
    """A name has the slug that WordPress would have made, wherever it is made."""
    assert [case.expected, case.expected] == [make_slug(case.given), slug_of(case.given)]


@given(st.text().filter(str.strip))
def test_any_name_has_one_slug(name: str) -> None:
    """Any name at all has the same slug in both places, and that is safe as it is."""
    slug = make_slug(name)

    assert slug_of(name) == slug
    assert slug
    assert read_slug(slug).text == slug
