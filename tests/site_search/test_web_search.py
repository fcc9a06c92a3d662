import pytest

from site_search.web_search import USUAL, WebSearch, web_search


def test_usual() -> None:
    """The usual engine is asked for pages of the site's host alone."""
    form = web_search(USUAL, "https://courier.example")

    assert WebSearch("https://duckduckgo.com/", "q", (("sites", "courier.example"),)) == form
    assert "https://duckduckgo.com/?sites=courier.example&q=" == form.link


@pytest.mark.parametrize(
    ("title", "pattern", "site", "expected"),
    [
        ("other engine", "https://find.example/s?lang=en&query={words}&on={host}", "https://a.example/paper",
         WebSearch("https://find.example/s", "query", (("lang", "en"), ("on", "a.example")))),
        ("none wanted", "", "https://a.example", None),
        ("no address", USUAL, "", None),
    ],
    ids=lambda value: value if isinstance(value, str) and " " in value else "",
)  # fmt: skip
def test_forms(title: str, pattern: str, site: str, expected: WebSearch | None) -> None:
    """An engine is an address with fields for the words and the host."""
    assert expected == web_search(pattern, site), title


def test_no_words() -> None:
    """A pattern without a field for the words is told of."""
    with pytest.raises(ValueError, match=r'SEARCH_WEB = "https://find.example/\?q=a": no field is \{words\}'):
        web_search("https://find.example/?q=a", "https://a.example")
