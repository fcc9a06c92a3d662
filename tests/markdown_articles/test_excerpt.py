"""The excerpt: the first words that are prose."""

from pathlib import Path

import pytest

from cases import Case, read_cases
from markdown_articles.excerpt import excerpt


@pytest.mark.parametrize("case", read_cases(Path(__file__).parent / "cases" / "excerpt.txt"), ids=str)
def test_excerpt(case: Case) -> None:
    """An excerpt of up to 38 characters is made of sentences, and of nothing that stands beside them."""
    assert case.expected == excerpt(case.given, 38)
