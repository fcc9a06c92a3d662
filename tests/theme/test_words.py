from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader

TEMPLATES = Path(__file__).parents[2] / "theme" / "templates"
ENVIRONMENT = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True)
LANGUAGES: dict[str, dict[str, Any]] = getattr(ENVIRONMENT.get_template("words/languages.html").module, "languages")  # noqa: B009  # Jinja's module has its names at run time


def places(phrase: object) -> set[str]:
    """Give the names in braces."""
    names = ("day", "month", "year", "time", "name", "count", "number")
    return {name for name in names if f"{{{name}}}" in str(phrase)}


def test_every_file_is_listed() -> None:
    """Each file of words is known to the theme."""
    files = {path.stem for path in (TEMPLATES / "words").glob("*.html")} - {"languages"}

    assert files == set(LANGUAGES)


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_complete(language: str) -> None:
    """A language has every phrase that English has, with the same places to fill."""
    english, words = LANGUAGES["en"], LANGUAGES[language]

    assert set(english) == set(words)
    assert set(english["kinds"]) == set(words["kinds"])
    assert 12 == len(words["months"])
    for phrase in set(english) - {"months", "kinds"}:
        assert places(english[phrase]) == places(words[phrase]), phrase
